"""A part of the search index: what the engine wrote of some pages, in a form that can be joined.

The engine takes time for each page, so an edit is to cost those that it changes. It gets some
hundred pages at a time, afterwards the changed ones (`searchrenewal`); what it wrote is read here
and kept in the cache, and `searchmerge` joins parts into a bundle. Of the words only what joining
changes is understood: for each word (and each of its spellings) how many pages hold it, and the
numbers of the first and the last of them. In a list of pages each number is told by its distance
from the one before, so that all after the first number can be copied as it is.

The engine numbers pages as the disk lists them, differently on each. Here they are in the order of
their addresses, and so of their dates.
"""

from __future__ import annotations

import hashlib
import logging
import zlib
from collections.abc import Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from dossier.effects.cbor import ShapeError, decode
from dossier.effects.searchplaces import Word, words_in

log = logging.getLogger(__name__)

ENTRY = "pagefind-entry.json"
MAGIC = b"pagefind_dcd"
GZIP = 31  # what zlib calls that format; a third of the time that the gzip module takes
_CHECK = 16  # bytes of a hash before what is kept

Kept = TypeVar("Kept")


class Source(Struct, frozen=True):
    """What is known of a page before the engine reads it; `stamp` tells one state from another."""

    date: str = ""
    stamp: str = ""


class Page(Struct, frozen=True, array_like=True):
    """A page as the engine's table has it; `data` is the file in which its text is."""

    url: str
    stamp: str
    date: str
    words: int
    fields: list[str]
    rest: list[str]  # empty texts: 1.6.0 has one
    data: bytes


class Table(Struct, frozen=True, array_like=True):
    """What the engine wrote of the pages in one language; `packed` are the words.

    `contents` is a hash of the pages' dates and texts.
    """

    version: str
    pages: list[Page]
    contents: str
    packed: Raw
    filters: dict[str, list[tuple[str, list[int]]]]
    fields: list[str]
    entry: dict[str, Any]

    def words(self) -> list[Word]:
        """Unpack the words, in order: a hundredth of a second for a hundred pages."""
        return _WORDS.decode(self.packed)


class Part(Struct, frozen=True, array_like=True):
    """What the engine wrote of some pages, and of its own files."""

    entry: dict[str, Any]
    tables: dict[str, Table]
    shared: dict[str, bytes]

    def pages(self) -> int:
        """Return how many pages can be found."""
        return sum(len(table.pages) for table in self.tables.values())

    def outline(self) -> Part:
        """Return it without what is large: words, texts and the engine's files."""
        tables = {
            code: replace(
                table, packed=_NO_WORDS, pages=[replace(page, data=b"") for page in table.pages]
            )
            for code, table in self.tables.items()
        }
        return Part(self.entry, tables, dict.fromkeys(self.shared, b""))

    def unchanged(self, stamps: Mapping[str, str]) -> frozenset[str]:
        """Return the addresses of the pages that have these stamps, given by address."""
        pages = (page for table in self.tables.values() for page in table.pages)
        return frozenset(page.url for page in pages if stamps.get(page.url) == page.stamp)


_PACK, _UNPACK = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Part)
_WORDS = msgspec.msgpack.Decoder(list[Word])
_NO_WORDS = Raw(_PACK.encode([]))


def keep(path: Path, value: Struct) -> None:
    """Put a value into the cache."""
    data = _PACK.encode(value)
    temporary = path.with_name(f"{path.name}.new")
    temporary.write_bytes(hashlib.blake2b(data, digest_size=_CHECK).digest() + data)
    temporary.replace(path)


def kept(path: Path, decoder: msgspec.msgpack.Decoder[Kept]) -> Kept | None:
    """Return a value from the cache; a broken one is none."""
    try:
        held = path.read_bytes()
        data = memoryview(held)[_CHECK:]
        if hashlib.blake2b(data, digest_size=_CHECK).digest() == held[:_CHECK]:
            return decoder.decode(data)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        log.info("%s is unusable: %s", path.name, error)
    return None


def kept_part(path: Path) -> Part | None:
    """Return a part from the cache; a broken one is none."""
    return kept(path, _UNPACK)


