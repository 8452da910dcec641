"""What an edition's pages say of names, and a hash of that for each article that has some.

What else people are called, where they are listed and whether the search narrows by them stands on
the pages of all articles that name them. It is kept from build to build, so that only articles
with other names, or with names of which something else is said, are hashed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from dossier.found import MentionKind
from dossier.model import NameKey
from dossier.rendering.nameindex import Index
from dossier.rendering.nameplaces import NAME_PAGES, Places
from dossier.rendering.searchdata import Names
from dossier.rendering.sheets import hashed


class Said(Struct, frozen=True, kw_only=True):
    """What an edition says of each name, and a hash of it all for each article.

    `places` say where names stand, `facets` by which the search narrows.
    """

    places: dict[MentionKind, Places] = field(default_factory=dict)
    facets: dict[NameKey, str] = field(default_factory=dict)
    names: dict[NameKey, str] = field(default_factory=dict)
    articles: dict[str, bytes] = field(default_factory=dict)


class KnownNames(Struct, frozen=True, kw_only=True):
    """The names of a dossier from one build to the next; `editions` by their folders."""

    index: Index = field(default_factory=Index)
    editions: dict[str, Said] = field(default_factory=dict)

    def edition(self, prefix: str) -> Said:
        """Return what an edition said; nothing if there was none."""
        return self.editions.get(prefix) or Said()


def said(index: Index, names: Names, known: KnownNames, prefix: str) -> Said:
    """Return what an edition says of all names of an `index`, from what is `known` of the last."""
    before, was = known.edition(prefix), known.index.articles
    lines = dict(_said(names, set(_changed(names, before, known.index))))
    stale = index.naming(key for key, line in lines.items() if before.names.get(key) != line)
    now = {key: lines.get(key) or before.names[key] for key in index.names}
    return Said(
        places={kind: names.places.of(kind) for kind in NAME_PAGES},
        facets=dict(names.facets),
        names=now,
        articles={
            name: before.articles[name]
            if name in before.articles and name not in stale and was[name].packed == noted.packed
            else hashed([now[key] for key in noted.names])
            for name, noted in index.articles.items()
        },
    )


def _changed(names: Names, before: Said, was: Index) -> Iterator[NameKey]:
    """Yield the names of which something else may be said than before."""
    yield from (key for key, one in names.known.items() if was.names.get(key) is not one)
    yield from (key for key in names.known if key not in before.names)
    held = names.facets
    yield from (
        key for key in held.keys() | before.facets.keys() if held.get(key) != before.facets.get(key)
    )
    for kind in NAME_PAGES:
        if names.places.of(kind) is not before.places.get(kind):
            yield from (key for key in names.known if key[0] == kind)


def _said(names: Names, keys: Iterable[NameKey]) -> Iterator[tuple[NameKey, str]]:
    """Write what is said of names, each in a line."""
    for key in keys:
        one = names.known.get(key)
        if one:
            href = names.places.of(key[0]).href(key[1])
            yield key, "\0".join((href, names.facets.get(key, ""), *one.forms))
