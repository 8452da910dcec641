"""Likeness by meaning: how near a passage's vector is to those of a topic's passages.

Where words differ, as between languages, vectors (of the extra `[semantic]`) may still be near.
A passage is first compared with the title and each term of a topic by itself: the nearest says
most (.66 macro-F1 on openings of German news, all of a topic in one line .64). With what terms and
words say that tells which passages a topic's meaning is learned from; it is the middle of these.
All vectors are taken from the middle of them all, as those of one dossier point the same way.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import mul

from msgspec import Struct, field

Vector = Sequence[float]
UNIT = 1000  # numbers in the file are thousandths
_NEAREST = 20.0  # sharpness of the mean over terms; 10 and 40 are as good
_SHARPNESS = 1.5  # of a passage's shares in topics, as in `selftrain`
_MEANT = 1.5  # beside an average passage's terms, in standard deviations; 1 and 2 are as good
_ROUNDS = 2
_PRIOR = 2.0  # passages in the middle of all that each topic has beside its own


class Meaning(Struct, frozen=True, kw_only=True):
    """The middle of all, by topic the direction from it, and how far likeness spreads.

    `usual` is how near the average passage is to each topic, in thousandths.
    """

    centre: tuple[int, ...]
    directions: dict[str, tuple[int, ...]]
    spread: float
    usual: dict[str, int] = field(default_factory=dict)

    def like(self, vector: Vector) -> dict[str, float]:
        """Return the likeness by topic, 0 on average, in standard deviations."""
        middle = [value / UNIT for value in self.centre]
        seen = _seen(vector, middle)
        found = {
            topic: (sum(map(mul, seen, row)) - self.usual.get(topic, 0)) / UNIT
            for topic, row in self.directions.items()
        }
        average = sum(found.values()) / max(1, len(found))
        return {topic: (value - average) / self.spread for topic, value in found.items()}


class Judged(Struct, frozen=True):
    """A passage: its vector, and by topic what terms and words say, in an average passage's."""

    vector: Vector
    totals: Mapping[str, float]


def meaning(passages: Sequence[Judged], told: Mapping[str, Sequence[Vector]]) -> Meaning | None:
    """Learn from passages and from the vectors of each topic's title and terms."""
    topics = [topic for topic, vectors in told.items() if vectors]
    if not passages or len(topics) < 2:
        return None
    centre = _middle([one.vector for one in passages])
    seen = [_seen(one.vector, centre) for one in passages]
    near, _ = _levelled(_by_terms(seen, [told[topic] for topic in topics]))
    said = [[one.totals.get(topic, 0.0) for topic in topics] for one in passages]
    likeness = near
    for _ in range(_ROUNDS):
        every = zip(said, near, likeness, strict=True)
        shares = [_shares([sum(column) for column in zip(*rows, strict=True)]) for rows in every]
        directions = _directions(seen, shares)
        values = [[sum(map(mul, row, one)) for one in directions] for row in seen]
        levelled, spread = _levelled(values)
        likeness = [[_MEANT * value for value in row] for row in levelled]
    usual = _middle(values)
    return Meaning(
        centre=_whole(centre),
        directions=dict(zip(topics, map(_whole, directions), strict=True)),
        spread=round(spread, 4) or 1.0,
        usual=dict(zip(topics, _whole(usual), strict=True)),
    )


def _by_terms(seen: Sequence[Vector], told: Sequence[Sequence[Vector]]) -> list[list[float]]:
    """Return how near each passage is to each topic's terms, those that are nearest most."""
    middle = _middle([vector for vectors in told for vector in vectors])
    terms = [[_seen(vector, middle) for vector in vectors] for vectors in told]
    return [
        [
            math.log(
                sum(math.exp(_NEAREST * sum(map(mul, row, term))) for term in some) / len(some)
            )
            for some in terms
        ]
        for row in seen
    ]


def _levelled(values: Sequence[Sequence[float]]) -> tuple[list[list[float]], float]:
    """Take every topic's and every passage's average away; one standard deviation is 1."""
    usual = _middle(values)
    rows = [[one - other for one, other in zip(row, usual, strict=True)] for row in values]
    rows = [[value - sum(row) / len(row) for value in row] for row in rows]
    squares = sum(value * value for row in rows for value in row)
    spread = math.sqrt(squares / (len(rows) * len(rows[0]))) or 1.0
    return [[value / spread for value in row] for row in rows], spread


def _shares(totals: Sequence[float]) -> list[float]:
    odds = [math.exp(_SHARPNESS * (value - max(totals))) for value in totals]
    every = sum(odds)
    return [value / every for value in odds]


def _directions(seen: Sequence[Vector], shares: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the middle of each topic's passages, by their shares."""
    found = []
    for column in zip(*shares, strict=True):
        mass = sum(column) + _PRIOR
        rows = [[share * value for value in row] for row, share in zip(seen, column, strict=True)]
        found.append([sum(values) / mass for values in zip(*rows, strict=True)])
    return found


def _seen(vector: Vector, middle: Vector) -> list[float]:
    """Return the direction in which a vector lies from the middle."""
    found = [one - other for one, other in zip(vector, middle, strict=True)]
    length = math.sqrt(sum(value * value for value in found)) or 1.0
    return [value / length for value in found]


def _middle(vectors: Sequence[Vector]) -> list[float]:
    return [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]


def _whole(vector: Vector) -> tuple[int, ...]:
    return tuple(round(value * UNIT) for value in vector)
