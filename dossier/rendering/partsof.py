"""Parts of rows that are of no single article: of topics, of events, of names.

In which order they stand and what belongs together is known of all articles (`Corpus`); no article
is looked into before its part is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from dossier.found import MentionKind
from dossier.rendering.corpus import Corpus
from dossier.rendering.named import Appearances
from dossier.rendering.occurrences import Occurrence
from dossier.rendering.parts import Section, spans
from dossier.rendering.placed import Placed, Standing, passages
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import hashed


class Rows:
    """The rows of a dossier's files, in parts; what keys several files have is computed once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._topics: dict[str, tuple[Sequence[Sequence[Standing]], bytes]] = {}
        self._names: dict[MentionKind, bytes] = {}

    def by_article(  # noqa: PLR0913 - what a section has
        self,
        name: str,
        make: Callable[[Shown], bytes],
        *,
        separator: bytes = b"",
        shared: bytes = b"",
        ids: Sequence[str] | None = None,
        also: Mapping[str, object] | None = None,
    ) -> Section:
        """Return a part for each article, oldest first, or in the order of `ids`.

        What the part of an article follows from besides the article is in `also`.
        """
        digests, shown = self.corpus.digests, self.corpus.shown
        if also:
            digests = digests | {one: hashed(digests[one], said) for one, said in also.items()}
        order, keys = self._articles
        if also or ids is not None:
            order = order if ids is None else ids
            keys = b"".join([digests[one] for one in order])
        return Section(name, keys, lambda at: make(shown[order[at]]), separator, shared)

    @cached_property
    def _articles(self) -> tuple[Sequence[str], bytes]:
        ids = tuple(self.corpus.shown)
        return ids, b"".join([self.corpus.digests[one] for one in ids])

    def in_topic(
        self, topic: str, make: Callable[[Sequence[Placed]], bytes], separator: bytes = b""
    ) -> Section:
        """Return parts of a topic's passages, in the order of its pages."""
        if topic not in self._topics:
            parts = _taken_apart(self.corpus.passages_in(topic), self.corpus.digests)
            keys = [_key_of_placed(some, self.corpus.digests) for some in parts]
            self._topics[topic] = parts, b"".join(keys)
        groups, known = self._topics[topic]
        return Section(f"topic {topic}", known, lambda at: make(passages(groups[at])), separator)

    def by_name(
        self, kind: MentionKind, make: Callable[[Appearances], bytes], separator: bytes = b""
    ) -> Section:
        """Return a part for each name of a kind, the most often named first."""
        named = self.corpus.named[kind]
        if kind not in self._names:
            self._names[kind] = b"".join([one.digest for one in named])
        return Section(kind, self._names[kind], lambda at: make(named[at]), separator)

    def by_event(
        self, make: Callable[[Sequence[Occurrence]], bytes], separator: bytes = b""
    ) -> Section:
        """Return parts of all events, oldest first."""
        events, marks = self.corpus.events, self.corpus.event_marks
        places = spans([one.told.shown.article.id for one in events], self.corpus.digests)
        keys = b"".join([hashed(marks[start:end]) for start, end in places])
        return Section("events", keys, lambda at: make(events[slice(*places[at])]), separator)


def places_renamed(corpus: Corpus) -> Mapping[str, list[str]]:
    """Return what the dossier calls the places of an article's events, if not as the article."""
    place = corpus.dossier.register.place
    renamed: dict[str, list[str]] = {}
    for told in corpus.events:
        for one in (told.told, *told.also):
            name = one.brief.place
            if name and (called := place(name)) != name:
                renamed.setdefault(one.shown.article.id, []).extend((name, called))
    return renamed


def _taken_apart(
    standing: Sequence[Standing], digests: Mapping[str, bytes]
) -> Sequence[Sequence[Standing]]:
    articles = [one.article for one in standing]
    return [standing[start:end] for start, end in spans(articles, digests)]


def _key_of_placed(some: Sequence[Standing], digests: Mapping[str, bytes]) -> bytes:
    """Hash what rows of a topic say; the articles say which numbers the passages have."""
    return hashed([(one.digest, digests[one.article]) for one in some])
