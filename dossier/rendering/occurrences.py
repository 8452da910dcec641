"""One entry for one event: the same thing told by several articles, with all its evidence.

Two sentences tell the same if they have the same date and share most of their rare words. Each
sentence is looked up under pairs of its rarest words within the date, and compared with the
first of those that stand there already: the work grows with the number of sentences, not with
its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

import msgspec
from msgspec import Struct

from dossier import edtf, sketch
from dossier.found import Event
from dossier.model import Register
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Kept, hashed, nothing_kept

_RARE = 4  # words under whose pairs a sentence is looked up: six pairs
_ALIKE = 0.5  # of the lighter sentence's weight in common, on one day
_MORE_ALIKE = 0.7  # in one month or year, in which more happens
_FEWEST = 3  # words in common
_NUMBER = 4  # bytes that a number takes


class Dated(Struct, frozen=True):
    """An event in brief and the article that tells of it; `number` counts within the article."""

    shown: Shown
    brief: sketch.Dated
    number: int

    @property
    def event(self) -> Event:
        """The event with its sentence, read when somebody asks."""
        return self.shown.found.events[self.number - 1]


class Occurrence(Struct, frozen=True):
    """Something that happened: `told` first, and by `also` in other articles."""

    told: Dated
    also: tuple[Dated, ...] = ()


def marks(
    events: Iterable[Occurrence], digests: Mapping[str, bytes], register: Register
) -> list[bytes]:
    """Return for each event bytes that stand for all that is told of it, as many for each.

    `digests` are hashes of articles, of one length.
    """
    found = []
    for one in events:
        told, place = one.told, one.told.brief.place
        mark = digests[told.shown.article.id] + told.number.to_bytes(_NUMBER)
        called = register.place(place) if place else ""
        if one.also or called != place:
            also = [(digests[each.shown.article.id], each.number) for each in one.also]
            mark = hashed(mark, called, also) + bytes(_NUMBER)
        found.append(mark)
    return found


class _Found(Struct, frozen=True, array_like=True):
    """What happened, by places among all dated sentences: in order, and by which others tell it."""

    told: list[int]
    also: dict[int, list[int]]


def occurrences(articles: Iterable[Shown], kept: Kept = nothing_kept) -> list[Occurrence]:
    """Return all that happened, oldest first; the more precise date first among equals.

    `articles` are oldest first: the first to tell stands for the others. In which sentences they
    tell the same is `kept` for as long as no date and no word of theirs is another: how much a
    word weighs follows from all of them.
    """
    dated: list[Dated] = []
    known: list[str] = []
    for shown in articles:
        for number, event in enumerate(shown.brief.events, start=1):
            dated.append(Dated(shown, event, number))
            known += (shown.article.id, event.date, event.gist)
    made = kept("occurrences", hashed(known), lambda: msgspec.msgpack.encode(_found(dated)))
    found = msgspec.msgpack.decode(made, type=_Found)
    also = {place: tuple([dated[one] for one in held]) for place, held in found.also.items()}
    return [Occurrence(dated[place], also.get(place, ())) for place in found.told]


def _found(dated: Sequence[Dated]) -> _Found:
    by_date: dict[str, list[int]] = {}
    for place, one in enumerate(dated):
        by_date.setdefault(one.brief.date, []).append(place)
    articles = [one.shown.article.id for one in dated]
    twice = {date: held for date, held in by_date.items() if len({articles[n] for n in held}) > 1}
    words = {place: dated[place].brief.gist.split() for held in twice.values() for place in held}
    weights = _weights(words.values())
    also: dict[int, list[int]] = {
        place: [] for date, held in by_date.items() if date not in twice for place in held
    }
    for date, held in twice.items():
        group = [_Sentence(articles[place], words[place]) for place in held]
        for leader, others in _merged(group, weights, _needed(date)).items():
            also[held[leader]] = [held[other] for other in others]
    told = sorted(
        also,
        key=lambda one: (edtf.sort_key(dated[one].brief.date), articles[one], dated[one].number),
    )
    return _Found(told, {place: others for place, others in also.items() if others})


def _weights(words: Iterable[Sequence[str]]) -> dict[str, float]:
    """Weigh each word by how few sentences hold it."""
    several = list(words)
    counts = Counter(chain.from_iterable(several))
    return {word: math.log(1 + len(several) / count) for word, count in counts.items()}


class _Sentence(Struct, frozen=True):
    article: str
    words: Sequence[str]


def _merged(
    group: Sequence[_Sentence], weights: dict[str, float], needed: float
) -> dict[int, list[int]]:
    """Put together what one date's sentences tell twice, articles in their order.

    Sentences are given by their places: those that stand for others, with these.
    """
    leaders: dict[tuple[str, str], int] = {}
    counts = Counter(chain.from_iterable([one.words for one in group]))
    totals = [math.fsum([weights[word] for word in one.words]) for one in group]
    also: dict[int, list[int]] = {}
    for place, one in enumerate(group):
        also[place] = []
        shared = sorted([(-weights[word], word) for word in one.words if counts[word] > 1])
        if len(shared) < _FEWEST:  # no other can have enough of its words
            continue
        rare = sorted([word for _, word in shared[:_RARE]])
        pairs = list(combinations(rare, 2))
        own = frozenset(one.words)
        for leader in dict.fromkeys([leaders[pair] for pair in pairs if pair in leaders]):
            taken = [group[other].article for other in (leader, *also[leader])]
            if one.article in taken:
                continue
            least = needed * min(totals[leader], totals[place])
            if _same(group[leader].words, own, weights, least):
                also[leader].append(place)
                del also[place]
                break
        else:
            for pair in pairs:
                leaders.setdefault(pair, place)
    return also


def _needed(date: str) -> float:
    span = edtf.parse(date)
    return _ALIKE if span and span.precision == "day" else _MORE_ALIKE


def _same(a: Sequence[str], b: frozenset[str], weights: dict[str, float], needed: float) -> bool:
    """Whether two sentences share enough words, by number and by weight."""
    shared = [weights[word] for word in a if word in b]
    return len(shared) >= _FEWEST and math.fsum(shared) >= needed
