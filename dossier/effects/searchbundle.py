"""Make a Pagefind bundle small, and the same, byte for byte, whenever the pages are the same.

The engine (1.5.2, 1.6.0) writes the values of its filters, the filters, the sort keys and the
languages in the order of a hash map, which differs from run to run, and names files after their
contents. So that a site follows from its content alone, they are put in order here and named anew.

The engine's table names the file of each page; that table is loaded before the first result. Hashes
cannot be compressed, and the order by date came on top: 90 kB for 10,000 pages. So the files are
named after the dates of their pages, within a folder named after the table; the search page puts
results in order by those names, over several bundles too. The words are divided into smaller files
(searchchunks). A bundle of another shape (a later engine's) is left as it is.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import re
import string
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dossier.effects import searchchunks
from dossier.effects.cbor import ShapeError, Value, decode, encode
from dossier.effects.searchchunks import Chunk

log = logging.getLogger(__name__)

_MAGIC = b"pagefind_dcd"
_PAGES, _CHUNKS, _FILTERS, _SORTS = 1, 2, 3, 4  # places in the table that a `pf_meta` file holds
_DIGITS = string.digits + string.ascii_lowercase


def make_deterministic(bundle: Path, dates: Sequence[str] = ()) -> bool:
    """Rewrite what the engine wrote in random order; False if the bundle was left as it was.

    `dates` are those by which the pages are sorted: `2023-09-13`, `2023-09`, `2023`.
    """
    entry_path = bundle / "pagefind-entry.json"
    try:
        entry = json.loads(entry_path.read_text(encoding="utf-8"))
        tables = {
            code: _ordered(bundle, language["hash"])
            for code, language in sorted(entry["languages"].items())
        }
    except (ShapeError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        log.warning("the search bundle keeps the engine's own order: %s", error)
        return False
    for code, (table, filters, chunks) in tables.items():
        old = entry["languages"][code]["hash"]
        prefix = old.partition("_")[0]
        table[_CHUNKS] = _write_chunks(bundle, _as_list(table[_CHUNKS]), chunks)
        table[_FILTERS] = [_write_filter(bundle, prefix, *one) for one in filters]
        if len(tables) == 1:  # of several languages it is not known which dates are whose
            _name_by_date(bundle, table, sorted(dates))
        entry["languages"][code]["hash"] = _write_table(bundle, prefix, old, table)
    entry["languages"] = {code: entry["languages"][code] for code in tables}
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    entry_path.write_text(text, encoding="utf-8")
    return True


def _ordered(
    bundle: Path, name: str
) -> tuple[list[Value], list[tuple[str, list[Value]]], list[Chunk]]:
    """Return a language's table, its filters (old file's name, content) and words, in order."""
    table = _as_list(_read(bundle / f"pagefind.{name}.pf_meta"))
    if len(table) != 6:
        raise ShapeError(f"a table of {len(table)} parts")
    filters: list[tuple[str, list[Value]]] = []
    for pair in sorted(_as_list(table[_FILTERS]), key=_name_of):
        file = str(_as_list(pair)[1])
        content = _as_list(_read(bundle / "filter" / f"{file}.pf_filter"))
        filter_name, values = content
        filters.append((file, [filter_name, sorted(_as_list(values), key=_name_of)]))
    table[_SORTS] = sorted(_as_list(table[_SORTS]), key=_name_of)
    old = [_words_file(bundle, chunk) for chunk in _as_list(table[_CHUNKS])]
    return table, filters, searchchunks.divide([_content(path) for path in old])


def _words_file(bundle: Path, chunk: Value) -> Path:
    _first, _last, name = _as_list(chunk)
    return bundle / "index" / f"{name}.pf_index"


def _write_chunks(bundle: Path, old: list[Value], chunks: list[Chunk]) -> Value:
    """Write the words into files anew, and return where the table says each is."""
    for one in old:
        _words_file(bundle, one).unlink()
    salt = _digest(b"".join(chunk.data for chunk in chunks))
    (bundle / "index" / salt).mkdir()
    names = [f"{salt}/{number}" for number in range(len(chunks))]
    for name, chunk in zip(names, chunks, strict=True):
        _write(bundle / "index" / f"{name}.pf_index", chunk.data)
    return [[chunk.first, chunk.last, name] for name, chunk in zip(names, chunks, strict=True)]


def _write_filter(bundle: Path, prefix: str, old: str, content: list[Value]) -> Value:
    (bundle / "filter" / f"{old}.pf_filter").unlink()
    data = encode(content)
    name = f"{prefix}_{_digest(data)}"
    _write(bundle / "filter" / f"{name}.pf_filter", data)
    return [content[0], name]


def _write_table(bundle: Path, prefix: str, old: str, table: list[Value]) -> str:
    (bundle / f"pagefind.{old}.pf_meta").unlink()
    data = encode(table)
    name = f"{prefix}_{_digest(data)}"
    _write(bundle / f"pagefind.{name}.pf_meta", data)
    return name


def _name_by_date(bundle: Path, table: list[Value], dates: list[str]) -> None:
    """Name the files of the pages after their dates, and leave out the order by date."""
    pages = [_as_list(page) for page in _as_list(table[_PAGES])]
    sorts = [_as_list(sort) for sort in _as_list(table[_SORTS])]
    order = _as_list(sorts[0][1]) if sorts else []
    plain = all(len(page) == 2 or not page[2] for page in pages)  # of 1.6.0, not joined
    if not plain or len(sorts) > 1 or len(order) != len(dates) or not all(map(_DATE.match, dates)):
        log.info("the pages of the search bundle keep the engine's names")
        return
    salt = _digest(encode(table))
    dated = dict(zip(order, map(_code, dates), strict=True))
    taken: Counter[str] = Counter()
    for number, page in enumerate(pages):
        code = dated.get(number, _UNDATED)
        name = f"{salt}/{code}{_base36(taken[code], '')}"
        taken[code] += 1
        target = bundle / "fragment" / f"{name}.pf_fragment"
        target.parent.mkdir(exist_ok=True)
        (bundle / "fragment" / f"{page[0]}.pf_fragment").rename(target)
        page[0] = name
    table[_PAGES], table[_SORTS] = list(pages), []


_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_UNDATED = "-"


def _code(date: str) -> str:
    """Write a date in four letters that sort like it: years to 4037, months and days or none.

    >>> _code("2023") < _code("2023-09") < _code("2023-09-13") < _code("2024")
    True
    """
    found = _DATE.match(date)
    year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return _base36(min(year * 416 + month * 32 + day, 36**4 - 1), "").rjust(4, "0")


def _base36(number: int, rest: str) -> str:
    """Write a number; nothing for 0."""
    while number:
        number, digit = divmod(number, 36)
        rest = _DIGITS[digit] + rest
    return rest


def _as_list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise ShapeError(f"a list was expected, not {type(value).__name__}")
    return value


def _name_of(pair: Value) -> str:
    first = _as_list(pair)[0]
    if not isinstance(first, str):
        raise ShapeError("a name was expected")
    return first


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=5).hexdigest()


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(_MAGIC + data, compresslevel=9, mtime=0))


def _content(path: Path) -> bytes:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MAGIC):
        raise ShapeError(f"{path.name} has no mark")
    return data.removeprefix(_MAGIC)


def _read(path: Path) -> Value:
    return decode(_content(path))
