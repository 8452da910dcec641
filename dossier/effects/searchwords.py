"""A word of a part of the search index, with other pages or other numbers of fields than before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dossier.effects import cbor
from dossier.effects.cbor import ShapeError, head
from dossier.effects.searchplaces import FIELDS, NOWHERE, Page, Places, Word, listed, unlisted

GONE = -1  # the new number of a page that is no longer there


def exchanged(
    word: Word | None, moved: Sequence[int], come: Word | None, to: Sequence[int]
) -> Word | None:
    """Return a word without some pages and with others; None if it is nowhere any more.

    `moved` tells the new number of each page of `word`, `to` that of each of `come`. Raises
    `ShapeError`.
    """
    held: dict[str, list[Page]] = {}
    for one, numbers in ((word, moved), (come, to)):
        for spelling, places in (("", one[1]), *one[2]) if one else ():
            pages = [(numbers[page], rest) for page, rest in unlisted(places)]
            held.setdefault(spelling, []).extend(page for page in pages if page[0] != GONE)
    found = {spelling: listed(sorted(pages)) for spelling, pages in held.items() if pages}
    known = word or come
    if not (found and known):
        return None
    return known[0], found.pop("", NOWHERE), sorted(found.items())


def is_on(word: Word, pages: Collection[int]) -> bool:
    """Whether a word stands on one of the pages. Raises `ShapeError`."""
    return any(_are_on(places, pages) for places in (word[1], *(one[1] for one in word[2])))


def _are_on(places: Places, pages: Collection[int]) -> bool:
    count, first, last, _ = places
    if not count:
        return False
    return first in pages or last in pages or any(page in pages for page, _ in unlisted(places))


def with_fields(word: Word, moved: Sequence[int]) -> Word:
    """Return a word in which each field has its new number. Raises `ShapeError`."""
    text, places, spellings = word
    others = [(spelling, _with_fields(those, moved)) for spelling, those in spellings]
    return text, _with_fields(places, moved), others


def _with_fields(places: Places, moved: Sequence[int]) -> Places:
    return listed([(page, _renumbered(lists, moved)) for page, lists in unlisted(places)])


def _renumbered(lists: bytes, moved: Sequence[int]) -> bytes:
    """Give fields new numbers in the second of a page's lists."""
    parts = FIELDS.fullmatch(lists)
    if not parts:
        raise ShapeError("a page is not as we know it")
    data = parts[2]
    _, _, at = cbor.read_head(data, 0)
    pieces = [parts[1], data[:at]]
    while at < len(data):
        kind, value, end = cbor.read_head(data, at)
        pieces.append(head(kind, moved[value]) if kind == cbor.NEGATIVE else data[at:end])
        at = end
    return b"".join(pieces)
