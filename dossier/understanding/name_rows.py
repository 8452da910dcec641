"""Names in a row: of "in Düren, Eregli und Bonn" each is what the others are."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.understanding.lexicon import word_set
from dossier.understanding.name_candidates import Candidate
from dossier.understanding.name_tokens import Tokens

_AND = word_set("und oder sowie and or")
_BEFORE_AND = frozenset((" ", ", "))
_COMMAS = frozenset((", ", "/", " / ", "; "))


def mark_rows(tokens: Tokens, found: Sequence[Candidate]) -> None:
    """Tell each doubtful candidate of a row where the row begins and what the others of it are.

    A row is candidates with only a comma, a slash or "und" between them.
    """
    if len(found) < 2:
        return
    gaps, words = tokens.gaps, tokens.words
    first, end = 0, found[0].last
    for place, one in enumerate(found):
        start = one.first
        if place and not (
            gaps[start] in _COMMAS
            if start == end
            else start == end + 1 and words[end] in _AND and gaps[end] in _BEFORE_AND
        ):
            if place - first > 1:
                _mark(found[first:place])
            first = place
        end = one.last
    if len(found) - first > 1:
        _mark(found[first:])


def _mark(row: Sequence[Candidate]) -> None:
    kinds = tuple(dict.fromkeys(f"row:{one.kind}" for one in row if one.kind))
    for one in row:
        if not one.kind:
            one.row = kinds
            one.head = row[0].first
