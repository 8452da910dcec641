"""Tests for German sources of a whole sentence."""

from __future__ import annotations

import pytest

from dossier.understanding.attribution import SAME
from dossier.understanding.sources_de import according_to


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("Laut Polizei schlug der Mann erneut zu.", "Polizei"),
        ("Das könnte laut den Experten sinnvoll sein.", "Experten"),
        ("Laut Angaben der Versender waren Masken in den Paketen.", "Versender"),
        ("Nach Angaben des Instituts wurden 500 Fälle gemeldet.", "Instituts"),
        ("Russischen Medien zufolge kam ein U-Boot.", "Russischen Medien"),
        ("Nach Polizeiangaben kamen 100 Menschen.", "Polizei"),
    ],
)
def test_the_source_is_named(sentence: str, nouns: str) -> None:
    found = according_to(sentence)
    assert found is not None
    assert found.phrase.nouns == nouns
    assert found.spans == ((0, len(sentence)),)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Wert liegt den Angaben zufolge bei 1,3 Millionen Euro.",
        "Eigenen Angaben zufolge wurden dort 800 Rinder geschlachtet.",
    ],
)
def test_some_sources_only_the_context_tells(sentence: str) -> None:
    found = according_to(sentence)
    assert found is not None
    assert found.phrase == SAME


def test_own_information_is_the_subjects() -> None:
    found = according_to("Pjöngjang hatte nach eigenen Angaben zwei Raketen gestartet.")
    assert found is not None
    assert found.phrase.nouns == "Pjöngjang"


def test_a_sentence_may_have_no_source() -> None:
    assert according_to("Er lief laut rufend nach Hause.") is None
    assert according_to("Er sagte nichts.") is None
