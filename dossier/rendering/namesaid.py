"""What an edition's pages say of names, and a hash of that for each article that has some.

What else people are called, where they are listed and whether the search narrows by them stands on
the pages of all articles that name them. It is kept from build to build, so that only articles
with other names, or with names of which something else is said, are hashed again.
"""

from __future__ import annotations

from msgspec import Struct, field

from dossier.model import MentionKind, NameKey
from dossier.rendering.nameindex import Index
from dossier.rendering.nameplaces import Places
from dossier.rendering.searchdata import Names
from dossier.rendering.sheets import hashed


class Said(Struct, frozen=True, kw_only=True):
    """What an edition says of each name, and a hash of it all for each article.

    `places` say where names stand.
    """

    places: dict[MentionKind, Places] = field(default_factory=dict)
    names: dict[NameKey, str] = field(default_factory=dict)
    articles: dict[str, bytes] = field(default_factory=dict)


class Kept(Struct, frozen=True, kw_only=True):
    """The names of a dossier from one build to the next; `editions` by their folders."""

    index: Index = field(default_factory=Index)
    editions: dict[str, Said] = field(default_factory=dict)

    def edition(self, prefix: str) -> Said:
        """Return what an edition said; nothing if there was none."""
        return self.editions.get(prefix) or Said()


def said(index: Index, names: Names, kept: Kept, prefix: str) -> Said:
    """Return what an edition says of all names of an `index`, from what is `kept` of the last."""
    before, was = kept.edition(prefix), kept.index.articles
    now = _said(names)
    other = {key for key in index.names if before.names.get(key) != now[key]}
    stale = index.naming(other)
    return Said(
        places=names.places.places(),
        names=now,
        articles={
            name: before.articles[name]
            if name in before.articles and name not in stale and was[name].packed == noted.packed
            else hashed([now[key] for key in noted.names])
            for name, noted in index.articles.items()
        },
    )


def _said(names: Names) -> dict[NameKey, str]:
    """Write what is said of each name in a line."""
    marks, at = names.facets, names.places.at
    lines = {}
    for key, forms in names.forms.items():
        place = at(key)
        lines[key] = "\0".join((place.href if place else "", marks.get(key, ""), *forms))
    return lines
