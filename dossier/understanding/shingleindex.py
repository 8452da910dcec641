"""The shingles of all texts, as they were compared, with those that were changed since beside them.

A text has a number. Those that were compared from nothing are numbered in order of precedence, and
their shingles lie in arrays that nobody changes. What was changed is taken out there by its number,
and has new numbers, its shingles in a dictionary, and a place among the others.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

from msgspec import Struct

from dossier.understanding.overlaps import SPAN, Added, Overlaps, Since
from dossier.understanding.reports import Report, precedence, size_of

OUT, COPY, LEAD = 0, 1, 2  # what a text is; out are those taken out, too short, or never compared


class Base(Struct, frozen=True, kw_only=True):
    """A comparison from nothing, to be kept. The first of `reports` are those of `overlaps`."""

    reports: tuple[Report, ...]
    overlaps: Overlaps


class Index:
    """All texts by their numbers: what they are, and who holds a shingle."""

    def __init__(self, base: Base, since: Since) -> None:
        self.reports: list[Report] = list(base.reports)
        self.known = len(base.reports)  # numbers below are of the comparison from nothing
        self.added: dict[int, Added] = {}
        self.gone: set[int] = set(since.gone)
        self._base = base
        self._entries = base.overlaps.entries.cast("d")
        self._texts = base.overlaps.texts.cast("I")
        self._ends = base.overlaps.ends.cast("I")
        self._owns = base.overlaps.owns.cast("I")
        self.length = len(self._entries)
        self._extra: dict[int, list[int]] = {}
        self._places: dict[int, float] = {}
        owns, ends = self._owns.tolist(), self._ends.tolist()
        wholes = [end - start for start, end in zip([0, *ends], ends, strict=False)]
        self.sizes = list(map(size_of, owns, wholes))
        self.compared = len(owns)
        others = self.known - self.compared
        self._whole = bytearray(map(int.__gt__, self.sizes, owns)) + bytes(others)
        self.sizes += [0] * others
        self.state = bytearray([LEAD if size else OUT for size in self.sizes])
        for number in self.gone:
            self.state[number] = OUT
        for one in since.added:
            self.add(one, LEAD)
        self.number = {one.name: at for at, one in self._alive()}
        for name in since.leads:
            self.state[self.number[name]] = COPY

    def _alive(self) -> Iterator[tuple[int, Report]]:
        return (pair for pair in enumerate(self.reports) if pair[0] not in self.gone)

    def add(self, one: Added, state: int) -> int:
        """Add a text and return its number; `settle` gives it its place."""
        number = len(self.reports)
        own, standing = array("I", one.own), array("I", one.standing)
        size = 0 if one.report.copy_of else size_of(len(own), len(own) + len(standing))
        self.reports.append(one.report)
        self.added[number] = one
        self.sizes.append(size)
        self._whole.append(size > len(own))
        self.state.append(state if size else OUT)
        for shingle in own:
            self._extra.setdefault(shingle, []).append(2 * number)
        for shingle in standing:
            self._extra.setdefault(shingle, []).append(2 * number + 1)
        return number

    def settle(self) -> None:
        """Give the texts that were added their places."""
        order = sorted(self.added, key=lambda number: precedence(self.reports[number]))
        for rank, number in enumerate(order, 1):
            after = bisect_left(
                self.reports, precedence(self.reports[number]), 0, self.compared, key=precedence
            )
            self._places[number] = after - 1 + rank / (len(order) + 1)

    def place(self, number: int) -> float:
        """Return where a text is in the order of precedence."""
        return self._places.get(number, number)

    def own(self, number: int) -> Sequence[int]:
        """Return the shingles of a text without its outlet's standing text."""
        if number in self.added:
            return array("I", self.added[number].own)
        start = self._ends[number - 1] if number else 0
        return self._texts[start : start + self._owns[number]].tolist()

    def standing(self, number: int) -> Sequence[int]:
        """Return the shingles of a text that are its outlet's standing text."""
        if number in self.added:
            return array("I", self.added[number].standing)
        start = self._ends[number - 1] if number else 0
        return self._texts[start + self._owns[number] : self._ends[number]].tolist()

    def every(self, number: int) -> frozenset[int]:
        """Return all shingles of a text; none of one that was never compared."""
        if self.compared <= number < self.known:
            return frozenset()
        return frozenset((*self.own(number), *self.standing(number)))

    def words(self, number: int) -> list[int]:
        """Return the shingles by which a text is compared."""
        own = list(self.own(number))
        return own + list(self.standing(number)) if self._whole[number] else own

    def entries(self, shingle: int) -> Iterator[int]:
        """Yield twice the number of each text with a shingle, plus one if it is standing text."""
        yield from self._of_base(shingle)
        yield from self._extra.get(shingle, ())

    def _of_base(self, shingle: int) -> Iterator[int]:
        at = float(shingle * SPAN)
        entries = self._entries
        for place in range(bisect_left(entries, at), len(entries)):
            entry = entries[place] - at
            if entry >= SPAN:
                return
            yield int(entry)

    def holding(self, shingle: int) -> Iterable[int]:
        """Return the texts that are compared by a shingle, in order of precedence."""
        held = self._compared(self._of_base(shingle))
        extra = self._extra.get(shingle)
        if not extra:
            return held
        mine = sorted(self._compared(extra), key=self.place)
        return merge(held, mine, key=self.place)

    def _compared(self, entries: Iterable[int]) -> Iterator[int]:
        state, whole = self.state, self._whole
        for entry in entries:
            number = entry >> 1
            if state[number] and (not entry & 1 or whole[number]):
                yield number
