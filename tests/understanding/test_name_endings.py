from __future__ import annotations

import pytest

from dossier.understanding.name_endings import odds


@pytest.mark.parametrize("word", ["Schweningen", "Altenhagen", "Niederkirchen", "Oberdorf"])
def test_places_end_as_no_noun_does(word: str) -> None:
    assert odds(word)[0] > 2


@pytest.mark.parametrize("word", ["Verhandlung", "Raketentests", "Hoffnungen"])
def test_nouns_end_as_no_place_does(word: str) -> None:
    assert odds(word)[0] < 0


def test_an_ending_that_nothing_is_known_of_says_nothing() -> None:
    assert odds("Xqzvk") == (0, 0)
