"""Reads a block's text from left to right and collects what may be names."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dossier.understanding import name_words as w
from dossier.understanding.known import NOBODY, Known
from dossier.understanding.name_bodies import FORMS, OPENERS, body_at
from dossier.understanding.name_candidates import PARTICLES, Candidate, has_title
from dossier.understanding.name_datelines import dateline
from dossier.understanding.name_english import is_nobody
from dossier.understanding.name_lists import (
    editors_at,
    hamlet_at,
    is_named_place,
    listed_at,
    small_place,
)
from dossier.understanding.name_people import person_at
from dossier.understanding.name_places import opened_at, place_at
from dossier.understanding.name_rows import mark_rows
from dossier.understanding.name_tokens import Tokens

# What may be a name of another kind by itself.
_MORE_THAN_ITSELF = w.LISTED | w.DEMONYM | w.OPENER | w.BODY | w.HEAD | w.FORM


def scan(tokens: Tokens, known: Known) -> list[Candidate]:
    """Return the candidates of a text in order, none overlapping another."""
    if known.forms.isdisjoint(tokens.words):  # most texts
        known = NOBODY
    found: list[Candidate] = []
    end = 0
    loud = dateline(tokens) if tokens.lang == "de" else None
    if loud:
        found.append(loud)
        end = loud.last
    for place in _beginnings(tokens, known):
        if place < end:
            continue
        one = _candidate(tokens, place, tokens.flags[place], known)
        if one is not None:
            found.append(one)
            end = one.last
    mark_rows(tokens, found)
    return found


def _beginnings(tokens: Tokens, known: Known) -> list[int]:
    """Return where a name may begin, by what is known of the words alone."""
    words, flags, names = tokens.words, tokens.flags, known.words
    dull, noun, office = w.DULL, w.NOUN, w.OFFICE
    return [
        place
        for place, seen in enumerate(flags)
        # "Präsident Barack Obama": an office makes a name of a word that looks like a noun
        if (seen and (not seen & dull or (seen & noun and place and flags[place - 1] & office)))
        or (names and words[place] in names)
    ]


def _candidate(tokens: Tokens, place: int, flags: int, known: Known) -> Candidate | None:
    one = editors_at(tokens, place, known) if known.names else None
    if one is None and not flags & _MORE_THAN_ITSELF:
        if flags & w.OTHER and tokens.words[place] not in OPENERS:
            return None
        if not _goes_on(tokens, place):
            return _single(tokens, place, flags)
    if one is None and flags & w.OPENER:
        one = opened_at(tokens, place)
    if one is None and flags & (w.LISTED | w.DEMONYM):
        one = listed_at(tokens, place)
    if one is None:
        one = body_at(tokens, place)
    if one is None:
        one = place_at(tokens, place) or hamlet_at(tokens, place)
    if one is None:
        one = person_at(tokens, place)
    return one or _single(tokens, place, flags)


def _goes_on(tokens: Tokens, place: int) -> bool:
    """Whether what stands behind a word can belong to its name: most words stand alone."""
    if not tokens.joins[place]:
        return tokens.gaps[place + 1] == " & "
    following = tokens.words[place + 1]
    if following.islower():
        return following in PARTICLES or following in FORMS
    return following[0].isupper() or "-" in following


def _single(tokens: Tokens, place: int, flags: int) -> Candidate | None:
    """Keep a single word for the article to decide, if it may be a name at all."""
    word = tokens.words[place]
    if flags & (w.OTHER | w.INITIAL) or len(word) < 2 or not word[0].isupper():
        return None
    if flags & w.ACRONYM:
        return None if tokens.text.isupper() else Candidate(place, place + 1)
    if tokens.lang != "de" and is_nobody(tokens, place):
        return Candidate(place, place + 1, sure=True)
    title = has_title(tokens, place)
    if flags & (w.OFFICE | w.KIND) and not flags & w.FAMILY:
        return None
    if flags & w.NOUN and not flags & w.NAME and not title and not is_named_place(tokens, place):
        return None
    entry = small_place(tokens, place) if flags & w.HAMLET else None
    return Candidate(place, place + 1, title=title, entry=entry)


def _has_initial(tokens: Tokens, one: Candidate) -> bool:
    """Whether an initial stands between two words: "Enoh T. Ebong"."""
    return any(flag & w.INITIAL for flag in tokens.flags[one.first + 1 : one.last - 1])


def certain(tokens: Tokens, found: Iterable[Candidate]) -> list[Candidate]:
    """Keep what is certain in a language that the program does not know.

    The editor's names, listed bodies and places, people from a given name on; words that stand
    alone wait for the article, where they may be part of a full name.
    """
    kept = (_certain(tokens, one) for one in found)
    return [one for one in kept if one]


def _certain(tokens: Tokens, one: Candidate) -> Candidate | None:
    if one.name or (one.kind in ("place", "organisation") and one.entry):
        return one
    if one.kind != "person":
        if not one.kind and not one.sure and _has_initial(tokens, one):
            return replace(one, kind="person", sure=True)
        return None if one.kind or one.last - one.first > 1 else one
    if one.title and one.last - one.first > 1:
        return one
    given = (
        place
        for place in range(one.first, one.last - 1)
        if tokens.flags[place] & w.GIVEN and len(tokens.words[place]) > 2  # no "Le", "El"
    )
    first = next(given, None)
    return None if first is None else replace(one, first=first)
