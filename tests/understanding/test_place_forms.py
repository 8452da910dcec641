from __future__ import annotations

import pytest

from dossier.understanding.place_forms import is_form_of_place, may_be_place


@pytest.mark.parametrize(
    "word",
    ["Nordhessen", "Süditaliens", "Ost-Berlin", "Rhein-Sieg-Kreises", "Willy-Brandt-Platz"],
)
def test_some_places_are_known_by_their_form(word: str) -> None:
    assert is_form_of_place(word)


@pytest.mark.parametrize("word", ["Nordwand", "Ostersonntag", "Unterhaching", "Arbeits-Kreis"])
def test_other_words_look_alike_and_are_none(word: str) -> None:
    assert not is_form_of_place(word)


def test_a_noun_may_be_a_place_by_its_ending() -> None:
    assert may_be_place("Franzburg")
    assert not may_be_place("Sandburgen")
