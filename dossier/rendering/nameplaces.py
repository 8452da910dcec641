"""Where each name of the dossier stands: its page, its letter, its anchor there."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import TypeVar

from msgspec import Struct, field

from dossier import urls
from dossier.found import MentionKind
from dossier.model import NameKey
from dossier.rendering.named import Appearances
from dossier.rendering.sheets import hashed

# Where the names of each kind are listed.
NAME_PAGES: dict[MentionKind, str] = {
    "person": "people/",
    "place": "places/",
    "organisation": "organisations/",
}
# More names than this are split by first letter, and a letter with more by further ones: a name is
# a few lines, some 400 bytes of HTML to 5 kB.
LONG = 200
_LONGEST_PART = 12  # letters of a beginning
_RANGES = ("a-f", "g-l", "m-r", "s-z")
_RANGE_OF = {chr(one): ends for ends in _RANGES for one in range(ord(ends[0]), ord(ends[2]) + 1)}
_NO_LETTER = "#"
Key = TypeVar("Key")


class Page(Struct, frozen=True, array_like=True):
    """A page of names: of all, of a letter, or of those in a letter that begin like `part`.

    `folder` is the page of its letter. Where a letter has very many names, that shows the most
    frequent, and `href` is another; `part` is "" for a letter that is whole.
    """

    letter: str
    folder: str
    href: str
    part: str = ""


class Places(Struct, frozen=True, array_like=True):
    """Where the names of a kind stand, by their addresses, in the order of letters.

    That is the number of a page, and an anchor there. `called` are the names of which the address
    is made otherwise. While all names are the same, each stands where it stood. `digests` are
    hashes of what links to a page's names follow from; `wanted` are anchors that others had taken.
    """

    called: dict[str, str] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    spots: dict[str, tuple[int, str]] = field(default_factory=dict)
    digests: list[bytes] = field(default_factory=list)
    wanted: dict[str, str] = field(default_factory=dict)

    def are_of(self, names: Sequence[Appearances]) -> bool:
        """Whether these names stand here, and no others."""
        held = {one.key[1] for one in names}
        return held == self.spots.keys() and self.called == _called(names)

    def wanted_anchor(self, name: str) -> str:
        """Return the anchor that a name has if no other has taken it; "" for one that is new."""
        return self.wanted.get(name) or self.spots.get(name, (0, ""))[1]

    def href(self, name: str) -> str:
        """Return the way to a name from the site's root."""
        page, anchor = self.spots[name]
        return f"{self.pages[page].href}#{anchor}"


class Placed(Struct, frozen=True):
    """A name with its place; maps and asides link there."""

    found: Appearances
    letter: str
    href: str

    @property
    def anchor(self) -> str:
        """The name's place on its page."""
        return self.href.partition("#")[2]


class NamePlaces(Struct, frozen=True):
    """All names of an edition; what was asked for once is known.

    `named` has them by kind. `before` is where names stood at the last build, whatever they were.
    """

    known: Mapping[NameKey, Appearances] = field(default_factory=dict)
    named: Mapping[MentionKind, Sequence[Appearances]] = field(default_factory=dict)
    before: Mapping[MentionKind, Places] = field(default_factory=dict)
    _places: dict[MentionKind, Places] = field(default_factory=dict)

    def of(self, kind: MentionKind) -> Places:
        """Return where the names of a kind stand; those of before, if they are the same."""
        if kind not in self._places:
            names, before = self.named.get(kind, ()), self.before.get(kind, Places())
            same = before.spots and before.are_of(names)
            self._places[kind] = before if same else _placed(names, NAME_PAGES[kind], before)
        return self._places[kind]

    def at(self, key: NameKey) -> Placed | None:
        """Return a name with its place, None if no page has it."""
        found, places = self.known.get(key), self.of(key[0])
        if found is None or key[1] not in places.spots:
            return None
        page, anchor = places.spots[key[1]]
        return Placed(found, places.pages[page].letter, f"{places.pages[page].href}#{anchor}")


def _called(names: Iterable[Appearances]) -> dict[str, str]:
    return {one.key[1]: one.entry.name for one in names if one.entry.name != one.key[1]}


