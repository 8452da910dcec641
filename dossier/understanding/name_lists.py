"""Names that are listed: the editor's, known organisations, places; and streets by their form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dossier.understanding import gazetteer, organisations
from dossier.understanding import name_words as w
from dossier.understanding.gazetteer import Entry
from dossier.understanding.known import Known
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_bodies import FORMS, english_body
from dossier.understanding.name_candidates import (
    DETERMINERS,
    PLACE_WORDS,
    Candidate,
    has_title,
    is_after_given_name,
    is_plain,
    organisation,
)
from dossier.understanding.name_datelines import with_river
from dossier.understanding.name_features import is_kind_of_place
from dossier.understanding.name_people import chain
from dossier.understanding.name_places import is_people
from dossier.understanding.name_tokens import Tokens

# Countries, states and regions that are words or family names too.
_NAMESAKES = word_set(
    "Jordan Wales England Franken Harz Amur Oder Georgia Chad Niger Seine Java Main Lech Brenner "
    "Alberta Enz Memel Thur Capri Poel Simplon Feldberg Riem Bilk"
)
_LANDS_EN = word_set("England Wales Georgia Niger")  # in English mostly these
_INDEFINITE = word_set("ein eine einen einer einem eines kein keine")
_DISTRICTS = word_set("Mitte Nord Süd Ost West Neustadt Altstadt Innenstadt Stadt Land")
_WHERE = word_set("in nach aus In Nach Aus")
_IN = word_set("in nach In Nach")
_AT = frozenset(("am", "Am", "im", "Im"))
# Their names are given names and nouns in some list too, and always mean the city.
_PLAIN_CITIES = word_set(
    "Berlin Paris London Wien Rom Kiel Moskau Peking Prag Hamburg Köln Atlanta Boston Dallas "
    "Houston Denver Sydney"
)
_PLAIN_CITIES_EN = word_set("Vienna Geneva Brussels")
_DOUBTFUL = w.NAME | w.OTHER | w.OFFICE
_ADJECTIVES = ("US", "U.S.")  # "US Open"
_TOWNS = ("metropolis", "city", "town")
_DASHES = (" – ", " — ", " - ")
_FOUNDED = re.compile(r"0\d|1\d|96|98")  # "Mainz 05", "Hannover 96"


def editors_at(tokens: Tokens, place: int, known: Known) -> Candidate | None:
    """Return what the editor listed, whatever else the words may be."""
    word = tokens.words[place]
    if word not in known.words and w.without_genitive(word, tokens.lang) not in known.names:
        return None  # nearly always
    found = _match(tokens, place, known.longer, known.names)
    if not found:
        return None
    end, form = found
    kind, name = known.names[form]
    if kind == "person" and _is_part_of_longer(tokens, place, end):
        return None
    return Candidate(place, end, kind, sure=True, name=name)


def _is_part_of_longer(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a longer name stands there: the alias "Kim" in "Kim Yo Jong"."""
    return chain(tokens, place) > end or is_after_given_name(tokens, place)


def listed_at(tokens: Tokens, place: int) -> Candidate | None:
    """Return the listed organisation or place, or the street, at `place`."""
    bodies, places = organisations.organisations(), gazetteer.places()
    found = None
    if _begins_a_body(tokens.words[place], tokens.lang):
        found = _match(tokens, place, organisations.longer(), bodies)
    if found and (found[0] > place + 1 or _is_body(tokens, place, found[1])):
        end = found[0]
        end += tokens.after(end - 1) in FORMS
        return Candidate(place, end, "organisation", sure=True, entry=bodies[found[1]])
    if tokens.gaps[place + 1] == "- " and place + 1 < len(tokens):
        split = places.get(f"{tokens.words[place]}-{tokens.words[place + 1]}")
        if split:  # the end of a line cut it: "Mecklenburg- Vorpommern"
            return Candidate(place, place + 2, "place", sure=True, entry=split)
    found = _match(tokens, place, gazetteer.longer(), places) or _spelled(tokens, place)
    if not found:
        return _street(tokens, place)
    end, form = found
    if end > place + 1:
        if tokens.after(end - 1) in organisations.TEAMS:
            return organisation(place, end + 1)  # "New York Knicks"
        return Candidate(place, end, "place", sure=True, entry=places[form])
    one = _place(tokens, place, places[form], form)
    return with_river(tokens, one) if one and one.entry and tokens.lang == "de" else one


@lru_cache(maxsize=1 << 16)
def _begins_a_body(word: str, lang: str) -> bool:
    """Whether `word`, perhaps in the genitive, is a listed organisation or begins one."""
    bodies = organisations.organisations()
    return (
        word in bodies or word in organisations.longer() or w.without_genitive(word, lang) in bodies
    )