# --- reading what the engine wrote --------------------------------------------------------------


class _Table(Struct, array_like=True, forbid_unknown_fields=True):
    version: str
    pages: list[list[Any]]
    chunks: list[tuple[str, str, str]]
    filters: list[tuple[str, str]]
    sorts: list[tuple[str, list[int]]]
    fields: list[str]


class _Filter(Struct, array_like=True, forbid_unknown_fields=True):
    name: str
    values: list[tuple[str, list[int]]]


class _Entry(Struct):
    languages: dict[str, dict[str, Any]]


class _Fragment(Struct):
    url: str
    meta: dict[str, str]


_FRAGMENT = msgspec.json.Decoder(_Fragment)


def read(bundle: Path, sources: Mapping[str, Source]) -> Part:
    """Read a bundle of the engine's. Raises `ShapeError` if it is not as we know it.

    `sources` are its pages, by their address in the site.
    """
    try:
        data = (bundle / ENTRY).read_bytes()
        languages = msgspec.json.decode(data, type=_Entry).languages
        entry = msgspec.json.decode(data, type=dict[str, Any])
        del entry["languages"]
        tables = {code: _table(bundle, languages[code], sources) for code in sorted(languages)}
        files = sorted(path for path in bundle.iterdir() if path.is_file())
        shared = {path.name: path.read_bytes() for path in files if _is_shared(path)}
    except (msgspec.MsgspecError, OSError, ValueError, LookupError, zlib.error) as error:
        raise ShapeError(f"{type(error).__name__}: {error}") from error
    return Part(entry, tables, shared)


def _is_shared(path: Path) -> bool:
    return path.name != ENTRY and path.suffix != ".pf_meta"


def _table(bundle: Path, language: Mapping[str, Any], sources: Mapping[str, Source]) -> Table:
    data = content(bundle / f"pagefind.{language['hash']}.pf_meta")
    table = msgspec.convert(decode(data), _Table)
    texts = [(bundle / "fragment" / f"{page[0]}.pf_fragment").read_bytes() for page in table.pages]
    said = [_FRAGMENT.decode(_unpacked(text)) for text in texts]
    order = sorted(range(len(said)), key=lambda page: said[page].url)
    moved = [0] * len(order)
    for new, old in enumerate(order):
        moved[old] = new
    filters = {}
    for _, file in table.filters:
        data = content(bundle / "filter" / f"{file}.pf_filter")
        held = msgspec.convert(decode(data), _Filter)
        filters[held.name] = [
            (text, sorted(moved[page] for page in pages)) for text, pages in held.values
        ]
    words: list[Word] = []
    for _first, _last, file in table.chunks:
        words += words_in(content(bundle / "index" / f"{file}.pf_index"), moved)
    words.sort(key=itemgetter(0))
    known = {name: value for name, value in language.items() if name not in ("hash", "page_count")}
    pages = [_page(table.pages[old], said[old], texts[old], sources) for old in order]
    return Table(table.version, pages, contents(pages), pack(words), filters, table.fields, known)


def contents(pages: Sequence[Page]) -> str:
    """Return a hash of what the site has of pages besides their words."""
    hasher = hashlib.blake2b(digest_size=4)
    for page in pages:
        hasher.update(f"{page.date} {len(page.data)} ".encode() + page.data)
    return hasher.hexdigest()


def pack(words: Sequence[Word]) -> Raw:
    """Pack words, given in order, for a table."""
    return Raw(_PACK.encode(words))


def _page(page: Sequence[Any], said: _Fragment, data: bytes, sources: Mapping[str, Source]) -> Page:
    _, words, *rest = page
    if any(rest):
        raise ShapeError("the texts of pages are joined")
    source = sources.get(said.url, Source())
    return Page(said.url, source.stamp, source.date, words, sorted(said.meta), rest, data)


def content(path: Path) -> bytes:
    """Read a file of the engine's. Raises `ShapeError`."""
    return _unpacked(path.read_bytes())


def _unpacked(packed: bytes) -> bytes:
    data = zlib.decompress(packed, wbits=GZIP)
    if not data.startswith(MAGIC):
        raise ShapeError("a file has no mark")
    return data.removeprefix(MAGIC)
