"""Where each name of the dossier stands: its page, its letter, its anchor there."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from dossier import urls
from dossier.model import MentionKind
from dossier.rendering.named import Appearances

# Where the names of each kind are listed.
NAME_PAGES: dict[MentionKind, str] = {
    "person": "people/",
    "place": "places/",
    "organisation": "organisations/",
}
# More names than this are split by first letter: a name is a few lines, some 400 bytes of HTML.
LONG = 200
_NO_LETTER = "#"


class Placed(Struct, frozen=True, kw_only=True):
    """A name with its anchor, the letter it stands under, and the page that has it."""

    found: Appearances
    anchor: str
    letter: str
    page: str

    @property
    def href(self) -> str:
        """The way to the name from the site's root. Maps and asides link there."""
        return f"{self.page}#{self.anchor}"


class NamePlaces(Struct, frozen=True):
    """All names of an edition, by kind; what was asked for once is known."""

    named: Mapping[MentionKind, Sequence[Appearances]] = field(default_factory=dict)
    _known: dict[MentionKind, tuple[Placed, ...]] = field(default_factory=dict)

    def of(self, kind: MentionKind) -> tuple[Placed, ...]:
        """Return the names of a kind in the order of letters, each with its place."""
        if kind not in self._known:
            self._known[kind] = _placed(self.named.get(kind, ()), NAME_PAGES[kind])
        return self._known[kind]


def _placed(names: Sequence[Appearances], base: str) -> tuple[Placed, ...]:
    taken: set[str] = set()
    made = []
    long = len(names) > LONG
    # Addresses are the same in every language: a page of a letter is there in each.
    for one in sorted(names, key=lambda one: (_sort_key(one.address), one.address)):
        anchor = urls.article_id("", f"n-{one.address}", taken)
        taken.add(anchor)
        letter = _letter(one.address if long else one.entry.name)
        page = f"{base}{urls.slug(letter, '0')}/" if long else base
        made.append(Placed(found=one, anchor=anchor, letter=letter, page=page))
    made.sort(key=lambda one: (one.letter, _sort_key(one.found.entry.name), one.anchor))
    return tuple(made)


def _sort_key(name: str) -> str:
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _letter(name: str) -> str:
    first = _sort_key(name)[:1].upper()
    return first if first.isalpha() else _NO_LETTER
