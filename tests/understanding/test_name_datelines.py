"""Datelines in capitals, and towns with their rivers."""

from __future__ import annotations

import pytest

from dossier import blocks
from dossier.understanding.names import find_mentions


def found(text: str) -> list[tuple[str, str, str]]:
    made = blocks.number([blocks.make("paragraph", text)])
    return [(one.kind, one.text, one.name) for one in find_mentions(made, "de")]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("FRANKFURT A. M. Die Stadt will sparen.", "FRANKFURT A. M.", "Frankfurt am Main"),
        ("FRANKFURT/MAIN. Der Rat will sparen.", "FRANKFURT/MAIN", "Frankfurt am Main"),
        ("BAD HOMBURG. Die Stadt will sparen.", "BAD HOMBURG", "Bad Homburg"),
        ("HOFHEIM. Die Stadt will sparen.", "HOFHEIM", "Hofheim"),
        ("ESSEN (dpa) Die Stadt will sparen.", "ESSEN", "Essen"),
        ("BOCHUM Dass gespart wird, ist klar.", "BOCHUM", "Bochum"),
        ("RIEDLINGEN - Thema eins ist das Geld.", "RIEDLINGEN", "Riedlingen"),
    ],
)
def test_a_place_in_capitals_begins_an_article(text: str, words: str, name: str) -> None:
    assert ("place", words, name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "WELTMEISTER: Die Mannschaft gewann.",
        "ESSEN Sie gern spät?",
        "WENDEN und weiterfahren, das war es.",
        "ESSEN UND TRINKEN. SO GEHT ES.",
    ],
)
def test_other_words_in_capitals_are_no_places(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Er lebt in Frankfurt a. M. und schreibt.", "Frankfurt a. M.", "Frankfurt am Main"),
        ("Er lebt in Frankfurt/Main und schreibt.", "Frankfurt/Main", "Frankfurt am Main"),
        ("Er lebt in Frankfurt/Oder und schreibt.", "Frankfurt/Oder", "Frankfurt (Oder)"),
        ("Er lebt in Halle/Westfalen und schreibt.", "Halle/Westfalen", "Halle/Westfalen"),
    ],
)
def test_a_town_with_its_river_is_one_name(text: str, words: str, name: str) -> None:
    assert found(text) == [("place", words, name)]
