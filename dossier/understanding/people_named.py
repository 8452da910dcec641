"""The people whom an article names, in full or by one name, with the offices given to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain

from msgspec import Struct, field

from dossier.understanding import gazetteer, roles
from dossier.understanding.openings import OPENINGS
from dossier.understanding.personal_names import is_surname, person_in
from dossier.understanding.remembered import findall

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĢĪİĶŁŃŇŌŘŚŞŠŢŤŪŮŹŻŽ"
NAME_WORD = rf"(?:[{CAPITAL}]\.|[{CAPITAL}][\w’-]*(?:'[{CAPITAL}]\w+)?)"
# "Zeid al-Hussein"
_ARABIC = r"(?:(?:al|el|an|ar|as|ash|at|az)-)?"
_PARTICLE = r"(?:von der|von|van der|van|de la|de|del|di|da|bin|al|el|ten|dos)"
_RUN = re.compile(
    # The capital comes first and what may not stand before it second: twice as fast.
    rf"(?P<run>[{CAPITAL}](?<![\w.„“”\"»«-].)(?:\.|[\w’-]*(?:'[{CAPITAL}]\w+)?)"
    rf"(?: (?:{_PARTICLE} )?{_ARABIC}{NAME_WORD})+)"
    # Looked at, not taken: somebody else may be named there.
    r"(?:(?=, (?:(?:der|die|the|a) )?(?P<after>[^,.:;()]{4,60})[,.]))?"
)
_SHORTEST = 2  # letters
_LOWER = re.compile(r"[\wäöüß’'-]+")
_CAPITAL_WORD = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{3,}\b")


class Person(Struct):
    """A full name of an article, how often it stands there, and the offices given to it.

    `gender` is `m` or `f` where a title tells it.
    """

    name: str
    count: int = 0
    gender: str = ""
    offices: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)


_Run = tuple[tuple[str, ...], frozenset[str], frozenset[str], str]


@lru_cache(maxsize=1 << 14)
def _parsed(run: str, before: str, lang: str) -> _Run:
    """Take a run of capitalised words apart: name, offices, countries and gender by its title.

    The word `before` it may be the adjective of a country: "der russische Präsident …".
    """
    words = run.split()
    cut = roles.name_after_office(words, lang)
    titles, name = words[:cut], words[cut:]
    while name and name[0] in OPENINGS:
        name = name[1:]
    if name and name[0][0].islower():  # "Generalstaatsanwältin von Florida"
        name = []
    countries = frozenset(roles.country_key(word) for word in (before, *titles) if word)
    offices = frozenset(
        roles.office_key(word, lang) for word in (*titles, before) if roles.is_office(word, lang)
    )
    person = person_in(tuple(name), lang, titled=bool(offices)) if name else ()
    return person, offices, countries, roles.gender(titles, lang)


@lru_cache(maxsize=1 << 14)
def _after(text: str, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the offices and countries in what follows a name in commas."""
    words = text.split()
    offices = (roles.office_key(word, lang) for word in words if roles.is_office(word, lang))
    return frozenset(offices), frozenset(map(roles.country_key, words))


@lru_cache(maxsize=4)
def _surnames(lang: str) -> Callable[[str], list[str]]:
    """Return what finds the words of a text that are family names and nothing else."""
    return findall(_CAPITAL_WORD, lambda word: is_surname(word, lang))


def _may_name_somebody(word: str) -> bool:
    """Whether a word behind an office may be a name: "Präsident Putin", no "Minister Russlands"."""
    if len(word) <= _SHORTEST or word in OPENINGS:
        return False
    place = gazetteer.place(word.removesuffix("s"))
    return place is None or place.kind != "country"


class PeopleNamed:
    """Reads the people of an article: `people` by full name, `aliases` of their shorter forms."""

    def __init__(self, texts: Iterable[str], lang: str) -> None:
        self._lang = lang
        self.people: dict[str, Person] = {}
        self._offices_of_word: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(
            lambda: (set(), set())
        )
        texts = tuple(texts)
        for text in texts:
            for match in _RUN.finditer(text):
                self._note(match)
        self.aliases = self._join_short_names()
        self._attach_single_names()
        self._add_surnames(texts)

    def _note(self, match: re.Match[str]) -> None:
        text, start = match.string, match.start()
        before = text[text.rfind(" ", 0, max(start - 1, 0)) + 1 : start].strip()
        if not before.isalpha() and _LOWER.fullmatch(before) is None:
            before = ""
        name, offices, countries, gender = _parsed(match["run"], before, self._lang)
        if len(name) == 1:
            known = self._offices_of_word[name[0]]
            known[0].update(offices)
            known[1].update(countries)
            return
        if not 2 <= len(name) <= 5 or not OPENINGS.isdisjoint(name):  # words of a name
            return
        full = " ".join(name)
        person = self.people.get(full) or self.people.setdefault(full, Person(full))
        person.count += 1
        person.offices |= offices
        person.countries |= countries
        if after := match["after"]:
            more, places = _after(after, self._lang)
            person.offices |= more
            person.countries |= places
        person.gender = person.gender or gender

    def _join_short_names(self) -> dict[str, str]:
        """Give what is told of "Abu Amer" to "Sadeq Abu Amer"; return the long name of each."""
        aliases = {}
        ends: dict[str, list[str]] = {}
        for name in self.people:
            rest = name.partition(" ")[2]
            while " " in rest:
                ends.setdefault(rest, []).append(name)
                rest = rest.partition(" ")[2]
        for short, owners in ends.items():
            if short in self.people and len(owners) == 1:
                person, owner = self.people.pop(short), self.people[owners[0]]
                owner.count += person.count
                owner.offices |= person.offices
                owner.countries |= person.countries
                aliases[short] = owner.name
        return aliases

    def _attach_single_names(self) -> None:
        """Give the offices of "Präsident Putin" to "Wladimir Putin"."""
        owners_of: dict[str, list[Person]] = {}
        for person in self.people.values():
            owners_of.setdefault(person.name.rpartition(" ")[2], []).append(person)
        for word, (offices, countries) in self._offices_of_word.items():
            if not offices and not countries:
                continue
            owners = owners_of.get(word, ())
            if len(owners) == 1:
                owners[0].offices |= offices
                owners[0].countries |= countries
            elif not owners and offices and _may_name_somebody(word):
                self.people[word] = Person(word, 1, "", set(offices), set(countries))

    def _add_surnames(self, texts: Iterable[str]) -> None:
        """Add who is named by a family name alone that means nothing else: "Habeck kam"."""
        known = {name.rpartition(" ")[2] for name in self.people}
        found = chain.from_iterable(map(_surnames(self._lang), texts))
        for word in dict.fromkeys(found):
            if word not in self.people and known.isdisjoint((word, word.removesuffix("s"))):
                self.people[word] = Person(word)
