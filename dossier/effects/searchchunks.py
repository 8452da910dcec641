"""The words of a search bundle in small pieces, so that a query loads few bytes.

The engine (1.5.2) puts some 36 kB of words into a file and loads one for each word of a query, in
each bundle: 250 kB for two words among 10,000 articles. Here the files are divided anew. Words that
begin alike stay together, as what begins like a word is looked for in its file only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from msgspec import Struct

from dossier.effects import cbor

# A file more costs 6 bytes of the table, which is loaded first; a word costs a file in each bundle.
# With 10,000 articles in four bundles and two words that is least at 6 to 10 kB.
_SIZE = 8_000  # bytes before compression, which halves them
_FAMILY = 2 * _SIZE  # words that begin alike are divided only above this
_LAST = "\U0010ffff"  # after every letter


class Chunk(Struct, frozen=True):
    """A file of words: where in the order of words it begins and ends, and what is in it."""

    first: str
    last: str
    data: bytes


def divide(words: Sequence[tuple[str, bytes]]) -> list[Chunk]:
    """Divide words, given in order with their bytes, into files; each reaches to the next."""
    texts, held = [word for word, _ in words], [data for _, data in words]
    ends = [0, *accumulate(map(len, held))]
    parts: list[tuple[str, int, int]] = []
    for family in _families(texts, ends):
        if parts and ends[family[2]] - ends[parts[-1][1]] <= _SIZE:
            begin, start, _ = parts.pop()
            parts.append((begin, start, family[2]))
        else:
            parts.append(family)
    lasts = [*(_before(begin) for begin, _, _ in parts[1:]), _LAST][: len(parts)]
    return [
        Chunk(begin, last, _file(held[start:end]))
        for (begin, start, end), last in zip(parts, lasts, strict=True)
    ]


def _file(words: Sequence[bytes]) -> bytes:
    return b"".join((cbor.head(cbor.LIST, 1), cbor.head(cbor.LIST, len(words)), *words))


def _families(words: Sequence[str], ends: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """Yield where words that begin alike begin and end, or where many begin alike, fewer.

    Before that, what they begin with: the least that may come before them. `ends` are the bytes of
    all words before each.
    """
    pending = [("", 0, len(words), 0)] if words else []
    while pending:
        begin, start, end, letters = pending.pop()
        if end - start == 1 or ends[end] - ends[start] <= _FAMILY:
            yield begin, start, end
            continue
        groups: list[tuple[str, int, int, int]] = []
        while start < end:
            shared = words[start][: letters + 1]
            after = bisect_right(words, shared, start, end, key=itemgetter(slice(letters + 1)))
            groups.append((shared if groups else begin, start, after, letters + 1))
            start = after
        pending += reversed(groups)


def _before(begin: str) -> str:
    """Return what stands before all that begins so, and after all that is less."""
    last = ord(begin[-1]) - 1
    return begin[:-1] + chr(0xD7FF if last == 0xDFFF else last) + _LAST
