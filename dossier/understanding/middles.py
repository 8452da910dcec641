"""What the passages of a topic mean on average, by the vectors of their words.

A passage is the sum of its words' vectors, seen from the middle of all passages, as those of one
dossier point the same way; a topic is the middle of its passages. Nothing finer was better on
openings of German news (a covariance of their own, logistic regression): .68 macro-F1 with this
where words near to terms alone gave .62.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import mul

Row = Sequence[float]
_PRIOR = 2.0  # passages in the middle of all that each topic has beside its own


def rows(
    bags: Sequence[Sequence[tuple[int, float]]], numbers: Sequence[Row | None]
) -> list[list[float]]:
    """Return what each passage means; nothing where no word is known.

    `bags` are the passages' words, by number, and what they weigh; `numbers` the words' vectors.
    """
    width = max((len(row) for row in numbers if row), default=0)
    if not width:
        return [[] for _ in bags]
    found = []
    for bag in bags:
        known = [
            row if weight == 1 else [weight * value for value in row]
            for word, weight in bag
            if (row := numbers[word])
        ]
        found.append(list(map(sum, zip(*known, strict=True))) if known else [0.0] * width)
    middle = [sum(column) / len(found) for column in zip(*found, strict=True)]
    return [[one - other for one, other in zip(row, middle, strict=True)] for row in found]


def directions(
    meant: Sequence[Row], labels: Sequence[Mapping[str, float]], sorts: Sequence[str]
) -> list[list[float]]:
    """Return the middle of each sort's passages, as seen from the middle of these middles."""
    sums: list[list[float]] = []
    for sort in sorts:
        pairs = zip(meant, labels, strict=True)
        taught = [(row, label[sort]) for row, label in pairs if sort in label]
        mass = _PRIOR + sum(share for _, share in taught)
        scaled = [[value * share / mass for value in row] for row, share in taught]
        sums.append(list(map(sum, zip(*scaled, strict=True))))
    width = max(map(len, sums), default=0)
    sums = [row or [0.0] * width for row in sums]
    middle = [sum(column) / len(sums) for column in zip(*sums, strict=True)]
    return [[one - other for one, other in zip(row, middle, strict=True)] for row in sums]


def near(meant: Sequence[Row], towards: Sequence[Row]) -> tuple[list[list[float]], float]:
    """Return how far each passage lies in each direction, and how far these values spread."""
    values = [[sum(map(mul, row, one)) for one in towards] for row in meant]
    squares = sum(value * value for row in values for value in row)
    return values, math.sqrt(squares / max(1, len(values) * len(towards))) or 1.0