def hamlet_at(tokens: Tokens, place: int) -> Candidate | None:
    """Return the small place of several words at `place`, for the sentence to decide."""
    longer = gazetteer.longer_hamlets()
    if tokens.words[place] not in longer:
        return None
    found = _match(tokens, place, longer, {})
    return Candidate(place, found[0], entry=gazetteer.place(found[1])) if found else None


def small_place(tokens: Tokens, place: int) -> Entry | None:
    """Return the small place whose name is the word at `place`, perhaps in the genitive."""
    word = tokens.words[place]
    return gazetteer.place(word) or gazetteer.place(w.without_genitive(word, tokens.lang))


def is_named_place(tokens: Tokens, place: int) -> bool:
    """Whether the sentence makes a place of a word that looks like a noun: "nach Franzburg"."""
    if tokens.lang != "de" or not tokens.flags[place] & w.HAMLET:
        return False
    before = tokens.before(place)
    if before in ("aus", "Aus") and tokens.flags[place] & w.COMPOUND:
        return False  # "aus Sandstein"
    return before in PLACE_WORDS["de"] or is_kind_of_place(before)


def _match(
    tokens: Tokens, place: int, longer: Mapping[str, tuple[str, ...]], single: Mapping[str, object]
) -> tuple[int, str] | None:
    """Return the end and the listed name that stands at `place`, perhaps in the genitive."""
    word, start = tokens.words[place], tokens.starts[place]
    for name in longer.get(word, ()):
        if tokens.text.startswith(name, start):
            end = _word_that_ends(tokens, place, start + len(name))
            if end:
                return end, name
    if word in single:
        return place + 1, word
    bare = w.without_genitive(word, tokens.lang)
    return (place + 1, bare) if bare in single else None


def _word_that_ends(tokens: Tokens, place: int, end: int) -> int:
    """Return the place behind the word that ends at `end`, a genitive left aside, else 0."""
    while place < len(tokens) and tokens.ends[place] < end:
        place += 1
    if place >= len(tokens) or tokens.starts[place] > end:
        return 0
    return place + 1 if tokens.text[end : tokens.ends[place]] in ("", "s", "'s", "’s", ".") else 0


