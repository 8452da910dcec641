"""Mail (`.eml`): newsletters, and articles that were forwarded or sent as an attachment."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from dossier import blocks
from dossier.blocks import normal
from dossier.errors import ReadingError
from dossier.model import Block, Draft
from dossier.reading import forwarded, mime
from dossier.reading.dates import to_edtf
from dossier.reading.decode import decode
from dossier.reading.entries import has_passages
from dossier.reading.forwarded import Relation
from dossier.reading.html import read_fragment, read_html
from dossier.reading.mailpage import clean_page
from dossier.reading.text import read_text
from dossier.reading.textfile import TextKind, read_text_file

_log = logging.getLogger(__name__)
_ATTACHED: dict[str, TextKind] = {
    **dict.fromkeys((".html", ".htm"), "html"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    ".txt": "text",
}
# The HTML part must hold this part of the plain one's letters, else it is a frame around links.
_LEAST_OF_TEXT = 0.3
_LEAST_OF_PAGE = 0.4  # likewise of its own letters
_LONGEST_NOTE = 100  # characters of a note on forwarding
_LEAST_CHARACTERS = 200  # a mail of less beside an attachment is the note that comes with it
_DEEPEST = 5  # mails attached to mails


class _Mail(Struct, frozen=True, kw_only=True):
    """A mail taken apart: its own text in both forms, what is attached, what its subject says."""

    message: EmailMessage
    subject: str
    relation: Relation
    html: EmailMessage | None
    text: EmailMessage | None
    attached: tuple[EmailMessage, ...]


def read_mail(data: bytes, *, where: str) -> Draft:
    """Return the draft of the article in a mail; it may have no blocks.

    Title and date are the article's own where it states them, else the subject and the day on
    which the mail was sent, in the sender's zone. Raises `ReadingError` if it is no mail.
    """
    message = mime.parse_message(data, where=where)
    try:
        return _read(message, where, depth=0)
    except ReadingError:
        raise
    except Exception as error:  # the library raises what it happens to stumble over
        _log.debug("email failed", exc_info=True)
        raise mime.damaged(where) from error


def _read(message: EmailMessage, where: str, *, depth: int) -> Draft:
    mail = _take_apart(message, where)
    draft, stated = _read_own(mail, where)
    if _characters(draft.blocks) < _LEAST_CHARACTERS:
        attached = _read_attached(mail, where, depth)
        if attached is not None:
            return _with_headers(attached, mail, forwarded.Cut(text=""))
    return _with_headers(draft, mail, stated)


def _take_apart(message: EmailMessage, where: str) -> _Mail:
    subject, relation = forwarded.subject_of(mime.header(message, "Subject"))
    found: dict[str, EmailMessage] = {}
    attached = []
    for part in mime.parts_of(message, where=where):
        kind = part.get_content_type()
        if part.is_attachment() or part.get_filename() or kind == "message/rfc822":
            attached.append(part)
        else:
            found.setdefault(kind, part)
    return _Mail(
        message=message,
        subject=subject,
        relation=relation,
        html=found.get("text/html"),
        text=found.get("text/plain"),
        attached=tuple(attached),
    )


def _read_own(mail: _Mail, where: str) -> tuple[Draft, forwarded.Cut]:
    """Return the draft of the mail's own text, and what a mail forwarded in it states."""
    text = mime.text_bytes(mail.text) if mail.text else b""
    cut = forwarded.Cut(text="")
    if text.strip():
        try:
            cut = forwarded.cut(decode(text, where=where), mail.relation)
        except ReadingError:  # a mail that is fine in its other form
            if mail.html is None:
                raise
    page = _read_page(mail, where, least=_LEAST_OF_TEXT * len(cut.text))
    return page or read_text(cut.text), cut


def _read_page(mail: _Mail, where: str, *, least: float) -> Draft | None:
    """Return the draft of the HTML part; None if it holds fewer characters than `least`."""
    data = mime.text_bytes(mail.html) if mail.html else b""
    if not data.strip():
        return None
    try:
        page = clean_page(data, mail.relation, where=where)
        draft = read_html(page.data, where=where) if page.letters else Draft(blocks=())
    except ReadingError:
        if mail.text is None:
            raise
        return None
    found = draft.blocks
    if _characters(found) < _LEAST_OF_PAGE * page.letters:
        # A mail has no menus around its text, so all of it is better than a part.
        found = read_fragment(page.data.decode())
    kept = _own_blocks(found, mail.relation)
    if _characters(kept) < max(least, 1):
        return None
    again = [replace(block, id=blocks.block_id(block.type, block.text)) for block in kept]
    return replace(draft, blocks=blocks.number(again))


def _own_blocks(found: Sequence[Block], relation: Relation) -> list[Block]:
    """Return the blocks of the article: not those beside it in a forwarded or answered mail."""
    heads = [i for i, block in enumerate(found) if forwarded.is_header_block(block.text)]
    if heads:
        before, after = found[: heads[0]], found[heads[-1] + 1 :]
        is_note = _characters(before) <= _LONGEST_NOTE or relation == "forward"
        found = after if is_note and after else before
    return [block for block in found if not forwarded.is_service(block.text)]


def _characters(found: Iterable[Block]) -> int:
    return sum(len(block.text) for block in found if block.is_passage)


def _read_attached(mail: _Mail, where: str, depth: int) -> Draft | None:
    """Return the draft of the one article that is attached; None if there is not exactly one."""
    drafts = []
    for part in mail.attached:
        try:
            draft = _read_attachment(part, where, depth)
        except ReadingError:
            continue
        if draft is not None and has_passages(draft):
            drafts.append(draft)
    return drafts[0] if len(drafts) == 1 else None


def _read_attachment(part: EmailMessage, where: str, depth: int) -> Draft | None:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        if not isinstance(first, EmailMessage) or depth >= _DEEPEST:
            return None
        return _read(first, where, depth=depth + 1)
    kind = _ATTACHED.get(PurePath(part.get_filename() or "").suffix.lower())
    return read_text_file(mime.text_bytes(part), kind, where=where) if kind else None


def _with_headers(draft: Draft, mail: _Mail, stated: forwarded.Cut) -> Draft:
    """Fill what the article does not say about itself from the mail's headers."""
    is_list = any(mime.header(mail.message, name) for name in ("List-Id", "List-Unsubscribe"))
    title = stated.subject or mail.subject
    if title and draft.title_by in ("", "machine") and has_passages(draft):
        draft = replace(draft, title=title, title_by="source")
    date = to_edtf(stated.date) or _sent(mail.message)
    if date and draft.date_by in ("", "machine"):
        # A newsletter appears when it is sent; a forwarded article was there before.
        draft = replace(draft, date=date, date_by="source" if is_list else "file")
    name = normal(parseaddr(mime.header(mail.message, "From"))[0])
    if is_list and name and not draft.source.name:
        draft = replace(draft, source=replace(draft.source, name=name))
    return draft


def _sent(message: EmailMessage) -> str:
    """Return the day on which a mail was sent, in the sender's zone; "" if it is not told."""
    try:
        return to_edtf(parsedate_to_datetime(mime.header(message, "Date")).date())
    except (TypeError, ValueError, OverflowError):
        return ""
