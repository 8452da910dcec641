"""Parts of rows that are of no single article: of topics, of events, of names.

In which order they stand and what belongs together is known of all articles (`Corpus`); no article
is looked into before its part is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from dossier.model import MentionKind
from dossier.rendering.corpus import Corpus, Placed
from dossier.rendering.named import Appearances
from dossier.rendering.occurrences import Dated, Occurrence
from dossier.rendering.parts import Section, spans
from dossier.rendering.sheets import hashed


class Rows:
    """The rows that several files have, in parts; keys are computed once for all of these files."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._topics: dict[str, tuple[Sequence[Sequence[Placed]], bytes]] = {}

    def in_topic(
        self, topic: str, make: Callable[[Sequence[Placed]], bytes], separator: bytes = b""
    ) -> Section:
        """Return parts of a topic's passages, in the order of its pages."""
        if topic not in self._topics:
            parts = _taken_apart(self.corpus.passages_in(topic), self.corpus.digests)
            keys = [_key_of_placed(some, self.corpus.digests) for some in parts]
            self._topics[topic] = parts, b"".join(keys)
        groups, known = self._topics[topic]
        return Section(f"topic {topic}", known, lambda at: make(groups[at]), separator)

    def by_name(
        self, kind: MentionKind, make: Callable[[Appearances], bytes], separator: bytes = b""
    ) -> Section:
        """Return a part for each name of a kind, the most often named first."""
        named = self.corpus.named[kind]
        keys = b"".join([one.digest for one in named])
        return Section(kind, keys, lambda at: make(named[at]), separator)

    def by_event(
        self, make: Callable[[Sequence[Occurrence]], bytes], separator: bytes = b""
    ) -> Section:
        """Return parts of all events, oldest first."""
        events, digests = self.corpus.events, self.corpus.digests
        place = self.corpus.dossier.register.place
        keys = []
        parts = [events[start:end] for start, end in spans(list(map(_teller, events)), digests)]
        for some in parts:
            told = [[(digests[_article(it)], it.number) for it in _all(one)] for one in some]
            keys.append(hashed(told, [place(one.told.event.place) for one in some]))
        return Section("events", b"".join(keys), lambda at: make(parts[at]), separator)


def places_renamed(corpus: Corpus) -> Mapping[str, list[str]]:
    """Return what the dossier calls the places of an article's events, if not as the article."""
    place = corpus.dossier.register.place
    renamed: dict[str, list[str]] = {}
    for one in chain.from_iterable(map(_all, corpus.events)):
        name = one.event.place
        if name and place(name) != name:
            renamed.setdefault(_article(one), []).extend((name, place(name)))
    return renamed


def _taken_apart(
    placed: Sequence[Placed], digests: Mapping[str, bytes]
) -> Sequence[Sequence[Placed]]:
    articles = [one.item.article for one in placed]
    return [placed[start:end] for start, end in spans(articles, digests)]


def _key_of_placed(some: Sequence[Placed], digests: Mapping[str, bytes]) -> bytes:
    """Hash what rows of a topic say; the articles say which numbers the passages have."""
    told = [
        (one.item, one.passage, one.state, one.markdown != one.item.markdown and one.markdown)
        for one in some
    ]
    return hashed(told, b"".join([digests[one.item.article] for one in some]))


def _teller(one: Occurrence) -> str:
    return _article(one.told)


def _all(one: Occurrence) -> tuple[Dated, ...]:
    return (one.told, *one.also)


def _article(one: Dated) -> str:
    return one.shown.article.id
