"""One list of names for the whole dossier: what articles call differently is told to be one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from dossier.model import Article, Mention, MentionKind, Named, NameKey, Register
from dossier.understanding import family_names, gazetteer, organisations
from dossier.understanding.name_words import without_genitive

# A family name alone means the one full name that has it, or the one that is named so many times
# as often as the next.
_DOMINANCE = 3
_ACRONYM = 4  # letters that one may have, as JFK
UNPLACED = frozenset(("Georgia",))  # a country or a state: no dot on the map is better than a wrong


class Tally(Struct, frozen=True):
    """How many articles have each name, and how many of those are in the dossier's language."""

    counts: Mapping[NameKey, int]
    at_home: Mapping[NameKey, int]

    def rows(self) -> list[tuple[MentionKind, str, int, int]]:
        """Return all of it in an order that does not depend on that of the articles."""
        return [(*key, self.counts[key], self.at_home[key]) for key in sorted(self.counts)]


def tally(articles: Iterable[tuple[Article, Iterable[Mention]]], lang: str) -> Tally:
    """Count the names of all articles; `lang` is the dossier's language."""
    counts: Counter[NameKey] = Counter()
    at_home: Counter[NameKey] = Counter()
    for article, mentions in articles:
        names = {(one.kind, one.name) for one in mentions}
        counts.update(names)
        if article.lang in (lang, ""):
            at_home.update(names)
    return Tally(counts, at_home)


def register(told: Tally, listed: Iterable[Named], lang: str) -> Register:
    """Merge the names of all articles.

    `listed` are the editor's entries, which win; `lang` is the dossier's language, whose spelling
    is preferred.
    """
    editors = {entry.name: entry for entry in listed}
    merge = _Merge(told, lang, tuple(editors.values()))
    of = {key: merge.name_of(key) for key in sorted(told.counts)}
    names = {key: merge.entry(key) for key in sorted(set(of.values()))}
    return Register(names=names, of={key: name for key, name in of.items() if key != name})


class _Merge:
    """Groups names by what they have in common and chooses one for each group."""

    def __init__(self, told: Tally, lang: str, listed: tuple[Named, ...]) -> None:
        counts, at_home = told.counts, told.at_home
        self._lang = lang
        self._groups: dict[NameKey, NameKey] = {}
        self._listed = {(entry.kind, entry.name): entry for entry in listed}
        self._initials: dict[str, set[str]] = {}
        for kind, name in counts:
            initial = family_names.middle(name) if kind == "person" else ""
            if initial:
                self._initials.setdefault(family_names.plain(name), set()).add(initial)
        self._forms = {
            self._group(entry.kind, form): (entry.kind, entry.name)
            for entry in reversed(listed)
            for form in (entry.name, *entry.aliases)
        }
        ranked = sorted(counts, key=lambda key: (-at_home[key], -counts[key], key))
        self._chosen: dict[NameKey, NameKey] = {}
        self._totals: Counter[NameKey] = Counter()
        for kind, name in ranked:
            group = self._group(kind, name)
            self._totals[self._chosen.setdefault(group, (kind, name))] += counts[kind, name]
        self._families = self._by_family()

    def _group(self, kind: MentionKind, name: str) -> NameKey:
        """Return the same for spellings of a name; of people also with and without an initial.

        Two people who differ by it alone, John A. and John B. Smith, stay two.
        """
        known = self._groups.get((kind, name))
        if known is None:
            bare = family_names.plain(name) if kind == "person" else name
            several = len(self._initials.get(bare, ())) > 1
            known = kind, family_names.key(name if several else bare)
            self._groups[kind, name] = known
        return known

    def _by_family(self) -> dict[str, Counter[NameKey]]:
        found: dict[str, Counter[NameKey]] = {}
        full = [key for key in self._totals if key[0] == "person"]
        full += [key for key in self._listed if key[0] == "person"]
        for key in dict.fromkeys(full):
            family = family_names.family(key[1])
            if family:
                owner = self._forms.get(self._group("person", key[1]), key)
                counts = found.setdefault(family_names.key(family), Counter())
                counts[owner] += max(self._totals[key], 1)
        return found

    def name_of(self, key: NameKey) -> NameKey:
        """Return the dossier's name for a name that an article gives."""
        kind, name = key
        group = self._group(kind, name)
        if group in self._forms:
            return self._forms[group]
        listed = self._in_tables(key)
        if listed:
            return listed
        if kind == "person" and " " not in name:
            return self._full_name(name) or self._spoken(self._bare(key))
        return self._bare(key)

    @staticmethod
    def _spoken(key: NameKey) -> NameKey:
        """Write the name of a speaker as names are written: "JEAN-PIERRE" in a transcript."""
        kind, name = key
        return (kind, name.title()) if name.isupper() and len(name) > _ACRONYM else key

    def _bare(self, key: NameKey) -> NameKey:
        """Take a genitive off if the name occurs without it, and choose the usual spelling."""
        kind, name = key
        for form in (without_genitive(name), name):
            group = self._group(kind, form)
            if group in self._chosen:
                return self._chosen[group]
        return key

    def _full_name(self, name: str) -> NameKey | None:
        for form in (name, without_genitive(name)):
            owners = self._families.get(family_names.key(form))
            if not owners:
                continue
            (first, most), *others = sorted(owners.items(), key=lambda pair: (-pair[1], pair[0]))
            if not others or most >= _DOMINANCE * others[0][1]:
                return first
        return None

    def _in_tables(self, key: NameKey) -> NameKey | None:
        kind, name = key
        if kind == "place":
            place = gazetteer.place(name)
            return (kind, place.name(self._lang)) if place and name not in UNPLACED else None
        if kind == "organisation":
            body = organisations.organisations().get(name)
            return (kind, body.name(self._lang)) if body else None
        return None

    def entry(self, key: NameKey) -> Named:
        """Return what the dossier knows of one of its names."""
        kind, name = key
        place = gazetteer.place(name) if kind == "place" and name not in UNPLACED else None
        listed = self._listed.get(key)
        if listed and (listed.lat is not None or not place):
            return listed
        aliases = listed.aliases if listed else ()
        if not place:
            return Named(kind=kind, name=name, aliases=aliases)
        return Named(kind=kind, name=name, aliases=aliases, lat=place.lat, lon=place.lon)
