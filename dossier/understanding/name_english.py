"""What English writes large though it is no name, or says that a name is of another kind.

Headings in title case, labels of speakers in capitals, infinitives and common words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dossier.understanding import name_words as w
from dossier.understanding import roles
from dossier.understanding.gazetteer import Entry
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_candidates import DETERMINERS, Candidate, Kind
from dossier.understanding.name_tokens import Tokens

_LONGEST_HEADING = 25  # words
_FEWEST_PLAIN = 1  # common words that a line writes large: a list of names has none
_LOWER_IN_HEADINGS = word_set(
    "a an the of in on at to for from by with and or as over into up off out but nor via per de la"
)
_NO_HEADING = frozenset(".!?:;")
_ARTICLES = word_set("the The its Its our Our their Their his her this This that")
# Of what one may be made, taught or done: "Obamacare", "Bidenomics", "Trumpism".
_THING = re.compile(r"\w{3,}(?:omics|care|ism|isms|ship|ness|hood|gate)")
_COMPANY = re.compile(r"\w{3,}(?:bank|soft|corp|media|motors|pharma)")
# What bears a name of its own: nobody is meant by "Joint Base Andrews", "USS Howard".
_BEARERS = word_set(
    "Base Camp Fort USS HMS Mount Cape Hurricane Typhoon Operation Station Airfield"
)
# In lists of given names, or behind a name, and nobody's by itself.
_NO_PERSON = word_set("Forum Jr Jr. Sr Sr. Esq Esq.")
_NO_BARE_NAME = w.LISTED | w.PLACE | w.HEAD | w.KIND | w.OTHER | w.ACRONYM | w.DEMONYM | w.OFFICE
_NUMBER_OR_CASE = re.compile(r" (?:\d|vs?\.? )")
_ONLY_A_NAME = w.UNKNOWN | w.INITIAL | w.NAME


def is_common(flags: int) -> bool:
    """Whether a word written large is an English word and in no list of names."""
    return bool(flags & w.SMALL) and not flags & (w.NAME | w.HEAD | w.LISTED | w.PLACE)


def is_heading(tokens: Tokens) -> bool:
    """Whether a text is a line in title case: "Aboard Air Force One En Route Hampton"."""
    words = tokens.words
    if not 1 < len(words) <= _LONGEST_HEADING or tokens.text[-1] in _NO_HEADING:
        return False
    if any(word[0].islower() and word not in _LOWER_IN_HEADINGS for word in words):
        return False
    return sum(map(is_common, tokens.flags)) >= _FEWEST_PLAIN


def is_nobody(tokens: Tokens, place: int) -> bool:
    """Whether a single word is the name of a base or ship, or only goes with another name."""
    before = tokens.words[place - 1] if place and tokens.joined(place - 1) else ""
    return before in _BEARERS or tokens.words[place] in _NO_PERSON


def in_headline(tokens: Tokens, found: Iterable[Candidate]) -> list[Candidate]:
    """Return the people of a headline up to the family name: capitals may go on behind it.

    "Gaggle by John Kirby En Route Philadelphia".
    """
    kept = []
    for one in found:
        flags = tokens.flags[one.first : one.last]
        families = [place for place, flag in enumerate(flags) if place and flag & w.FAMILY]
        others = (place for place, flag in enumerate(flags) if not flag & (w.GIVEN | w.INITIAL))
        last = families[-1] if families else next(others, len(flags) - 1)
        if one.kind == "person" and last and not is_common(flags[last]):
            kept.append(replace(one, last=one.first + last + 1))
    return kept


def in_label(tokens: Tokens, place: int) -> bool:
    """Whether a word belongs to the capitals before a colon: "PRESIDENT BIDEN: Thank you."."""
    end = tokens.text.find(":", tokens.ends[place])
    head = tokens.text[:end]
    return end > 0 and head.isupper() and "\n" not in head and tokens.starts[place] < end


def labelled(tokens: Tokens, place: int) -> Kind:
    """Return whether the last word of a label is a person: behind an office."""
    return "person" if place and roles.is_office(tokens.words[place - 1], "en") else ""


def judged(tokens: Tokens, one: Candidate, kind: Kind, seen: Sequence[str]) -> Kind:
    """Return what a doubtful name is of which the weights say `kind`."""
    flags = tokens.flags[one.last - 1]
    several = one.last - one.first > 1
    listed = isinstance(one.entry, Entry)
    if flags & w.ACRONYM and not several and in_label(tokens, one.first):
        return labelled(tokens, one.first)
    if kind != "organisation" and not listed and is_common(flags):
        return ""  # "Efforts to Investigate", "Storm Shadow", "Missing in Action"
    if kind == "place" and not listed and tokens.before(one.first) == "to":
        return "person" if flags & w.NAME else ""  # "stand up to Putin"
    if not several:
        bare = not kind and _is_bare_name(tokens, one.first, flags)
        return "person" if bare else _single(tokens.words[one.first], flags, kind, titled=one.title)
    if kind == "organisation" and _is_unknown_person(tokens, one, seen):
        return "person"
    return kind


def _is_bare_name(tokens: Tokens, place: int, flags: int) -> bool:
    """Whether a given and family name stands among small words: "the race between Harris and …".

    That it is an English word, too, tells nothing there: such words are written small.
    """
    if not (flags & w.GIVEN and flags & w.FAMILY) or flags & _NO_BARE_NAME or tokens.opens(place):
        return False
    before = tokens.before(place)
    behind = tokens.words[place + 1] if tokens.joined(place) else ""
    if _NUMBER_OR_CASE.match(tokens.text, tokens.ends[place]):
        return False  # "the Battle of Hill 205", "Roe v. Wade"
    return before.islower() and before not in DETERMINERS and not behind[:1].isupper()


def _single(word: str, flags: int, kind: Kind, *, titled: bool) -> Kind:
    if kind != "person" or titled or flags & w.NAME:
        return kind
    bare = w.without_genitive(word, "en")
    if _THING.fullmatch(bare):
        return ""
    return "organisation" if _COMPANY.fullmatch(bare) else kind


def _is_unknown_person(tokens: Tokens, one: Candidate, seen: Sequence[str]) -> bool:
    """Whether nothing but unknown words is there: "Alisher Usmanov", "Aamer Madhani"."""
    flags = tokens.flags[one.first : one.last]
    plain = all(flag & _ONLY_A_NAME and not flag & (w.SMALL | w.HEAD | w.ACRONYM) for flag in flags)
    return (
        plain
        and len(flags) <= 3
        and tokens.before(one.first) not in _ARTICLES
        and "2:organisation-ending" not in seen
    )
