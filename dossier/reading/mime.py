"""Mail and saved pages are both MIME messages: opened, and their texts decoded."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage, Message

from dossier.errors import ReadingError
from dossier.reading.textfile import refuse_large

_DEEPEST = 20  # messages within messages, and parts within parts
_MOST_PARTS = 2_000  # a saved page has one part for each picture


def parse_message(data: bytes, *, where: str) -> EmailMessage:
    """Return the message in `data`. Raises `ReadingError` if it is none or too large."""
    refuse_large(data, where=where)
    try:
        message = email.message_from_bytes(data.lstrip(), policy=policy.default)
        known = any(header(message, name) for name in ("From", "Subject", "Date", "Content-Type"))
    except Exception as error:
        raise damaged(where) from error
    if not known or not isinstance(message, EmailMessage):
        raise ReadingError(
            "there is no mail and no saved page in it",
            where=where,
            hint="save it once more from the mail program or the browser",
        )
    return message


def damaged(where: str) -> ReadingError:
    """Return the reason for refusing what the library fails on."""
    return ReadingError(
        "the mail or saved page is damaged",
        where=where,
        hint="save it once more, or its text as .txt",
    )


def header(message: Message, name: str) -> str:
    """Return a header, decoded and on one line; "" if it is missing or cannot be parsed."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # noqa: BLE001 - the parser raises what it happens to stumble over
        return ""


def parts_of(message: EmailMessage, *, where: str) -> list[EmailMessage]:
    """Return the parts of a message that hold something, in order, not those of inner messages.

    Raises `ReadingError` if they are nested deeper, or are more, than any program makes them.
    """
    found: list[EmailMessage] = []
    held: list[tuple[EmailMessage, int]] = [(message, 0)]
    while held:
        part, depth = held.pop()
        if depth > _DEEPEST or len(found) > _MOST_PARTS:
            raise damaged(where)
        if part.get_content_maintype() == "multipart":
            inner = [child for child in part.iter_parts() if isinstance(child, EmailMessage)]
            held += [(child, depth + 1) for child in reversed(inner)]
        else:
            found.append(part)
    return found


def content(part: EmailMessage) -> bytes:
    """Return the bytes of a part, its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def text_bytes(part: EmailMessage) -> bytes:
    """Return the text of a part in UTF-8, or as it stands if its character set is wrong.

    What follows finds the set by itself; what the part declares counts most.
    """
    data = content(part)
    charset = part.get_content_charset("")
    if charset in ("", "us-ascii", "unknown-8bit"):
        return data
    try:
        return data.decode(charset).encode()
    except (LookupError, UnicodeError, ValueError):
        return data
