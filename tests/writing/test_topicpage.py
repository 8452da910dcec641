from __future__ import annotations

import pytest

from dossier.errors import PageFileError
from dossier.writing import topicpage

PAGE = """---
title: Gipfel 2023
offered:
  a-1: [p-00000001, p-00000002]
---

Vorweg ein Satz.

## [Titel](../../articles/a-1.md) — 2023-09

<!-- passage a-1#p-00000001 score=0.5 why="Treffen · Gipfel" -->
Der erste Absatz.
Zweite Zeile.

Von der Redaktion.

<!-- passage a-1#p-00000002 score=0.25 -->

Nach einer Leerzeile.
## Eigene Überschrift
<!-- passage a-1#p-00000003 -->
"""


def read(text: str) -> topicpage.TopicPage:
    return topicpage.parse(text, topic="summit", year="2023", path="content/topics/summit/2023.md")


def test_pieces_come_in_the_editors_order() -> None:
    items = read(PAGE).items
    assert [(item.kind, item.markdown) for item in items] == [
        ("prose", "Vorweg ein Satz."),
        ("heading", "[Titel](../../articles/a-1.md) — 2023-09"),
        ("passage", "Der erste Absatz.\nZweite Zeile."),
        ("prose", "Von der Redaktion."),
        ("passage", "Nach einer Leerzeile."),
        ("heading", "Eigene Überschrift"),
        ("passage", ""),
    ]
    assert [item.article for item in items] == ["", "a-1", "a-1", "", "a-1", "", "a-1"]
    assert items[2].why == ("Treffen", "Gipfel")
    assert [item.score for item in items if item.kind == "passage"] == [0.5, 0.25, 0.0]


def test_offered_is_read_from_the_front_matter() -> None:
    assert read(PAGE).offered == {"a-1": ("p-00000001", "p-00000002")}
    assert read("Nur Text.\n").offered == {}


def test_places_cover_what_was_found() -> None:
    body = PAGE.split("---\n", 2)[2]
    for placed in topicpage.scan(body):
        assert placed.item.markdown in body[placed.start : placed.end]


def test_line_ends_of_windows_are_read_alike() -> None:
    assert read(PAGE.replace("\n", "\r\n")).items == read(PAGE).items


@pytest.mark.parametrize(
    "offered", ["[p-1]", "{a: p-00000001}", "{a: [nonsense]}", "text", "{1: [p-00000001]}"]
)
def test_what_offered_cannot_mean_is_an_error_with_its_line(offered: str) -> None:
    with pytest.raises(PageFileError) as caught:
        read(f"---\ntitle: x\noffered: {offered}\n---\n")
    assert caught.value.where == "content/topics/summit/2023.md:3"
    assert "version control" in caught.value.hint
