"""What an editor decided on topic pages and in front matter: it goes before what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dossier.model import Article, PassageKey, Topic, TopicPage
from dossier.understanding.ranking import Candidate, Ranking


class Decisions(Struct, frozen=True, kw_only=True):
    """The topics on whose pages a passage stands, and those that it was offered to."""

    standing: Mapping[PassageKey, frozenset[str]] = field(default_factory=dict)
    offered: Mapping[PassageKey, frozenset[str]] = field(default_factory=dict)
    passages: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def removed(self, article: Article, passage: str) -> frozenset[str]:
        """Return the topics that an editor took a passage off.

        Where an article's former wording stands on a page, the new one was offered silently:
        its absence is no removal.
        """
        key = (article.id, passage)
        gone = self.offered.get(key, frozenset()) - self.standing.get(key, frozenset())
        present = {block.id for block in article.passages} if gone else set()
        return frozenset(
            topic
            for topic in gone
            if self.passages.get((article.id, topic), frozenset()) <= present
        )

    def given(self, article: Article, passage: str, topics: Iterable[Topic]) -> tuple[str, ...]:
        """Return the topics that an editor left a passage with, in the editor's order."""
        known = [topic.id for topic in topics]
        wanted = tuple(topic for topic in article.topics if topic in known)
        standing = self.standing.get((article.id, passage), frozenset())
        return wanted or tuple(topic for topic in known if topic in standing)


def decisions(pages: Iterable[TopicPage]) -> Decisions:
    """Read an editor's decisions off topic pages."""
    standing: dict[PassageKey, set[str]] = {}
    offered: dict[PassageKey, set[str]] = {}
    passages: dict[tuple[str, str], set[str]] = {}
    for page in pages:
        for item in page.items:
            if item.kind == "passage":
                standing.setdefault((item.article, item.passage), set()).add(page.topic)
                passages.setdefault((item.article, page.topic), set()).add(item.passage)
        for name, found in page.offered.items():
            for passage in found:
                offered.setdefault((name, passage), set()).add(page.topic)
    return Decisions(
        standing=_frozen(standing), offered=_frozen(offered), passages=_frozen(passages)
    )


def _frozen(sets: Mapping[tuple[str, str], set[str]]) -> dict[tuple[str, str], frozenset[str]]:
    return {key: frozenset(values) for key, values in sets.items()}


def decided(
    ranking: Ranking, article: Article, topics: Sequence[Topic], known: Decisions
) -> Ranking:
    """Return the topics of an article as its editor left them.

    Passages that an editor put to a topic are there in any case, those taken off a topic are
    not; topics in the front matter are the editor's word for the whole article.
    """
    passages: list[Candidate] = []
    for block in article.passages:
        given = known.given(article, block.id, topics)
        removed = known.removed(article, block.id)
        found = [one for one in ranking.passages if one.passage == block.id]
        rows = [_judged(one, given, removed, only=bool(article.topics and given)) for one in found]
        rows += [
            Candidate(topic=topic, passage=block.id, score=1.0, state="editor")
            for topic in given
            if all(one.topic != topic for one in found)
        ]
        passages += sorted(rows, key=lambda one: -one.score)
    return replace(ranking, passages=tuple(passages))


def _judged(
    one: Candidate, given: Iterable[str], removed: frozenset[str], *, only: bool
) -> Candidate:
    if one.topic in given:
        return one if one.state == "assigned" else replace(one, state="editor", score=1.0)
    if one.topic in removed:
        return replace(one, state="removed")
    return replace(one, state="weaker") if only else one
