"""Where words stand, as the engine writes it: read so far that lists of pages can be joined.

The engine's file of words (1.5.2, 1.6.0) is CBOR: a list of one list of words, each `[word, pages,
spellings]`; a spelling is `[text, pages]`, a page `[number, places in the text, places in the
fields]`. A page's number is told as the distance from the one before. Places are copied as they
are; the fields among them are told as negative numbers: `-1 - field`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias, TypeVar

from dossier.effects import cbor
from dossier.effects.cbor import LIST, TEXT, ShapeError, head, number

# How many pages, the first and the last of them, and all that stands after the first's number.
Places: TypeAlias = tuple[int, int, int, bytes]
# A word, the pages where it stands as it is, and those of its other spellings (Größe of grosse).
Word: TypeAlias = tuple[str, Places, list[tuple[str, Places]]]
NOWHERE: Places = (0, 0, 0, b"")
Page: TypeAlias = tuple[int, bytes]  # a page's number, and where in it a word stands
Read = TypeVar("Read")

_NUMBER = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a.{4})"
_NUMBERS = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4})*+"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a.{4})" + _NUMBERS
_PAGE = re.compile(rb"\x83(" + _NUMBER + rb")(" + _LIST + _LIST + rb")", re.DOTALL)
_WHOLE = re.compile(rb"\x83" + _NUMBER + _LIST + _LIST, re.DOTALL)
_PAGES = re.compile(rb"(?:\x83" + _NUMBER + _LIST + _LIST + rb")*+", re.DOTALL)
# What follows most words: one page and no other spelling.
_ONCE = re.compile(rb"\x81\x83(" + _NUMBER + rb")(" + _LIST + _LIST + rb")\x80", re.DOTALL)
FIELDS = re.compile(rb"(" + _LIST + rb")(" + _LIST + rb")", re.DOTALL)  # of a page: the second
_WORD, _PAGE_HEAD, _SPELLING = head(LIST, 3), head(LIST, 3), head(LIST, 2)
_NONE, _ONE = head(LIST, 0), head(LIST, 1)
_SMALL = 24  # what a head holds itself
_LENGTHS = [head(TEXT, size) for size in range(256)]


def words_in(data: bytes, moved: Sequence[int]) -> Iterator[Word]:
    """Yield the words of a file; `moved` tells each page's new number. Raises `ShapeError`."""
    if data[:1] != _ONE:
        raise ShapeError("a file of words is not a list of one list")
    count, at = _head(data, 1, LIST)
    for _ in range(count):
        word, at = _text(data, at, _WORD)
        if once := _ONCE.match(data, at):
            page = moved[_value(once[1])]
            yield word, (1, page, page, once[2]), []
            at = once.end()
            continue
        pages, at = _pages(data, at)
        places, (others, at) = _places(pages, moved), _others(data, at, _pages)
        yield word, places, [(text, _places(those, moved)) for text, those in others]
    if at != len(data):
        raise ShapeError("something stands after the last word")


def _text(data: bytes, at: int, mark: bytes) -> tuple[str, int]:
    """Return the text with which a list begins, and where it ends."""
    if data[at : at + 1] != mark:
        raise ShapeError("a word is not a list as we know it")
    size, begin = _head(data, at + 1, TEXT)
    end = begin + size
    return data[begin:end].decode(), end


