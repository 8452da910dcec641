"""An original to drafts: its kind found, and handed to the reader of that kind."""

from __future__ import annotations

from dossier.errors import ReadingError
from dossier.model import Draft
from dossier.reading.datelines import with_date
from dossier.reading.docx import read_docx
from dossier.reading.entries import MAX_BYTES, Entry, has_passages, no_passages
from dossier.reading.feed import read_feed
from dossier.reading.kinds import SUFFIXES, Kind, kind_of, refuse_unknown, suffix_of
from dossier.reading.mail import read_mail
from dossier.reading.mhtml import read_mhtml
from dossier.reading.pdf import read_pdf
from dossier.reading.textfile import read_text_file
from dossier.reading.warc import read_warc

__all__ = ["MAX_BYTES", "SUFFIXES", "Entry", "read", "read_many", "refuse_unknown", "suffix_of"]


def read(data: bytes, *, name: str, where: str) -> Draft:
    """Return the draft of an original; `name` is its file name, `where` its path for messages.

    Raises `ReadingError` if it is empty, too large, of an unknown kind, without a single
    paragraph, or if it holds several articles.
    """
    entries = read_many(data, name=name, where=where)
    full = [entry for entry in entries if entry.is_full]
    if len(entries) == len(full) == 1:
        return full[0].draft
    raise ReadingError(
        f"it holds {len(entries)} articles or links to them, not one article",
        where=where,
        hint="add it as a feed or archive, or save the article that you want as a file",
    )


def read_many(data: bytes, *, name: str, where: str, url: str = "") -> tuple[Entry, ...]:
    """Return all articles of an original, in its order: one unless it is a feed or an archive.

    `url` is where it came from, if known: links of a feed may be relative to it. Entries that are
    only links come from feeds. Raises `ReadingError` as `read` does, but for the number of
    articles; there is always at least one entry.
    """
    refuse_unknown(name, where=where)
    kind = kind_of(data, name=name)
    if kind == "feed":
        return tuple(
            Entry(name=entry.draft.title or entry.url, draft=entry.draft, url=entry.url)
            for entry in read_feed(data, where=where, url=url)
        )
    if kind == "warc":
        return read_warc(data, where=where)
    draft = with_date(_read_one(data, kind, where))
    if not has_passages(draft):
        raise no_passages(where)
    return (Entry(name=name, draft=draft, url=draft.source.url),)


def _read_one(data: bytes, kind: Kind, where: str) -> Draft:
    match kind:
        case "mail":
            return read_mail(data, where=where)
        case "mhtml":
            return read_mhtml(data, where=where)
        case "docx":
            return read_docx(data, where=where)
        case "pdf":
            return read_pdf(data, where=where)
        case "text" | "markdown" | "html":
            return read_text_file(data, kind, where=where)
        case _:
            raise AssertionError(kind)  # feeds and archives are no single article
