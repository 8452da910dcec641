"""Comparing all texts with one another, from nothing: what each shares with those before it.

Method: shingles of four words, compared by containment (A. Broder, *On the resemblance and
containment of documents*, 1997), found through an inverted index of all shingles. It is one sorted
array of floats, which Python sorts three times as fast as pairs: shingle, text and whether the
shingle is standing text of that text's outlet, in 53 bits.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise

from msgspec import Struct

from dossier.understanding.reports import (
    HOLDERS,
    SUGGEST,
    Near,
    Report,
    lead_of,
    least_led,
    size_of,
)

SPAN = 2**21  # between the entries of one shingle and those of the next
MOST = SPAN // 4  # texts: entries of one shingle lie nearer to each other than half a span
BOILERPLATE = 3  # articles of an outlet that hold the same words: its standing text
_RANGE = 2**28  # numbers in a range of shingles


class Overlaps(Struct, frozen=True, kw_only=True):
    """What all texts have in common, packed in the machine's byte order.

    `entries` is the inverted index: `SPAN` times the shingle, plus twice the number of the text,
    plus one if the shingle is standing text there. `texts` holds the shingles of one text after
    the other, its own before its outlet's standing text; `ends` where each ends, `owns` how many
    are its own. They may lie in a file: only what is looked at is read.
    """

    entries: memoryview
    texts: memoryview
    ends: memoryview
    owns: memoryview

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes as bytes."""
        return _overlaps, tuple(map(bytes, (self.entries, self.texts, self.ends, self.owns)))


def _overlaps(entries: bytes, texts: bytes, ends: bytes, owns: bytes) -> Overlaps:
    return Overlaps(
        entries=memoryview(entries),
        texts=memoryview(texts),
        ends=memoryview(ends),
        owns=memoryview(owns),
    )


class Added(Struct, frozen=True, array_like=True):
    """An article that was changed since; `own` and `standing` are its shingles, packed."""

    report: Report
    own: bytes = b""
    standing: bytes = b""


class Since(Struct, frozen=True, kw_only=True):
    """What is near what, as `reports.conclude` takes it, and what was changed since."""

    near: Mapping[str, Near]
    leads: Mapping[str, str]
    gone: tuple[int, ...] = ()
    added: tuple[Added, ...] = ()


def compare(reports: Sequence[Report], texts: Sequence[array[int]]) -> tuple[Overlaps, Since]:
    """Compare texts, given in order of precedence, each with its shingles in ascending order.

    Linear in the number of texts, but for sorting.
    """
    if len(texts) > MOST:
        raise ValueError(len(texts))
    index = _Index(reports, texts)
    own = [_without(text, left) for text, left in zip(texts, index.standing, strict=True)]
    sizes = [size_of(len(mine), len(text)) for mine, text in zip(own, texts, strict=True)]
    for number, size in enumerate(sizes):
        if size > len(own[number]):
            index.shared[number] += index.standing[number]
    near, leads = _near(reports, sizes, index.shared)
    made = _overlaps(
        index.entries.tobytes(),
        b"".join(map(_packed, own, index.standing)),
        array("I", accumulate(map(len, texts))).tobytes(),
        array("I", map(len, own)).tobytes(),
    )
    return made, Since(near=near, leads=leads)


def _without(text: array[int], standing: Sequence[int]) -> array[int]:
    if not standing:
        return text
    left_out = frozenset(standing)
    return array("I", [shingle for shingle in text if shingle not in left_out])


def _packed(own: array[int], standing: Sequence[int]) -> bytes:
    return own.tobytes() + array("I", standing).tobytes()


