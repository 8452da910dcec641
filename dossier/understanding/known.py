"""The editor's lists of people, places and organisations, prepared for finding them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.config import Config
from dossier.model import MentionKind, Named
from dossier.understanding.gazetteer import by_first_word


@dataclass(frozen=True, slots=True)
class Known:
    """Names and aliases with kind and name; `longer` those of several words by their first.

    `words` are those that a name may be or begin with.
    """

    names: dict[str, tuple[MentionKind, str]] = field(default_factory=dict)
    longer: dict[str, tuple[str, ...]] = field(default_factory=dict)

    words: frozenset[str] = frozenset()


NOBODY = Known()


def known(listed: Iterable[Named]) -> Known:
    """Prepare the editor's entries; of two with one form the first counts."""
    names: dict[str, tuple[MentionKind, str]] = {}
    for entry in listed:
        for form in (entry.name, *entry.aliases):
            names.setdefault(form, (entry.kind, entry.name))
    longer = by_first_word(names)
    return Known(names, longer, frozenset((*names, *longer)))


def listed(config: Config) -> tuple[Named, ...]:
    """Return the people, places and organisations of a dossier's configuration."""
    people = (Named(kind="person", name=p.name, aliases=tuple(p.aliases)) for p in config.people)
    places = (
        Named(kind="place", name=p.name, aliases=tuple(p.aliases), lat=p.lat, lon=p.lon)
        for p in config.places
    )
    organisations = (
        Named(kind="organisation", name=one.name, aliases=tuple(one.aliases))
        for one in config.organisations
    )
    return (*people, *places, *organisations)
