"""Web pages that a browser saved in one file (MHTML, RFC 2557)."""

from __future__ import annotations

from email.message import EmailMessage

from msgspec.structs import replace

from dossier.errors import ReadingError
from dossier.model import Draft
from dossier.reading import metadata, mime
from dossier.reading.html import read_html


def read_mhtml(data: bytes, *, where: str) -> Draft:
    """Return the draft of a saved page; its address is the one that the browser noted.

    It may have no blocks. Raises `ReadingError` if there is no page in it.
    """
    message = mime.parse_message(data, where=where)
    try:
        page = _main_page(message, where)
        address = _address(page) or _address(message)
        text = mime.text_bytes(page)
    except ReadingError:
        raise
    except Exception as error:
        raise mime.damaged(where) from error
    if not text.strip():
        raise _no_page(where)
    draft = read_html(text, where=where, url=address)
    if address and not draft.source.url:
        draft = replace(draft, source=replace(draft.source, url=address))
    return draft


def _main_page(message: EmailMessage, where: str) -> EmailMessage:
    """Return the page itself: the part that is named as the start, else the first page."""
    pages = [
        part
        for part in mime.parts_of(message, where=where)
        if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    if not pages:
        raise _no_page(where)
    start = message.get_param("start")
    named = [page for page in pages if start and mime.header(page, "Content-ID") == start]
    return (named or pages)[0]


def _address(part: EmailMessage) -> str:
    names = ("Snapshot-Content-Location", "Content-Location", "Content-Base")
    return next(filter(None, (metadata.web_address(mime.header(part, n)) for n in names)), "")


def _no_page(where: str) -> ReadingError:
    return ReadingError(
        "there is no web page in it",
        where=where,
        hint="save the page from the browser once more, as a single file",
    )
