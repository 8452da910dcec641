"""The address of a page as a user or a site gives it: checked for its form, and shown safely."""

from __future__ import annotations

import re

import httpx

from dossier.errors import FetchError

_USERINFO = re.compile(r"^((?:[\w+.-]+:)?(?://)?)[^/?#]*@")
# httpx lets through what the system's calls then choke on: spaces, port 99999.
_HOST = re.compile(rb"[A-Za-z0-9._:-]+")
_PORTS = frozenset((None, *range(1, 65_536)))
_SHOWN = 200  # characters of an address in a message


def shown(url: str) -> str:
    """Return an address as messages show it: on one line, not too long, without a password."""
    plain = "".join(char if char.isprintable() else " " for char in url)
    plain = _USERINFO.sub(r"\1", plain)
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"


def joined(target: str, base: httpx.URL | None) -> str:
    """Return what `target` means on the page `base`, as well as it can be told."""
    try:
        return str(base.join(target)) if base else target
    except (httpx.InvalidURL, ValueError):
        return target


def parsed(url: str, base: httpx.URL | None) -> httpx.URL:
    """Return `url` (relative to `base`) without its fragment, if it is one that may be asked for.

    Raises `FetchError` for all that is not http or https, names no host, or holds a password.
    """
    try:
        parsed = (base.join(url) if base else httpx.URL(url)).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(
            "this is no address of a page",
            hint="copy the address from the browser; it begins with https://",
        ) from error
    if parsed.scheme not in ("http", "https"):
        kind = f"addresses with {parsed.scheme}:" if parsed.scheme else "such addresses"
        raise FetchError(
            f"{kind} are not fetched", hint="only those with http: and https: are; write it out"
        )
    if parsed.userinfo:
        raise FetchError(
            "the address holds a user name or password", hint="take out what stands before the @"
        )
    if not parsed.host:
        raise FetchError("the address names no site", hint="it is like https://example.org/page")
    if not _HOST.fullmatch(parsed.raw_host) or parsed.port not in _PORTS:
        raise FetchError(
            "the address has an impossible host or port",
            hint="copy the address from the browser; it begins with https://",
        )
    return parsed
