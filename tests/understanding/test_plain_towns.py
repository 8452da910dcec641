"""Towns that pass for nouns."""

from __future__ import annotations

import pytest

from dossier.understanding import name_words as w
from dossier.understanding.plain_towns import is_plain


@pytest.mark.parametrize("town", ["Athen", "Tübingen", "Düren", "Reutlingen", "Bremerhavens"])
def test_a_town_is_no_noun_because_it_can_be_read_as_one(town: str) -> None:
    assert not w.flags(town, "de") & w.NOUN
    assert w.flags(town, "de") & w.PLACE


@pytest.mark.parametrize("word", ["Essen", "Halle", "Waren", "Laufen", "Altstadt", "Weinberg"])
def test_towns_that_are_words_stay_nouns(word: str) -> None:
    assert w.flags(word, "de") & w.NOUN


def test_only_compounds_that_are_words_are_listed() -> None:
    assert is_plain("Langenhagen", is_compound=True)
    assert not is_plain("Tiergarten", is_compound=True)
