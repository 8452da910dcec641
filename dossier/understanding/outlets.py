"""Which outlet an article is from, and which page it was: by names and addresses."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from dossier import urls
from dossier.model import Source

_TRACKING = re.compile(r"utm_.*|fbclid|gclid|wt_.*|wtrid|ref|xtor|at_.*|cmp|share|_x_tr_.*")
_SUBDOMAIN = re.compile(r"^(?:www\d?|m|mobil|mobile|amp)\.")


def address(url: str) -> str:
    """Return what two addresses of one page have in common; "" without one.

    >>> address("https://www.example.org/a/?utm_source=x#top")
    'example.org/a'
    """
    parts = urlsplit(urls.web_url(url))
    if not parts.hostname:
        return ""
    asked = [pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0].lower())]
    path = parts.path.rstrip("/").removesuffix("/amp")
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{_SUBDOMAIN.sub('', parts.hostname)}{path}{query}"


def host_of(at: str) -> str:
    """Return the host of what `address` returned.

    >>> host_of("example.org/a?id=2")
    'example.org'
    """
    return at.partition("/")[0].partition("?")[0]


def same_outlet(one: Source, other: Source) -> bool:
    """Whether two articles are from one outlet, by its name or its host; unknown ones are not."""
    if one.name and one.name.casefold() == other.name.casefold():
        return True
    host = host_of(address(one.url))
    return bool(host) and host == host_of(address(other.url))