def _spelled(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """Return a place in capitals (BOCHUM) or the city of a district (Berlin-Mitte)."""
    word, places = tokens.words[place], gazetteer.places()
    if word.isupper() and len(word) > 3 and word.title() in places:
        return place + 1, word.title()
    city, _, district = word.partition("-")
    if district[:1].isupper() and "-" not in district and city in places:
        flags = w.flags(district, tokens.lang)
        known = flags & (w.PLACE | w.UNKNOWN | w.HAMLET) or district in _DISTRICTS
        known = known or (tokens.before(place) in _WHERE and not flags & w.OFFICE)
        if known and places[city].kind in ("metropolis", "city"):
            return place + 1, city
    return None


def _street(tokens: Tokens, place: int) -> Candidate | None:
    """Read "Flößaustraße"."""
    word = tokens.words[place]
    if tokens.lang != "de":
        return None
    if organisations.is_street(word):
        return Candidate(place, place + 1, "place")
    return None


def _is_body(tokens: Tokens, place: int, form: str) -> bool:
    """Whether the word at `place` means the organisation of that name."""
    flags = tokens.flags[place]
    if form in organisations.QUOTED_ONLY:
        return tokens.precedes(place) in tuple("\"„“»‚'")
    if is_after_given_name(tokens, place):
        return False  # "Henry Ford"
    after = tokens.after(place)
    if flags & w.GIVEN and after[:1].isupper() and not is_plain(tokens, place + 1):
        return False
    return not (flags & w.NOUN and tokens.before(place) in _INDEFINITE)


def _place(tokens: Tokens, place: int, entry: Entry, form: str) -> Candidate | None:
    """Decide on a place of one word; those that are also names or words stay undecided."""
    is_genitive = _owns_a_noun(tokens, place, form)
    is_loud = tokens.words[place] == form.upper()  # "ESSEN"
    flags = w.flags(form, tokens.lang) if is_genitive or is_loud else tokens.flags[place]
    is_land = entry.kind in ("country", "region")
    if _is_none(tokens, place, entry, form) or (
        flags & w.NAME and not is_land and has_title(tokens, place)  # "Secretary Austin"
    ):
        return None
    body = _body_of_place(tokens, place)
    if body:
        return body
    if is_land and (form in _NAMESAKES or _is_foreign(tokens, entry, form)):
        if _stands_as_land(tokens, place, form):
            return Candidate(place, place + 1, "place", entry=entry)
        return Candidate(place, place + 1)
    plain = _PLAIN_CITIES if tokens.lang == "de" else _PLAIN_CITIES | _PLAIN_CITIES_EN
    is_dateline = tokens.opens(place) and tokens.gaps[place + 1] in _DASHES  # "Washington – Der …"
    is_sure = form in plain or is_dateline or _is_surely_a_place(flags, entry)
    is_sure = is_sure or (is_genitive and not flags & _DOUBTFUL)
    if is_sure or (flags & w.NOUN and _is_in_a_city(tokens, place, entry)):
        return Candidate(place, place + 1, "place", sure=True, entry=entry)
    return None if flags & w.OTHER or is_loud else Candidate(place, place + 1, entry=entry)


def _stands_as_land(tokens: Tokens, place: int, form: str) -> bool:
    """Whether a land or river that is a word or a name, too, is meant: "am Main", "in Georgia"."""
    before = tokens.before(place)
    if tokens.lang == "de":
        return before in _AT
    behind_place = place and tokens.gaps[place] == ", " and tokens.flags[place - 1] & w.PLACE
    return form in _LANDS_EN or before in PLACE_WORDS["en"] or bool(behind_place)


def _is_foreign(tokens: Tokens, entry: Entry, form: str) -> bool:
    """Whether a German text has a country's English name: "Tochter Ireland", "Germany's next …"."""
    return tokens.lang == "de" and form == entry.english != entry.german


def _is_none(tokens: Tokens, place: int, entry: Entry, form: str) -> bool:
    """Whether a listed name is part of a longer one, stands for people or belongs to a noun."""
    if form in _ADJECTIVES and tokens.after(place)[:1].isupper():
        return True
    word = tokens.words[place]
    if word == f"{form}s" and w.flags(form, tokens.lang) & w.NOUN and entry.kind in _TOWNS:
        return True  # "Mobiles Arbeiten"
    if tokens.lang != "de" and entry.kind not in ("country", "region"):
        common = tokens.flags[place] & w.SMALL and not tokens.flags[place] & w.NAME
        if common and tokens.before(place) in DETERMINERS:
            return True  # "the Independence of the United States"
    return _belongs_to_a_name(tokens, place, entry) or is_people(tokens, place)


def _is_in_a_city(tokens: Tokens, place: int, entry: Entry) -> bool:
    """Whether a city that is a noun stands where nouns have an article: "in Essen"."""
    is_city = entry.own and entry.kind in ("metropolis", "city")
    return is_city and tokens.lang == "de" and tokens.before(place) in _IN


def _body_of_place(tokens: Tokens, place: int) -> Candidate | None:
    """Return the organisation that a place begins: a team, "California Institute of …"."""
    after = tokens.after(place)
    if after and organisations.is_club(tokens.words[place]) and tokens.flags[place + 1] & w.PLACE:
        return organisation(place, place + 2)  # "Preußen Münster"
    if after in organisations.TEAMS or _FOUNDED.fullmatch(after):
        return organisation(place, place + 2)
    return english_body(tokens, place) if _goes_on_in_english(tokens, place) else None


def _goes_on_in_english(tokens: Tokens, place: int) -> bool:
    """Whether a word for a body follows: "California Institute of Technology"."""
    heads = (place + 1, place + 2)
    return any(tokens.is_capital(one) and tokens.flags[one] & w.HEAD for one in heads)


def _owns_a_noun(tokens: Tokens, place: int, form: str) -> bool:
    """Whether the genitive of a place stands before a noun: it is not more than its base is."""
    follows = tokens.joined(place) and is_plain(tokens, place + 1)
    return follows and tokens.words[place] == f"{form}s"


def _is_surely_a_place(flags: int, entry: Entry) -> bool:
    """Whether a listed name needs no look at the sentence: a country, a city that is no word."""
    if entry.kind in ("country", "region"):
        return True
    name = w.GIVEN if entry.kind == "metropolis" else w.NAME
    doubtful = flags & (name | w.OTHER) or (flags & w.NOUN and not flags & w.COMPOUND)
    return entry.kind != "town" and entry.own and not doubtful


def _belongs_to_a_name(tokens: Tokens, place: int, entry: Entry) -> bool:
    """Whether the place is part of a person's name: "Jack London", "Vladimir Putin"."""
    if is_after_given_name(tokens, place):
        return True
    if not tokens.is_capital(place + 1) or tokens.after(place) in ("", *organisations.TEAMS):
        return False
    word = tokens.words[place]
    if tokens.lang == "de" and word.endswith("s") and word not in (entry.german, entry.english):
        return False  # "Bremerhavens Guards": no given name stands in the genitive
    flags, after = tokens.flags[place], tokens.flags[place + 1]
    if after & (w.OFFICE | w.OTHER | w.ACRONYM | w.PLACE):
        return False
    if flags & w.GIVEN:
        return not after & w.NOUN or bool(after & w.FAMILY)
    return entry.kind in ("city", "town") and bool(after & w.FAMILY) and not after & w.NOUN
