"""Ids, slugs and addresses: everything that becomes a path, on disk or on the web.

Slugs hold only `a-z`, `0-9` and `-`, so that none can leave its folder.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from urllib.parse import urlsplit

from slugify import slugify

from dossier import edtf

_GERMAN = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "ae"), ("Ö", "oe"), ("Ü", "ue"))
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_PERIOD = re.compile(r"\d{4}(?:-\d{2})?|undated")
_MAX_SLUG = 64
_PLAIN = re.compile(rf"[A-Za-z0-9 -]{{0,{_MAX_SLUG}}}")  # needs no library to become a slug
_NOT_IN_URLS = re.compile(r'[\x00-\x20<>"\\^`{|}]')
_SAFE_SCHEMES = frozenset(("http", "https", "mailto"))


@lru_cache(maxsize=2**17)  # the same names beside every topic, the same speakers every year
def slug(text: str, fallback: str = "article") -> str:
    """Return `text` as a name that is safe in a path and a URL on any system.

    >>> slug("Kim trifft Putin – in Wöstotschny!"), slug("CON"), slug("../..")
    ('kim-trifft-putin-in-woestotschny', 'con-1', 'article')
    """
    plain = text
    if not text.isascii():
        for letter, letters in _GERMAN:
            plain = plain.replace(letter, letters)
    if _PLAIN.fullmatch(plain):
        made = "-".join(plain.lower().replace("-", " ").split())
    else:
        made = slugify(
            text, max_length=_MAX_SLUG, word_boundary=True, save_order=True, replacements=_GERMAN
        )
    if not made:
        return fallback
    return f"{made}-1" if made in _RESERVED else made


def is_slug(text: str) -> bool:
    """Whether `text` can be an id as it stands."""
    return bool(_SLUG.fullmatch(text)) and text not in _RESERVED


def is_article_id(text: str) -> bool:
    """Whether `text` can be an article's id; a year or a month is the name of a list's page."""
    return is_slug(text) and not _PERIOD.fullmatch(text)


def article_id(date: str, name: str, taken: Container[str]) -> str:
    """Make an article's id from its date and the name of its original.

    >>> article_id("2023-09", "kim-putin-2023-09", taken=())
    '2023-09-kim-putin'
    """
    day = _DAY.match(date) if date and edtf.is_valid(date) else None
    prefix = day[0] if day else ""
    rest = re.sub(rf"(?<!\d){prefix}(?!\d)", " ", name) if prefix else name
    wanted = slug(f"{prefix} {rest}") if prefix else slug(rest)
    if wanted == prefix or _PERIOD.fullmatch(wanted):
        wanted = f"{wanted}-article"
    candidate, count = wanted, 1
    while candidate in taken:
        count += 1
        candidate = f"{wanted}-{count}"
    return candidate


def web_url(url: str) -> str:
    """Return `url` if it may stand in a link (http, https, mailto), else "".

    >>> web_url("https://example.org/a"), web_url("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    cleaned = url.strip()
    if _NOT_IN_URLS.search(cleaned):
        return ""
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SAFE_SCHEMES:
        return ""
    return cleaned if parts.netloc or parts.scheme.lower() == "mailto" else ""


@lru_cache(maxsize=2**16)  # of an article's outlet, for its name, its rights and its page
def domains(url: str) -> tuple[str, ...]:
    """Return the host of `url` and the domains that it lies in, the nearest first.

    >>> domains("https://www.example.org/a")
    ('www.example.org', 'example.org', 'org')
    """
    host = urlsplit(web_url(url)).hostname or ""
    parts = host.split(".") if host else []
    return tuple(".".join(parts[start:]) for start in range(len(parts)))


# --- addresses on the site: relative to its root, without a leading slash ------------------


def article_href(article: str, passage: str = "") -> str:
    """Address of an article, or of a passage in it."""
    return f"articles/{article}/" + (f"#{passage}" if passage else "")


def topic_href(topic: str, year: str = "") -> str:
    """Address of a topic, or of one year of it."""
    return f"topics/{topic}/" + (f"{year}/" if year else "")


def output_path(href: str) -> str:
    """Name of the file that answers at `href`.

    >>> output_path(""), output_path("topics/a/"), output_path("feed.xml")
    ('index.html', 'topics/a/index.html', 'feed.xml')
    """
    return f"{href}index.html" if href.endswith("/") or not href else href


def root_from(href: str) -> str:
    """Return the way from the page at `href` back to the site's root.

    >>> root_from(""), root_from("topics/summit/")
    ('./', '../../')
    """
    return "../" * href.count("/") or "./"


def base_path(base_url: str) -> str:
    """Return the path at which the site lies: `/`, or `/repo/` on a project site."""
    path = urlsplit(base_url).path
    return path if path.endswith("/") else f"{path}/"