def _head(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """Return the length of the list or text whose head is at `at`, and where its content begins."""
    size = data[at] - (kind << 5)
    if 0 <= size < _SMALL:  # most are
        return size, at + 1
    found, size, begin = cbor.read_head(data, at)
    if found != kind:
        raise ShapeError(f"a value of kind {found} where there was to be one of {kind}")
    return size, begin


def _value(data: bytes) -> int:
    return data[0] if len(data) == 1 else int.from_bytes(data[1:], "big")


def _pages(data: bytes, at: int) -> tuple[list[Page], int]:
    """Read a list of pages, and return where it ends."""
    count, begin, end = _extent(data, at)
    return _numbered(_PAGE.findall(data, begin, end), count, 0), end


def _numbered(pages: Sequence[tuple[bytes, bytes]], count: int, number: int) -> list[Page]:
    """Give pages their numbers, which are told as distances from `number`."""
    _check(pages, count)
    found = []
    for distance, rest in pages:
        number += distance[0] if len(distance) == 1 else _value(distance)
        found.append((number, rest))
    return found


def _extent(data: bytes, at: int) -> tuple[int, int, int]:
    """Return how many pages a list is to have, and where they begin and end."""
    count, begin = _head(data, at, LIST)
    every = _PAGES.match(data, begin)
    return count, begin, every.end() if every else begin


def _check(found: Sequence[object], count: int) -> None:
    if len(found) != count:
        raise ShapeError(f"{len(found)} pages where {count} were told")


def _others(
    data: bytes, at: int, read: Callable[[bytes, int], tuple[Read, int]]
) -> tuple[list[tuple[str, Read]], int]:
    """Read a word's other spellings, each with its list of pages, and return where they end."""
    count, at = _head(data, at, LIST)
    found = []
    for _ in range(count):
        text, at = _text(data, at, _SPELLING)
        pages, at = read(data, at)
        found.append((text, pages))
    return found, at


def _places(found: Sequence[Page], moved: Sequence[int]) -> Places:
    """Put pages in order by their new numbers, and write them."""
    return listed(sorted([(moved[page], rest) for page, rest in found]))


def listed(found: Sequence[Page]) -> Places:
    """Write pages, given in order."""
    if not found:
        return NOWHERE
    first = before = found[0][0]
    pieces = [found[0][1]]
    for page, rest in found[1:]:
        pieces += (_PAGE_HEAD, number(page - before), rest)
        before = page
    return len(found), first, before, b"".join(pieces)


def unlisted(places: Places) -> list[Page]:
    """Read what `listed` wrote. Raises `ShapeError`."""
    count, first, _, rest = places
    return _numbered(_PAGE.findall(_PAGE_HEAD + number(0) + rest) if count else (), count, first)


# --- joining ------------------------------------------------------------------------------------

Found: TypeAlias = list[tuple[int, Word]]  # in parts: the number of its first page, and the word
Runs: TypeAlias = list[tuple[int, Places]]  # of pages, in order: what their numbers count from


def joined(word: str, found: Found) -> bytes:
    """Write a word with its pages of several parts, in the order of the parts."""
    if len(found) == 1 and not found[0][1][2]:
        offset, (_, (count, first, _, rest), _) = found[0]
        heads = (_ONE if count == 1 else head(LIST, count), _PAGE_HEAD)
        return b"".join((_WORD, *_named(word), *heads, number(first + offset), rest, _NONE))
    places = [(offset, one[1]) for offset, one in found]
    others: dict[str, Runs] = {}
    for offset, (_, _, spellings) in found:
        for spelling, those in spellings:
            others.setdefault(spelling, []).append((offset, those))
    return _word(word, places, others)


def _named(text: str) -> tuple[bytes, bytes]:
    data = text.encode()
    return _LENGTHS[len(data)] if len(data) < len(_LENGTHS) else head(TEXT, len(data)), data


def _word(word: str, places: Runs, others: Mapping[str, Runs]) -> bytes:
    pieces = [_WORD, *_named(word), _written(places), head(LIST, len(others))]
    for spelling in sorted(others):
        pieces += (_SPELLING, *_named(spelling), _written(others[spelling]))
    return b"".join(pieces)


def _written(found: Runs) -> bytes:
    pieces, total, before = [b""], 0, 0
    for offset, (count, first, last, rest) in found:
        if count:
            pieces += (_PAGE_HEAD, number(first + offset - before), rest)
            total += count
            before = last + offset
    pieces[0] = head(LIST, total)
    return b"".join(pieces)


# --- changing what was joined -------------------------------------------------------------------


def changed(word: str, data: bytes, gone: Sequence[range], come: Found) -> bytes:
    """Return a word that was joined without some pages and with others; b"" if it is nowhere.

    `data` is b"" for a new word. Raises `ShapeError`.
    """
    between = [range(n, n) for n, _ in come if not any(n in part for part in gone)]
    cuts = sorted((*gone, *between), key=lambda part: part.start)
    held: dict[str, Runs] = {"": []}
    if data:
        left, at = _without(data, _text(data, 0, _WORD)[1], cuts)
        others, _ = _others(data, at, lambda data, at: _without(data, at, cuts))
        held = {"": left} | dict(others)
    for offset, (_, places, spellings) in come:
        for spelling, those in (("", places), *spellings):
            held.setdefault(spelling, []).append((offset, those))
    found = {spelling: _in_order(runs) for spelling, runs in held.items()}
    here = found.pop("")
    spelled = {spelling: runs for spelling, runs in found.items() if runs}
    return _word(word, here, spelled) if here or spelled else b""


def _without(data: bytes, at: int, gone: Sequence[range]) -> tuple[Runs, int]:
    """Read a list of pages without some, as the runs between these, and return where it ends."""
    count, begin, end = _extent(data, at)
    pages = _WHOLE.findall(data, begin, end)
    _check(pages, count)
    numbers = list(accumulate([page[1] if page[1] < _SMALL else _split(page)[0] for page in pages]))
    cuts = [0]
    for part in gone:
        cuts += (bisect_left(numbers, part.start), bisect_left(numbers, part.stop))
    cuts.append(count)
    runs = []
    for start, stop in zip(cuts[::2], cuts[1::2], strict=True):
        if start < stop:
            rest = b"".join((_split(pages[start])[1], *pages[start + 1 : stop]))
            runs.append((0, (stop - start, numbers[start], numbers[stop - 1], rest)))
    return runs, end


def _split(page: bytes) -> tuple[int, bytes]:
    """Return a page's number and the rest."""
    _, value, at = cbor.read_head(page, 1)
    return value, page[at:]


def _in_order(runs: Runs) -> Runs:
    held = [run for run in runs if run[1][0]]
    return sorted(held, key=lambda run: run[0] + run[1][1])
