"""Tests for what a paragraph has told so far."""

from __future__ import annotations

from dossier import blocks
from dossier.found import Voice
from dossier.understanding.heard import Heard
from dossier.understanding.passage_parts import Said, voice_of


def _voice(start: int, end: int) -> Voice:
    block = blocks.make("paragraph", "Es sei vorbei, sagte Merz.")
    return voice_of(block, (start, end), "reported", Said("Merz"))


def test_voices_do_not_overlap_and_the_last_one_tells_who_spoke() -> None:
    heard = Heard()
    heard.add(_voice(0, 13))
    heard.add(_voice(3, 9))
    assert [(one.start, one.end) for one in heard.found] == [(0, 13)]
    assert (heard.speaker, heard.kind) == ("Merz", "reported")
