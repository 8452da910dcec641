"""Tests for what a passage with masked quotations is made of."""

from __future__ import annotations

from dossier import blocks
from dossier.understanding import quotations
from dossier.understanding.passage_parts import (
    BYLINE,
    DATELINE,
    Sentence,
    clauses,
    is_direct,
)


def test_each_side_of_a_semicolon_may_have_a_speaker_of_its_own() -> None:
    assert list(clauses("Er kam; sie ging. Ende.", [(0, 17), (18, 23)])) == [
        (0, 7),
        (8, 17),
        (18, 23),
    ]


def _is_full(text: str) -> bool:
    block = blocks.make("paragraph", text)
    quoted = quotations.find(text)
    sentence = Sentence(block=block, text=quotations.mask(text, quoted), offset=0, quoted=quoted)
    return sentence.is_full(quoted[0])


def test_a_full_sentence_begins_large_and_ends_with_a_mark() -> None:
    assert _is_full("Da stand „Wir warten nicht länger.“")
    assert not _is_full("Da stand „wir warten nicht länger.“")
    assert not _is_full("Da stand „Wir warten nicht länger“.")
    assert not _is_full("Da stand „Nein.“")


def test_the_mark_of_a_full_sentence_may_stand_behind_the_closing_one() -> None:
    assert _is_full("„Wir warten nicht länger“.")
    assert _is_full("Da stand: „Wir warten jetzt nicht länger“.")
    assert not _is_full("Da stand: „Wir warten nicht länger“.")  # perhaps a slogan


def test_a_span_is_direct_speech_if_nothing_else_is_in_it() -> None:
    assert is_direct("\x02\x01\x01\x03", first=True)
    assert not is_direct("Es sei \x02\x01\x01\x03", first=True)
    assert is_direct(" \x02\x01\x01\x03 und mehr", first=False)


def test_report_lines_and_bylines_are_seen() -> None:
    assert DATELINE.match("BERLIN (dpa) – Der Bund zahlt.")
    assert not DATELINE.match("Berlin zahlt.")
    assert BYLINE.search("Wir haben Zeit. – Wladimir Putin")
