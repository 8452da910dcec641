"""Names of people that have several words."""

from __future__ import annotations

import re

from dossier.understanding import family_names, gazetteer
from dossier.understanding import name_words as w
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_candidates import (
    DETERMINERS,
    PARTICLES,
    Candidate,
    has_title,
    is_plain,
    is_proper,
)
from dossier.understanding.name_english import is_common
from dossier.understanding.name_tokens import Tokens

_LONGEST = 6  # words of a name, particles included
# These are also articles and prepositions: before a noun they belong to the sentence.
_ALSO_ARTICLES = frozenset(("der", "den", "zu", "vom", "zur", "du", "la", "le", "de"))
_BEHIND_GIVEN_NAMES = frozenset(("der", "den", "vom", "zur", "zu"))
# What ends with one of these is a thing that is named, not a person, whoever it is named after.
_NAMED_THINGS = word_set(
    "Act Law Bill Order Code Amendment Resolution Treaty Agreement Accord Accords Pact Convention "
    "Protocol Charter Declaration Proclamation Directive Statute Prize Award Medal Trophy Cup Day "
    "Week Month Year Room Hall School List Index Report Review Plan Program Programme Project "
    "Initiative Strategy Summit Conference Dialogue Process Policy Doctrine Crisis Violence "
    "War Wars Sanctions Rights Affairs Regulations Section Title Building Bridge Tower Stadium "
    "Teleconference Anniversary Memorial Museum Library Foundation Prizes Awards Acts Laws "
    "Talks Base Hotel Festival"
)
_NOBLE = frozenset(("Freiherr", "Freifrau", "Graf", "Gräfin", "Baron", "Prinz", "Fürst", "Ritter"))
_GERMAN_PARTICLES = frozenset(("von", "vom", "zu", "zur", "der", "den"))
_NUMERAL = re.compile(r"X{0,2}(?:I{1,3}|IV|VI{0,3}|IX|X)")
_CONTINUES = w.GIVEN | w.FAMILY | w.INITIAL


def person_at(tokens: Tokens, place: int) -> Candidate | None:
    """Return the name of several words that begins at `place`, undecided where nothing tells.

    What is no person's, though it looks like one, has no kind and is sure of it.
    """
    end = chain(tokens, place)
    if end - place < 2 or tokens.words[end - 1].islower():
        return None
    if tokens.lang != "de":
        thing = _thing(tokens, place, end)
        if thing:
            return Candidate(place, thing, sure=True)
    return _person(tokens, place, end)


def _thing(tokens: Tokens, place: int, end: int) -> int:
    """Return the end of a named thing that begins like a name: "Nobel Peace Prize", else 0."""
    last = min(place + _LONGEST, len(tokens))
    while end < last and tokens.joined(end - 1) and tokens.is_capital(end):
        end += 1
        if tokens.words[end - 1] in _NAMED_THINGS:
            return end
    return end if tokens.words[end - 1] in _NAMED_THINGS else 0


def _person(tokens: Tokens, place: int, end: int) -> Candidate | None:
    flags = tokens.flags
    if _begins_later(tokens, place, end):
        return None
    if flags[end - 1] & w.OFFICE and not flags[end - 1] & w.FAMILY:
        return None
    title = has_title(tokens, place)
    named = any(flag & w.GIVEN for flag in flags[place : end - 1]) or bool(flags[place] & w.INITIAL)
    family = bool(flags[end - 1] & w.FAMILY)
    eastern = family_names.stands_first(tokens.words[place:end])
    if title or named or family or eastern:
        name = ""
        if tokens.lang == "de" and _is_numeral(tokens, end - 1):  # written with a stop
            name = f"{' '.join(tokens.words[place:end])}."
        return Candidate(place, end, "person", sure=True, title=title, name=name)
    if all(flag & (w.SMALL | w.NOUN) for flag in flags[place:end]):
        return None  # "Social Security"
    return Candidate(place, end)


def _begins_later(tokens: Tokens, place: int, end: int) -> bool:
    """Whether the first word only begins the sentence, or says who is named behind it.

    "Gegenüber Mirko Slomka", "des Hilfsprojekts von Petra Pau".
    """
    flags = tokens.flags
    if tokens.opens(place) and flags[place] & w.SMALL and not flags[place] & w.GIVEN:
        return True
    if tokens.lang != "de" or flags[place] & _CONTINUES or has_title(tokens, place):
        return False
    later = place + 1 + (tokens.words[place + 1] == "von")
    return later < end - 1 and bool(flags[later] & w.GIVEN)


def chain(tokens: Tokens, place: int) -> int:
    """Return the end of the words that can be one person's name, from `place`."""
    end = place
    while end < len(tokens) and end - place < _LONGEST:
        if end > place:
            if not tokens.joined(end - 1):
                break
            if _is_numeral(tokens, end):  # "Manuel II."
                return end + 1
            end = _behind_particles(tokens, end, place) or end
        if not (_continues(tokens, end, place) if end > place else _begins(tokens, end)):
            break
        end += 1
        if tokens.words[end - 1].endswith(("'s", "’s")):
            break
    return end


def _is_numeral(tokens: Tokens, place: int) -> bool:
    """Whether a ruler's number stands behind a given name."""
    is_number = _NUMERAL.fullmatch(tokens.words[place]) is not None
    return is_number and bool(tokens.flags[place - 1] & w.GIVEN)


