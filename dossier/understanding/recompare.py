"""Comparing only what was changed, with the same result as comparing all from nothing.

From nothing, texts are gone through in order of precedence, and each is compared with the leads
before it that share with it a shingle which no more than `HOLDERS` of these have. So a text matters
to later ones only, if it leads, and through its shingles only: to those who share one as long as it
leads anywhere, and where it comes to lead nowhere, or again somewhere, as one lead more or less
has it. Those are looked at again, in the same order; if one of them becomes a lead, or ceases to be
one, so are those to whom that matters.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from dossier.understanding.overlaps import Added, Since
from dossier.understanding.reports import HOLDERS, SUGGEST, Report, lead_of, least_led
from dossier.understanding.shingleindex import COPY, LEAD, OUT, Base, Index
from dossier.understanding.standing import Changed, Standing

_FEWEST, _PART = 16, 25  # texts beside the index: as many, or one in so many; more are too many
_LOOKED_AT = 4  # to look at one entry of the index in so many takes as long as to make it anew
_LEAST_LOOKED_AT = 100_000


class _TooMuchError(Exception):
    """It is as quick to compare all from nothing."""


def are_few(base: Base, changed: int) -> bool:
    """Whether so many texts lie beside the index rather than in a new one."""
    return changed <= max(_FEWEST, len(base.reports) // _PART)


def again(
    base: Base, since: Since, changed: Mapping[str, tuple[Report, bytes] | None]
) -> Since | None:
    """Compare what was `changed`: new reports with their packed shingles, None for what is gone.

    Returns None where it is as quick to compare all from nothing.
    """
    index = Index(base, since)
    removed, come = _of(index, changed)
    if not removed and not come:
        return since
    if not are_few(base, len(since.gone) + len(since.added) + len(removed) + len(come)):
        return None
    try:
        return _Comparison(index, since).after(removed, come)
    except _TooMuchError:
        return None


def _of(
    index: Index, changed: Mapping[str, tuple[Report, bytes] | None]
) -> tuple[list[int], list[Changed]]:
    """Return the numbers of what is no longer as it was, and what is there instead."""
    removed: list[int] = []
    come: list[Changed] = []
    for name, one in changed.items():
        number = index.number.get(name)
        before = None
        if number is not None:
            if one and _is_as_before(index, number, one):
                continue
            removed.append(number)
            before = None if index.reports[number].copy_of else number
        if one:
            come.append(Changed(one[0], _unpacked(one[1]), before))
    return removed, come


def _is_as_before(index: Index, number: int, one: tuple[Report, bytes]) -> bool:
    report, shingles = one
    if report != index.reports[number]:
        return False
    return bool(report.copy_of) or _unpacked(shingles) == index.every(number)


def _unpacked(shingles: bytes) -> frozenset[int]:
    return frozenset(array("I", shingles))


class _Comparison:
    """What is near what, by numbers, as far as it was looked at again."""

    def __init__(self, index: Index, since: Since) -> None:
        self._index = index
        self._left = max(_LEAST_LOOKED_AT, index.length // _LOOKED_AT)
        self._near: dict[int, dict[int, float]] = {}
        self._nearby: dict[int, set[int]] = {}  # the other way round
        self._queue: list[tuple[float, int]] = []
        self._queued: set[int] = set()
        number = index.number
        for name, held in since.near.items():
            self._set_near(number[name], {number[other]: share for other, share in held.items()})

    def after(self, removed: Sequence[int], come: Sequence[Changed]) -> Since:
        """Return what is near what once texts were taken out and others came in."""
        index = self._index
        written = [one for one in come if not one.report.copy_of]
        standing = Standing(index, [n for n in removed if not index.reports[n].copy_of], written)
        others = standing.others()
        added = [*map(standing.of, written), *others.values()]
        ruled = [Added(one.report) for one in come if one.report.copy_of]
        new = [index.add(one, COPY) for one in (*added, *ruled)]
        index.settle()
        for number in (*removed, *others):
            self._remove(number)
        for number in new:
            self._push(number)
        while self._queue:
            _, number = heappop(self._queue)
            self._queued.remove(number)
            if index.state[number]:
                self._look_at(number)
        return self._result()

    def _result(self) -> Since:
        index = self._index
        name = [one.name for one in index.reports]
        return Since(
            near={
                name[number]: {name[other]: share for other, share in held.items()}
                for number, held in self._near.items()
            },
            leads={
                name[number]: self._lead(number)
                for number, state in enumerate(index.state)
                if state == COPY
            },
            gone=tuple(sorted(number for number in index.gone if number < index.known)),
            added=tuple(one for number, one in index.added.items() if number not in index.gone),
        )

    # --- one text -------------------------------------------------------------------------

    def _look_at(self, number: int) -> None:
        """Compare a text with the leads before it."""
        self._set_near(number, self._leads_near(number))
        leads = self._lead(number) == self._index.reports[number].name
        if leads != (self._index.state[number] == LEAD):
            self._matter(number, comes=leads)
            self._index.state[number] = LEAD if leads else COPY

    def _leads_near(self, number: int) -> dict[int, float]:
        words = self._index.words(number)
        led = Counter(other for shingle in words for other in self._leads_of(shingle, number))
        self._see_whether_it_is_worth_it()
        mine = set(words) if led else set()
        found: dict[int, float] = {}
        for other, count in led.items():
            share = self._share(number, mine, other, count)
            if share > SUGGEST:
                found[other] = share
        return found

    def _leads_of(self, shingle: int, number: int) -> Sequence[int]:
        """Return the leads before a text to which a shingle leads."""
        index = self._index
        found: list[int] = []
        for other in index.holding(shingle):
            self._left -= 1
            if other == number:
                return found
            if index.state[other] == LEAD:
                found.append(other)
                if len(found) > HOLDERS:
                    return ()
        return found

    def _share(self, one: int, words: set[int], other: int, count: int) -> float:
        smaller = min(self._index.sizes[one], self._index.sizes[other])
        if count <= least_led(smaller):
            return 0.0
        return len(words.intersection(self._index.words(other))) / smaller

    def _lead(self, number: int) -> str:
        reports = self._index.reports
        near = self._near.get(number, {})
        return lead_of(reports[number], ((reports[other], near[other]) for other in near))

    # --- to whom it matters ---------------------------------------------------------------

    def _remove(self, number: int) -> None:
        if self._index.state[number] == LEAD:
            self._matter(number, comes=False)
        self._set_near(number, {})
        self._index.state[number] = OUT
        self._index.gone.add(number)

    def _matter(self, number: int, *, comes: bool) -> None:
        """Have those looked at again to whom it matters that a text begins, or ceases, to lead."""
        led: Counter[int] = Counter()
        words = self._index.words(number)
        for shingle in words:
            followers, others = self._later(shingle, number)
            self._see_whether_it_is_worth_it()
            led.update(followers)
            for other in others:
                if not comes or other in self._near:  # who had none near has none nearer now
                    self._push(other)
        if not comes:
            for other in self._nearby.get(number, ()):
                self._push(other)
            return
        mine = set(words)
        for other, count in led.items():
            if self._share(number, mine, other, count) > SUGGEST:
                self._push(other)

    def _later(self, shingle: int, number: int) -> tuple[list[int], list[int]]:
        """Return the later texts that a shingle leads to a text, if that leads; and others.

        The others are those to whom it leads nowhere then, and somewhere otherwise.
        """
        followers: list[int] = []
        others: list[int] = []
        leads, is_later = 0, False
        for other in self._index.holding(shingle):
            self._left -= 1
            if other == number:
                is_later = True
                continue
            if is_later and leads < HOLDERS:
                followers.append(other)
            elif is_later and leads == HOLDERS:
                others.append(other)
            if self._index.state[other] == LEAD:
                leads += 1
                if leads > HOLDERS:
                    break
        return followers, others

    def _see_whether_it_is_worth_it(self) -> None:
        if self._left < 0:
            raise _TooMuchError

    def _push(self, number: int) -> None:
        if number not in self._queued and self._index.state[number]:
            self._queued.add(number)
            heappush(self._queue, (self._index.place(number), number))

    def _set_near(self, number: int, near: dict[int, float]) -> None:
        for other in self._near.pop(number, ()):
            self._nearby[other].discard(number)
        if near:
            self._near[number] = near
        for other in near:
            self._nearby.setdefault(other, set()).add(number)
