"""RSS, Atom and JSON feeds: their entries, as drafts where they bring the whole text."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dossier.blocks import normal
from dossier.errors import ReadingError
from dossier.model import Draft, Source
from dossier.reading import metadata
from dossier.reading.dates import to_edtf
from dossier.reading.html import read_fragment
from dossier.reading.jsonfeed import read_jsonfeed
from dossier.reading.text import with_title

_log = logging.getLogger(__name__)
SUFFIXES: frozenset[str] = frozenset({".xml", ".rss", ".atom", ".rdf", ".json"})
"""Suffixes of files that may be feeds, in lower case."""

MAX_BYTES = 20_000_000  # a feed of 1,000 full articles has some 10 MB
MOST_ENTRIES = 5_000  # more is an archive or has no end
# Characters of a short report; teasers are shorter.
_FULL = 600
_FEED = re.compile(
    rb"<(?:\w+:)?(?:rss|feed|rdf|channel)\b|\"https?://jsonfeed\.org/version", re.IGNORECASE
)
_HEAD = 4_096  # bytes
_TEASER_END = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|weiterlesen|read more|continue reading)\W*$", re.IGNORECASE
)


class Entry(Struct, frozen=True, kw_only=True):
    """One entry. `draft` has blocks only if `is_full`; else `url` leads to the article."""

    draft: Draft
    url: str
    is_full: bool


def is_feed(data: bytes) -> bool:
    """Whether the bytes begin like a feed."""
    return _FEED.search(data[:_HEAD].replace(b"\x00", b"")) is not None


def read_feed(data: bytes, *, where: str, url: str = "") -> tuple[Entry, ...]:
    """Return the entries of a feed in its order; `url` is where it came from, if known.

    Raises `ReadingError` if it is no feed, too large, or has no entries.
    """
    if len(data) > MAX_BYTES:
        raise ReadingError(
            f"the feed has {len(data) / 1e6:.0f} MB; more than {MAX_BYTES / 1e6:.0f} MB is no feed",
            where=where,
            hint="ask the outlet for a feed of its latest articles",
        )
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    parsed = read_jsonfeed(data, where=where) if is_json else _parse(data, where, url)
    outlet = _line(parsed.feed, "title")
    lang = metadata.language(_line(parsed.feed, "language"))
    entries = [_entry(item, outlet=outlet, lang=lang) for item in parsed.entries[:MOST_ENTRIES]]
    found = tuple(entry for entry in entries if entry.is_full or entry.url)
    if not found:
        known = bool(parsed.entries or _FEED.search(data[:_HEAD]))
        raise ReadingError(
            "the feed has no entries with a text or a link" if known else "there is no feed in it",
            where=where,
            hint="open its address in a browser to see what the outlet sends",
        )
    return found


def _parse(data: bytes, where: str, url: str) -> Any:  # noqa: ANN401 - has no types
    import feedparser  # noqa: PLC0415 - slow to import

    headers = {"content-location": url} if url else {}
    try:
        # a stream: bytes and text might be taken for the name of a file or an address
        return feedparser.parse(BytesIO(data), response_headers=headers)
    except Exception as error:
        _log.debug("feedparser failed", exc_info=True)
        raise ReadingError(
            f"the feed cannot be read: {error}",
            where=where,
            hint="open its address in a browser to see what the outlet sends",
        ) from error


def _entry(item: Mapping[str, object], *, outlet: str, lang: str) -> Entry:
    url = metadata.web_address(_line(item, "link"))
    source = item.get("source")
    named = _line(source, "title") if isinstance(source, Mapping) else ""
    text, summary = _content(item), _line(item, "summary")
    blocks = read_fragment(text) if len(text) >= _FULL else ()
    letters = sum(len(block.text) for block in blocks if block.is_passage)
    is_full = letters >= _FULL and not _TEASER_END.search(blocks[-1].text)
    title = _plain(_line(item, "title"))
    draft = Draft(
        blocks=blocks if is_full else (),
        title=title,
        title_by="source" if title else "",
        date=_date(item),
        lang=lang,
        description=_plain(summary) if summary != text else "",
        authors=metadata.people([_plain(name) for name in _authors(item)]),
        source=Source(name=named or outlet, url=url),
    )
    draft = replace(draft, date_by="source" if draft.date else "")
    return Entry(draft=with_title(draft), url=url, is_full=is_full)


def _content(item: Mapping[str, object]) -> str:
    """Return the longest text that the entry brings, as HTML."""
    contents = item.get("content")
    values = [part.get("value") for part in contents] if isinstance(contents, list) else []
    texts = [value for value in (*values, item.get("summary")) if isinstance(value, str)]
    return max(texts, key=len, default="")


def _authors(item: Mapping[str, object]) -> list[str]:
    authors = item.get("authors")
    names = [_line(author, "name") for author in authors] if isinstance(authors, list) else []
    return [name for name in names if name] or [_line(item, "author")]


def _date(item: Mapping[str, object]) -> str:
    for name in ("published", "created", "updated"):
        date = to_edtf(item.get(name))
        if date:
            return date
        parts = item.get(f"{name}_parsed")
        if isinstance(parts, tuple):
            return to_edtf(f"{parts[0]:04d}-{parts[1]:02d}-{parts[2]:02d}")
    return ""


def _line(item: object, name: str) -> str:
    value = item.get(name) if isinstance(item, Mapping) else ""
    return value.strip() if isinstance(value, str) else ""


def _plain(text: str) -> str:
    """Return what a reader reads of a title or teaser that may hold HTML."""
    if "<" not in text and "&" not in text:
        return normal(text)
    return normal(" ".join(block.text for block in read_fragment(text)))
