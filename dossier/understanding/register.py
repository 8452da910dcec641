"""One list of names for the whole dossier: what articles call differently is told to be one.

Names are texts here, see `name_facts.written`; whatever follows from a name alone is a `Fact`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dossier.found import Named
from dossier.model import Register
from dossier.sketch import Sketch
from dossier.understanding.name_facts import Fact, Facts, name_key, written

# A family name alone means the one full name that has it, or the one that is named so many times
# as often as the next.
_DOMINANCE = 3
_ACRONYM = 4  # letters that one may have, as JFK
_PERSON, _PLACE = written("person", ""), written("place", "")


class Tally(Struct, frozen=True):
    """How many articles have each name, and how many of those are in another language."""

    counts: Mapping[str, int]
    abroad: Mapping[str, int]


def tally(articles: Iterable[Sketch]) -> Tally:
    """Count the names of all articles."""
    counts: Counter[str] = Counter()
    abroad: Counter[str] = Counter()
    for one in articles:
        counts.update(one.names)
        if not one.at_home:
            abroad.update(one.names)
    return Tally(counts, abroad)


def register(told: Tally, facts: Facts, listed: Iterable[Named]) -> Register:
    """Merge the names of all articles; the spelling of the dossier's language is preferred.

    `listed` are the editor's entries, which win.
    """
    editors = {entry.name: entry for entry in listed}
    merge = _Merge(told, facts, tuple(editors.values()))
    pairs = merge.pairs()
    entries = map(merge.entry, sorted({name for _, name in pairs}))
    of = {name_key(one): name_key(name) for one, name in pairs if one != name}
    return Register(names={(one.kind, one.name): one for one in entries}, of=of)


class _Merge:
    """Groups names by what they have in common and chooses one for each group.

    `_chosen` is the name of each group, `_totals` how often those of several names occur together;
    `_forms` the groups that the editor lists; `_families` who has a family name that stands alone
    somewhere.
    """

    def __init__(self, told: Tally, facts: Facts, listed: Sequence[Named]) -> None:
        self._told, self._facts = told, facts
        self._names = sorted(told.counts)
        self._of_names = facts.all_of(self._names)
        self._apart = _apart(self._of_names)
        self._groups = list(map(self._group_of, self._of_names))
        self._chosen: dict[str, str] = {}
        self._totals: dict[str, int] = {}
        self._choose()
        self._listed = {written(entry.kind, entry.name): entry for entry in listed}
        self._forms = {
            self._group(written(entry.kind, form)): written(entry.kind, entry.name)
            for entry in reversed(listed)
            for form in (entry.name, *entry.aliases)
        }
        self._families = self._by_family()

    def _group(self, name: str) -> str:
        return self._group_of(self._facts.of(name))

    def _group_of(self, fact: Fact) -> str:
        """Return the same for spellings of a name; of people also with and without an initial.

        Two people who differ by it alone, John A. and John B. Smith, stay two.
        """
        return fact.own if fact.plain in self._apart else fact.group

    def _choose(self) -> None:
        """Choose for each group the name that most articles in the dossier's language have."""
        rivals: dict[str, list[str]] = {}
        for name, group in zip(self._names, self._groups, strict=True):
            first = self._chosen.setdefault(group, name)
            if first != name:
                rivals.setdefault(group, [first]).append(name)
        counts, abroad = self._told.counts, self._told.abroad
        for group, names in rivals.items():
            best = min(names, key=lambda one: (abroad.get(one, 0) - counts[one], -counts[one], one))
            self._chosen[group] = best
            self._totals[best] = sum(counts[one] for one in names)

    def _by_family(self) -> dict[str, Counter[str]]:
        rows = list(zip(self._names, self._of_names, self._groups, strict=True))
        single = [fact for name, fact, _ in rows if _is_single(name)]
        forms = [form for fact in single for form in self._forms_of(fact)]
        found: dict[str, Counter[str]] = {form.own: Counter() for form in forms}
        people = [row for row in rows if row[1].family]
        for name, fact, group in people:
            owners = found.get(fact.family)
            if owners is not None and self._chosen[group] == name:
                owners[self._forms.get(group, name)] += self._total(name)
        for name in self._listed:
            fact, group = self._facts.of(name), self._group(name)
            if fact.family in found and self._chosen.get(group) != name:
                found[fact.family][self._forms[group]] += 1
        return found

    def _total(self, name: str) -> int:
        return self._totals.get(name) or self._told.counts[name]

    def _forms_of(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the name itself, and without a genitive."""
        return (fact, self._facts.of(fact.stem)) if fact.stem else (fact,)

    def pairs(self) -> list[tuple[str, str]]:
        """Return each name that an article gives with the dossier's name for it."""
        rows = zip(self._names, self._of_names, self._groups, strict=True)
        return [(name, self._name_of(name, fact, group)) for name, fact, group in rows]

    def _name_of(self, name: str, fact: Fact, group: str) -> str:
        if group in self._forms:
            return self._forms[group]
        if fact.listed:
            return fact.listed
        if _is_single(name):
            return self._full_name(fact) or _spoken(self._bare(fact, group))
        return self._bare(fact, group)

    def _bare(self, fact: Fact, group: str) -> str:
        """Take a genitive off if the name occurs without it, and choose the usual spelling."""
        bare = self._chosen.get(self._group(fact.stem)) if fact.stem else None
        return bare or self._chosen[group]

    def _full_name(self, fact: Fact) -> str | None:
        for form in self._forms_of(fact):
            owners = self._families[form.own]
            if not owners:
                continue
            (first, most), *others = sorted(owners.items(), key=lambda pair: (-pair[1], pair[0]))
            if not others or most >= _DOMINANCE * others[0][1]:
                return first
        return None

    def entry(self, name: str) -> Named:
        """Return what the dossier knows of one of its names."""
        kind, bare = name_key(name)
        listed = self._listed.get(name)
        place = self._facts.of(name) if name.startswith(_PLACE) else None
        if not place or not place.listed:
            return listed or Named(kind=kind, name=bare)
        if listed and listed.lat is not None:
            return listed
        aliases = listed.aliases if listed else ()
        return Named(kind=kind, name=bare, aliases=aliases, lat=place.lat, lon=place.lon)


def _apart(facts: Iterable[Fact]) -> set[str]:
    """Return the plain names that people with different initials have."""
    initials: dict[str, set[str]] = {}
    for fact in facts:
        if fact.initial:
            initials.setdefault(fact.plain, set()).add(fact.initial)
    return {plain for plain, found in initials.items() if len(found) > 1}


def _is_single(name: str) -> bool:
    """Whether a person is called by one word alone."""
    return " " not in name and name.startswith(_PERSON)


def _spoken(name: str) -> str:
    """Write the name of a speaker as names are written: "JEAN-PIERRE" in a transcript."""
    kind, bare = name_key(name)
    return written(kind, bare.title()) if bare.isupper() and len(bare) > _ACRONYM else name