def _behind_particles(tokens: Tokens, place: int, first: int) -> int:
    """Return the place behind "von der" and the like when a name follows, else 0."""
    end = place
    while end < place + 2 and tokens.joined(end) and tokens.words[end] in PARTICLES:
        end += 1
    if end == place or not tokens.is_capital(end):
        return 0
    word, given = tokens.words[place], bool(tokens.flags[place - 1] & w.GIVEN)
    follows = given or tokens.words[place - 1] in _NOBLE or word not in _GERMAN_PARTICLES
    if not follows and (place - first > 1 or tokens.flags[end] & w.PLACE):
        return 0  # "Annalena Baerbock von den Grünen"
    if tokens.flags[end] & (w.BODY | w.KIND):
        return 0  # "Astrid Lorenz von der Universität Leipzig"
    if word in _ALSO_ARTICLES and tokens.lang == "de" and is_plain(tokens, end):
        return 0
    return end if given or word not in _BEHIND_GIVEN_NAMES else 0


def _begins(tokens: Tokens, place: int) -> bool:
    """Whether a name can begin: not in "Second Class Zach Loesch", "U.S. Black Hawk"."""
    word, flags = tokens.words[place], tokens.flags[place]
    if flags & w.OTHER or not (word[0].isupper() or word.startswith(("al-", "el-"))):
        return False
    following = tokens.flags[place + 1] if tokens.joined(place) else 0
    if flags & (w.OFFICE | w.KIND | w.ACRONYM):
        return bool(flags & w.GIVEN and following & w.FAMILY) and not flags & w.KIND
    if flags & w.PLACE and not flags & w.GIVEN:
        return False
    if following & w.GIVEN and _is_common(tokens, flags):
        return bool(flags & w.GIVEN)  # "Fall Michail Chodorkowski"
    if flags & w.NOUN and not flags & w.NAME:
        return has_title(tokens, place) and is_proper(tokens, place + 1)
    return tokens.lang == "de" or not (is_common(flags) or ("." in word and flags & w.LISTED))


def _is_common(tokens: Tokens, flags: int) -> bool:
    if tokens.lang == "de":
        return bool(flags & w.NOUN) and not flags & w.COMPOUND
    return bool(flags & w.SMALL) and not flags & w.NAME  # "Did Tim Walz", "Oligarch Viktor …"


def _continues(tokens: Tokens, place: int, first: int) -> bool:
    """Whether the word at `place` goes on with the name that begins at `first`."""
    if place >= len(tokens):
        return False
    word, flags = tokens.words[place], tokens.flags[place]
    if flags & w.OTHER or not (word[0].isupper() or word.startswith(("al-", "el-"))):
        return False
    given = bool(tokens.flags[place - 1] & (w.GIVEN | w.INITIAL))
    given = given or tokens.words[place - 1] in PARTICLES
    named = flags & w.NAME
    foreign = (
        (flags & w.OFFICE and not (flags & w.FAMILY and given))
        or (flags & (w.ACRONYM | w.KIND) and not named)
        or (flags & w.LISTED and not (given or named or _may_be_family_name(tokens, place, first)))
    )
    if tokens.lang != "de" and is_common(flags) and not (given and _is_last(tokens, place, first)):
        return False  # "Olivia Dalton En Route"
    if foreign or _ends_in_genitive(tokens, place - 1, flags):
        return False
    if flags & _CONTINUES or not flags & w.NOUN:
        return True
    return given and not flags & w.HEAD and place - first < 4


def _is_last(tokens: Tokens, place: int, first: int) -> bool:
    """Whether a common word can be a family name: the first behind a given one, "Jon Finer"."""
    flags = tokens.flags[first]
    if tokens.joined(place) and is_common(tokens.flags[place + 1]):
        return False
    if flags & (w.PLACE | w.SMALL) and not has_title(tokens, first):
        # "Austin Tice", not "the Houston Partnership" or "British Storm Shadow missiles"
        entry = gazetteer.places().get(tokens.words[first])
        before = tokens.before(first)
        is_land = entry is not None and entry.kind in ("country", "region")
        return not is_land and before not in DETERMINERS and not before[:1].isupper()
    return bool(flags & (w.GIVEN | w.INITIAL))


def _may_be_family_name(tokens: Tokens, place: int, first: int) -> bool:
    """Whether a listed word goes on with a name: "Advisor Akiba Takeo", a town of that name."""
    if has_title(tokens, first):
        return True
    entry = gazetteer.places().get(tokens.words[place])
    unknown = tokens.lang != "de" and bool(tokens.flags[place - 1] & w.UNKNOWN)
    return unknown and entry is not None and entry.kind in ("metropolis", "city", "town")


def _ends_in_genitive(tokens: Tokens, place: int, following: int) -> bool:
    """Whether a genitive ends at `place`: "Merkels Sprecher", "Bushs Parteikollegen"."""
    word = tokens.words[place]
    if tokens.lang != "de" or not word.endswith("s") or w.is_given(word):
        return False
    if following & w.NOUN and not following & w.NAME:
        return True
    return not following & w.FAMILY and bool(w.flags(word[:-1], "de") & w.NAME)
