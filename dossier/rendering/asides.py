"""What stands beside a topic's passages: the people and places in them, and their articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier import urls
from dossier.model import MentionKind, PassageKey
from dossier.rendering.corpus import Placed
from dossier.rendering.nameplaces import NAME_PAGES
from dossier.rendering.pages import Desk
from dossier.rendering.pieces import AsideList, Link

KINDS: tuple[MentionKind, ...] = ("person", "place")
_MOST_NAMES, _MOST_ARTICLES = 8, 12

Target = tuple[str, str, str]  # text, address and language of a link
Names = Mapping[tuple[MentionKind, PassageKey], Sequence[Target]]


def named(desk: Desk) -> Names:
    """Return who and what each passage names, with its place in the lists of names."""
    found: dict[tuple[MentionKind, PassageKey], list[Target]] = {}
    for kind in KINDS:
        for one in desk.name_places.of(kind):
            target = (one.found.entry.name, one.href, "")
            for key in one.found.passages:
                found.setdefault((kind, key), []).append(target)
    return found


def asides(desk: Desk, passages: Iterable[Placed], names: Names) -> Iterator[AsideList]:
    """Yield the people, places and articles of a page's passages, the most frequent first."""
    shown = [one for one in passages if one.shown]
    keys = dict.fromkeys((one.item.article, one.passage) for one in shown)
    for kind in KINDS:
        counts = Counter(target for key in keys for target in names.get((kind, key), ()))
        key = f"nav_{NAME_PAGES[kind].rstrip('/')}"
        yield from _list(desk, key, counts, _MOST_NAMES)
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


def _list(desk: Desk, title: str, counts: Counter[Target], most: int) -> Iterator[AsideList]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    links = [
        Link(text=text, href=href, lang=lang, count=desk.wording.number(number))
        for (text, href, lang), number in ordered[:most]
    ]
    if links:
        yield AsideList(title=desk.wording.text(title), items=tuple(links))
