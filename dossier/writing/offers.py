"""What to propose: passages that a topic matches and that were never offered to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dossier import blocks, edtf
from dossier.model import Article, Block, PageItem, Topic, TopicMatch, TopicPage
from dossier.writing.insert import Addition, order_of


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
) -> dict[str, tuple[Addition, ...]]:
    """Return the additions to one topic by year, oldest article first.

    `pages` are all year pages of the topic, `matches` what each article offers. What was
    offered on any page, or stands on one, is not offered again.
    """
    offered: dict[str, set[str]] = {}
    standing: dict[str, list[PageItem]] = {}
    for page in pages:
        for identifier, passages in page.offered.items():
            offered.setdefault(identifier, set()).update(passages)
        for item in page.items:
            if item.kind == "passage":
                offered.setdefault(item.article, set()).add(item.passage)
                standing.setdefault(item.article, []).append(item)
    additions: dict[str, list[Addition]] = {}
    for identifier, found in matches.items():
        article = articles[identifier]
        wanted = {match.passage: match for match in found if match.topic == topic}
        known = offered.get(identifier, set())
        new = [
            (block, wanted[block.id])
            for block in article.passages
            if block.id in wanted and block.id not in known
        ]
        if new:
            addition = _without_rewordings(article, new, standing.get(identifier, ()))
            additions.setdefault(edtf.year_of(article.date), []).append(addition)
    return {
        year: tuple(sorted(found, key=lambda addition: order_of(addition.article)))
        for year, found in additions.items()
    }


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
