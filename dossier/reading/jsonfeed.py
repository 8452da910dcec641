"""JSON Feed (jsonfeed.org, versions 1 and 1.1), in the shape in which feedparser gives others."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping

from msgspec import Struct

from dossier.errors import ReadingError


class JsonFeed(Struct, frozen=True):
    """A feed's own values and its entries."""

    feed: Mapping[str, object]
    entries: list[Mapping[str, object]]


def read_jsonfeed(data: bytes, *, where: str) -> JsonFeed:
    """Return the feed in `data`. Raises `ReadingError` if it is none."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _no_feed(where, str(error)) from error
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise _no_feed(where, "it has no `items`")
    outlet = {"title": value.get("title"), "language": value.get("language")}
    return JsonFeed(outlet, [_entry(item) for item in items if isinstance(item, dict)])


def _entry(item: Mapping[str, object]) -> Mapping[str, object]:
    text = item.get("content_html")
    if not isinstance(text, str):
        plain = item.get("content_text")
        text = _as_html(plain) if isinstance(plain, str) else ""
    authors = item.get("authors") or [item.get("author")]
    return {
        "title": item.get("title"),
        "link": item.get("url") or item.get("external_url"),
        "summary": item.get("summary"),
        "content": [{"value": text}],
        "authors": authors if isinstance(authors, list) else [],
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
    }


def _as_html(text: str) -> str:
    lines = (html.escape(line) for line in text.split("\n") if line.strip())
    return "".join(f"<p>{line}</p>" for line in lines)


def _no_feed(where: str, why: str) -> ReadingError:
    return ReadingError(
        f"there is no feed in it: {why}",
        where=where,
        hint="open its address in a browser to see what the outlet sends",
    )
