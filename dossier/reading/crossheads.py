"""Crossheads on a page: headings that text follows, and paragraphs that are set like headings."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.reading.outline import Piece

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LONGEST_CROSSHEAD = 140  # characters
_LONGEST_QUESTION = 60
_LEAST_QUESTIONS = 3
_ASKED = 0.4  # of the questions: some of an interview's are short and address nobody
_ADDRESS = re.compile(
    r"\b(?:Sie|Ihr(?:e[nmrs]?)?|Ihnen|Herr|Frau|Du|du|[Dd]ir|[Dd]ich|[Dd]ein(?:e[nmrs]?)?|[Ee]uch"
    r"|[Yy]ou|[Yy]our|Mr|Mrs|Ms)\b"
)
_BOLD = 0.95  # of the letters: a full stop or a blank may be left out
_CROSSHEAD = re.compile(
    r"sub-?head|cross-?head|zwischen-?(?:titel|ueberschrift|überschrift|zeile)|inter-?title"
    r"|(?:^|[\s_-])h(?:eading)?-?[2-4](?!\w)|sub-?title|subline",
    re.IGNORECASE,
)
_FINAL = re.compile(r"[.!,;…][\"'“”»«’)\]]*$")


def is_interview(pieces: list[Piece], kept: list[bool]) -> bool:
    """Whether lines in bold are an interviewer's questions: then they are text.

    Questions that a text answers itself ("Wer muss zahlen?") are crossheads: short, and nobody
    is addressed.
    """
    bold = [
        piece.text
        for piece, is_kept in zip(pieces, kept, strict=True)
        if is_kept and piece.kind == "text" and piece.bold > _BOLD
    ]
    questions = [text for text in bold if text.endswith("?")]
    if len(questions) < _LEAST_QUESTIONS or len(questions) * 2 < len(bold):
        return False
    long = sum(len(text) >= _LONGEST_QUESTION for text in questions)
    addressed = sum(_ADDRESS.search(text) is not None for text in questions)
    return max(long, addressed) >= _ASKED * len(questions)


def as_crosshead(piece: Piece) -> Piece:
    """Recognise crossheads that are set as paragraphs: bold as a whole, or named so."""
    if piece.kind != "text" or len(piece.text) > LONGEST_CROSSHEAD or _FINAL.search(piece.text):
        return piece
    # a long question in bold is an interviewer's
    is_question = piece.text.endswith("?") and len(piece.text) >= _LONGEST_QUESTION
    if _CROSSHEAD.search(piece.names) or (piece.bold > _BOLD and not is_question):
        return replace(piece, kind="heading", level=3)
    return piece


def without_hanging(settled: list[Piece]) -> list[Piece]:
    """Drop crossheads that no text follows, and headings above all text."""
    kept: list[Piece] = []
    has_text = False
    for place, piece in enumerate(settled):
        if piece.kind == "heading":
            below = next((p for p in settled[place + 1 :] if p.kind != "caption"), None)
            if below is None or (below.kind == "heading" and below.level <= piece.level):
                continue
            if not has_text and piece.tag in HEADINGS:
                continue
            piece = piece if has_text else replace(piece, kind="text")  # noqa: PLW2901
        has_text = has_text or piece.kind != "caption"
        kept.append(piece)
    return kept
