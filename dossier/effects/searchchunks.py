"""The words of a search bundle in small pieces, so that a query loads few bytes.

The engine (1.5.2) puts some 36 kB of words into a file and loads one for each word of a query, in
each bundle: 250 kB for two words among 10,000 articles. Here the files are divided anew. Words that
begin alike stay together, as what begins like a word is looked for in its file only.

A file is CBOR: a list of one list of words, each `[word, pages, spellings]`. Nothing in
it is decoded: all that has to be known is where the words begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from dossier.effects import cbor
from dossier.effects.cbor import ShapeError

# A file more costs 6 bytes of the table, which is loaded first; a word costs a file in each bundle.
# With 10,000 articles in four bundles and two words that is least at 6 to 10 kB.
_SIZE = 8_000  # bytes before compression, which halves them
_FAMILY = 2 * _SIZE  # words that begin alike are divided only above this
_LAST = "\U0010ffff"  # after every letter
# All that is neither text nor follows after one: numbers and heads of lists.
_PLAIN = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97]|[\x18\x38\x98].|[\x19\x39\x99]..|[\x1a\x3a\x9a].{4})*+",
    re.DOTALL,
)
_WORD = 0x83  # the head of a list of three


class Chunk(Struct, frozen=True):
    """A file of words: where in the order of words it begins and ends, and what is in it."""

    first: str
    last: str
    data: bytes


def words_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the words of a file, each with its bytes. Raises `ShapeError`."""
    if data[:1] != b"\x81" or len(data) < 2:
        raise ShapeError("a file of words is not a list of one list")
    number, begin = _head(data, 1, cbor.LIST)
    at, found = begin, 0
    word = ""
    while at < len(data):
        plain = _PLAIN.match(data, at)
        end = plain.end() if plain else at
        if end == len(data):
            break
        size, start = _head(data, end, cbor.TEXT)
        if data[end - 1] == _WORD:
            if found:
                yield word, data[begin : end - 1]
            elif end - 1 != begin:
                raise ShapeError("something stands before the first word")
            begin, found = end - 1, found + 1
            word = data[start : start + size].decode()
        at = start + size
    if found != number:
        raise ShapeError(f"{found} words where {number} were told")
    if found:
        yield word, data[begin:]


def _head(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """Return the length of the list or text whose head is at `at`, and where its content begins."""
    found, size, begin = cbor.read_head(data, at)
    if found != kind:
        raise ShapeError(f"a value of kind {found} where there was to be one of {kind}")
    return size, begin


def divide(files: Sequence[bytes]) -> list[Chunk]:
    """Divide the words of files anew, in order; each chunk reaches to the next.

    Raises `ShapeError`.
    """
    words = sorted(word for data in files for word in words_in(data))
    parts: list[tuple[str, list[bytes], int]] = []
    for begin, held in _families(words, 0, "") if words else ():
        size = sum(map(len, held))
        if parts and parts[-1][2] + size <= _SIZE:
            first, before, length = parts.pop()
            parts.append((first, before + held, length + size))
        else:
            parts.append((begin, held, size))
    ends = [*(_before(begin) for begin, _, _ in parts[1:]), _LAST][: len(parts)]
    return [
        Chunk(begin, end, b"\x81" + cbor.head(cbor.LIST, len(held)) + b"".join(held))
        for (begin, held, _), end in zip(parts, ends, strict=True)
    ]


def _families(
    words: Sequence[tuple[str, bytes]], letters: int, begin: str
) -> Iterator[tuple[str, list[bytes]]]:
    """Yield words that begin alike and what they begin with, or where many begin alike, fewer.

    All of `words` have the same first `letters`; `begin` is the least that may come before them.
    """
    if len(words) == 1 or sum(len(data) for _, data in words) <= _FAMILY:
        yield begin, [data for _, data in words]
        return
    for start, group in groupby(words, lambda word: word[0][: letters + 1]):
        held = list(group)
        if len(start) <= letters:  # the word that the others begin with: it goes with the first
            yield begin, [data for _, data in held]
        else:
            yield from _families(held, letters + 1, begin if held[0] is words[0] else start)


def _before(begin: str) -> str:
    """Return what stands before all that begins so, and after all that is less."""
    last = ord(begin[-1]) - 1
    return begin[:-1] + chr(0xD7FF if last == 0xDFFF else last) + _LAST
