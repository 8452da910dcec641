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

import hashlib
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dossier.effects import searchchunks, searchmerge
from dossier.effects.bundlefolder import BundleFolder, digest
from dossier.effects.cbor import Value, encode
from dossier.effects.searchchunks import Chunk
from dossier.effects.searchmerge import Tables, Words
from dossier.effects.searchpart import ENTRY, Part, Table

_DIGITS = string.digits + string.ascii_lowercase
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_UNDATED = "-"


def known_as(out: Path) -> str:
    """Return the name in the cache of the words of a bundle, as they were joined last."""
    return f"{out.name}.words"


def write(out: Path, parts: Sequence[Part], keys: Sequence[str], cache: Path) -> None:
    """Write parts, in this order, as the bundle in `out`; what was there before goes.

    `keys` are the names of the parts in the cache. Raises `ShapeError`.
    """
    folder = BundleFolder(out)
    words = searchmerge.words_of(parts, keys, cache / known_as(out))
    languages = {
        code: _language(folder, code, tables, words[code])
        for code, tables in searchmerge.by_language(parts).items()
    }
    for name, data in sorted({file for part in parts for file in part.shared.items()}):
        folder.put(name, data)
    folder.put(ENTRY, msgspec.json.encode(parts[0].entry | {"languages": languages}))
    folder.prune()


def _language(folder: BundleFolder, code: str, tables: Tables, words: Words) -> dict[str, Any]:
    """Write what is in one language, and return what the table of contents says of it."""
    held = [table for table in tables if table]
    pages: list[Value] = [page for table in held for page in _pages(folder, table)]
    filters: list[Value] = []
    for filtered, data in searchmerge.filters_of(tables):
        name = f"{code}_{digest(data)}"
        folder.put_packed(f"filter/{name}.pf_filter", data)
        filters.append([filtered, name])
    chunks = _chunks(folder, searchchunks.divide(words))
    sorts: list[Value] = []
    fields: list[Value] = [*searchmerge.fields_of(tables)]
    data = encode([held[0].version, pages, chunks, filters, sorts, fields])
    name = f"{code}_{digest(data)}"
    folder.put_packed(f"pagefind.{name}.pf_meta", data)
    return held[0].entry | {"hash": name, "page_count": len(pages)}


def _chunks(folder: BundleFolder, chunks: Sequence[Chunk]) -> list[Value]:
    """Write the files of words, and return where the table says each is."""
    salt = digest(b"".join(chunk.data for chunk in chunks))
    files = {f"{number}.pf_index": chunk.data for number, chunk in enumerate(chunks)}
    folder.put_all_packed(f"index/{salt}", files)
    return [[chunk.first, chunk.last, f"{salt}/{n}"] for n, chunk in enumerate(chunks)]


def _pages(folder: BundleFolder, table: Table) -> Iterator[Value]:
    """Write the files of a part's pages, and yield what the table says of each."""
    names = _names(page.date for page in table.pages)
    named = list(zip(names, table.pages, strict=True))
    hasher = hashlib.blake2b(digest_size=4)
    for name, page in named:
        hasher.update(name.encode() + page.data)
    place = f"{folder.number}-{hasher.hexdigest()}"
    folder.put_all(f"fragment/{place}", {f"{name}.pf_fragment": page.data for name, page in named})
    for name, page in named:
        yield [f"{place}/{name}", page.words, *page.rest]


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
