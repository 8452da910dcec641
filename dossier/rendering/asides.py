"""What stands beside a topic's passages: the people and places in them, and their articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dossier import urls
from dossier.found import MentionKind
from dossier.rendering.nameplaces import NAME_PAGES
from dossier.rendering.pages import Desk
from dossier.rendering.pieces import AsideList, Link
from dossier.rendering.placed import Placed

_KINDS: tuple[MentionKind, ...] = ("person", "place")
_MOST_NAMES, _MOST_ARTICLES = 8, 12

Target = tuple[str, str, str]  # text, address and language of a link


def asides(desk: Desk, passages: Iterable[Placed]) -> Iterator[AsideList]:
    """Yield the people, places and articles of a page's passages, the most frequent first."""
    shown = [one for one in passages if one.shown]
    named = _named(desk, shown)
    for kind in _KINDS:
        key = f"nav_{NAME_PAGES[kind].rstrip('/')}"
        yield from _list(desk, key, named[kind], _MOST_NAMES)
    articles = Counter(
        (
            one.shown.article.title,
            urls.article_href(one.shown.article.id),
            desk.foreign(one.shown.article.lang),
        )
        for one in shown
        if one.shown
    )
    yield from _list(desk, "nav_articles", articles, _MOST_ARTICLES)


def _named(desk: Desk, passages: Iterable[Placed]) -> dict[MentionKind, Counter[Target]]:
    """Count in how many passages each person and each place is named."""
    wanted: dict[str, set[str]] = {}
    for one in passages:
        wanted.setdefault(one.item.article, set()).add(one.passage)
    found: dict[MentionKind, Counter[Target]] = {kind: Counter() for kind in _KINDS}
    for article, held in wanted.items():
        mentions = desk.corpus.shown[article].found.mentions
        named = {(desk.names.who(one), one.passage) for one in mentions if one.passage in held}
        for key, _ in named:
            place = desk.names.places.at(key)
            if key[0] in found and place:
                found[key[0]][place.found.entry.name, place.href, ""] += 1
    return found


def _list(desk: Desk, title: str, counts: Counter[Target], most: int) -> Iterator[AsideList]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    links = [
        Link(text=text, href=href, lang=lang, count=desk.wording.number(number))
        for (text, href, lang), number in ordered[:most]
    ]
    if links:
        yield AsideList(title=desk.wording.text(title), items=tuple(links))