class _Index:
    """All shingles, sorted; and of each text those that recur, its own and its outlet's.

    Made range by range, as the shingles of ten thousand articles do not fit into one list: they
    take half a gigabyte.
    """

    def __init__(self, reports: Sequence[Report], texts: Sequence[array[int]]) -> None:
        self.entries = array("d")
        self.shared: list[list[int]] = [[] for _ in texts]
        self.standing: list[list[int]] = [[] for _ in texts]
        outlets = {"": 0}  # those that are not known have no standing text
        units = {("", ""): 0}
        self._outlet = [outlets.setdefault(one.group, len(outlets)) for one in reports]
        self._unit = [
            units.setdefault((one.group, one.unit if one.group else ""), len(units))
            for one in reports
        ]
        self._outlet_of = [outlets[outlet] for outlet, _ in units]
        starts = [0] * len(texts)
        for bound in range(_RANGE, 2**32 + 1, _RANGE):
            entries: list[float] = []
            for number, text in enumerate(texts):
                end = bisect_left(text, bound, starts[number])
                at = 2.0 * number
                entries += [shingle * 2097152.0 + at for shingle in text[starts[number] : end]]
                starts[number] = end
            entries.sort()
            packed = array("d", entries)
            del entries  # they lie all over the memory, in this order
            self._look_at(packed)
            self.entries += packed

    def _look_at(self, entries: array[float]) -> None:
        """Note what recurs, and mark standing text."""
        shared, standing = self.shared, self.standing
        for start, stop in _runs(entries):
            shingle = int(entries[start]) // SPAN
            at = float(shingle * SPAN)
            numbers = [int(entry - at) >> 1 for entry in entries[start:stop]]
            outlets = self._outlets_of(numbers) if stop - start >= BOILERPLATE else ()
            if not outlets:
                for number in numbers:
                    shared[number].append(shingle)
                continue
            for place, number in enumerate(numbers, start):
                if self._outlet[number] in outlets:
                    standing[number].append(shingle)
                    entries[place] += 1.0
                else:
                    shared[number].append(shingle)

    def _outlets_of(self, numbers: Sequence[int]) -> Collection[int]:
        """Return the outlets that put these words under many articles; versions count once."""
        units = set(map(self._unit.__getitem__, numbers))
        units.discard(0)
        if len(units) < BOILERPLATE:
            return ()
        counts = Counter(map(self._outlet_of.__getitem__, units))
        return [outlet for outlet, count in counts.items() if count >= BOILERPLATE]


def _runs(entries: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield where the entries of a shingle begin and end that is in more than one text."""
    near = SPAN / 2
    joined = [place for place, (one, after) in enumerate(pairwise(entries)) if after - one < near]
    start = stop = -1
    for place in joined:
        if place != stop:
            if stop > start:
                yield start, stop + 1
            start = place
        stop = place + 1
    if stop > start:
        yield start, stop + 1


def _near(
    reports: Sequence[Report], sizes: Sequence[int], shared: Sequence[Sequence[int]]
) -> tuple[dict[str, Near], dict[str, str]]:
    """Return the leads near each text that go before it, and the lead of each copy."""
    near: dict[str, Near] = {}
    leads: dict[str, str] = {}
    held: dict[int, tuple[int, ...]] = {}  # leads that a shingle leads to; () of too many
    least = least_led(min(filter(None, sizes), default=0))
    for number, one in enumerate(reports):
        if not sizes[number]:
            continue
        found = _of_one(number, sizes, shared, held, least)
        lead = lead_of(one, ((reports[other], share) for other, share in found.items()))
        if found:
            near[one.name] = {reports[other].name: share for other, share in found.items()}
        if lead != one.name:
            leads[one.name] = lead
            continue
        alone = (number,)  # what is a copy of a copy is one of its lead
        for shingle in shared[number]:
            known = held.get(shingle)
            if known is None:
                held[shingle] = alone
            elif known:
                held[shingle] = known + alone if len(known) < HOLDERS else ()
    return near, leads


def _of_one(
    number: int,
    sizes: Sequence[int],
    shared: Sequence[Sequence[int]],
    held: Mapping[int, tuple[int, ...]],
    least: float,
) -> dict[int, float]:
    """Compare a text with leads; those to which no more than `least` shingles lead are too far."""
    size, words = sizes[number], shared[number]
    led = Counter(chain.from_iterable(filter(None, map(held.get, words))))
    likely = [pair for pair in led.items() if pair[1] > least]
    mine = set(words) if likely else set()
    found: dict[int, float] = {}
    for other, count in likely:
        smaller = min(size, sizes[other])
        if count > least_led(smaller):
            share = len(mine.intersection(shared[other])) / smaller
            if share > SUGGEST:
                found[other] = share
    return found
