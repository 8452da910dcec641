"""What publishers state in JSON-LD (schema.org): the article's own entry, read with patience."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from msgspec import Struct

from dossier.blocks import normal
from dossier.reading.page import Element

_ARTICLE = re.compile(r"\w*Article$|\w*Posting$|Report$|\w*Review$|LiveBlog\w*$")
_PAGE = re.compile(r"\w*Page$|\w*Object$|CreativeWork$")
_BEFORE = re.compile(r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)?\s*")
_BEHIND = re.compile(r"\s*(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)?\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/h\d|/li|p)\b[^<>]*>", re.IGNORECASE)
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher")
_MOST_ITEMS = 2_000  # of one page; a larger graph is a catalogue
_DEEPEST = 12
_OWN = 4  # what the page's own address counts, in stated values
_LONGEST_SCRIPT = 2_000_000  # characters


class Stated(Struct, frozen=True, kw_only=True):
    """The article as its publisher describes it; "" and () where nothing is said."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    url: str = ""
    language: str = ""
    licence: str = ""
    description: str = ""
    body: str = ""


def read_jsonld(tree: Element) -> Stated:
    """Return what the page's JSON-LD says of its article; an empty value if there is none."""
    every = (item for script in _scripts(tree) for item in _items(script))
    items = list(islice(every, _MOST_ITEMS))
    by_id = {str(item["@id"]): item for item in items if item.get("@id") and len(item) > 2}
    articles = [item for item in items if _is(item, _ARTICLE)]
    pages = [item for item in items if _is(item, _PAGE) and item.get("datePublished")]
    here = _addresses(tree)
    found = max(articles or pages[:1], key=lambda item: _weight(item, here), default=None)
    return Stated() if found is None else _stated(found, by_id)


def _addresses(tree: Element) -> set[str]:
    """Return the page's own addresses, as it states them."""
    links = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return {_address(link) for link in links} - {""}


def _address(value: object) -> str:
    return value.strip().partition("#")[0].rstrip("/") if isinstance(value, str) else ""


def _weight(item: dict[str, Any], here: set[str]) -> int:
    """Return how much is said: of the page's own article more than of those it points to."""
    places = (item.get("url"), item.get("@id"), _one(item.get("mainEntityOfPage"), "@id", "url"))
    is_here = any(_address(place) in here for place in places)
    wanted = ("headline", "datePublished", "author", "articleBody", "publisher", "mainEntityOfPage")
    return sum(bool(item.get(name)) for name in wanted) + _OWN * is_here


def _scripts(tree: Element) -> Iterator[object]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = "".join(script.itertext())[:_LONGEST_SCRIPT]
        text = _BEHIND.sub("", _BEFORE.sub("", text, count=1), count=1)
        for attempt in (text, _TRAILING_COMMA.sub("", text), html.unescape(text)):
            try:
                yield json.loads(attempt, strict=False)
            except (ValueError, RecursionError):
                continue
            break


def _items(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every object that stands for itself: in lists, graphs and main entities."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _items(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in _INNER:
            yield from _items(value.get(name), depth + 1)


def _is(item: dict[str, Any], pattern: re.Pattern[str]) -> bool:
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and pattern.match(kind.rpartition("/")[2]) for kind in kinds)


def _stated(item: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Stated:
    publishers = _names(item.get("publisher") or item.get("sourceOrganization"), by_id)
    return Stated(
        headline=_line(item.get("headline") or item.get("name")),
        published=_line(item.get("datePublished") or item.get("dateCreated")),
        modified=_line(item.get("dateModified")),
        authors=_names(item.get("author"), by_id) or _names(item.get("creator"), by_id),
        outlet=next(iter(publishers), ""),
        url=_line(item.get("url")) or _line(_one(item.get("mainEntityOfPage"), "@id", "url")),
        language=_line(_one(item.get("inLanguage"), "alternateName", "name")),
        licence=_line(_one(item.get("license"), "url", "@id", "name")),
        description=_line(item.get("description")),
        body=_prose(item.get("articleBody") or item.get("text")),
    )


def _one(value: object, *names: str) -> object:
    """Return the first of a list, and of an object the first of the named values."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = next((value[name] for name in names if value.get(name)), "")
    return value


def _names(value: object, by_id: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        known = by_id.get(str(item.get("@id")), item) if isinstance(item, dict) else item
        name = known.get("name") if isinstance(known, dict) else known
        names += [_line(single) for single in (name if isinstance(name, list) else [name])]
    is_name = (name for name in names if name and not name.startswith(("http", "#", "/")))
    return tuple(dict.fromkeys(is_name))


def _line(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return normal(_TAG.sub("", html.unescape(value))) if isinstance(value, str) else ""


def _prose(value: object) -> str:
    """Return text in lines; some publishers put HTML into `articleBody`, some of it escaped."""
    if isinstance(value, list):
        value = "\n".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str):
        return ""
    text = html.unescape(html.unescape(value))
    return _TAG.sub("", _BREAK.sub("\n", text)).strip()
