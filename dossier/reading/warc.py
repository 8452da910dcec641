"""Web archives (WARC, ISO 28500, and WACZ): each page that was answered with HTML."""

from __future__ import annotations

import logging
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from typing import Any

from msgspec.structs import replace

from dossier.errors import ReadingError
from dossier.model import Draft
from dossier.reading import extras, metadata, zips
from dossier.reading.dates import to_edtf
from dossier.reading.entries import Entry, has_passages
from dossier.reading.html import read_html

_log = logging.getLogger(__name__)
MOST_PAGES = 500  # at 50 ms each; a larger crawl is no dossier's material
_MOST_RECORDS = 200_000  # pictures and scripts around those pages
MAX_PAGE_BYTES = 5_000_000
MAX_UNPACKED = 200_000_000  # bytes of pages; what is not read is not unpacked either
_HEAD = 4_096  # bytes
_SUFFIXES = (".warc", ".warc.gz")
_HTML = ("text/html", "application/xhtml+xml")


def read_warc(data: bytes, *, where: str) -> tuple[Entry, ...]:
    """Return the articles of an archive in its order, one for each address.

    Pages without a paragraph are left out. Raises `ReadingError` if it is no archive, if it
    holds no article, or more than `MOST_PAGES` pages.
    """
    try:
        import warcio  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise extras.missing("warc", what="a web archive", where=where) from error
    if data.startswith(b"PK\x03\x04"):
        zips.refuse_harmful(data, what="the web archive", where=where)
    with redirect_stderr(StringIO()):  # where the library reports each oddity
        found = _entries(data, where)
    if not found:
        raise _no_pages(where)
    return tuple(found.values())


def _entries(data: bytes, where: str) -> dict[str, Entry]:
    """Return the articles by their addresses, as far as the archive can be read."""
    found: dict[str, Entry] = {}
    try:
        for url, day, page in _pages(data, where):
            entry = None if url in found else _entry(url, day, page, where)
            if entry is not None:
                found[url] = entry
    except ReadingError:
        raise
    except Exception:  # noqa: BLE001 - the library raises what it happens to stumble over
        _log.debug("warcio failed", exc_info=True)
    return found


def _entry(url: str, day: str, page: bytes, where: str) -> Entry | None:
    try:
        draft = read_html(page, where=f"{where} ({url})", url=url)
    except ReadingError as error:
        _log.debug("left out: %s", error.message)
        return None
    if not has_passages(draft):
        return None
    return Entry(name=url, draft=_with_source(draft, url, day), url=url)


def _with_source(draft: Draft, url: str, day: str) -> Draft:
    source = replace(draft.source, url=draft.source.url or url, accessed=day)
    return replace(draft, source=source)


def _pages(data: bytes, where: str) -> Iterator[tuple[str, str, bytes]]:
    """Yield address, day of retrieval (EDTF) and bytes of the pages, their encodings undone."""
    count = unpacked = 0
    for number, record in enumerate(_records(data)):
        if number >= _MOST_RECORDS:
            raise _too_large(where)
        if not _is_page(record):
            continue
        page = record.content_stream().read(MAX_PAGE_BYTES)
        count, unpacked = count + 1, unpacked + len(page)
        if count > MOST_PAGES or unpacked > MAX_UNPACKED:
            raise _too_large(where)
        headers = record.rec_headers
        url = metadata.web_address(headers.get_header("WARC-Target-URI", "").strip("<>"))
        yield url, to_edtf(headers.get_header("WARC-Date", "")[:10]), page


def _records(data: bytes) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra

    for archive in _archives(data):
        yield from ArchiveIterator(BytesIO(archive))


def _archives(data: bytes) -> Iterator[bytes]:
    """Yield the archives of a WACZ, or the one that the bytes are."""
    if not data.startswith(b"PK\x03\x04"):
        yield from _begun([data])
        return
    with zipfile.ZipFile(BytesIO(data)) as packed:
        names = [name for name in packed.namelist() if name.startswith("archive/")]
        yield from _begun(packed.read(name) for name in names if name.endswith(_SUFFIXES))


def _begun(archives: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what begins like an archive; in anything else the library looks for one to the end."""
    for archive in archives:
        head = archive[:_HEAD]
        if head.startswith(b"\x1f\x8b"):
            try:
                head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _HEAD)
            except zlib.error:
                continue
        if head.lstrip().startswith(b"WARC/"):
            yield archive


def _is_page(record: Any) -> bool:  # noqa: ANN401 - has no types
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return str(headers.get_header("Content-Type", "")).lower().startswith(_HTML)


def _no_pages(where: str) -> ReadingError:
    return ReadingError(
        "there is no article in this web archive",
        where=where,
        hint="look into it with a viewer such as replayweb.page, and save what you want as .html",
    )


def _too_large(where: str) -> ReadingError:
    return ReadingError(
        f"the web archive holds more than {MOST_PAGES} pages",
        where=where,
        hint="cut it into smaller ones, or save the articles as .html",
    )
