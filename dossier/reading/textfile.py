"""Files that are text: plain, Markdown, or a web page."""

from __future__ import annotations

import re
from typing import Literal

from dossier import frontmatter
from dossier.errors import PageFileError, ReadingError
from dossier.model import Draft
from dossier.reading.decode import decode
from dossier.reading.entries import MAX_BYTES
from dossier.reading.html import read_html
from dossier.reading.markdown import read_markdown
from dossier.reading.text import read_text

TextKind = Literal["text", "markdown", "html"]
_PAGE = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4_096  # bytes


def is_page(data: bytes) -> bool:
    """Whether the bytes begin like a web page."""
    return _PAGE.match(data[:_HEAD]) is not None


def read_text_file(data: bytes, kind: TextKind, *, where: str) -> Draft:
    """Return the draft of a text; it may have no blocks.

    Raises `ReadingError` if it is empty, too large, or no text.
    """
    if kind == "html":
        if not data.strip():
            raise _empty(where)
        return read_html(data, where=where)
    refuse_large(data, where=where)
    text = decode(data, where=where)
    if not text.strip():
        raise _empty(where)
    if kind == "markdown" or _has_front_matter(text):
        return read_markdown(text, where=where)
    return read_text(text)


def refuse_large(data: bytes, *, where: str) -> None:
    """Raise `ReadingError` if there is more than any article has."""
    if len(data) > MAX_BYTES:
        raise ReadingError(
            f"the file has {len(data) / 1e6:.0f} MB; more than {MAX_BYTES / 1e6:.0f} MB "
            "is no article",
            where=where,
            hint="cut it into one file per article",
        )


def _empty(where: str) -> ReadingError:
    return ReadingError("the file is empty", where=where, hint="delete it or fill it")


def _has_front_matter(text: str) -> bool:
    if not text.startswith(("---", "+++")):
        return False
    try:
        return bool(frontmatter.split(text).head)
    except PageFileError:
        return False
