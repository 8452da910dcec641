from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.reading.feed import MAX_BYTES, is_feed, read_feed

LONG = "".join(
    f"&lt;p&gt;Der Machthaber ist in Russland angekommen, wie der Kreml {n} mitteilte.&lt;/p&gt;"
    for n in range(12)
)
ITEM = (
    "<item><title>Kim &amp;amp; Putin</title><link>https://a.de/x</link>"
    "<author>Erika Muster</author>"
    "<pubDate>Wed, 13 Sep 2023 23:30:00 +0200</pubDate><description>{}</description></item>"
)


def rss(*items: str) -> bytes:
    inner = "".join(items)
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Blatt</title>'
        f"<language>de-de</language>{inner}</channel></rss>"
    ).encode()


def test_entries_with_their_text_are_articles() -> None:
    (entry,) = read_feed(rss(ITEM.format(LONG)), where="f.xml")
    assert entry.is_full
    assert (entry.draft.title, entry.draft.date, entry.draft.lang) == (
        "Kim & Putin",
        "2023-09-13",
        "de",
    )
    assert entry.draft.source.name == "Blatt"
    assert entry.draft.source.url == entry.url == "https://a.de/x"
    assert entry.draft.authors == ("Erika Muster",)
    assert len(entry.draft.blocks) == 12


@pytest.mark.parametrize("text", ["Kurz.", LONG + "&lt;p&gt;Weiter geht es hier …&lt;/p&gt;"])
def test_teasers_are_links(text: str) -> None:
    (entry,) = read_feed(rss(ITEM.format(text)), where="f.xml")
    assert not entry.is_full
    assert entry.draft.blocks == ()
    assert entry.url == "https://a.de/x"


def test_atom_and_json() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title><entry><title>T</title>'
        '<link href="https://a.de/1"/><published>2023-09-13T00:00:00Z</published></entry></feed>'
    )
    assert read_feed(atom.encode(), where="f")[0].draft.date == "2023-09-13"
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "B",
        "items": [
            {
                "id": "1",
                "url": "https://a.de/1",
                "title": "T",
                "content_html": "<p>Ein Satz.</p>" * 90,
            }
        ],
    }
    assert read_feed(json.dumps(feed).encode(), where="f")[0].is_full


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no feed"),
        (b"<html><body>x</body></html>", "no feed"),
        (rss(), "no entries"),
        (rss("<item><title>T</title></item>"), "no entries"),
        (rss(ITEM.format("x").replace("https:", "javascript:")), "no entries"),
        (b"<rss>" + b" " * MAX_BYTES, "MB"),
        (b"/etc/passwd", "no feed"),
        (b"http://127.0.0.1:9/", "no feed"),
    ],
)
def test_what_is_no_feed_is_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        read_feed(data, where="f.xml")
    assert caught.value.hint


def test_entity_bombs_do_not_go_off() -> None:
    # A long text at the bottom: as much is refused, with fewer steps on the way there.
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "{"boom" * 100}">{entities}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    data = rss(ITEM.format("&a11;&f;")).replace(b"<rss", bomb.encode() + b"<rss", 1)
    (entry,) = read_feed(data, where="f.xml")
    assert len(repr(entry)) < 2_000
    assert "boomboom" not in repr(entry)
    assert "root:" not in repr(entry)


def test_feeds_are_told_by_their_beginning() -> None:
    assert is_feed(rss())
    assert is_feed("<feed>".encode("utf-16"))
    assert is_feed(b'{"version": "https://jsonfeed.org/version/1"}')
    assert not is_feed(b"<html><p>feed")


@given(st.binary(max_size=200) | st.text(max_size=200).map(rss))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert read_feed(data, where="f")
    except ReadingError as error:
        assert error.hint  # noqa: PT017 - either is right
