"""Which blocks of a page are the article's.

`trafilatura` decides where the article is; the page's own blocks decide what its parts are. To
what trafilatura found is added what stands among it in the same column, and what the publisher
gives as the article's text in JSON-LD; taken away is what says of itself that it is something
else.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate

from msgspec.structs import replace

from dossier.reading.boilerplate import is_call, is_comments, is_end, is_line, is_notice
from dossier.reading.boxes import is_label
from dossier.reading.crossheads import (
    HEADINGS,
    LONGEST_CROSSHEAD,
    as_crosshead,
    is_interview,
    without_hanging,
)
from dossier.reading.outline import Piece, key_of
from dossier.reading.standfirst import with_standfirst

# Shares and lengths here are set by hand, with 29 pages under open licences and the six of the
# tests in view: all pieces of text that belong there, one in 68 excepted, are in.
# A block of fewer letters is found only as a whole line: "mehr" is part of every text.
_SHORTEST_KEY = 25
_ENDS = 60  # letters at both ends by which a long block is recognised
_MAIN_SHARE = 0.2  # of the letters found, for a place of the page to count as the article's
_SUSPECT_SHARE = 0.3  # a part with more of the text is no side matter, whatever its class says
_LINKED = 0.7  # a paragraph with a larger share of links points elsewhere
_LONGEST_LINKED = 200
# An article that has a section "Newsletter" goes on below it; a list of teasers is shorter.
_GOES_ON = 0.3
_LEAST_COVERED = 0.8  # of what trafilatura found must be found again among the blocks
# JSON-LD is taken at its word when it has most of the text.
_STATED_SHARE, _SHORTEST_STATED = 0.8, 400
_LEVELS = 3  # of a place that must be known to compare it with one a level higher or deeper
_LEAD_PICTURE = 12  # pieces between the picture at the head of a page and the text
_SENTENCE_END = re.compile(r"[.!?…:;。！？؟।][\"'“”»«’)\]」』]*$")


def choose(
    pieces: list[Piece], found: str, stated: str, *, title: str, description: str = ""
) -> list[Piece] | None:
    """Return the article's pieces, or None if `found` cannot be found among them.

    `found` is trafilatura's text, `stated` the publisher's own; "" if there is none. The
    standfirst, told by the stated `description`, is the first piece.
    """
    marks = _Marks(found or _densest(pieces))
    kept = [piece.kind != "caption" and marks.holds(piece) for piece in pieces]
    total = _letters(pieces, kept)
    if total < _LEAST_COVERED * marks.length:
        return None
    side = _side_parts(pieces, kept, total)
    pieces = [replace(p, suspects=tuple(side.intersection(p.suspects))) for p in pieces]
    kept = _with_stated(pieces, kept, stated, total)
    kept = _with_neighbours(pieces, kept, total)
    kept = [is_kept and not _is_foreign(p) for p, is_kept in zip(pieces, kept, strict=True)]
    keys = {"title": key_of(title), "description": key_of(description)}
    pieces, kept = with_standfirst(pieces, kept, **keys)
    return _settle(pieces, kept, keys["title"])


def all_of(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of a text that has no page around it, without notices."""
    pieces = [replace(piece, suspects=()) for piece in pieces]
    return _settle(pieces, [not _is_foreign(piece) for piece in pieces], "")


def _densest(pieces: list[Piece]) -> str:
    """Return the text of the column with the most sentences, if nothing else is known."""
    columns: Counter[tuple[str, ...]] = Counter()
    for piece in pieces:
        if piece.kind == "text" and not piece.suspects and _SENTENCE_END.search(piece.text):
            columns[piece.signature] += len(piece.key)
    best = max(columns, key=lambda column: columns[column], default=())
    return "\n".join(p.text for p in pieces if p.kind == "text" and p.signature == best)


def _letters(pieces: list[Piece], kept: list[bool]) -> int:
    return sum(len(piece.key) for piece, is_kept in zip(pieces, kept, strict=True) if is_kept)


class _Marks:
    """The text that was found, ready to be asked for blocks."""

    def __init__(self, found: str) -> None:
        lines = [key_of(line) for line in found.split("\n")]
        self._lines = frozenset(line for line in lines if line)
        self._joined = "".join(lines)
        self.length = len(self._joined)

    def holds(self, piece: Piece) -> bool:
        key = piece.key
        if key in self._lines:
            return True
        if len(key) < _SHORTEST_KEY:
            return False
        return key[:_ENDS] in self._joined and key[-_ENDS:] in self._joined


