"""A page as it was fetched, and what to call the file in which it is kept."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from dossier.urls import slug

Suffix = Literal[".html", ".xml", ".json", ".md", ".txt", ".pdf"]


class Fetched(Struct, frozen=True, kw_only=True):
    """What came back for `url`, byte for byte once unpacked.

    `final_url` is where the redirects ended. `content_type` and `last_modified` are as the
    server wrote them, "" if it did not. `accessed` is UTC, to the second; `sha256` is of `data`.
    """

    url: str
    final_url: str
    status: int
    content_type: str
    last_modified: str
    data: bytes
    accessed: datetime
    sha256: str


_KINDS: dict[str, Suffix] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "text/json": ".json",
    "application/json": ".json",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/rss": ".xml",
    "application/atom": ".xml",
}
# Programs and tables are text, too, yet never an article.
_NO_ARTICLE = frozenset(
    f"text/{kind}" for kind in ("css", "javascript", "ecmascript", "calendar", "vcard", "csv")
)
_UNKNOWN = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/unknown"))
_HEAD = 2048  # bytes that are looked at to tell what a file is
_MARKS = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*")
_FEED = re.compile(rb"<(?:rss|(?:\w+:)?RDF|feed)\b", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_JSON = re.compile(rb'[\[{]\s*["\[{\]}]')
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_EXTENSION = re.compile(
    r"\.(?:[sx]?html?|php\d?|aspx?|jsp|cfm|amp|xml|rss|atom|json|md|markdown|txt|pdf)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_GENERIC = frozenset(("index", "default", "article", "artikel", "story", "news", "node", "amp"))


def mime(content_type: str) -> str:
    """Return the type without its parameters, in lower case.

    >>> mime("Text/HTML; charset=utf-8")
    'text/html'
    """
    return content_type.partition(";")[0].strip().lower()


def is_readable(content_type: str) -> bool:
    """Whether an answer that calls itself this can hold text; if it says nothing, it may.

    >>> is_readable("application/rss+xml"), is_readable("image/svg+xml"), is_readable("")
    (True, False, True)
    """
    kind = mime(content_type)
    if kind in _UNKNOWN or kind in _KINDS:
        return True
    if kind.startswith("text/"):
        return kind not in _NO_ARTICLE
    return kind.startswith("application/") and kind.endswith(("+xml", "+json"))


def suffix_for(fetched: Fetched) -> Suffix | Literal[""]:
    """Return the suffix of the file for it, "" if neither type nor bytes say what it is.

    Servers call feeds HTML and pages plain text: where the bytes are clear, they decide.
    """
    kind, seen = mime(fetched.content_type), _sniffed(fetched.data)
    told: Suffix | Literal[""] = _KINDS.get(kind, "")
    if kind.endswith("+xml") and not told:
        told = ".xml"
    if kind.endswith("+json"):
        told = ".json"
    if seen == ".pdf" or (seen and not told):
        return seen
    if told in (".html", ".xml") and seen in (".html", ".xml"):
        return seen
    if told:
        return told
    path = urlsplit(fetched.final_url).path.lower()
    if path.endswith((".md", ".markdown")):
        return ".md"
    if kind.startswith("text/"):
        return ".txt"
    return "" if _CONTROL.search(fetched.data[:_HEAD]) else ".txt"


def _sniffed(data: bytes) -> Suffix | Literal[""]:
    """Return what the first bytes are beyond doubt; UTF-16 is seen through its zeros."""
    head = _MARKS.sub(b"", data[:_HEAD]).replace(b"\0", b"")
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"<"):
        feed, html = _FEED.search(head), _HTML.search(head)
        if feed and not (html and html.start() < feed.start()):
            return ".xml"
        if html:
            return ".html"
        return ".xml" if head.startswith(b"<?xml") else ""
    return ".json" if _JSON.match(head) else ""


def name_for(url: str) -> str:
    """Return a name for the file of `url`, without a suffix: safe on any system, and readable.

    The last part of the path names most articles; where it holds no words, what stands before
    it, the site and the query help.

    >>> name_for("https://www.example.org/ausland/kim-trifft-putin-101.html?ref=rss")
    'kim-trifft-putin-101'
    >>> name_for("https://example.org/2023/09/"), name_for("https://example.org/?p=17")
    ('example-org-2023-09', 'example-org-p-17')
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return slug(url, "page")
    names = [_EXTENSION.sub("", unquote(name)) for name in parts.path.split("/") if name]
    while names and names[-1].lower() in _GENERIC:
        names.pop()
    if names and len(_WORD.findall(names[-1])) > 1:
        return slug(names[-1], "page")
    query = "" if names else unquote(parts.query)
    # The end of a path says more than its beginning, and a slug is cut at its end.
    return slug("-".join((host, *names[-3:], query)), "page")
