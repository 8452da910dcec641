"""Where a link within the built site leads: from how it is written to a file of the site."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from msgspec import Struct

_CANONICAL = re.compile(r"<link\b[^>]*\brel=[\"']?canonical\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"\bhref=[\"']([^\"']+)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:javascript|vbscript):", re.IGNORECASE)
_TEXT_FRAGMENT = ":~:"


class BadLinkError(Exception):
    """A link that cannot be right; the message says why."""


class Address(Struct, frozen=True):
    """Where the site will be: `origin` is `https://host` or "", `base` its path, `/repo/`."""

    origin: str = ""
    base: str = "/"

    @classmethod
    def of(cls, base_url: str) -> Address:
        """Take a base URL apart; "" gives the root of an unknown host.

        >>> Address.of("https://desk.example.org/repo")
        Address(origin='https://desk.example.org', base='/repo/')
        """
        parts = urlsplit(base_url)
        origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
        inner = parts.path.strip("/")
        return cls(origin, f"/{inner}/" if inner else "/")

    @classmethod
    def of_home(cls, html: str) -> Address:
        """Read the address from the home page's canonical link, if it has one."""
        link = _CANONICAL.search(html)
        href = _HREF.search(link[0]) if link else None
        return cls.of(href[1]) if href else cls()


def is_elsewhere(written: str, address: Address) -> bool:
    """Whether following `written` would ask another host (`//host` included)."""
    if written.startswith("//"):
        return True
    if not _SCHEME.match(written):
        return False
    if not written.lower().startswith(("http:", "https:", "ws:", "wss:", "ftp:")):
        return False
    return _inside(written, address) is None


def resolve(page: str, written: str, address: Address) -> tuple[str, str] | None:
    """Return file and fragment that `written` on `page` means, or None if it leads elsewhere.

    `page` is a path in the site. Raises `BadLinkError` for what leads nowhere on any host.

    >>> resolve("topics/x/index.html", "../../articles/a/#p-1", Address())
    ('articles/a/index.html', 'p-1')
    """
    if _SCRIPT.match(written.strip()):
        raise BadLinkError("a link runs a script")
    if written != written.strip() or " " in written:
        raise BadLinkError("a link holds blanks")
    if _SCHEME.match(written):
        inner = _inside(written, address)
        if inner is None:
            return None
        return _target([], inner)
    if written.startswith("//"):
        return None
    if written.startswith("/"):
        if not (written + "/").startswith(address.base):
            raise BadLinkError("a link does not stay under the site's base path")
        return _target([], written[len(address.base) :])
    path = written.partition("#")[0].partition("?")[0]
    if page == "404.html" and path:
        raise BadLinkError("404.html is shown at any depth and needs links from the base path")
    if not path:
        return page, _fragment(written)
    return _target(page.split("/")[:-1], written)


def _inside(written: str, address: Address) -> str | None:
    """Return the part of an absolute URL below the site's base, or None."""
    start = address.origin + address.base
    if not address.origin:
        return None
    if written.startswith(start):
        return written[len(start) :]
    return "" if written + "/" == start else None


def _target(folders: list[str], written: str) -> tuple[str, str]:
    path = unquote(written.partition("#")[0].partition("?")[0])
    folders = list(folders)
    *parents, name = path.split("/")
    for part in parents:
        if part == "..":
            if not folders:
                raise BadLinkError("a link leads out of the site")
            folders.pop()
        elif part == "":
            raise BadLinkError("a link holds two slashes in a row")
        elif part != ".":
            folders.append(part)
    if name == "..":
        if not folders:
            raise BadLinkError("a link leads out of the site")
        folders.pop()
    target = name if name not in ("", ".", "..") else "index.html"
    return "/".join([*folders, target]), _fragment(written)


def _fragment(written: str) -> str:
    """Return the anchor's id; `#top` and `#` are the page itself."""
    fragment = unquote(written.partition("#")[2].partition(_TEXT_FRAGMENT)[0])
    return "" if fragment.lower() == "top" else fragment
