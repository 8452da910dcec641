"""Who is meant by a noun phrase: full names and offices as one article gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dossier.understanding import roles
from dossier.understanding.genders import gender_of
from dossier.understanding.lexicon import word_set
from dossier.understanding.openings import OPENINGS
from dossier.understanding.people_named import PeopleNamed, Person

_BEFORE_SUBJECT = word_set("der die das the a an Der Die Das The A An But And Und Doch Aber Auch")
_ADDRESSES = word_set("mr mrs ms mr. mrs. ms. sir lord lady dr. dr herr herrn frau prof. professor")
_MINIMUM_DOMINANCE = 2
# After these stands no subject.
_OBLIQUE = word_set(
    "mit von bei gegen für über an auf zu nach vor hinter neben zwischen durch ohne um aus seit "
    "wegen laut trotz unter beim vom zum zur im am dem den des with of to for from by against "
    "about at on in between after before behind under over than like toward towards into"
)
_PARTICLES = word_set("van von ten ter der den de da di del della du la le bin ibn al el")
_WORD = re.compile(r"[^\W\d_]+")


class Roster:
    """The people whom one article names in full."""

    def __init__(self, texts: Iterable[str], lang: str) -> None:
        self._lang = lang
        named = PeopleNamed(texts, lang)
        self._people, self._aliases = named.people, named.aliases
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        for person in self._people.values():
            self._by_last.setdefault(person.name.rpartition(" ")[2], []).append(person)
            self._by_first.setdefault(person.name.partition(" ")[0], []).append(person)
        self._names = self._by_word()
        self._parts = self._by_first_part()

    def admit(self, name: str) -> None:
        """Take somebody for a person who speaks like one: a single unknown name."""
        if name not in self._people:
            self._people[name] = Person(name)
            self._names[name] = self._names[name + "s"] = name

    def people_in(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return whom some words name in full, by first or last name, each once, in order."""
        names, found, place = self._names, [], 0
        while place < len(words):
            word = words[place]
            place += 1
            if word not in names and word not in self._parts:
                continue
            for parts, name in self._parts.get(word, ()):
                end = place - 1 + len(parts)
                held = list(words[place - 1 : end])
                if held == parts or [*held[:-1], held[-1].removesuffix("s")] == parts:
                    found.append(name)
                    place = end
                    break
            else:
                if word in names:
                    found.append(names[word])
        return tuple(dict.fromkeys(found)) if found else ()

    def subject_in(self, words: Iterable[str]) -> str:
        """Return who a sentence begins with: "Schaafs Gegenüber Slomka konnte …" with Slomka."""
        for word in words:
            name = self._names.get(word, "")
            if name and not (word.endswith("s") and self._names.get(word[:-1]) == name):
                return name
            if not name and word not in _BEFORE_SUBJECT and (word[0].islower() or word in OPENINGS):
                return ""
        return ""

    def free_in(self, words: Sequence[str]) -> str:
        """Return the only person of a sentence who can be its subject.

        In "After talks with Wallace, Trump's lawyer Kise spoke" that is Kise: the others follow a
        preposition or stand in the genitive.
        """
        free = set()
        for place, word in enumerate(words):
            name = self._names.get(word, "")
            if not name or (word.endswith("s") and self._names.get(word[:-1]) == name):
                continue
            first = place
            while first and (
                words[first - 1] in name or roles.is_office(words[first - 1], self._lang)
            ):
                first -= 1
            before = words[first - 1].lower() if first else ""
            if before not in _OBLIQUE and words[place + 1 : place + 2] != ["s"]:
                free.add(name)
        return free.pop() if len(free) == 1 else ""

    def _by_word(self) -> dict[str, str]:
        """Return the person whom a first or last name, also in the genitive, means."""
        found = {}
        for word, people in (*self._by_last.items(), *self._by_first.items()):
            alone = len(people) == 1 and people is self._by_last.get(word, people)
            name = people[0].name if alone else self.full_name(word)
            if name in self._people:
                # "O’Reilly" is read as two words.
                part = word if word.isalpha() else max(_WORD.findall(word), key=len)
                found[part] = name
                found.setdefault(part + "s", name)
        return found

    def _by_first_part(self) -> dict[str, list[tuple[list[str], str]]]:
        """Return the words of each full name by the first of them, the longest name first."""
        found: dict[str, list[tuple[list[str], str]]] = {}
        forms = {**{name: name for name in self._people}, **self._aliases}
        for form in sorted(forms, key=len, reverse=True):
            parts = _WORD.findall(form)
            if len(parts) > 1:
                found.setdefault(parts[0], []).append((parts, forms[form]))
        return found

    def fits(self, name: str, gender: str, office: str) -> bool:
        """Whether somebody may be meant by a pronoun of `gender`, or by `office`."""
        person = self._people.get(name)
        if person is None or _differs(person, gender):
            return False
        keys = {key.partition(" ")[0] for key in person.offices} - _ADDRESSES
        office = office.partition(" ")[0]
        return not office or not keys or any(_is_same_office(key, office) for key in keys)

    def full_name(self, name: str) -> str:
        """Return the full form of `name` as the article gives it, or `name` if it has none.

        Two people of the same name leave it as it is, unless one is named far more often.
        """
        if " of " in name and name not in self._people:
            name = self._without_place(name)
        if " " in name:
            return self._aliases.get(name) or self._without_genitive(
                self._within(self._with_particle(name))
            )
        for known in (name, name[:-1]) if name.endswith("s") else (name,):
            for index in (self._by_last, self._by_first):
                people = index.get(known)
                chosen = people and _one_person(people, from_end=index is self._by_last)
                if chosen:
                    return chosen
        return name

    def _without_place(self, name: str) -> str:
        """Return whom "Ted Cruz of Texas" names, if the article names them so."""
        person = name.partition(" of ")[0]
        return person if person in self._people else name

    def _with_particle(self, name: str) -> str:
        """Return the one full name that "Van Dijk", at a sentence's beginning, is the end of."""
        if name.partition(" ")[0].lower() not in _PARTICLES:
            return name
        ending = f" {name[0].lower()}{name[1:]}"
        found = [full for full in self._people if full.endswith(ending)]
        return found[0] if len(found) == 1 else name

    def _within(self, name: str) -> str:
        """Return the person whose name ends `name`: "Eyewitness Karl Mitchell-Shead"."""
        rest = name
        while rest and rest not in self._people:
            rest = rest.partition(" ")[2]
        return rest if " " in rest else name

    def _without_genitive(self, name: str) -> str:
        bare = name.removesuffix("s")
        return bare if bare in self._people else name

    def by_office(self, office: str, country: str) -> str:
        """Return the one person who holds `office` in the article, "" if there is not exactly one.

        `country` is a key or ""; it must fit where the article tells it.
        """
        office, _, implied = office.partition(" ")
        country = country or implied
        found = {}
        for person in self._people.values():
            keys = {key.partition(" ")[0] for key in person.offices}
            countries = person.countries | {k.partition(" ")[2] for k in person.offices}
            if office in keys and (not country or country in countries):
                found[self.full_name(person.name)] = person
        return next(iter(found)) if len(found) == 1 else ""

    def holder(self, office: str, gender: str) -> str:
        """Return the only person of whom `office` is told, more or less: "" if there are two.

        "die Synodalpräsidentin" is "Präsidentin Preidel", "the governor" is "Indiana Gov. Holcomb".
        """
        found = [
            person.name
            for person in self._people.values()
            if not _differs(person, gender)
            and any(_is_same_office(key.partition(" ")[0], office) for key in person.offices)
        ]
        return found[0] if len(found) == 1 else ""

    def is_person(self, name: str) -> bool:
        """Whether the article names a person exactly so."""
        return name in self._people


def _differs(person: Person, gender: str) -> bool:
    """Whether a title or else the given name tells another gender than `gender`."""
    own = gender and (person.gender or gender_of(person.name))
    return bool(own) and own != gender


def _is_same_office(key: str, office: str) -> bool:
    return key.endswith(office) or office.endswith(key)


def _one_person(people: Sequence[Person], *, from_end: bool) -> str:
    """Return the name that all of `people` share, or that one has clearly more often."""
    if len(people) == 1:
        return people[0].name
    counts: Counter[str] = Counter()
    ordered = sorted(people, key=lambda person: (len(person.name), person.name))
    for person in ordered:
        for name in counts:
            same = person.name.endswith(" " + name) if from_end else person.name.startswith(name)
            if same:
                counts[name] += person.count
                break
        else:
            counts[person.name] = person.count
    if not counts:
        return ""
    ranked = counts.most_common(2)
    if len(ranked) == 1 or ranked[0][1] >= ranked[1][1] * _MINIMUM_DOMINANCE + 1:
        return ranked[0][0]
    return ""