def _placed(names: Sequence[Appearances], base: str, before: Places) -> Places:
    taken: dict[str, tuple[str, str]] = {}
    made: list[tuple[str, str, str, str, Page]] = []
    long = len(names) > LONG
    # Addresses are the same in every language: a page of a letter is there in each.
    ordered = sorted(names, key=lambda one: (_sort_key(one.address), one.address))
    parts = _parts(ordered) if long else {}
    for one in ordered:
        anchor = _anchor(one.address, taken, before)
        letter = _letter(one.address if long else one.entry.name)
        folder = f"{base}{urls.slug(letter, '0')}/" if long else base
        place, part = parts.get(one.address, ("", ""))
        page = Page(letter, folder, f"{folder}{place}/" if place else folder, part)
        made.append((letter, _sort_key(one.entry.name), anchor, one.address, page))
    made.sort(key=itemgetter(0, 1, 2))
    pages = {page: number for number, page in enumerate(dict.fromkeys(row[-1] for row in made))}
    spots = {address: (pages[page], anchor) for *_, anchor, address, page in made}
    anchors: list[list[str]] = [[page.href] for page in pages]
    for number, anchor in spots.values():
        anchors[number].append(anchor)
    others = {name: wanted for anchor, (name, wanted) in taken.items() if anchor != wanted}
    return Places(_called(names), list(pages), spots, [hashed(held) for held in anchors], others)


def _anchor(name: str, taken: dict[str, tuple[str, str]], before: Places) -> str:
    """Return an anchor for a name that no other has, and note who took it and what he wanted."""
    wanted = anchor = before.wanted_anchor(name) or urls.slug(f"n-{name}")
    number = 1
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    taken[anchor] = (name, wanted)
    return anchor


def _parts(names: Iterable[Appearances]) -> dict[str, tuple[str, str]]:
    """Return the last part of the address, and its title, of names whose letter is divided."""
    letters: dict[str, list[str]] = {}
    for one in names:
        letters.setdefault(_letter(one.address), []).append(one.address)
    return {
        name: (place, title)
        for several in letters.values()
        if len(several) > LONG
        for place, title, held in _divided(several, 1)
        for name in held
    }


def _divided(names: Iterable[str], size: int) -> Iterator[tuple[str, str, list[str]]]:
    """Divide names that begin with the same `size` letters by the next one, more finely if need be.

    First into ranges of letters, then by the letter: a page for each letter would be many. Where
    the borders are does not depend on the names, so that a new one moves no other.
    """
    for (place, ends), held in _grouped(names, size + 1, partial(_range, size)).items():
        beginning = held[0][:size]
        if len(held) <= LONG:
            yield f"{place}_{ends or '0'}", _title(beginning, ends), held
            continue
        for exact, some in _grouped(held, size + 1, _place).items():
            if len(some) <= LONG or size >= _LONGEST_PART:
                yield exact, some[0][: size + 1].strip(), some
            else:
                yield from _divided(some, size + 1)


def _grouped(names: Iterable[str], size: int, key: Callable[[str], Key]) -> dict[Key, list[str]]:
    """Put together what `key` makes the same of the first `size` letters of names in order."""
    begun: dict[str, list[str]] = {}
    for name in names:
        begun.setdefault(_sort_key(name)[:size], []).append(name)
    groups: dict[Key, list[str]] = {}
    for beginning, held in begun.items():
        groups.setdefault(key(beginning), []).extend(held)
    return groups


def _range(size: int, beginning: str) -> tuple[str, str]:
    """Return a beginning of `size` letters, and the range that the next is in, "" for no letter."""
    return _place(beginning[:size]), _RANGE_OF.get(beginning[size:], "")


def _title(beginning: str, ends: str) -> str:
    """Name a range: "Anna A… – Anna F", "Da… – Df"."""
    if not ends:
        return beginning.strip()
    first, last = (letter.upper() if beginning[-1:].isspace() else letter for letter in ends[::2])
    return f"{beginning}{first}… – {beginning}{last}"


@lru_cache(maxsize=4096)
def _place(beginning: str) -> str:
    return urls.slug(beginning, "0")


@lru_cache(maxsize=2**17)  # each name is put in order, divided and looked up
def _sort_key(name: str) -> str:
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _letter(name: str) -> str:
    first = _sort_key(name)[:1].upper()
    return first if first.isalpha() else _NO_LETTER
