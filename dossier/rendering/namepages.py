"""Views of people, places and organisations: each name with the passages that mention it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from dossier import urls
from dossier.model import MentionKind, PassageKey
from dossier.rendering import linked
from dossier.rendering.charts import places_map
from dossier.rendering.named import KINDS, Appearances
from dossier.rendering.pages import NAME_PAGES, Desk
from dossier.rendering.pictures import WorldMap
from dossier.rendering.pieces import Html, Link, Mentioning, NameGroup, NameItem
from dossier.rendering.rights import Shown
from dossier.rendering.views import NamesView
from dossier.rendering.worldmap import SMALL, Place

# More names than this are split by first letter: a name is a few lines, some 400 bytes of HTML.
_LONG = 200
_FIRST_PAGE = 60  # of a split list: those most often named
_MOST_LINES = 12  # passages shown for a name; the search finds the rest
_FEW = 20  # names that need no jump to their letter
_NO_LETTER = "#"


class Placed(Struct, frozen=True, kw_only=True):
    """A name with its anchor, the letter it stands under, and the page that has it."""

    found: Appearances
    anchor: str
    letter: str
    href: str


def placed(desk: Desk, kind: MentionKind) -> tuple[Placed, ...]:
    """Return all names of a kind in the order of letters, each with its address.

    `href` with `#` and `anchor` leads to a name from the site's root. Maps and asides link there.
    """
    names = desk.corpus.named[kind]
    base = NAME_PAGES[kind]
    taken: set[str] = set()
    made = []
    long = len(names) > _LONG
    # Addresses are the same in every language: a page of a letter is there in each.
    for one in sorted(names, key=lambda one: (_sort_key(one.address), one.address)):
        anchor = urls.article_id("", f"n-{one.address}", taken)
        taken.add(anchor)
        letter = _letter(one.address if long else one.entry.name)
        page = f"{base}{urls.slug(letter, '0')}/" if long else base
        made.append(Placed(found=one, anchor=anchor, letter=letter, href=page))
    made.sort(key=lambda one: (one.letter, _sort_key(one.found.entry.name), one.anchor))
    return tuple(made)


def names_views(desk: Desk) -> Iterator[NamesView]:
    """Yield the lists that hold anything, split by letter once they are long."""
    for kind in KINDS:
        names = placed(desk, kind)
        if not names:
            continue
        base = NAME_PAGES[kind]
        if len(names) <= _LONG:
            yield _with_map(desk, kind, names, _view(desk, kind, base, names, _jumps(desk, names)))
            continue
        letters = _letters(names)
        most = sorted(names, key=lambda one: -len(one.found.passages))[:_FIRST_PAGE]
        first = _view(desk, kind, base, most, (), _pages(desk, letters, ""), most_named=True)
        yield _with_map(desk, kind, names, first)
        for letter, held in letters.items():
            yield _view(desk, kind, held[0].href, held, (), _pages(desk, letters, letter))


def _with_map(desk: Desk, kind: MentionKind, names: Iterable[Placed], view: NamesView) -> NamesView:
    """Put the map of all places whose coordinates are known on their first page."""
    return replace(view, map=places_map(desk, _dots(desk, names))) if kind == "place" else view


def home_map(desk: Desk) -> WorldMap | None:
    """Draw the places most often named, small; their text stands for the picture."""
    known = sorted(_dots(desk, placed(desk, "place")), key=lambda one: (-one.mentions, one.name))
    return places_map(desk, known[: SMALL.most], SMALL)


def _dots(desk: Desk, names: Iterable[Placed]) -> list[Place]:
    """Return the places whose coordinates are known."""
    return [
        Place(
            name=one.found.entry.name,
            latitude=one.found.entry.lat,
            longitude=one.found.entry.lon,
            mentions=len(one.found.passages),
            href=f"{one.href}#{one.anchor}",
            hue=_hue(desk, one.found.passages),
        )
        for one in names
        if one.found.entry.lat is not None and one.found.entry.lon is not None
    ]


def _hue(desk: Desk, passages: Iterable[PassageKey]) -> str:
    """Return the colour of the topic that most of the passages are in, "" if none is in any."""
    counts = Counter(topic for key in passages for topic in desk.corpus.topics_of.get(key, ()))
    order = list(desk.tags)
    most = min(counts, key=lambda topic: (-counts[topic], order.index(topic)), default="")
    return desk.tags[most].hue if most else ""


def _letters(names: Iterable[Placed]) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    for one in names:
        found.setdefault(one.letter, []).append(one)
    return found


def _pages(desk: Desk, letters: dict[str, list[Placed]], current: str) -> tuple[Link, ...]:
    return tuple(
        Link(
            text=letter,
            href=held[0].href,
            count=desk.wording.number(len(held)),
            current=letter == current,
        )
        for letter, held in letters.items()
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
    pages: tuple[Link, ...] = (),
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
        pages=pages,
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
    ordered = sorted(names, key=lambda one: -len(one.found.passages))
    things = (linked.named(one.found, desk.absolute(f"{one.href}#{one.anchor}")) for one in ordered)
    return linked.names(desk, title, href, things)


def _item(desk: Desk, one: Placed) -> NameItem:
    passages = one.found.passages
    shown = passages if len(passages) <= _MOST_LINES + 1 else passages[-_MOST_LINES:]
    rest = len(passages) - len(shown)
    return NameItem(
        id=one.anchor,
        name=one.found.entry.name,
        count=desk.wording.number(len(passages)),
        aliases=", ".join(one.found.aliases),
        more=desk.wording.count("earlier_passages", rest) if rest else "",
        articles=tuple(
            _mentioning(desk, desk.corpus.shown[article], [passage for _, passage in found])
            for article, found in groupby(shown, key=itemgetter(0))
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


def _sort_key(name: str) -> str:
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _letter(name: str) -> str:
    first = _sort_key(name)[:1].upper()
    return first if first.isalpha() else _NO_LETTER
