"""Views of people, places and organisations: each name with the passages that mention it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from msgspec.structs import replace

from dossier import urls
from dossier.model import MentionKind
from dossier.rendering import linked
from dossier.rendering.charts import places_map
from dossier.rendering.named import KINDS
from dossier.rendering.nameplaces import LONG, NAME_PAGES, Placed
from dossier.rendering.pages import Desk
from dossier.rendering.pictures import WorldMap
from dossier.rendering.pieces import Html, Link, Mentioning, NameGroup, NameItem
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Sheet
from dossier.rendering.views import NamesView
from dossier.rendering.worldmap import SMALL, Place

_FIRST_PAGE = 60  # of a split list: those most often named
Rows = tuple[tuple[Link, ...], tuple[Link, ...]]  # of letters, and of beginnings of names
_FEW = 20  # names that need no jump to their letter


def names_sheets(desk: Desk) -> Iterator[Sheet[NamesView]]:
    """Yield the lists that hold anything, split by letter once they are long."""
    for kind in KINDS:
        names = desk.names.places.of(kind)
        if not names:
            continue
        yield _first(desk, kind, names)
        if len(names) > LONG:
            letters = _letters(names)
            for letter in letters:
                yield from _letter_sheets(desk, kind, letters, letter)


def _letter_sheets(
    desk: Desk, kind: MentionKind, letters: dict[str, list[Placed]], letter: str
) -> Iterator[Sheet[NamesView]]:
    """Yield the page of a letter, and where it has very many names, those of its parts."""
    links, held = _pages(desk, letters, letter), letters[letter]
    parts: dict[str, list[Placed]] = {}
    for one in held:
        parts.setdefault(one.at.page, []).append(one)
    folder = held[0].at.folder
    if list(parts) != [folder]:
        rows = (links, _parts(desk, parts, ""))
        yield _sheet(desk, kind, folder, _most_named(held), rows, most_named=True)
    for page, some in parts.items():
        rows = (links, _parts(desk, parts, page) if some[0].at.part else ())
        yield _sheet(desk, kind, page, some, rows)


def _sheet(  # noqa: PLR0913 - all that tells one page of a list from another
    desk: Desk,
    kind: MentionKind,
    href: str,
    names: Sequence[Placed],
    rows: Rows,
    *,
    most_named: bool = False,
) -> Sheet[NamesView]:
    make = partial(_view, desk, kind, href, names, (), rows, most_named=most_named)
    number = len(desk.corpus.named[kind])
    return desk.sheet(href, make, number, rows, _known_of(names))


def _most_named(names: Iterable[Placed]) -> list[Placed]:
    return sorted(names, key=lambda one: -one.found.count)[:_FIRST_PAGE]


def _first(desk: Desk, kind: MentionKind, names: Collection[Placed]) -> Sheet[NamesView]:
    """Announce the page of all names, or of those most often named and a way to the others."""
    base = NAME_PAGES[kind]
    if len(names) <= LONG:
        held = list(names)
        make = partial(_view, desk, kind, base, held, _jumps(desk, held))
        sheet = desk.sheet(base, make, _known_of(held))
    else:
        rows = (_pages(desk, _letters(names), ""), ())
        sheet = _sheet(desk, kind, base, _most_named(names), rows, most_named=True)
    dots = _dots(desk, names)
    if not dots:
        return sheet
    # Only places have any; their first page has the map of them all.
    return desk.sheet(base, lambda: _with_map(desk, dots, sheet.make()), sheet.key, dots)


def _known_of(names: Iterable[Placed]) -> object:
    """Return what the entries of names follow from."""
    held = [(one.found.digest + one.found.listed, one.href) for one in names]
    return b"".join([digest for digest, _ in held]), [href for _, href in held]


def _with_map(desk: Desk, dots: Iterable[Place], view: NamesView) -> NamesView:
    return replace(view, map=places_map(desk, dots))


def home_map(desk: Desk) -> WorldMap | None:
    """Draw the places most often named, small; their text stands for the picture."""
    known = [one for one in desk.names.places.of("place") if one.found.entry.lat is not None]
    known.sort(key=lambda one: (-one.found.count, one.found.entry.name))
    return places_map(desk, _dots(desk, known[: SMALL.most]), SMALL)


def _dots(desk: Desk, names: Iterable[Placed]) -> list[Place]:
    """Return the places whose coordinates are known."""
    return [
        Place(
            name=one.found.entry.name,
            latitude=one.found.entry.lat,
            longitude=one.found.entry.lon,
            mentions=one.found.count,
            href=one.href,
            hue=desk.tags[one.found.topic].hue if one.found.topic else "",
        )
        for one in names
        if one.found.entry.lat is not None and one.found.entry.lon is not None
    ]


def _letters(names: Iterable[Placed]) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    for one in names:
        found.setdefault(one.at.letter, []).append(one)
    return found


def _pages(desk: Desk, letters: dict[str, list[Placed]], current: str) -> tuple[Link, ...]:
    return tuple(
        Link(
            text=letter,
            href=held[0].at.folder,
            count=desk.wording.number(len(held)),
            current=letter == current,
        )
        for letter, held in letters.items()
    )


def _parts(desk: Desk, parts: dict[str, list[Placed]], current: str) -> tuple[Link, ...]:
    """Lead to the pages of a divided letter."""
    return tuple(
        Link(
            text=held[0].at.part,
            href=page,
            count=desk.wording.number(len(held)),
            current=page == current,
        )
        for page, held in parts.items()
    )


def _jumps(desk: Desk, names: Sequence[Placed]) -> tuple[Link, ...]:
    if len(names) <= _FEW:
        return ()
    return tuple(
        Link(text=letter, href=f"#{_letter_anchor(letter)}", count=desk.wording.number(len(held)))
        for letter, held in _letters(names).items()
    )


def _view(  # noqa: PLR0913, PLR0917 - all that tells one page of a list from another
    desk: Desk,
    kind: MentionKind,
    href: str,
    names: Sequence[Placed],
    jumps: tuple[Link, ...],
    rows: Rows = ((), ()),
    *,
    most_named: bool = False,
) -> NamesView:
    key = NAME_PAGES[kind].rstrip("/")
    title = desk.wording.text(f"nav_{key}")
    description = desk.wording.text(f"description_{key}", site=desk.corpus.dossier.title)
    if most_named:
        groups = {desk.wording.text("most_named"): list(names)}
    else:
        groups = _letters(names) if jumps else {"": list(names)}
    return NamesView(
        chrome=desk.chrome(
            key,
            href,
            title=title,
            description=description,
            linked=_linked(desk, href, title, names),
        ),
        title=title,
        counts=desk.counts((key, len(desk.corpus.named[kind]))),
        kinds=desk.names_nav(href),
        pages=rows[0],
        parts=rows[1],
        jumps=jumps,
        groups=tuple(
            NameGroup(
                id=_letter_anchor(letter) if jumps else "",
                title=letter,
                names=tuple(_item(desk, one) for one in held),
            )
            for letter, held in groups.items()
        ),
    )


def _linked(desk: Desk, href: str, title: str, names: Iterable[Placed]) -> Html:
    """Describe the names most often named, each with the address of its entry."""
    ordered = sorted(names, key=lambda one: -one.found.count)
    things = (linked.named(one.found, desk.absolute(one.href)) for one in ordered)
    return linked.names(desk, title, href, things)


def _item(desk: Desk, one: Placed) -> NameItem:
    count, listed = one.found.count, one.found.last
    rest = count - len(listed)
    return NameItem(
        id=one.at.anchor,
        name=one.found.entry.name,
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
