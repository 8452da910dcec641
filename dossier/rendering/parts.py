"""Long files that are made of parts, so that after an edit only some of them are made anew.

A file of all articles is made of a part for each, and one of them is edited. So each part comes
with a key: a hash of all that its bytes follow from. With the same key they are the same, and are
taken from the file as it was (`binder`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from dossier.rendering.sheets import hashed

KEY = 12  # bytes of a key, as `hashed` makes them
_OPENS = 32  # of 256: about each eighth article begins a new part of rows


class Section(Struct, frozen=True):
    """Parts that follow each other in a file, told from its other sections by `name`.

    `keys` are those of all parts, `KEY` bytes each; `make` gives the bytes of the part at a place.
    What all of them follow from besides is in `shared`. The separator stands between parts, but
    not beside one of no bytes.
    """

    name: str
    keys: bytes
    make: Callable[[int], bytes]
    separator: bytes = b""
    shared: bytes = b""

    def __len__(self) -> int:
        """Return the number of parts."""
        return len(self.keys) // KEY


class Parts(Struct, frozen=True):
    """A file: sections, and bytes that stand between them as they are."""

    pieces: tuple[bytes | Section, ...]

    def key(self, *others: object) -> str:
        """Return a hash of all that the file follows from; `others` are what follows it besides."""
        held = [
            one if isinstance(one, bytes) else (one.name, one.keys, one.separator, one.shared)
            for one in self.pieces
        ]
        return hashed(held, others).hex()

    def whole(self) -> bytes:
        """Return the file, all of it made anew."""
        return b"".join(_whole(self.pieces))


def _whole(pieces: Iterable[bytes | Section]) -> Iterator[bytes]:
    for one in pieces:
        if isinstance(one, bytes):
            yield one
        else:
            yield one.separator.join(filter(None, map(one.make, range(len(one)))))


def spans(articles: Sequence[str], digests: Mapping[str, bytes]) -> list[tuple[int, int]]:
    """Divide rows into parts, and return where each begins and ends.

    `articles` are those that the rows are of, one a row. A part for each row would be too many, and
    parts of so many rows each would all move when one row comes or goes. So a part begins where an
    article's hash says it, and no other part moves.
    """
    opening = {name for name in set(articles) if digests[name][0] < _OPENS}
    starts = [
        place
        for place, (before, name) in enumerate(pairwise(articles), start=1)
        if name in opening and name != before
    ]
    bounds = [0, *starts, len(articles)] if articles else []
    return list(pairwise(bounds))
