"""One entry for one event: the same thing told by several articles, with all its evidence.

Two sentences tell the same if they have the same date and share most of their rare words. Each
sentence is looked up under pairs of its rarest words within the date, and compared with the
first of those that stand there already: the work grows with the number of sentences, not with
its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, combinations

from msgspec import Struct

from dossier import edtf
from dossier.model import Event
from dossier.rendering.rights import Shown

_RARE = 4  # words under whose pairs a sentence is looked up: six pairs
_ALIKE = 0.5  # of the lighter sentence's weight in common, on one day
_MORE_ALIKE = 0.7  # in one month or year, in which more happens
_FEWEST = 3  # words in common


class Dated(Struct, frozen=True):
    """An event and the article that tells of it; `number` counts within the article."""

    shown: Shown
    event: Event
    number: int


class Occurrence(Struct, frozen=True):
    """Something that happened: `told` first, and by `also` in other articles."""

    told: Dated
    also: tuple[Dated, ...] = ()


def occurrences(articles: Iterable[Shown]) -> list[Occurrence]:
    """Return all that happened, oldest first; the more precise date first among equals.

    `articles` are oldest first: the first to tell stands for the others.
    """
    dated = [
        Dated(shown, event, number)
        for shown in articles
        for number, event in enumerate(shown.found.events, start=1)
    ]
    by_date: dict[str, list[Dated]] = {}
    for one in dated:
        by_date.setdefault(one.event.date, []).append(one)
    twice = [group for group in by_date.values() if _is_told_twice(group)]
    words = [[one.event.gist.split() for one in group] for group in twice]
    weights = _weights(chain.from_iterable(words))
    found = [
        Occurrence(one) for group in by_date.values() if not _is_told_twice(group) for one in group
    ]
    for group, some in zip(twice, words, strict=True):
        found += _merged(group, some, weights)
    return sorted(
        found,
        key=lambda one: (
            edtf.sort_key(one.told.event.date),
            one.told.shown.article.id,
            one.told.number,
        ),
    )


def _weights(words: Iterable[Sequence[str]]) -> dict[str, float]:
    """Weigh each word by how few sentences hold it."""
    several = list(words)
    counts = Counter(chain.from_iterable(several))
    return {word: math.log(1 + len(several) / count) for word, count in counts.items()}


def _is_told_twice(group: Sequence[Dated]) -> bool:
    first = group[0].shown.article.id
    return any(one.shown.article.id != first for one in group)


def _merged(
    group: Sequence[Dated], words: Sequence[Sequence[str]], weights: dict[str, float]
) -> list[Occurrence]:
    """Put together what one date's sentences tell twice, articles in their order."""
    leaders: dict[tuple[str, str], int] = {}
    needed = _needed(group[0].event.date)
    counts = Counter(chain.from_iterable(words))
    totals = [math.fsum([weights[word] for word in some]) for some in words]
    also: dict[int, list[Dated]] = {}
    for place, one in enumerate(group):
        shared = sorted([(-weights[word], word) for word in words[place] if counts[word] > 1])
        rare = sorted([word for _, word in shared[:_RARE]])
        pairs = list(combinations(rare, 2))
        own = frozenset(words[place])
        for leader in dict.fromkeys(leaders[pair] for pair in pairs if pair in leaders):
            taken = {other.shown.article.id for other in (group[leader], *also[leader])}
            if one.shown.article.id in taken:
                continue
            if _same(words[leader], own, weights, needed * min(totals[leader], totals[place])):
                also[leader].append(one)
                break
        else:
            also[place] = []
            for pair in pairs:
                leaders.setdefault(pair, place)
    return [Occurrence(group[leader], tuple(others)) for leader, others in also.items()]


def _needed(date: str) -> float:
    span = edtf.parse(date)
    return _ALIKE if span and span.precision == "day" else _MORE_ALIKE


def _same(a: Sequence[str], b: frozenset[str], weights: dict[str, float], needed: float) -> bool:
    """Whether two sentences share enough words, by number and by weight."""
    shared = [weights[word] for word in a if word in b]
    return len(shared) >= _FEWEST and math.fsum(shared) >= needed
