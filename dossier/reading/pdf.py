"""PDF documents: their text in the order in which it was set, as far as it was set as text."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dossier import blocks
from dossier.errors import ReadingError
from dossier.model import Draft
from dossier.reading import extras, filemeta
from dossier.reading.decode import clean
from dossier.reading.pdflayout import body_of, paragraphs_of, take_title
from dossier.reading.pdflines import Collector, Line, TooMuchWorkError
from dossier.reading.text import read_text, with_title
from dossier.reading.textfile import refuse_large

if TYPE_CHECKING:
    from pypdf import PdfReader

_log = logging.getLogger(__name__)
MOST_PAGES = 100  # a page takes 0.1–0.3 s; what has more is a book or a report
MOST_OPERATIONS = 500_000  # drawing commands in all; a page of text has 500–3,000
# Bytes that one stream may unpack to, in place of the library's 75 million: a page's commands
# have 50 kB, and to parse 5 MB of them takes some 10 s.
_LARGEST_STREAM = 5_000_000
_LEAST_LETTERS = 50  # in all; a scan may carry a stamp or a page number
# Characters that fonts without a table of their letters give.
_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_MOST_NO_LETTERS = 0.1
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def read_pdf(data: bytes, *, where: str) -> Draft:
    """Return the draft of a PDF's text.

    Work is limited in pages, commands and bytes, not in seconds, so that the same file gives the
    same result on each machine. Raises `ReadingError` if it is damaged, encrypted, too large,
    or has no text (a scan), or if the extra is missing.
    """
    refuse_large(data, where=where)
    try:
        import pypdf  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise extras.missing("pdf", what="a PDF", where=where) from error
    # It reports each oddity of a file, to the terminal if nobody else listens.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with pypdf.apply_configuration(**_limits()), _reasons(where):
        reader = pypdf.PdfReader(BytesIO(data))
        _refuse(reader, where)
        pages = _pages(reader)
        title, author, created = _stated(reader)
    _refuse_without_text(pages, where)
    return _draft(pages, title, author, created)


def _limits() -> dict[str, Any]:
    names = ("zlib", "lzw", "run_length", "brotli", "array_based_stream")
    limits = {f"{name}_maximum_output_length": _LARGEST_STREAM for name in names}
    return {**limits, "jbig2dec_binary": None}  # it would start a program


@contextmanager
def _reasons(where: str) -> Iterator[None]:
    """Turn what the library raises into a reason."""
    try:
        yield
    except ReadingError:
        raise
    except TooMuchWorkError as error:
        raise ReadingError(
            f"the PDF draws more than {MOST_OPERATIONS} things; it is a map or a poster",
            where=where,
            hint="copy its text to a .txt file and add that",
        ) from error
    except Exception as error:  # the library raises what it happens to stumble over
        _log.debug("pypdf failed", exc_info=True)
        raise ReadingError(
            "the PDF is damaged",
            where=where,
            hint="open it, print it to a new PDF, and add that",
        ) from error


def _refuse(reader: PdfReader, where: str) -> None:
    if reader.is_encrypted:
        raise ReadingError(
            "the PDF is encrypted",
            where=where,
            hint="open it, print it to a PDF without protection, and add that",
        )
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise ReadingError(
            f"the PDF has {count} pages; more than {MOST_PAGES} are no article",
            where=where,
            hint="print the pages of the article to a PDF of their own",
        )


def _pages(reader: PdfReader) -> list[list[Line]]:
    pages = []
    operations = 0
    for page in reader.pages:
        collector = Collector(most_operations=MOST_OPERATIONS - operations)
        page.extract_text(visitor_text=collector.take_text, visitor_operand_before=collector.count)
        operations += collector.operations
        pages.append([replace(line, text=_cleaned(line.text)) for line in collector.lines()])
    return pages


def _cleaned(text: str) -> str:
    return clean(text.translate(_LIGATURES))


def _stated(reader: PdfReader) -> tuple[str, str, object]:
    """Return title, author and day of creation as the file states them."""
    try:
        stated = reader.metadata
        if stated is None:
            return "", "", None
        created = stated.creation_date
        day = created.date() if created else None
        return str(stated.title or ""), str(stated.author or ""), day
    except Exception:  # noqa: BLE001 - without them the text is still an article
        _log.debug("pypdf failed", exc_info=True)
        return "", "", None


def _refuse_without_text(pages: list[list[Line]], where: str) -> None:
    text = "".join(line.text for lines in pages for line in lines)
    if sum(character.isalpha() for character in text) < _LEAST_LETTERS:
        raise ReadingError(
            "there is no text in the PDF: it is a scan, or all pictures",
            where=where,
            hint="let a program recognise the text (OCR, such as ocrmypdf) and add what it makes",
        )
    if len(_NO_LETTER.findall(text)) > _MOST_NO_LETTERS * len(text):
        raise ReadingError(
            "the letters of the PDF cannot be told: its fonts do not say which they are",
            where=where,
            hint="let a program recognise the text (OCR, such as ocrmypdf) and add what it makes",
        )


def _draft(pages: list[list[Line]], title: str, author: str, created: object) -> Draft:
    body = body_of(pages)
    stated = filemeta.title_from(title)
    headline, pages = take_title(body.pages, stated=stated)
    text = "\n\n".join(paragraphs_of(pages))
    draft = read_text(f"Titel: {headline}\n\n{text}" if headline else text)
    if headline and not draft.title:  # the text reader takes no title from an odd line
        draft = replace(draft, title=blocks.normal(headline), title_by="text")
    if body.address and not draft.source.url:
        draft = replace(draft, source=replace(draft.source, url=body.address))
    draft = filemeta.fill(draft, title=title, author=author, created=created)
    return with_title(draft)
