from __future__ import annotations

import pytest

from dossier.rendering.citation import Citation, date_parts


def cited(**fields: object) -> Citation:
    """Return a citation to test with; the tests of the formats take theirs from here."""
    values: dict[str, object] = {
        "key": "2023-09-kim",
        "kind": "article",
        "title": "Kim & Putin: 100 % {einig}?",
        "container": "Die Zeitung",
        "dossier": "Probe_Dossier",
        "permalink": "https://desk.example.org/repo/articles/2023-09-kim/",
        "authors": ("Anna Autorin", "Reuters, AFP"),
        "agencies": ("Tass",),
        "date": "2023-09",
        "accessed": "2026-11-22",
        "url": "https://zeitung.example/a%20b?x=1&y=2#z",
        "archive_url": "https://archive.example/a",
        "lang": "de",
    }
    return Citation(**(values | fields))  # type: ignore[arg-type]


BARE = cited(
    title="Ohne alles", container="", authors=(), agencies=(), date="", accessed="", url="",
    archive_url="", lang="",
)  # fmt: skip


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2023", (2023,)),
        ("2023-09~", (2023, 9)),
        ("2023-09-13", (2023, 9, 13)),
        ("198X", ()),
        ("2023-08/2023-09", ()),
        ("../2020", ()),
        ("", ()),
    ],
)
def test_a_date_has_the_parts_that_are_known(date: str, parts: tuple[int, ...]) -> None:
    assert date_parts(date) == parts


def test_the_note_tells_where_it_stands_in_the_dossier() -> None:
    assert cited(paragraph="Absatz 3").note == (
        "Probe_Dossier, https://desk.example.org/repo/articles/2023-09-kim/ (Absatz 3)"
    )
