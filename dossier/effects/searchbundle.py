"""Writing parts of the search index as one bundle: small, and the same whenever the pages are.

A bundle is changed in its place. Files whose contents change have other names, so the new ones are
written beside the old; then the engine's table of contents is replaced, which leads to all others,
and what it no longer leads to goes. Whoever ends a build leaves the old index or the new.

The engine's table names the file of each page; that table is loaded before the first result. Hashes
cannot be compressed, and the order by date came on top: 90 kB for 10,000 pages. So the files are
named after the dates of their pages, within a folder for each part, named after the bundle's number
and the contents; the search page puts results in order by those names, over several bundles too.
The words are divided into smaller files (searchchunks), and only those that changed are compressed.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from dossier.effects import searchchunks, searchmerge, searchpart
from dossier.effects.bundlefolder import BundleFolder, Packs, digest
from dossier.effects.cbor import Value, encode
from dossier.effects.searchmerge import Joined, Tables, Words
from dossier.effects.searchpart import ENTRY, Part

_DIGITS = string.digits + string.ascii_lowercase
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_UNDATED = "-"


_JOINED = msgspec.msgpack.Decoder(Joined)


def known_as(out: Path) -> str:
    """Return the name in the cache of what a bundle was joined of last."""
    return f"{out.name}.words"


def write(out: Path, names: Sequence[str], load: Callable[[int], Part], cache: Path) -> bool:
    """Write parts as the bundle in `out`; what was there before goes.

    `names` are those of the parts in the cache, in this order, and `load` gives a part by its
    number: it is only asked for those that have changed. False if they have no page: then nothing
    is written. Raises `ShapeError`.
    """
    last = searchpart.kept(cache / known_as(out), _JOINED)
    load = lru_cache(maxsize=None)(load)
    outlines = _outlines(names, load, last)
    if not any(part.pages() for part in outlines):
        return False
    words = searchmerge.words_of(
        outlines, names, load, last, lambda name: searchpart.kept_part(cache / name)
    )
    folder, files = BundleFolder(out), {}
    languages = {}
    for code, tables in searchmerge.by_language(outlines).items():
        chunks, files[code] = _chunks(folder, words[code], last.files.get(code) if last else None)
        pages = _pages(folder, code, tables, load)
        languages[code] = _language(folder, code, tables, pages, chunks)
    _shared(folder, outlines, load, last)
    entry = next(part.entry for part in outlines if part.tables)
    folder.put(ENTRY, msgspec.json.encode(entry | {"languages": languages}))
    folder.prune()
    if all(names) and not (last and last.names == tuple(names)):
        searchpart.keep(cache / known_as(out), Joined(tuple(names), outlines, words, files))
    return True


def _outlines(names: Sequence[str], load: Callable[[int], Part], last: Joined | None) -> list[Part]:
    """Return the parts without what is large; those of the last time are not loaded."""
    known = dict(zip(last.names, last.outlines, strict=True)) if last else {}
    return [known.get(name) or load(number).outline() for number, name in enumerate(names)]


def _language(
    folder: BundleFolder, code: str, tables: Tables, pages: Iterable[Value], chunks: Value
) -> dict[str, Any]:
    """Write what is in one language, and return what the table of contents says of it."""
    held = next(table for table in tables if table)
    listed: list[Value] = [*pages]
    filters: list[Value] = []
    for filtered, data in searchmerge.filters_of(tables):
        name = f"{code}_{digest(data)}"
        folder.put_packed(f"filter/{name}.pf_filter", data)
        filters.append([filtered, name])
    sorts: list[Value] = []
    fields: list[Value] = [*searchmerge.fields_of(tables)]
    data = encode([held.version, listed, chunks, filters, sorts, fields])
    name = f"{code}_{digest(data)}"
    folder.put_packed(f"pagefind.{name}.pf_meta", data)
    return held.entry | {"hash": name, "page_count": len(listed)}


def _chunks(folder: BundleFolder, words: Words, last: Packs | None) -> tuple[list[Value], Packs]:
    """Write the files of words, and return where the table says each is."""
    chunks = searchchunks.divide(words)
    files = {f"{number}.pf_index": chunk.data for number, chunk in enumerate(chunks)}
    packs = folder.put_all_packed("index", files, last)
    salt = packs.name.removeprefix("index/")
    return [[chunk.first, chunk.last, f"{salt}/{n}"] for n, chunk in enumerate(chunks)], packs


def _pages(
    folder: BundleFolder, code: str, tables: Tables, load: Callable[[int], Part]
) -> Iterator[Value]:
    """Write the files of the parts' pages, and yield what the table says of each."""
    for number, table in enumerate(tables):
        if not table:
            continue
        place = f"{folder.number}-{table.contents}"
        names = list(_names(page.date for page in table.pages))
        if not folder.has(f"fragment/{place}"):
            pages = load(number).tables[code].pages
            texts = {f"{n}.pf_fragment": page.data for n, page in zip(names, pages, strict=True)}
            folder.put_all(f"fragment/{place}", texts)
        for name, page in zip(names, table.pages, strict=True):
            yield [f"{place}/{name}", page.words, *page.rest]


def _shared(
    folder: BundleFolder,
    outlines: Sequence[Part],
    load: Callable[[int], Part],
    last: Joined | None,
) -> None:
    """Write the engine's own files: those of a part that was there last time are there."""
    known = last.outlines if last else []
    put: dict[str, bytes] = {}
    for number, part in enumerate(outlines):
        if not (any(part is one for one in known) and all(map(folder.has, part.shared))):
            put |= load(number).shared
    for name, data in put.items():
        folder.put(name, data)


def _names(dates: Iterable[str]) -> Iterator[str]:
    """Yield names that are in order as the dates are; an unknown date is none."""
    taken: Counter[str] = Counter()
    for date in dates:
        code = _code(date)
        yield f"{code}{_base36(taken[code], '')}"
        taken[code] += 1


@cache
def _code(date: str) -> str:
    """Write a date in four letters that sort like it: years to 4037, months and days or none.

    >>> _code("2023") < _code("2023-09") < _code("2023-09-13") < _code("2024")
    True
    """
    found = _DATE.match(date)
    if not found:
        return _UNDATED
    year, month, day = (int(part or 0) for part in found.groups())
    return _base36(min(year * 416 + month * 32 + day, 36**4 - 1), "").rjust(4, "0")


def _base36(number: int, rest: str) -> str:
    """Write a number; nothing for 0."""
    while number:
        number, digit = divmod(number, 36)
        rest = _DIGITS[digit] + rest
    return rest
