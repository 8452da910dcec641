"""The standfirst of a page: the sentences between headline and text.

Outlets set it apart from the text's column, where extractors of text do not look for it. It is
known by the description that the page states for search engines, by the name of its element, or
by its place.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.reading.boilerplate import is_line, is_notice
from dossier.reading.outline import Piece

_NAMED = re.compile(
    r"(?:^|[\s._-])(?:lead(?:-?text|-?in|-?paragraph)?|lede|intro(?:text|duction)?|stand-?first"
    r"|teaser-?(?:text)?|preface|vorspann|einleitung|summary|dek|deck|excerpt|unterzeile|untertitel"
    r"|sub-?title|subline|sub-?head(?:line)?|chapo|chapeau|entradilla|sommario|ingress|header-teaser"
    r"|description|perex|kurztext|anrei(?:ss|ß)er)(?![a-z])|leadtext|teasertext",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SENTENCES = re.compile(r"[.!?…。！？؟।][\"'“”»«’)\]」』]*$")
# Set by hand, on pages built like those of 18 outlets (tests/newspapers.py).
_ABOVE = 14  # pieces between headline and text that are looked at: bylines, buttons, pictures
_SHORTEST, _LONGEST = 25, 900  # letters; a description may be cut after some 160
_BODY = 60  # letters of the first paragraph
_SHORTEST_TITLE = 8
_SAME = 40  # letters by which a description is recognised
_SENTENCE = 45  # letters of a standfirst that is known by nothing but its place


def with_standfirst(
    pieces: list[Piece], kept: list[bool], *, title: str, description: str
) -> tuple[list[Piece], list[bool]]:
    """Keep the standfirst too, as text, if there is one; `title` and `description` are keys."""
    first = next((n for n, piece in enumerate(pieces) if kept[n] and _is_body(piece)), 0)
    if not first or _is_same(pieces[first].key, description):
        return pieces, kept
    head = _headline(pieces[:first], title)
    start = max(first - _ABOVE, head + 1)
    known = [
        n
        for n in range(start, first)
        if _is_standfirst(pieces[n], description, below_headline=head >= 0)
    ]
    if not known and head >= 0:
        known = [n for n in range(start, first) if _stands_alone(pieces[n], kept[n])]
        known = known if len(known) == 1 else []
    for place in known[:2]:  # two paragraphs at most: what is longer is text
        found = pieces[place]
        kept[place] = True
        pieces[place] = replace(found, kind="text", tag="p", suspects=(), bold=0.0)
    return pieces, kept


def _headline(above: list[Piece], title: str) -> int:
    """Return the place of the last heading that holds the title, -1 if there is none."""
    found = -1
    for place, piece in enumerate(above):
        may_be = len(piece.key) > _SHORTEST_TITLE and piece.tag in ("h1", "h2", "div")
        if may_be and (piece.key in title or (title and title in piece.key)):
            found = place
    return found


def _is_body(piece: Piece) -> bool:
    return piece.kind == "text" and not piece.suspects and len(piece.key) > _BODY


def _is_standfirst(piece: Piece, description: str, *, below_headline: bool) -> bool:
    if not _may_be(piece):
        return False
    if _is_same(piece.key, description):
        return True
    names = " ".join((piece.names, *piece.signature[-2:]))
    named = below_headline and _NAMED.search(_CAMEL.sub("-", names)) is not None
    return named and _SENTENCES.search(piece.text) is not None


def _stands_alone(piece: Piece, is_kept: bool) -> bool:  # noqa: FBT001 - as the lists pair them
    """Whether a piece reads like a standfirst, if there is no other below the headline."""
    return (
        _may_be(piece)
        and (piece.kind == "heading" or (piece.kind == "text" and not is_kept))
        and not piece.suspects
        and not piece.linked
        and len(piece.key) >= _SENTENCE
        and _SENTENCES.search(piece.text) is not None
    )


def _may_be(piece: Piece) -> bool:
    if piece.kind not in ("text", "heading", "quote"):
        return False
    if not _SHORTEST <= len(piece.key) <= _LONGEST or piece.linked >= 0.5:
        return False
    return not is_line(piece.text) and not is_notice(piece.text, linked=piece.linked)


def _is_same(key: str, description: str) -> bool:
    """Whether one goes on where the other was cut."""
    least = min(len(key), len(description))
    if least < _SHORTEST:
        return False
    return key[: min(_SAME, least)] == description[: min(_SAME, least)]
