"""Tests for the noun phrases and verbs of English clauses of saying."""

from __future__ import annotations

from dossier.understanding.clauses_en import speaker_at


def test_a_name_in_commas_belongs_to_who_speaks() -> None:
    found = speaker_at("said the ministry's spokesman, Ned Price.", 0)
    assert found is not None
    assert found[0].apposition == "Ned Price"


def test_the_verb_may_stand_behind_the_name() -> None:
    sentence = "Miller also said."
    found = speaker_at(sentence, 0)
    assert found is not None
    assert (found[0].nouns, found[1], sentence[found[2] :]) == ("Miller", "said", ".")
