"""Views of people, places and organisations: each name with the passages that mention it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from dossier import urls
from dossier.found import MentionKind
from dossier.rendering import linked
from dossier.rendering.charts import places_map
from dossier.rendering.entries import Mentioning, NameGroup, NameItem
from dossier.rendering.named import KINDS
from dossier.rendering.nameplaces import LONG, NAME_PAGES, Page, Placed
from dossier.rendering.pages import Desk
from dossier.rendering.pictures import WorldMap
from dossier.rendering.pieces import Html, Link
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Sheet, hashed
from dossier.rendering.views import NamesView
from dossier.rendering.worldmap import SMALL, Place

_FIRST_PAGE = 60  # of a split list: those most often named
_FEW_LINES = 5  # passages shown for each of those; the page of its letter has more
_FEW = 20  # names that need no jump to their letter


class List(Struct, frozen=True, kw_only=True):
    """A page that lists names of a kind, given by their addresses.

    `hrefs` is a hash of where the names are, `folder` the page of its letter, "" on the first page
    of all. `rows` are links to the pages of letters, and to those of a letter's parts; `number` is
    how many names there are, of which a page of those `most_named` lists some. Numbers stand where
    they tell of the page, so that a new name changes few pages.
    """

    kind: MentionKind
    href: str
    names: Sequence[str]
    hrefs: bytes
    number: int
    folder: str = ""
    rows: tuple[Row, ...] = ()
    most_named: bool = False


class Row(Struct, frozen=True):
    """A row of links: texts, addresses and numbers, 0 to show none, and a hash of them."""

    links: tuple[tuple[str, str, int], ...] = ()
    digest: bytes = b""

    @classmethod
    def of(cls, links: Iterable[tuple[str, str, int]]) -> Row:
        """Hash a row once for all pages that have it."""
        held = tuple(links)
        return cls(held, hashed(held))

    def bare(self) -> Row:
        """Return the row without its numbers."""
        return Row.of((text, href, 0) for text, href, _ in self.links)


def names_sheets(desk: Desk) -> Iterator[Sheet[NamesView]]:
    """Yield the lists that hold anything, split by letter once they are long."""
    for kind in KINDS:
        names = _Letters(desk, kind)
        if not names.all:
            continue
        yield _first(desk, names)
        if names.are_long:
            for letter in names.letters:
                yield from _letter_sheets(desk, names, letter)


class _Letters:
    """The names of a kind as their pages divide them: by letter, and by part of a letter.

    Names are given by their addresses, everywhere in the order of letters.
    """

    def __init__(self, desk: Desk, kind: MentionKind) -> None:
        self.kind, self._ranked = kind, desk.corpus.named[kind]
        self.places = places = desk.names.places.of(kind)
        self.all = list(places.spots)
        self.are_long = len(self.all) > LONG
        held: list[list[str]] = [[] for _ in places.pages]
        for name, (page, _) in places.spots.items():
            held[page].append(name)
        self.letters: dict[str, dict[Page, list[str]]] = {}
        for at, names in zip(places.pages, held, strict=True):
            self.letters.setdefault(at.letter, {})[at] = names
        self.folders = {letter: next(iter(parts)).folder for letter, parts in self.letters.items()}
        self.row = Row.of(
            (letter, self.folders[letter], sum(map(len, parts.values())))
            for letter, parts in self.letters.items()
        )
        self.bare = self.row.bare()

    def parts(self, letter: str) -> Row:
        """Lead to the pages of a divided letter."""
        parts = self.letters[letter].items()
        return Row.of((page.part, page.href, len(names)) for page, names in parts)

    def most_named(self) -> list[str]:
        """Return the most frequent names, the most frequent first."""
        return [one.key[1] for one in self._ranked[:_FIRST_PAGE]]

    @cached_property
    def most_named_of(self) -> dict[str, list[str]]:
        """The same of each letter."""
        spots, letters = self.places.spots, [page.letter for page in self.places.pages]
        found: dict[str, list[str]] = {letter: [] for letter in letters}
        for one in self._ranked:
            name = one.key[1]
            held = found[letters[spots[name][0]]]
            if len(held) < _FIRST_PAGE:
                held.append(name)
        return found

    def hrefs(self, names: Iterable[str]) -> bytes:
        """Hash where names are."""
        return hashed([self.places.href(name) for name in names])


def _letter_sheets(desk: Desk, names: _Letters, letter: str) -> Iterator[Sheet[NamesView]]:
    """Yield the page of a letter, and where it has very many names, those of its parts."""
    kind, folder, pages = names.kind, names.folders[letter], names.letters[letter]
    rows: tuple[Row, ...] = (names.bare,)
    if [page.href for page in pages] != [folder]:
        most, parts = names.most_named_of[letter], names.parts(letter)
        rows, number = (names.bare, parts.bare()), sum(map(len, pages.values()))
        whole = List(kind=kind, href=folder, names=most, hrefs=names.hrefs(most), number=number,
                     folder=folder, rows=(names.bare, parts), most_named=True)  # fmt: skip
        yield _sheet(desk, whole)
    digests = dict(zip(names.places.pages, names.places.digests, strict=True))
    for page, held in pages.items():
        part = List(kind=kind, href=page.href, names=held, hrefs=digests[page], number=len(held),
                    folder=folder, rows=rows)  # fmt: skip
        yield _sheet(desk, part)


def _sheet(desk: Desk, one: List) -> Sheet[NamesView]:
    rows = [row.digest for row in one.rows]
    return desk.sheet(one.href, partial(_view, desk, one), one.number, rows, _known_of(desk, one))


def _first(desk: Desk, names: _Letters) -> Sheet[NamesView]:
    """Announce the page of all names, or of those most often named and a way to the others."""
    base = NAME_PAGES[names.kind]
    listed = names.most_named() if names.are_long else names.all
    one = List(kind=names.kind, href=base, names=listed, hrefs=names.hrefs(listed),
               number=len(names.all), rows=(names.row,) if names.are_long else (),
               most_named=names.are_long)  # fmt: skip
    sheet = _sheet(desk, one)
    dots = _dots(desk, names.all) if names.kind == "place" else []
    if not dots:
        return sheet
    # The first page has the map of them all.
    return desk.sheet(base, lambda: _with_map(desk, dots, sheet.make()), sheet.key, dots)


def _known_of(desk: Desk, one: List) -> object:
    """Return what the entries of names follow from."""
    known, kind = desk.names.known, one.kind
    found = [known[kind, name] for name in one.names]
    return b"".join([name.digest + name.listed for name in found]), one.hrefs


def _links(desk: Desk, one: List, row: int) -> tuple[Link, ...]:
    """Make a row of links as a page shows it, none if it has no such row."""
    number, here = desk.wording.number, (one.folder, one.href)[row]
    return tuple(
        Link(text=text, href=href, count=number(count) if count else "", current=href == here)
        for held in one.rows[row : row + 1]
        for text, href, count in held.links
    )


def _with_map(desk: Desk, dots: Iterable[Place], view: NamesView) -> NamesView:
    return replace(view, map=places_map(desk, dots))


def home_map(desk: Desk) -> WorldMap | None:
    """Draw the places most often named, small; their text stands for the picture."""
    known = [one for one in desk.corpus.named["place"] if one.entry.lat is not None]
    names = [one.address for one in known[: SMALL.most]]
    return places_map(desk, _dots(desk, names), SMALL)


def _dots(desk: Desk, names: Iterable[str]) -> list[Place]:
    """Return the places whose coordinates are known."""
    known, href = desk.names.known, desk.names.places.of("place").href
    return [
        Place(
            name=one.entry.name,
            latitude=one.entry.lat,
            longitude=one.entry.lon,
            mentions=one.count,
            href=href(name),
            hue=desk.tags[one.topic].hue if one.topic else "",
        )
        for name in names
        for one in (known["place", name],)
        if one.entry.lat is not None and one.entry.lon is not None
    ]


def _jumps(desk: Desk, groups: Mapping[str, Sequence[Placed]]) -> tuple[Link, ...]:
    """Lead to the letters on a page that has all names."""
    if sum(map(len, groups.values())) <= _FEW:
        return ()
    return tuple(
        Link(text=letter, href=f"#{_letter_anchor(letter)}", count=desk.wording.number(len(held)))
        for letter, held in groups.items()
    )


def _grouped(desk: Desk, one: List, names: Sequence[Placed]) -> dict[str, list[Placed]]:
    """Put a page's names under titles: by letter on a page that has all of them."""
    if one.most_named:
        return {desk.wording.text("most_named"): list(names)}
    if one.rows:
        return {"": list(names)}
    letters: dict[str, list[Placed]] = {}
    for name in names:
        letters.setdefault(name.letter, []).append(name)
    return letters


