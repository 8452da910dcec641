"""An outlet's standing text after some of its articles were changed.

A shingle is standing text where three articles of an outlet have it. So an article that is changed
may make it that, or undo it, in two others, whose own words are others then.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from dossier.understanding.overlaps import BOILERPLATE, Added
from dossier.understanding.reports import Report
from dossier.understanding.shingleindex import Index

_Place = tuple[str, int]  # an outlet and a shingle
_Units = dict[_Place, set[str]]  # the articles that have it there, versions counted once


class Changed(Struct, frozen=True):
    """A text that is new or changed: its shingles, and the number that it had, if any."""

    report: Report
    shingles: frozenset[int]
    before: int | None = None


class Standing:
    """What is standing text once texts are taken out of an index and others come in."""

    def __init__(self, index: Index, removed: Collection[int], changed: Sequence[Changed]) -> None:
        self._index, self._removed = index, frozenset(removed)
        self._old = {number: index.every(number) for number in removed}
        self._is_now: dict[_Place, bool] = {}
        self._moved: dict[int, set[int]] = {}
        self._were = _units((index.reports[number], held) for number, held in self._old.items())
        self._are = _units((one.report, one.shingles) for one in changed)
        for place in self._were.keys() | self._are.keys():
            if self._were.get(place) != self._are.get(place):
                self._recount(place)

    def _recount(self, place: _Place) -> bool:
        """Return whether a shingle is standing text; note for whom that is new."""
        outlet, shingle = place
        index = self._index
        were, are = self._were.get(place, set()), self._are.get(place, set())
        units: set[str] = set()
        others: list[int] = []
        for entry in index.entries(shingle):
            number = entry >> 1
            if index.reports[number].group != outlet:
                continue
            if number in index.gone or number in self._removed:
                continue
            units.add(index.reports[number].unit)
            if len(units) >= BOILERPLATE:
                self._is_now[place] = True
                return True
            others.append(number)
        was, now = len(units | were) >= BOILERPLATE, len(units | are) >= BOILERPLATE
        self._is_now[place] = now
        if was != now:
            for number in others:
                self._moved.setdefault(number, set()).add(shingle)
        return now

    def of(self, one: Changed) -> Added:
        """Return a changed text, divided into its own and its outlet's."""
        outlet, before = one.report.group, one.before
        if not outlet:
            return _added(one.report, one.shingles, ())
        stood, had = frozenset[int](), frozenset[int]()
        if before is not None and self._index.reports[before].group == outlet:
            stood, had = frozenset(self._index.standing(before)), self._old[before]
        standing: set[int] = set()
        for shingle in one.shingles:
            place = (outlet, shingle)
            if place in self._is_now:
                is_standing = self._is_now[place]
            else:
                is_standing = shingle in stood if shingle in had else self._recount(place)
            if is_standing:
                standing.add(shingle)
        return _added(one.report, one.shingles - standing, standing)

    def others(self) -> dict[int, Added]:
        """Return the other texts of which something became standing text, or ceased to be it."""
        index = self._index
        return {
            number: _added(
                index.reports[number],
                moved.symmetric_difference(index.own(number)),
                moved.symmetric_difference(index.standing(number)),
            )
            for number, moved in self._moved.items()
        }


def _units(texts: Iterable[tuple[Report, frozenset[int]]]) -> _Units:
    found: _Units = {}
    for one, shingles in texts:
        outlet, unit = one.group, {one.unit}
        for shingle in shingles if outlet else ():
            place = (outlet, shingle)
            found[place] = found[place] | unit if place in found else unit
    return found


def _added(report: Report, own: Iterable[int], standing: Iterable[int]) -> Added:
    packed = (array("I", sorted(shingles)).tobytes() for shingles in (own, standing))
    return Added(report, *packed)
