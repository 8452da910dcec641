"""Places that no table needs to know: by their form and by the words that make them places."""

from __future__ import annotations

import re

from dossier.understanding import name_words as w
from dossier.understanding import organisations
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_candidates import (
    PARTICLES,
    Candidate,
    is_after_given_name,
    is_plain,
    organisation,
)
from dossier.understanding.name_english import is_common
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.place_forms import OPENERS, ROADS

# "Fifth Avenue", "Hudson River": in German texts too.
_CLOSERS = word_set(
    "Street Avenue Road Boulevard River Lake Island Islands Square Hill Hills Valley Bay Beach "
    "Falls Bridge Canyon County Airport Desert Mountains Mountain Springs Creek Heights Coast "
    "Strait Sea Ocean Peninsula Province Prefecture Harbor Harbour Park"
)
# "Ahltener Wald", "Friedberger Landstraße": behind an adjective made from a place.
_SQUARES = word_set(
    "Straße Strasse Platz Hauptbahnhof Bahnhof Allee Tor Brücke Flughafen Hafen Park Dom Schloss "
    "Weg Gasse Damm Ufer Ring Wald See Berg Heide Land Landstraße Chaussee Dreieck Kreuz Oberland "
    "Unterland Alb Becken Bucht Moor Forst Mühle Tal Graben Promenade Insel Schweiz Meer"
)
_ROAD = re.compile(r"[AB](?:\d{1,3})?")
_YEAR = 4  # digits
_BEFORE_ROADS = word_set(
    "der die zur Die Der Autobahn Autobahnen Bundesstraße Bundesstraßen und von"
)
# The land or those who live there: "die Schweden".
_PEOPLES = word_set("Schweden Polen Hessen Sachsen Franken Schwaben Bayern Pommern Westfalen")
_BEFORE_PEOPLES = word_set("die Die den Den alle viele beiden")


def opened_at(tokens: Tokens, place: int) -> Candidate | None:
    """Return the place whose first word says that it is one: "San Remo", "Bad Berka"."""
    if tokens.words[place] not in OPENERS or not tokens.joined(place):
        return None
    return _opened(tokens, place)


def place_at(tokens: Tokens, place: int) -> Candidate | None:
    """Return the place at `place` that its form or a word of it shows."""
    word = tokens.words[place]
    if tokens.lang == "de" and word[0] in "AB" and _ROAD.fullmatch(word):
        return road_at(tokens, place)
    if tokens.lang == "de" and word in ROADS:
        following = tokens.after(place)
        is_number = following.isdigit() and len(following) < _YEAR
        return Candidate(place, place + 2, "place", sure=True) if is_number else None
    if tokens.joins[place] and tokens.words[place + 1][0].isupper():
        found = _of_words(tokens, place, word)
        if found:
            return found
    if tokens.flags[place] & w.FORM:
        return Candidate(place, place + 1, "place", sure=True)
    return None


def _of_words(tokens: Tokens, place: int, word: str) -> Candidate | None:
    if tokens.lang == "de" and word.endswith("er") and tokens.after(place) in _SQUARES:
        return _adjective(tokens, place)
    return _closed(tokens, place)


def _opened(tokens: Tokens, place: int) -> Candidate | None:
    """Read what follows an opener: a capitalised word, perhaps behind "de la"."""
    if is_after_given_name(tokens, place):
        return None
    end = place + 1
    while end < place + 3 and tokens.joined(end) and _leads_on(tokens.words[end]):
        end += 1
    if not tokens.is_capital(end) or tokens.flags[end] & (w.OTHER | w.OFFICE | w.ACRONYM):
        return None
    if tokens.words[end].endswith("er") and tokens.after(end)[:1].isupper():
        return None  # "der St. Galler Ständerat"
    is_word = is_plain(tokens, end) and not tokens.flags[end] & (w.COMPOUND | w.HAMLET)
    if is_word or (tokens.lang != "de" and is_common(tokens.flags[end])):
        return None  # "Via Teleconference"
    if tokens.after(end) in organisations.TEAMS:
        return organisation(place, end + 2)  # "San Antonio Spurs"
    return Candidate(place, end + 1, "place", sure=True)


def _leads_on(word: str) -> bool:
    return word in PARTICLES or word in OPENERS


def _closed(tokens: Tokens, place: int) -> Candidate | None:
    """Read capitalised words that end in a closer: "Pennsylvania Avenue"."""
    if tokens.flags[place] & (w.OTHER | w.OFFICE | w.DULL) or not tokens.is_capital(place):
        return None
    end = place + 1
    while end < place + 3 and tokens.joined(end - 1) and tokens.is_capital(end):
        if tokens.flags[end] & w.INITIAL:
            return None  # "Christopher R. Hill"
        if tokens.words[end] in _CLOSERS:
            return Candidate(place, end + 1, "place", sure=True)
        if tokens.flags[end] & (w.OTHER | w.OFFICE):
            break
        end += 1
    return None


def _adjective(tokens: Tokens, place: int) -> Candidate | None:
    """Read "Schwabacher Straße 12a"."""
    if tokens.flags[place] & w.OTHER:
        return None
    end = place + 2
    if tokens.after(end - 1)[:1].isdigit() and tokens.words[end - 1].lower().endswith("straße"):
        end += 1
    return Candidate(place, end, "place")


def road_at(tokens: Tokens, place: int) -> Candidate | None:
    """Return the road at `place`: "die A 1", "der B27"."""
    word = tokens.words[place]
    if tokens.before(place) not in _BEFORE_ROADS:
        return None
    if len(word) > 1:
        return Candidate(place, place + 1, "place", sure=True)
    number = tokens.after(place).rstrip(".")
    if not number.isdigit() or len(number) > 3:
        return None
    return Candidate(place, place + 2, "place", sure=True)


def is_people(tokens: Tokens, place: int) -> bool:
    """Whether those who live there are meant: "die Schweden"."""
    return tokens.words[place] in _PEOPLES and tokens.before(place) in _BEFORE_PEOPLES
