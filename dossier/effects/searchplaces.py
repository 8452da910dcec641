"""Where words stand, as the engine writes it: read so far that lists of pages can be joined.

The engine's file of words (1.5.2, 1.6.0) is CBOR: a list of one list of words, each `[word, pages,
spellings]`; a spelling is `[text, pages]`, a page `[number, places in the text, places in the
fields]`. A page's number is told as the distance from the one before. Places are copied as they
are; the fields among them are told as negative numbers: `-1 - field`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from dossier.effects import cbor
from dossier.effects.cbor import LIST, TEXT, ShapeError, head, number

# How many pages, the first and the last of them, and all that stands after the first's number.
Places: TypeAlias = tuple[int, int, int, bytes]
# A word, the pages where it stands as it is, and those of its other spellings (Größe of grosse).
Word: TypeAlias = tuple[str, Places, list[tuple[str, Places]]]
NOWHERE: Places = (0, 0, 0, b"")
Page: TypeAlias = tuple[int, bytes]  # a page's number, and where in it a word stands

_NUMBER = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a.{4})"
_NUMBERS = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4})*+"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a.{4})" + _NUMBERS
_PAGE = re.compile(rb"\x83(" + _NUMBER + rb")(" + _LIST + _LIST + rb")", re.DOTALL)
_PAGES = re.compile(rb"(?:\x83" + _NUMBER + _LIST + _LIST + rb")*+", re.DOTALL)
# What follows most words: one page and no other spelling.
_ONCE = re.compile(rb"\x81\x83(" + _NUMBER + rb")(" + _LIST + _LIST + rb")\x80", re.DOTALL)
_FIELDS = re.compile(rb"(" + _LIST + rb")(" + _LIST + rb")", re.DOTALL)
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
        places, (others, at) = _places(pages, moved), _others(data, at)
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
    count, begin = _head(data, at, LIST)
    every = _PAGES.match(data, begin)
    end = every.end() if every else begin
    found, page = [], 0
    for distance, rest in _PAGE.findall(data, begin, end):
        page += distance[0] if len(distance) == 1 else _value(distance)
        found.append((page, rest))
    if len(found) != count:
        raise ShapeError(f"{len(found)} pages where {count} were told")
    return found, end


def _others(data: bytes, at: int) -> tuple[list[tuple[str, list[Page]]], int]:
    """Read a word's other spellings, and return where they end."""
    count, at = _head(data, at, LIST)
    found = []
    for _ in range(count):
        text, at = _text(data, at, _SPELLING)
        pages, at = _pages(data, at)
        found.append((text, pages))
    return found, at


def _places(found: Sequence[Page], moved: Sequence[int]) -> Places:
    """Put pages in order by their new numbers, and write them."""
    return _listed(sorted([(moved[page], rest) for page, rest in found]))


def _listed(found: Sequence[Page]) -> Places:
    if not found:
        return NOWHERE
    first = before = found[0][0]
    pieces = [found[0][1]]
    for page, rest in found[1:]:
        pieces += (_PAGE_HEAD, number(page - before), rest)
        before = page
    return len(found), first, before, b"".join(pieces)


# --- joining ------------------------------------------------------------------------------------

Found: TypeAlias = list[tuple[int, Word]]  # in parts: the number of its first page, and the word


def joined(word: str, found: Found) -> bytes:
    """Write a word with its pages of several parts, in the order of the parts."""
    text = word.encode()
    size = _LENGTHS[len(text)] if len(text) < len(_LENGTHS) else head(TEXT, len(text))
    if len(found) == 1 and not found[0][1][2]:
        offset, (_, (count, first, _, rest), _) = found[0]
        heads = (_ONE if count == 1 else head(LIST, count), _PAGE_HEAD)
        return b"".join((_WORD, size, text, *heads, number(first + offset), rest, _NONE))
    places = [(offset, one[1]) for offset, one in found]
    others: dict[str, list[tuple[int, Places]]] = {}
    for offset, (_, _, spellings) in found:
        for spelling, those in spellings:
            others.setdefault(spelling, []).append((offset, those))
    return b"".join((_WORD, size, text, _written(places), _spelled(others)))


def _spelled(others: dict[str, list[tuple[int, Places]]]) -> bytes:
    if not others:
        return _NONE
    pieces = [head(LIST, len(others))]
    for spelling in sorted(others):
        text = spelling.encode()
        pieces += (_SPELLING, head(TEXT, len(text)), text, _written(others[spelling]))
    return b"".join(pieces)


def _written(found: Sequence[tuple[int, Places]]) -> bytes:
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
    held: dict[str, list[Page]] = {}
    if data:
        pages, at = _pages(data, _text(data, 0, _WORD)[1])
        for spelling, those in (("", pages), *_others(data, at)[0]):
            held[spelling] = [one for one in those if not any(one[0] in part for part in gone)]
    for offset, (_, places, spellings) in come:
        for spelling, listed in (("", places), *spellings):
            held.setdefault(spelling, []).extend(_unlisted(listed, offset))
    found = {spelling: _listed(sorted(pages)) for spelling, pages in held.items() if pages}
    if not found:
        return b""
    return joined(word, [(0, (word, found.pop("", NOWHERE), list(found.items())))])


def _unlisted(places: Places, offset: int) -> Iterator[Page]:
    count, page, _, rest = places
    page += offset
    for distance, those in _PAGE.findall(_PAGE_HEAD + number(0) + rest) if count else ():
        page += _value(distance)
        yield page, those


# --- fields -------------------------------------------------------------------------------------


def with_fields(word: Word, moved: Sequence[int]) -> Word:
    """Return a word in which each field has its new number. Raises `ShapeError`."""
    text, places, spellings = word
    others = [(spelling, _with_fields(those, moved)) for spelling, those in spellings]
    return text, _with_fields(places, moved), others


def _with_fields(places: Places, moved: Sequence[int]) -> Places:
    count, first, last, rest = places
    begin = _PAGE_HEAD + number(0)
    pages = _PAGE.findall(begin + rest) if count else []
    if len(pages) != count:
        raise ShapeError(f"{len(pages)} pages where {count} were told")
    written = []
    for distance, lists in pages:
        parts = _FIELDS.fullmatch(lists)
        if not parts:
            raise ShapeError("a page is not as we know it")
        written.append(_PAGE_HEAD + distance + parts[1] + _renumbered(parts[2], moved))
    return count, first, last, b"".join(written).removeprefix(begin)


def _renumbered(data: bytes, moved: Sequence[int]) -> bytes:
    """Give fields new numbers in a list of places."""
    _, begin = _head(data, 0, LIST)
    pieces, at = [data[:begin]], begin
    while at < len(data):
        kind, value, end = cbor.read_head(data, at)
        pieces.append(head(kind, moved[value]) if kind == cbor.NEGATIVE else data[at:end])
        at = end
    return b"".join(pieces)
