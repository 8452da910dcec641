from __future__ import annotations

import doctest

import pytest

from dossier.understanding import verbs_de


def test_the_examples_hold() -> None:
    assert doctest.testmod(verbs_de).failed == 0


@pytest.mark.parametrize(
    "word", ["sagte", "antworteten", "warnt", "zürnte", "unterstrich", "nannte", "bezeichnet"]
)
def test_forms_that_news_writes_are_known(word: str) -> None:
    assert word in verbs_de.FINITE


@pytest.mark.parametrize("cue", ["sagte", "zufolge", "Laut", "teilte", "mitteilte", "demnach"])
def test_what_introduces_speech_is_a_cue(cue: str) -> None:
    assert cue in verbs_de.CUES


def test_a_separable_verb_says_something_only_with_its_particle() -> None:
    assert {"teilte", "gab", "kündigte"} <= verbs_de.NEEDS_PARTICLE
    assert "rief" not in verbs_de.NEEDS_PARTICLE
