"""Tests for reading one sentence: what is said in it, by whom."""

from __future__ import annotations

import pytest

from dossier import blocks
from dossier.understanding import quotations
from dossier.understanding.antecedents import Antecedents
from dossier.understanding.heard import Heard
from dossier.understanding.passage_parts import Sentence
from dossier.understanding.spoken_sentences import SentenceReader, looks_back
from dossier.understanding.who_speaks import WhoSpeaks


def _heard(text: str, heard: Heard) -> Heard:
    block = blocks.make("paragraph", text)
    quoted = quotations.find(text)
    masked = quotations.mask(text, quoted)
    reader = SentenceReader(WhoSpeaks(Antecedents([block], "de"), "de"), "de")
    sentence = Sentence(block=block, text=masked, offset=0, quoted=quoted)
    reader.read(sentence, heard, hint=True)
    return heard


def test_the_subjunctive_goes_on_with_who_spoke() -> None:
    heard = _heard("Er habe lange gewartet.", Heard(speaker="Olaf Scholz", kind="direct"))
    assert [(one.kind, one.speaker) for one in heard.found] == [("reported", "Olaf Scholz")]


def test_a_sentence_that_nobody_says_ends_the_speech() -> None:
    heard = _heard("Draußen regnete es.", Heard(speaker="Olaf Scholz", kind="direct"))
    assert (heard.kind, heard.found) == (None, [])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("So beschreibt es Güvercin.", True),
        ("Mit diesen Worten ging er.", True),
        ("(Trainer Urs Fischer nach dem Spiel)", True),
        ("So war es auch.", False),
    ],
)
def test_some_sentences_tell_who_said_what_stands_before_them(
    sentence: str,
    expected: bool,  # noqa: FBT001 - a row of the table
) -> None:
    assert looks_back(sentence) is expected
