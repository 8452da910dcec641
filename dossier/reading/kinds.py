"""What kind of original it is: by its first bytes, else by its name."""

from __future__ import annotations

import re
import zlib
from pathlib import PurePath
from typing import Literal

from dossier.errors import ReadingError
from dossier.reading import extras, feed
from dossier.reading.textfile import TextKind, is_page
from dossier.reading.zips import names_in

Kind = TextKind | Literal["feed", "mail", "mhtml", "docx", "pdf", "warc"]

_NAMED: dict[str, Kind] = {
    **dict.fromkeys(("", ".txt", ".text"), "text"),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys(sorted(feed.SUFFIXES), "feed"),
    ".eml": "mail",
    **dict.fromkeys((".mhtml", ".mht"), "mhtml"),
    ".docx": "docx",
    ".pdf": "pdf",
    **dict.fromkeys((".warc", ".warc.gz", ".wacz"), "warc"),
}
_EXTRAS: dict[Kind, str] = {"docx": "office", "pdf": "pdf", "warc": "warc"}

# "Interview Dr. Müller" and "Version 2.1" have no suffix.
_SUFFIX = re.compile(r"\.(?=\w*[A-Za-z])\w{1,10}", re.ASCII)
_FEED_ROOT = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]", re.MULTILINE)
# A note with "From:", "Date:" and "Subject:" lines is no mail: these are what programs add.
_BY_PROGRAMS = frozenset(
    (b"mime-version", b"message-id", b"received", b"return-path", b"content-transfer-encoding")
)
_SAVED_PAGE = re.compile(
    rb"^(?:Snapshot-Content-Location:|From:[ \t]*\"?<?Saved by )", re.IGNORECASE | re.MULTILINE
)
_HEAD = 4_096  # bytes


def _installed() -> frozenset[str]:
    return frozenset(
        suffix
        for suffix, kind in _NAMED.items()
        if kind not in _EXTRAS or extras.is_installed(_EXTRAS[kind])
    )


SUFFIXES: frozenset[str] = _installed()
"""Suffixes of files that can be read with what is installed, in lower case; "" for none."""


def suffix_of(name: str) -> str:
    """Return the suffix of a file name in lower case, "" if what follows the dot is none."""
    path = PurePath(name)
    suffix = path.suffix if _SUFFIX.fullmatch(path.suffix) else ""
    suffix = suffix.lower()
    is_warc = suffix == ".gz" and PurePath(path.stem).suffix.lower() == ".warc"
    return ".warc.gz" if is_warc else suffix


def refuse_unknown(name: str, *, where: str) -> None:
    """Raise `ReadingError` if files with such a name cannot be read, or not without an extra."""
    suffix = suffix_of(name)
    if suffix in SUFFIXES:
        return
    kind = _NAMED.get(suffix)
    if kind is not None:
        raise extras.missing(_EXTRAS[kind], what=f"a {suffix} file", where=where)
    raise ReadingError(
        f"files like {suffix} cannot be read",
        where=where,
        hint=f"these can: {', '.join(sorted(SUFFIXES - {''}))}",
    )


def kind_of(data: bytes, *, name: str) -> Kind:
    """Return the kind of an original whose name `refuse_unknown` lets pass.

    What the first bytes say counts more than the name: browsers and mail programs name files
    by guess.
    """
    named = _NAMED.get(suffix_of(name), "text")
    return _by_signature(data) or _by_markup(data[:_HEAD], named) or named


def _by_signature(data: bytes) -> Kind | None:
    """Tell the kinds that begin with a fixed signature."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"WARC/"):
        return "warc"
    if data.startswith(b"\x1f\x8b") and _starts_within(data).startswith(b"WARC/"):
        return "warc"
    if data.startswith(b"PK\x03\x04"):
        names = names_in(data)
        if "word/document.xml" in names:
            return "docx"
        if any(name.startswith("archive/") and ".warc" in name for name in names):
            return "warc"
    return None


def _starts_within(data: bytes) -> bytes:
    """Return the first bytes of what is compressed by gzip, b"" if it is damaged."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:_HEAD], 16)
    except zlib.error:
        return b""


def _by_markup(head: bytes, named: Kind) -> Kind | None:
    """Tell kinds of text apart by how they begin; a Markdown file is what its name says."""
    if named in ("text", "html", "feed"):
        if is_page(head):
            return "html"
        if _FEED_ROOT.match(head):
            return "feed"
    if named in ("text", "mail") and _SAVED_PAGE.search(head):
        return "mhtml"
    if named == "text" and _is_mail(head):
        return "mail"
    return None


def _is_mail(head: bytes) -> bool:
    top = head.lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if _HEADER.match(top) is None:
        return False
    names = {match[1].lower() for match in _HEADER.finditer(top)}
    return len(names) >= 3 and bool(names & _BY_PROGRAMS)
