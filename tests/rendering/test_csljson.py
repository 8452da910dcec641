from __future__ import annotations

import json
from typing import Any

import pytest
from rendering.test_citation import BARE, cited

from dossier.rendering.csljson import FILE, entry, item


def test_an_item_has_all_that_is_known() -> None:
    assert item(cited()) == {
        "id": "2023-09-kim",
        "type": "article-newspaper",
        "title": "Kim & Putin: 100 % {einig}?",
        "author": [{"literal": "Anna Autorin"}, {"literal": "Reuters, AFP"}],
        "container-title": "Die Zeitung",
        "publisher": "Tass",
        "issued": {"date-parts": [(2023, 9)]},
        "accessed": {"date-parts": [(2026, 11, 22)]},
        "URL": "https://zeitung.example/a%20b?x=1&y=2#z",
        "archive_location": "https://archive.example/a",
        "language": "de",
        "note": "Probe_Dossier, https://desk.example.org/repo/articles/2023-09-kim/",
    }


def test_what_is_unknown_has_no_key() -> None:
    assert set(item(BARE)) == {"id", "type", "title", "URL", "note"}


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2023", {"date-parts": [(2023,)]}),
        ("2023-08~", {"date-parts": [(2023, 8)], "circa": True}),
        ("2023-08/2023-09-02", {"date-parts": [(2023, 8), (2023, 9, 2)]}),
        ("198X", {"literal": "198X"}),
        ("../2020", {"literal": "../2020"}),
    ],
)
def test_dates_are_as_precise_as_known(date: str, issued: dict[str, Any]) -> None:
    assert item(cited(date=date))["issued"] == issued


def test_files_and_boxes_are_json() -> None:
    assert [one["id"] for one in json.loads(FILE.whole([cited(), BARE]))] == ["2023-09-kim"] * 2
    assert json.loads(entry(cited()))[0]["title"] == "Kim & Putin: 100 % {einig}?"