def _side_parts(pieces: list[Piece], kept: list[bool], total: int) -> set[int]:
    """Return the parts named like side matter that do not hold the article after all."""
    letters: Counter[int] = Counter()
    for piece, is_kept in zip(pieces, kept, strict=True):
        for part in piece.suspects:
            letters[part] += len(piece.key) * is_kept
    side = {part for part in letters if letters[part] < _SUSPECT_SHARE * total}
    return side - _standfirsts(pieces, kept, side)


def _standfirsts(pieces: list[Piece], kept: list[bool], side: set[int]) -> set[int]:
    """Return the parts above the text that hold nothing but sentences.

    Standfirsts are often named *teaser* or *meta*, like the boxes that point elsewhere.
    """
    standfirsts: set[int] = set()
    others: set[int] = set()
    for piece, is_kept in zip(pieces, kept, strict=True):
        parts = side.intersection(piece.suspects)
        if not parts:
            if is_kept and piece.kind == "text" and _is_sentence(piece.text):
                break
        elif is_kept and piece.kind == "text" and not piece.linked and _is_sentence(piece.text):
            standfirsts |= parts
        else:
            others |= parts
    return standfirsts - others


def _with_stated(pieces: list[Piece], kept: list[bool], stated: str, total: int) -> list[bool]:
    """Add what the publisher gives as text; if that is nearly all, nothing short follows it."""
    if len(stated) < _SHORTEST_STATED:
        return kept
    marks = _Marks(stated)
    held = [piece.kind in ("text", "item", "quote") and marks.holds(piece) for piece in pieces]
    both = _letters(pieces, [a and b for a, b in zip(kept, held, strict=True)])
    last = max((place for place, is_held in enumerate(held) if is_held), default=len(held))
    if both < _STATED_SHARE * total:
        last = len(pieces)
    return [
        (is_held and len(piece.key) >= _SHORTEST_KEY)
        or (is_kept and (place <= last or len(piece.text) >= _LONGEST_LINKED))
        for place, (piece, is_kept, is_held) in enumerate(zip(pieces, kept, held, strict=True))
    ]


def _with_neighbours(pieces: list[Piece], kept: list[bool], total: int) -> list[bool]:
    """Add paragraphs, items and headings that stand among those found, in the same place."""
    places = [place for place, is_kept in enumerate(kept) if is_kept]
    if not places:
        return kept
    home = _Home([pieces[place] for place in places], total)
    added = list(kept)
    for place in range(places[0], places[-1]):
        piece = pieces[place]
        added[place] = added[place] or (home.takes(piece) and not _is_foreign(piece))
    for step, start in ((1, places[-1]), (-1, places[0])):  # and what goes on at both ends
        place = start + step
        while 0 <= place < len(pieces) and home.continues(pieces[place]):
            added[place] = True
            place += step
    return added


class _Home:
    """The places of a page that hold most of what was found."""

    def __init__(self, found: list[Piece], total: int) -> None:
        parents: Counter[int] = Counter()
        columns: Counter[tuple[str, ...]] = Counter()
        for piece in found:
            if piece.kind in ("text", "quote"):
                parents[piece.parent] += len(piece.key)
                columns[piece.signature] += len(piece.key)
        self._parents = {place for place, n in parents.items() if n >= _MAIN_SHARE * total}
        self._columns = {place for place, n in columns.items() if n >= _MAIN_SHARE * total}
        self._above = {column[:-1] for column in self._columns}
        # where a heading stands whose text is in an element of its own
        self._around = {column[-4:-2] for column in self._columns if len(column) > _LEVELS}
        # where a list stands whose items' place is one level deeper than a paragraph's
        self._beside = {column[-3:-1] for column in self._columns if len(column) >= _LEVELS}
        self._groups = {piece.group for piece in found if piece.kind == "item"}

    def takes(self, piece: Piece) -> bool:
        """Whether a piece among those found belongs to them."""
        if piece.kind == "caption":
            return False
        if piece.kind == "item":
            return piece.group in self._groups or piece.signature[:-2] in self._beside
        if piece.parent in self._parents:
            return True
        if piece.kind == "heading":
            return piece.signature[:-1] in self._above or piece.signature[-3:-1] in self._around
        return piece.signature in self._columns and _is_sentence(piece.text)

    def continues(self, piece: Piece) -> bool:
        """Whether a piece before the first or behind the last one belongs to them."""
        if piece.kind != "text" or piece.parent not in self._parents or _is_foreign(piece):
            return False
        return _is_sentence(piece.text) and not is_line(piece.text)


