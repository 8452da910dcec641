from __future__ import annotations

import pytest

from dossier.understanding.strongverbs import forms
from dossier.understanding.words import fold


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Treffen", "getroffen"), ("getroffen", "treffen"), ("traf", "treffen"),
        ("trafen", "trifft"), ("abgeschossen", "abschiessen"), ("Abschuss", "abgeschossen"),
        ("betroffene", "betraf"), ("einzutreffen", "eingetroffen"), ("geflogen", "flug"),
        ("unterschrieb", "unterschrieben"), ("untergehen", "untergegangen"),
        ("vergangenem", "vergehen"), ("angegriffen", "angriff"), ("stand", "stehen"),
    ],
)  # fmt: skip
def test_forms_of_a_strong_verb_lead_to_one_another(word: str, other: str) -> None:
    assert other in forms(fold(word))


@pytest.mark.parametrize("word", ["warnen", "Rakete", "Start", "Vertrag", "und", "Gipfel", ""])
def test_other_words_have_no_forms(word: str) -> None:
    assert forms(fold(word)) == ()
