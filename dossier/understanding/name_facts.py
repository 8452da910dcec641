"""What follows from a name alone, and so need not be found out again in the next run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dossier.found import MentionKind
from dossier.model import NameKey
from dossier.understanding import family_names, gazetteer, organisations

UNPLACED = frozenset(("Georgia",))  # a country or a state: no dot on the map is better than a wrong
_KINDS: dict[str, MentionKind] = {
    "person": "person",
    "place": "place",
    "organisation": "organisation",
}
_MARK = "\t"


def written(kind: MentionKind, name: str) -> str:
    """Return a name with its kind as one text; texts sort as the pairs do."""
    return f"{kind}{_MARK}{name}"


def name_key(text: str) -> NameKey:
    """Return kind and name of what `written` made."""
    kind, _, name = text.partition(_MARK)
    return _KINDS[kind], name


class Fact(Struct, frozen=True, array_like=True):
    """What is known of one name; all names in it are as `written` gives them.

    `own` is the same for all spellings of it; `group` that of `plain`, which is a person's name
    without `initial`. `stem` is the name without a genitive, "" if it has none; `family` the same
    as `own` of the family name; `listed` what a table of places or organisations calls it, "" if
    none has it; `lat` and `lon` are degrees of the place of that name.
    """

    group: str
    own: str
    plain: str
    initial: str = ""
    stem: str = ""
    family: str = ""
    listed: str = ""
    lat: float | None = None
    lon: float | None = None


class Facts:
    """Facts by name: those that are known, and those that are found out when they are asked for.

    `lang` is the language whose names the tables are asked for. `is_new` says whether any was found
    out, `asked` holds all that were of use.
    """

    def __init__(self, lang: str, known: Mapping[str, Fact]) -> None:
        self.asked: dict[str, Fact] = {}
        self.is_new = False
        self._lang = lang
        self._known = known

    def of(self, text: str) -> Fact:
        """Return what is known of a name."""
        fact = self.asked.get(text)
        if fact is None:
            fact = self._known.get(text)
            if fact is None:
                fact, self.is_new = fact_of(*name_key(text), self._lang), True
            self.asked[text] = fact
        return fact

    def all_of(self, texts: Iterable[str]) -> list[Fact]:
        """Return the same for many, in their order."""
        known, asked = self._known, self.asked
        found = [known.get(text) or self.of(text) for text in texts]
        asked.update(zip(texts, found, strict=True))
        return found


def fact_of(kind: MentionKind, name: str, lang: str) -> Fact:
    """Find out what follows from a name; `lang` is the language of the dossier."""
    # Mostly no name is new, and this takes the tables of words with it.
    from dossier.understanding.name_words import without_genitive  # noqa: PLC0415

    plain, initial, family = name, "", ""
    if kind == "person":
        plain, initial = family_names.plain(name), family_names.middle(name)
        family = family_names.family(name)
    place = gazetteer.place(name) if kind == "place" and name not in UNPLACED else None
    body = organisations.organisations().get(name) if kind == "organisation" else None
    entry = place or body
    stem = without_genitive(name)
    return Fact(
        group=written(kind, family_names.key(plain)),
        own=written(kind, family_names.key(name)),
        plain=written(kind, plain),
        initial=initial,
        stem=written(kind, stem) if stem != name else "",
        family=written(kind, family_names.key(family)) if family else "",
        listed=written(kind, entry.name(lang)) if entry else "",
        lat=place.lat if place else None,
        lon=place.lon if place else None,
    )