def _is_sentence(text: str) -> bool:
    return len(text) > 60 or bool(_SENTENCE_END.search(text))


def _is_foreign(piece: Piece) -> bool:
    if piece.suspects or is_notice(piece.text, linked=piece.linked):
        return True
    if is_call(piece.text, linked=piece.linked):
        return True
    return piece.linked > _LINKED and len(piece.text) < _LONGEST_LINKED and piece.kind != "heading"


def _settle(pieces: list[Piece], kept: list[bool], title: str) -> list[Piece]:
    """Make headings crossheads where text follows, and put captions where they stand."""
    if not is_interview(pieces, kept):
        pieces = [as_crosshead(p) if k else p for p, k in zip(pieces, kept, strict=True)]
    texts = [
        place
        for place, (piece, is_kept) in enumerate(zip(pieces, kept, strict=True))
        if is_kept and piece.kind != "caption" and piece.tag not in HEADINGS
    ]
    if not texts:
        return []
    start, end = _start(pieces, texts), _end(pieces, kept, texts)
    settled: list[Piece] = []
    seen: set[str] = set()
    for place, piece in enumerate(pieces[:end]):
        if piece.kind == "caption":
            wanted = not piece.suspects and place >= start - _LEAD_PICTURE
        else:
            wanted = kept[place] and place >= start and _is_text(piece, title)
        # the same again is a copy for another screen, or a quotation set apart
        if wanted and not (len(piece.key) >= _SHORTEST_KEY and piece.key in seen):
            seen.add(piece.key)
            settled.append(piece)
    return without_hanging(settled)


def _end(pieces: list[Piece], kept: list[bool], texts: list[int]) -> int:
    """Return where the text ends: a heading may begin something else below it."""
    sizes = [len(piece.key) * is_kept for piece, is_kept in zip(pieces, kept, strict=True)]
    behind = list(accumulate(sizes))
    home = _columns(pieces, kept)
    for place in range(texts[0], texts[-1]):
        piece = pieces[place]
        if not kept[place] and is_label(piece.text):
            rest = zip(pieces[place:], kept[place:], strict=True)
            if not any(is_kept and _column(p) in home for p, is_kept in rest):
                return place
        if piece.kind != "heading":
            continue
        if is_comments(piece.text) or (kept[place] and is_end(piece.text)):
            before = behind[place] - sizes[place]
            if behind[-1] - before <= _GOES_ON * before:
                return place
    return texts[-1] + 1


def _columns(pieces: list[Piece], kept: list[bool]) -> set[tuple[str, ...]]:
    """Return how the places are built in which most of the text stands."""
    letters: Counter[tuple[str, ...]] = Counter()
    for piece, is_kept in zip(pieces, kept, strict=True):
        letters[_column(piece)] += len(piece.key) * is_kept
    least = _MAIN_SHARE * letters.total()
    return {column for column, n in letters.items() if n >= least}


def _column(piece: Piece) -> tuple[str, ...]:
    """Return how a place is built, whatever stands in it: paragraphs, lists or quotations."""
    return piece.signature[:-1]


def _is_text(piece: Piece, title: str) -> bool:
    if is_line(piece.text) or (piece.key == title and piece.tag in HEADINGS):
        return False
    return piece.kind != "heading" or len(piece.text) <= LONGEST_CROSSHEAD


def _start(pieces: list[Piece], texts: list[int]) -> int:
    """Return where the text begins: kickers, bylines and buttons may stand above its column."""
    letters: Counter[tuple[str, ...]] = Counter()
    for place in texts:
        letters[pieces[place].signature] += len(pieces[place].key)
    column = max(letters, key=lambda signature: letters[signature])
    for place in texts:
        piece = pieces[place]
        if _is_sentence(piece.text) or set(piece.signature[-2:-1]) <= set(column):
            return place
    return texts[0]
