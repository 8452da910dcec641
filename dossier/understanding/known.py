"""The editor's lists of people, places and organisations, prepared for finding them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from dossier.found import MentionKind, Named
from dossier.settings import Config, Organisation, Person, Place, forms_of, text_in
from dossier.understanding.gazetteer import by_first_word


class Known(Struct, frozen=True):
    """Names and aliases with kind and name; `longer` those of several words by their first.

    `words` are those that a name may be or begin with, `forms` the same also in the genitive.
    """

    names: dict[str, tuple[MentionKind, str]] = field(default_factory=dict)
    longer: dict[str, tuple[str, ...]] = field(default_factory=dict)

    words: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()


NOBODY = Known()


def known(listed: Iterable[Named]) -> Known:
    """Prepare the editor's entries; of two with one form the first counts."""
    # Only who reads articles needs this, and it takes the tables of words with it.
    from dossier.understanding.name_words import GENITIVES  # noqa: PLC0415

    names: dict[str, tuple[MentionKind, str]] = {}
    for entry in listed:
        for form in (entry.name, *entry.aliases):
            names.setdefault(form, (entry.kind, entry.name))
    longer = by_first_word(names)
    words = frozenset((*names, *longer))
    genitives = (f"{name}{ending}" for name in names for ending in GENITIVES)
    return Known(names, longer, words, words.union(genitives))


def listed(config: Config, lang: str = "") -> tuple[Named, ...]:
    """Return the people, places and organisations of a dossier's configuration.

    Each has the name that it has in `lang`, the site's language if there is none; those of other
    languages are aliases.
    """
    lang = lang or config.lang
    people = (_named("person", one, lang) for one in config.people)
    places = (
        replace(_named("place", one, lang), lat=one.lat, lon=one.lon) for one in config.places
    )
    organisations = (_named("organisation", one, lang) for one in config.organisations)
    return (*people, *places, *organisations)


def _named(kind: MentionKind, entry: Person | Place | Organisation, lang: str) -> Named:
    name = text_in(entry.name, lang)
    return Named(
        kind=kind, name=name, aliases=tuple(form for form in forms_of(entry) if form != name)
    )
