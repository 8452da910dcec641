"""Putting a file together: parts that are known are cut out of the file as it was.

Where they lie in it, its index says, which is trusted only if the file is what it was when the
index was made, by its size and a checksum.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from msgspec import Struct

from dossier.rendering.parts import KEY, Parts, Section

_STEP = array("I").itemsize


class Held(Struct, frozen=True, array_like=True):
    """Where the parts of a section lie in a file: from `start` on, each a step behind the last.

    A step is as many bytes as a part and the separator behind it have, none for an empty part.
    """

    keys: bytes
    shared: bytes
    separator: bytes
    steps: bytes
    start: int


class Index(Struct, frozen=True, array_like=True):
    """Where all parts of a file lie, and by what it is known."""

    size: int
    checksum: int
    sections: dict[str, Held]

    def is_of(self, file: memoryview) -> bool:
        """Whether the file is the one of which this is the index."""
        return len(file) == self.size and zlib.crc32(file) == self.checksum


def held(index: Index, name: str, file: memoryview) -> dict[bytes, bytes]:
    """Return the parts of a section by their keys, as the file holds them."""
    if name not in index.sections or not index.is_of(file):
        return {}
    section = index.sections[name]
    keys = _split(section.keys, 0, len(section.keys) // KEY)
    return {
        key: file[start : max(start, end - len(section.separator))].tobytes()
        for key, (start, end) in zip(keys, pairwise(_places(section)), strict=True)
    }


class Cut(Struct, frozen=True):
    """Bytes that are taken from the file as it was."""

    start: int
    end: int


Piece = bytes | Cut


class Bound(Struct, frozen=True, dict=True):
    """A file put together. Of `old`, the file as it was, it may hold views."""

    size: int
    sections: dict[str, Held]
    pieces: list[Piece]
    old: memoryview

    @cached_property
    def index(self) -> Index:
        """Where all parts lie; its checksum takes a while, and can be made beside other work."""
        checksum = 0
        for piece in self.data():
            checksum = zlib.crc32(piece, checksum)
        return Index(self.size, checksum, self.sections)

    def data(self) -> list[bytes | memoryview]:
        """Return the file's bytes, in pieces."""
        return [_bytes_of(one, self.old) for one in self.pieces]

    def is_as_it_was(self) -> bool:
        """Whether it is the old file, byte for byte."""
        if self.size != len(self.old):
            return False
        place = 0
        for one in self.pieces:
            end = place + _size(one)
            if one != Cut(place, end) and not self._stands_at(place, end, one):
                return False
            place = end
        return True

    def _stands_at(self, start: int, end: int, piece: Piece) -> bool:
        return self.old[start:end].tobytes() == bytes(_bytes_of(piece, self.old))


class _Run(Struct, frozen=True):
    """Parts that follow each other; `held` is the place of the first in the old file, if any."""

    first: int
    count: int
    held: int | None = None


def bind(file: Parts, known: Index | None, old: memoryview) -> Bound:
    """Put a file together. `known` is the index of the `old` one, None if it is not to be used."""
    return bind_to(file, known.sections if known and known.is_of(old) else {}, old)


def bind_to(file: Parts, before: Mapping[str, Held], old: memoryview) -> Bound:
    """Put a file together; `before` says where parts lie in the `old` one, which is that file."""
    pieces: list[Piece] = []
    sections: dict[str, Held] = {}
    size = 0
    for one in file.pieces:
        if isinstance(one, bytes):
            pieces.append(one)
            size += len(one)
            continue
        made, steps = _section(one, before.get(one.name))
        pieces += made
        sections[one.name] = Held(one.keys, one.shared, one.separator, steps, size)
        size += sum(map(_size, made))
    return Bound(size, sections, pieces, old)


def _size(piece: Piece) -> int:
    return piece.end - piece.start if isinstance(piece, Cut) else len(piece)


def _bytes_of(piece: Piece, old: memoryview) -> bytes | memoryview:
    return old[piece.start : piece.end] if isinstance(piece, Cut) else piece


def _section(section: Section, held: Held | None) -> tuple[list[Piece], bytes]:
    """Return the pieces of a section and the steps of its parts."""
    if held and (held.shared, held.separator) != (section.shared, section.separator):
        held = None
    separator = section.separator
    places = _places(held) if held else []
    pieces: list[Piece] = []
    steps: list[bytes] = []
    for run in _runs(section.keys, held.keys if held else b""):
        some: list[Piece]
        if held and run.held is not None:
            start, end = places[run.held], places[run.held + run.count]
            some = [Cut(start, end - len(separator))] if end > start else []
            steps.append(held.steps[run.held * _STEP : (run.held + run.count) * _STEP])
        else:
            made = [section.make(place) for place in range(run.first, run.first + run.count)]
            some = [one for one in made if one]
            steps.append(
                array("I", [len(one) + len(separator) if one else 0 for one in made]).tobytes()
            )
        pieces += some
    return _separated(pieces, separator), b"".join(steps)


def _separated(pieces: Sequence[Piece], separator: bytes) -> list[Piece]:
    """Put the separator between pieces."""
    if not separator or len(pieces) < 2:
        return list(pieces)
    made: list[Piece] = [separator] * (2 * len(pieces) - 1)
    made[::2] = pieces
    return made


def _places(held: Held) -> list[int]:
    """Return where each part begins in the file, and where the one after the last would."""
    steps = array("I")
    steps.frombytes(held.steps)
    return list(accumulate(steps, initial=held.start))


def _runs(keys: bytes, held: bytes) -> Iterator[_Run]:
    """Match parts with those that are held, by their keys, in as long runs as can be.

    Mostly all are as they were but one: what is alike at the beginning and at the end is found
    at once, however many parts that are.
    """
    count, held_count = len(keys) // KEY, len(held) // KEY
    head = _alike(keys, held)
    tail = _alike_at_end(keys[head * KEY :], held[head * KEY :])
    if head:
        yield _Run(0, head, 0)
    yield from _between(
        _split(keys, head, count - tail), _split(held, head, held_count - tail), head
    )
    if tail:
        yield _Run(count - tail, tail, held_count - tail)


def _between(keys: Sequence[bytes], held: Sequence[bytes], head: int) -> Iterator[_Run]:
    known = {key: place for place, key in enumerate(held, start=head)}
    run: _Run | None = None
    for first, key in enumerate(keys, start=head):
        place = known.get(key)
        if run and place == (None if run.held is None else run.held + run.count):
            run = _Run(run.first, run.count + 1, run.held)
            continue
        if run:
            yield run
        run = _Run(first, 1, place)
    if run:
        yield run


def _split(keys: bytes, start: int, end: int) -> list[bytes]:
    return [keys[place : place + KEY] for place in range(start * KEY, end * KEY, KEY)]


def _alike(one: bytes, other: bytes) -> int:
    """Return how many keys are the same at the beginning of both."""
    low, high = 0, min(len(one), len(other)) // KEY
    while low < high:
        middle = (low + high + 1) // 2
        if one[low * KEY : middle * KEY] == other[low * KEY : middle * KEY]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_at_end(one: bytes, other: bytes) -> int:
    low, high = 0, min(len(one), len(other)) // KEY
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle * KEY :] == other[len(other) - middle * KEY :]:
            low = middle
        else:
            high = middle - 1
    return low