def _view(desk: Desk, one: List) -> NamesView:
    key = NAME_PAGES[one.kind].rstrip("/")
    title = desk.wording.text(f"nav_{key}")
    description = desk.wording.text(f"description_{key}", site=desk.corpus.dossier.title)
    placed = (desk.names.places.at((one.kind, name)) for name in one.names)
    names = [each for each in placed if each]
    groups = _grouped(desk, one, names)
    jumps = () if one.rows else _jumps(desk, groups)
    if not (jumps or one.rows):
        groups = {"": names}
    return NamesView(
        chrome=desk.chrome(
            key,
            one.href,
            title=title,
            description=description,
            linked=_linked(desk, one.href, title, names),
        ),
        title=title,
        counts=desk.counts((key, one.number)),
        kinds=desk.names_nav(one.href),
        pages=_links(desk, one, 0),
        parts=_links(desk, one, 1),
        jumps=jumps,
        groups=tuple(
            NameGroup(
                id=_letter_anchor(letter) if jumps else "",
                title=letter,
                names=tuple(_item(desk, name, most_named=one.most_named) for name in held),
            )
            for letter, held in groups.items()
        ),
    )


def _linked(desk: Desk, href: str, title: str, names: Iterable[Placed]) -> Html:
    """Describe the names most often named, each with the address of its entry."""
    ordered = sorted(names, key=lambda one: -one.found.count)
    things = (linked.named(one.found, desk.absolute(one.href)) for one in ordered)
    return linked.names(desk, title, href, things)


