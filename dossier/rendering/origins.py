"""On whose word the dossier rests: outlets and agencies, a report that several print counted once.

An origin is who stands behind a report: the agency of a group of wire copies where one is named,
otherwise the outlet. What an outlet prints of others is its copy, no second source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from dossier.rendering.corpus import Corpus
from dossier.rendering.rights import Shown


class Outlet(Struct, frozen=True, kw_only=True):
    """What a source brings: ids of its articles, those that are wire copies, agencies named."""

    name: str
    articles: tuple[str, ...]
    wire: tuple[str, ...]
    agencies: tuple[str, ...]

    @property
    def own(self) -> int:
        """The number of its articles that no other outlet prints."""
        return len(self.articles) - len(self.wire)


def outlets(corpus: Corpus) -> tuple[Outlet, ...]:
    """Return all sources that are named, who brings most of its own first."""
    held: dict[str, list[Shown]] = {}
    for shown in corpus.shown.values():
        held.setdefault(shown.article.source.name, []).append(shown)
    made = [_outlet(corpus, name, articles) for name, articles in held.items()]
    return tuple(sorted(made, key=lambda one: (not one.name, -one.own, one.name)))


def _outlet(corpus: Corpus, name: str, articles: Iterable[Shown]) -> Outlet:
    ids = tuple(shown.article.id for shown in articles)
    agencies = Counter(
        agency for article in ids for agency in corpus.shown[article].article.source.agency
    )
    return Outlet(
        name=name,
        articles=ids,
        wire=tuple(article for article in ids if article in corpus.wire.group_of),
        agencies=tuple(sorted(agencies, key=lambda one: (-agencies[one], one))),
    )


def origin(corpus: Corpus, article: str) -> str:
    """Return who stands behind an article: an agency, an outlet, or "" if nobody is named."""
    group = corpus.wire.group_of.get(article)
    if group is None:
        return corpus.shown[article].article.source.name
    return "/".join(group.agencies) or corpus.shown[group.lead].article.source.name


def reports(corpus: Corpus, articles: Iterable[str]) -> dict[str, str]:
    """Return the origin of each report that `articles` tell, by the article that stands for it."""
    found = {}
    for article in articles:
        group = corpus.wire.group_of.get(article)
        found[group.lead if group else article] = origin(corpus, article)
    return found


def only_origin(corpus: Corpus, articles: Iterable[str]) -> str:
    """Return the one origin on which all of `articles` rest, "" if there are several.

    An article without a source may come from anyone: with it nothing is said.
    """
    origins = set(reports(corpus, articles).values())
    return origins.pop() if len(origins) == 1 else ""
