"""Tests for English statements without quotation marks."""

from __future__ import annotations

import pytest

from dossier.understanding.statements_en import further, statement_after


@pytest.mark.parametrize(
    ("sentence", "cue", "statement"),
    [
        ("Police said links between the fires were found.", "said", "links between"),
        ("Holcomb said in a ruling that it would stand.", "said", "it would"),
        ("Mediators say it takes several days.", "say", "it takes"),
        ("Groups argued the cost hurts and would grow.", "argued", ""),
        ("Groups argued the cost was too high.", "argued", "the cost was"),
        ("Karl told the BBC he saw a car.", "told", "he saw"),
        ("He announced plans to leave.", "announced", ""),
        ("He announced a deal whereby Firefox would pay.", "announced", ""),
        ("Republicans said no.", "said", ""),
        ("He denied charges that were filed.", "denied", ""),
    ],
)
def test_a_clause_follows_the_verb(sentence: str, cue: str, statement: str) -> None:
    begin = statement_after(sentence, cue, sentence.index(cue) + len(cue))
    found = "" if begin is None else sentence[begin:]
    assert found.startswith(statement)
    assert bool(found) is bool(statement)


def test_a_subject_says_something_besides() -> None:
    sentence = "He denies the charge and says it was motivated by fear."
    ((cue, _, begin),) = further(sentence)
    assert (cue, sentence[begin:]) == ("says", "it was motivated by fear.")
    (found,) = further("Some welcomed the news, saying they needed someone.")
    assert found[0] == "saying"
    assert not list(further("It is just a matter of adding this line."))
