"""Tests for the German subjunctive of indirect speech."""

from __future__ import annotations

import pytest

from dossier.understanding.subjunctive_de import carries_on, is_reported, is_subjunctive


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Raketen seien weit geflogen.",
        "Die USA würden nicht zögern.",
        "Er schäme sich zutiefst dafür.",
        "Nun brauche es eine Kultur des Hinsehens.",
        "Damit erreiche man Menschen.",
        "Die Beschäftigten hätten mehr Geld verdient.",
    ],
)
def test_reported_speech_goes_on_in_the_subjunctive(sentence: str) -> None:
    assert is_subjunctive(sentence)
    assert carries_on(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Er sagte nichts.",
        "Die Raketen sind weit geflogen.",
        "Das könnte so kommen, wenn er käme.",
        "Die Polizei ermittelt gegen den Mann.",
        "Es wurde alles still.",
        "Ich habe das nicht gewusst.",
        "Es sei denn, er kommt.",
    ],
)
def test_the_narrator_speaks_in_the_indicative(sentence: str) -> None:
    assert not carries_on(sentence)


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("Der Zoll erlebe einen enormen Zuwachs.", True),
        ("Der Landrat, Jürgen Pföhler (CDU), habe zu spät gewarnt.", True),
        ("Offen ist, ob er bereit sei.", False),
        ("Danach verbreitete sie die Behauptung, er sei betrogen worden.", False),
        ("Wer das sage, lügt.", False),
    ],
)
def test_a_main_clause_in_the_subjunctive_is_reported_by_itself(
    sentence: str, *, reported: bool
) -> None:
    assert is_reported(sentence) is reported
