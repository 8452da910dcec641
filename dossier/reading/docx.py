"""Word documents (`.docx`): headings, lists, quotes and captions by their styles."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dossier import blocks
from dossier.errors import ReadingError
from dossier.model import Block, Draft
from dossier.reading import extras, filemeta, header, metadata, zips
from dossier.reading.captions import split_credit
from dossier.reading.decode import clean
from dossier.reading.docxparts import Part, parts_of
from dossier.reading.text import is_short_line, read_text, with_title
from dossier.reading.textfile import refuse_large

if TYPE_CHECKING:
    from docx.document import Document

_log = logging.getLogger(__name__)
_OLD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Where a document's text is cut short: a book has 1 MB.
_MOST_CHARACTERS = 5_000_000
_MOST_HEAD_PARTS = 8  # lines above the text: kicker, title, author, place and date


def read_docx(data: bytes, *, where: str) -> Draft:
    """Return the draft of a Word document; it may have no blocks.

    Raises `ReadingError` if it is encrypted, damaged or harmful, or if the extra is missing.
    """
    _refuse(data, where)
    document = _open(data, where)
    try:
        parts = [_cleaned(part) for part in parts_of(document)]
        core = document.core_properties
        title, author, created = core.title, core.author, core.created
    except Exception as error:  # the library raises what it happens to stumble over
        _log.debug("python-docx failed", exc_info=True)
        raise _damaged(where) from error
    if sum(len(part.text) for part in parts) > _MOST_CHARACTERS:
        raise ReadingError(
            f"the document has more than {_MOST_CHARACTERS / 1e6:.0f} million characters",
            where=where,
            hint="cut it into one file per article",
        )
    is_styled = any(part.kind in ("title", "heading") for part in parts)
    draft = _from_styles(parts) if is_styled else read_text(_as_text(parts))
    return with_title(filemeta.fill(draft, title=title, author=author, created=created))


def _refuse(data: bytes, where: str) -> None:
    refuse_large(data, where=where)
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            message, hint = "the document is encrypted", "save it without a password and add that"
        else:
            message, hint = "this is an old Word document", "save it as .docx and add that"
        raise ReadingError(message, where=where, hint=hint)
    zips.refuse_harmful(data, what="the document", where=where)


def _open(data: bytes, where: str) -> Document:
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise extras.missing("office", what="a Word document", where=where) from error
    try:
        return docx.Document(BytesIO(data))
    except Exception as error:  # the library raises what it happens to stumble over
        _log.debug("python-docx failed", exc_info=True)
        raise _damaged(where) from error


def _damaged(where: str) -> ReadingError:
    return ReadingError(
        "the document is damaged, or no Word document",
        where=where,
        hint="open it, save it once more as .docx, and add that",
    )


def _cleaned(part: Part) -> Part:
    return replace(part, text=clean(part.text))


def _as_text(parts: list[Part]) -> str:
    """Return a document without headings as a plain text, whose rules find headline and heads."""
    marks = {"item": "• ", "quote": "> "}
    paragraphs = []
    for part in parts:
        text = blocks.normal(part.text)
        paragraphs.append(marks.get(part.kind, "") + text)
    return "\n\n".join(paragraphs)


def _from_styles(parts: list[Part]) -> Draft:
    title, rest = _take_title(parts)
    stated, rest = _take_head(rest)
    draft = stated.draft("text")
    if title:
        draft = replace(draft, title=title, title_by="text")
    return replace(draft, blocks=blocks.number(_blocks(rest)))


def _take_title(parts: list[Part]) -> tuple[str, list[Part]]:
    """Take the title out: by its style, else the first heading if no text stands above it."""
    for index, part in enumerate(parts):
        if part.kind == "title":
            return blocks.normal(part.text), parts[:index] + parts[index + 1 :]
    first = next((i for i, part in enumerate(parts) if part.kind == "heading"), 0)
    if first < _MOST_HEAD_PARTS and all(len(part.text) <= 80 for part in parts[:first]):
        return blocks.normal(parts[first].text), parts[:first] + parts[first + 1 :]
    return "", parts


def _take_head(parts: list[Part]) -> tuple[metadata.Metadata, list[Part]]:
    """Take author and date lines off the top; what is no such line stays."""
    count = 0
    while count < min(len(parts), _MOST_HEAD_PARTS) and parts[count].kind == "paragraph":
        count += 1
    lines = [blocks.normal(part.text) for part in parts[:count]]
    stated, left = header.take("\n".join(lines))
    kept = [
        part for part, line in zip(parts[:count], left.split("\n"), strict=False) if line.strip()
    ]
    if len(left.split("\n")) != count:  # a date glued before the first sentence
        return metadata.Metadata(), parts
    return stated, kept + parts[count:]


def _blocks(parts: list[Part]) -> list[Block]:
    made: list[Block] = []
    items: list[str] = []
    for part in [*parts, None]:
        if items and (part is None or part.kind != "item"):
            made.append(blocks.make("list", "\n".join(items)))
            items = []
        if part is not None and part.kind == "item":
            items.append(blocks.normal(part.text))
        elif part is not None:
            made.append(_block(part))
    return made


def _block(part: Part) -> Block:
    text = blocks.normal(part.text)
    credit = split_credit(text)
    if part.kind == "caption" or (part.kind == "paragraph" and credit):
        caption, name = credit or (text, "")
        return blocks.make("caption", caption or name, credit=name)
    if part.kind in ("heading", "title") or (part.is_bold and is_short_line(text)):
        return blocks.make("crosshead", text)
    return blocks.make("quote" if part.kind == "quote" else "paragraph", text)
