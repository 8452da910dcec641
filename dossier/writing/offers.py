"""What to propose: passages that a topic matches and that were never offered to it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from dossier import blocks, edtf
from dossier.found import TopicMatch
from dossier.model import Article, Block, Copies, PageItem, PassageKey, Topic, TopicPage
from dossier.writing.insert import Addition, order_of

_NONE = Copies()


def matches_of(
    article: Article, found: Iterable[TopicMatch], topics: Iterable[Topic]
) -> tuple[TopicMatch, ...]:
    """Return what the article offers: what was found, or the editor's word for the whole."""
    known = {topic.id for topic in topics}
    wanted = [topic for topic in article.topics if topic in known]
    if not wanted:
        return tuple(match for match in found if match.topic in known)
    scores = {(match.topic, match.passage): match for match in found}
    return tuple(
        scores.get((topic, passage.id))
        or TopicMatch(topic=topic, passage=passage.id, score=1.0, why=())
        for topic in wanted
        for passage in article.passages
    )


def propose(
    topic: str,
    pages: Sequence[TopicPage],
    articles: Mapping[str, Article],
    matches: Mapping[str, Sequence[TopicMatch]],
    copies: Copies = _NONE,
) -> dict[str, tuple[Addition, ...]]:
    """Return the additions to one topic by year, oldest article first.

    `pages` are all year pages of the topic, `matches` what each article offers: all articles that
    may have something new, and with each the others of its group of `copies`. What was offered on
    any page, or stands on one, is not offered again; nor is what another article of the group
    tells there, nor what the group's lead is about to.
    """
    offered, standing = _present(pages, matches)
    additions: dict[str, list[Addition]] = {}
    told = _Told(copies.twins, offered)
    for identifier, found in _leads_first(matches, copies):
        article = articles[identifier]
        wanted = {match.passage: match for match in found if match.topic == topic}
        known = offered.get(identifier, set())
        if wanted.keys() <= known:
            continue
        new = [
            (block, wanted[block.id])
            for block in article.passages
            if block.id in wanted
            and block.id not in known
            and not told.elsewhere(identifier, block.id)
        ]
        told.add(identifier, (block.id for block, _ in new))
        if new:
            addition = _without_rewordings(article, new, standing.get(identifier, ()))
            additions.setdefault(edtf.year_of(article.date), []).append(addition)
    return {
        year: tuple(sorted(found, key=lambda addition: order_of(addition.article)))
        for year, found in additions.items()
    }


def _present(
    pages: Iterable[TopicPage], names: Container[str]
) -> tuple[dict[str, set[str]], dict[str, list[PageItem]]]:
    """Return by article, of `names`, what was offered, and the items that stand on a page."""
    offered: dict[str, set[str]] = {}
    standing: dict[str, list[PageItem]] = {}
    for page in pages:
        for identifier, passages in page.offered.items():
            if identifier in names:
                offered.setdefault(identifier, set()).update(passages)
        for item in page.items:
            if item.kind == "passage" and item.article in names:
                offered.setdefault(item.article, set()).add(item.passage)
                standing.setdefault(item.article, []).append(item)
    return offered, standing


def _leads_first(
    matches: Mapping[str, Sequence[TopicMatch]], copies: Copies
) -> list[tuple[str, Sequence[TopicMatch]]]:
    rank = {name: place for group in copies.groups for place, name in enumerate(group.members)}
    return sorted(matches.items(), key=lambda pair: rank.get(pair[0], 0))


class _Told:
    """What a topic's pages tell already, and in which articles."""

    def __init__(
        self, twins: Mapping[PassageKey, PassageKey], offered: Mapping[str, Iterable[str]]
    ) -> None:
        self._twins = twins
        self._articles: dict[PassageKey, set[str]] = {}
        for article, passages in offered.items():
            self.add(article, passages)

    def add(self, article: str, passages: Iterable[str]) -> None:
        """Take note of an article's passages."""
        for passage in passages:
            first = self._twins.get((article, passage))
            if first:
                self._articles.setdefault(first, set()).add(article)

    def elsewhere(self, article: str, passage: str) -> bool:
        """Whether another article's copy of the passage is there."""
        first = self._twins.get((article, passage))
        return bool(first and self._articles.get(first, set()) - {article})


def _without_rewordings(
    article: Article, new: Sequence[tuple[Block, TopicMatch]], standing: Sequence[PageItem]
) -> Addition:
    """Keep off the page what stands there already in the article's former wording."""
    present = {block.id for block in article.passages}
    former = [item for item in standing if item.passage not in present]
    reworded = {
        block.id
        for block, _ in new
        if any(
            blocks.likeness(block.text, blocks.plain(item.markdown)) > blocks.SAME
            for item in former
        )
    }
    return Addition(
        article=article,
        passages=tuple(pair for pair in new if pair[0].id not in reworded),
        settled=tuple(block.id for block, _ in new if block.id in reworded),
    )
