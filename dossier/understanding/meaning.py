"""Likeness by meaning: how near a passage's vector is to those of a topic's passages.

Where words differ, as between languages, vectors (of the extra `[semantic]`) may still be near.
A topic is the middle of its surest passages and of its own title, terms and description; all
vectors are taken from the middle of them all, as those of one dossier point the same way.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec import Struct

Vector = Sequence[float]
UNIT = 1000  # numbers in the file are thousandths


class Meaning(Struct, frozen=True, kw_only=True):
    """The middle of all, by topic the direction from it, and how far likeness spreads."""

    centre: tuple[int, ...]
    directions: dict[str, tuple[int, ...]]
    spread: float

    def like(self, vector: Vector) -> dict[str, float]:
        """Return the likeness by topic, 0 on average, in standard deviations."""
        return {
            topic: value / self.spread for topic, value in self._near(self._from(vector)).items()
        }

    def _from(self, vector: Vector) -> list[float]:
        middle = (value / UNIT for value in self.centre)
        return _unit([one - other for one, other in zip(vector, middle, strict=True)])

    def _near(self, direction: Vector) -> dict[str, float]:
        found = {
            topic: sum(map(float.__mul__, direction, map(float, row))) / UNIT
            for topic, row in self.directions.items()
        }
        average = sum(found.values()) / max(1, len(found))
        return {topic: value - average for topic, value in found.items()}


def meaning(
    examples: Mapping[str, Sequence[Vector]], described: Mapping[str, Vector]
) -> Meaning | None:
    """Learn from vectors of each topic's surest passages and of what it is described by."""
    every = [vector for vectors in examples.values() for vector in vectors]
    if not every or len(described) < 2:
        return None
    centre, middle = _middle(every), _middle(list(described.values()))
    directions = {}
    for topic, vector in described.items():
        own = _unit([one - other for one, other in zip(vector, middle, strict=True)])
        near = [
            _unit([one - other for one, other in zip(example, centre, strict=True)])
            for example in examples.get(topic, ())
        ]
        parts = [_unit(_middle(near)), own] if near else [own]
        directions[topic] = _whole(_unit(_middle(parts)))
    made = Meaning(centre=_whole(centre), directions=directions, spread=1.0)
    values = [value for vector in every for value in made.like(vector).values()]
    spread = math.sqrt(sum(value * value for value in values) / len(values)) or 1.0
    return Meaning(centre=made.centre, directions=directions, spread=round(spread, 4) or 1.0)


def _middle(vectors: Sequence[Vector]) -> list[float]:
    return [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]


def _unit(vector: Vector) -> list[float]:
    length = math.sqrt(sum(value * value for value in vector)) or 1.0
    return [value / length for value in vector]


def _whole(vector: Vector) -> tuple[int, ...]:
    return tuple(round(value * UNIT) for value in vector)
