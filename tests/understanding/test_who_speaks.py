"""Tests for who is meant by the phrase that says who speaks."""

from __future__ import annotations

from dossier import blocks
from dossier.understanding.antecedents import Antecedents
from dossier.understanding.attribution import SAME, Phrase
from dossier.understanding.heard import Heard
from dossier.understanding.who_speaks import WhoSpeaks


def _who(text: str, lang: str) -> WhoSpeaks:
    return WhoSpeaks(Antecedents([blocks.make("paragraph", text)], lang), lang)


def test_a_family_name_comes_in_full() -> None:
    who = _who("Olaf Scholz kam nach Kiel.", "de")
    assert who.resolve(Phrase(nouns="Scholz"), Heard()) == "Olaf Scholz"


def test_den_angaben_zufolge_means_who_spoke_last() -> None:
    who = _who("Olaf Scholz kam.", "de")
    assert who.resolve(SAME, Heard(earlier="Olaf Scholz")) == "Olaf Scholz"
    assert who.resolve(SAME, Heard(institution="Polizei")) == "Polizei"


def test_only_one_person_is_named_or_nobody() -> None:
    who = _who("Olaf Scholz und Angela Merkel kamen.", "de")
    assert who.named_in("Merkel schwieg.") == "Angela Merkel"
    assert not who.named_in("Merkel und Scholz schwiegen.")
