from __future__ import annotations

import json

import pytest

from dossier.errors import ReadingError
from dossier.reading.jsonfeed import read_jsonfeed


def test_entries_in_the_shape_of_other_feeds() -> None:
    item = {
        "url": "https://a.de/1",
        "title": "T",
        "content_text": "Eins & zwei\n\nDrei",
        "author": {"name": "Erika"},
        "date_published": "2023-09-13",
    }
    found = read_jsonfeed(json.dumps({"title": "B", "items": [item, 5]}).encode(), where="f")
    assert found.feed["title"] == "B"
    (entry,) = found.entries
    assert entry["content"] == [{"value": "<p>Eins &amp; zwei</p><p>Drei</p>"}]
    assert (entry["link"], entry["published"]) == ("https://a.de/1", "2023-09-13")
    assert entry["authors"] == [{"name": "Erika"}]


@pytest.mark.parametrize("data", [b"{", b"[]", b"{}", b'{"items": 5}', b"[" * 100_000, b"\xff"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="no feed"):
        read_jsonfeed(data, where="f")