def _item(desk: Desk, one: Placed, *, most_named: bool) -> NameItem:
    """Make the entry of a name; a page of those most often named has but its beginning."""
    count, listed = one.found.count, one.found.last
    if most_named:
        listed = listed[-_FEW_LINES:]
    rest = count - len(listed)
    return NameItem(
        id=one.anchor,
        name=one.found.entry.name,
        href=one.href if most_named else "",
        count=desk.wording.number(count),
        aliases=", ".join(one.found.aliases),
        more=desk.wording.count("earlier_passages", rest) if rest else "",
        articles=tuple(
            _mentioning(desk, desk.corpus.shown[article], [passage for _, passage in found])
            for article, found in groupby(listed, key=itemgetter(0))
        ),
    )


def _mentioning(desk: Desk, shown: Shown, passages: Sequence[str]) -> Mentioning:
    article = shown.article
    found = [desk.evidence(shown, passage) for passage in passages]
    others = {link.text: link for one in found for link in one.also}
    return Mentioning(
        title=article.title,
        href=urls.article_href(article.id),
        date=found[0].date,
        source=found[0].source,
        paragraphs=tuple(Link(text=one.paragraph, href=one.href) for one in found if one.paragraph),
        also=tuple(others.values()),
        lang=found[0].lang,
    )


def _letter_anchor(letter: str) -> str:
    return f"l-{urls.slug(letter, '0')}"
