"""What of a mail's text is the article: forwarding notes, quoted replies and signatures cut."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from dossier.blocks import normal

_PREFIX = re.compile(
    r"\s*(?P<name>fwd?|wg|wtr|tr|aw|re|antw|sv)(?:\s*\[\d+\])?\s*:\s*", re.IGNORECASE
)
_FORWARDS = frozenset(("fw", "fwd", "wg", "wtr", "tr"))
_MARKER = re.compile(
    r"^[ \t>*]*(?:-{2,}|_{5,})?[ \t]*(?:Forwarded message|Weitergeleitete Nachricht"
    r"|Original[ -]Message|Original[ -]?nachricht|Ursprüngliche Nachricht"
    r"|Begin forwarded message:|Anfang der weitergeleiteten (?:Nachricht|E-Mail):)"
    r"[ \t]*(?:-{2,}|_{5,})?[ \t*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELDS = {
    **dict.fromkeys(("from", "von"), "from"),
    **dict.fromkeys(("date", "sent", "datum", "gesendet", "gesendet am"), "date"),
    **dict.fromkeys(("subject", "betreff"), "subject"),
    **dict.fromkeys(("to", "an", "cc", "kopie", "reply-to", "antwort an"), "to"),
}
_FIELD = re.compile(
    r"[ \t>]*\*?(?P<name>" + "|".join(sorted(_FIELDS, key=len, reverse=True)) + r"):\*?"
    r"[ \t]+(?P<value>\S.*)",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"^(?:Am|On|Le)\b[^\n]{5,200}(?:\n[^\n]{0,200}?)?"
    r"(?:schrieb|wrote|a écrit)[^\n]{0,100}:[ \t]*\n(?=\s*>)",
    re.MULTILINE,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\A(?:[ \t>]*\n)+")
_QUOTE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
# What newsletters say about themselves at their ends; a longer block is the article's.
_SERVICE = re.compile(
    r"\b(?:abbestell|abmelden|austragen|unsubscribe|im browser (?:ansehen|öffnen|anzeigen|lesen)"
    r"|view (?:this (?:email|mail) )?in (?:your )?browser|view online|online ansehen|webversion"
    r"|newsletter (?:weiterempfehlen|abonnieren)|manage (?:your )?(?:subscription|preferences)"
    r"|update your preferences|sie erhalten diese[ns]? (?:e-?mail|newsletter)"
    r"|you(?:'re| are) receiving this|wird diese (?:e-?mail|nachricht) nicht richtig)",
    re.IGNORECASE,
)
_LONGEST_SERVICE = 300  # characters
_MOST_HEADER_LINES = 20  # of a forwarded mail, with the blank ones around them
# A forwarding note ("Zur Kenntnis, bitte ins Dossier") is shorter than any article.
_LONGEST_NOTE = 80  # letters and digits

Relation = Literal["", "forward", "reply"]


class Cut(Struct, frozen=True, kw_only=True):
    """The text of the article, and what the mail that was forwarded states; "" if nothing."""

    text: str
    subject: str = ""
    date: str = ""


def subject_of(stated: str) -> tuple[str, Relation]:
    """Return a subject without what mail programs put before it, and what that says.

    >>> subject_of("WG: AW: Kim trifft Putin")
    ('Kim trifft Putin', 'forward')
    """
    relation: Relation = ""
    while match := _PREFIX.match(stated):
        is_forward = match["name"].lower() in _FORWARDS
        relation = relation or ("forward" if is_forward else "reply")
        stated = stated[match.end() :]
    return normal(stated), relation


def is_service(text: str) -> bool:
    """Whether a block is a newsletter's note on how to read or to leave it."""
    return len(text) <= _LONGEST_SERVICE and _SERVICE.search(text) is not None


def is_header_block(text: str) -> bool:
    """Whether a block holds the headers of a forwarded mail and nothing else."""
    if len(text) > 2 * _LONGEST_SERVICE:
        return False
    names = re.findall(r"(?:^|\s)\*?(Von|From|Gesendet|Sent|Date|Datum|Betreff|Subject):", text)
    return len(set(names)) >= 3


def cut(text: str, relation: Relation) -> Cut:
    """Return the article in the text of a mail whose subject says `relation`."""
    text = text.replace("\r\n", "\n")
    marker = _find_headers(text)
    if marker is not None:
        start, end, values = marker
        before, after = text[:start], text[end:]
        if _is_forward(before, after, relation):
            return Cut(
                text=_without_ends(_unquoted(_EMPTY_LINES.sub("", after))),
                subject=subject_of(values.get("subject", ""))[0],
                date=values.get("date", ""),
            )
        text = before
    return Cut(text=_without_ends(text))


def _is_forward(before: str, after: str, relation: Relation) -> bool:
    note, article = _letters(before), _letters(after)
    if note <= _LONGEST_NOTE or relation == "forward":
        return article > 0
    return relation == "" and note < article


def _find_headers(text: str) -> tuple[int, int, dict[str, str]] | None:
    """Return start, end and values of the headers of an inner mail, with the line above them."""
    marker = _MARKER.search(text)
    if marker is not None:
        end, values = _take_fields(text, marker.end())
        return marker.start(), end, values
    # Outlook sets its headers without a line above them: From, Sent, To, Subject.
    for match in re.finditer(r"^[ \t>]*\*?(?:Von|From):\*?[ \t]", text, re.MULTILINE):
        end, values = _take_fields(text, match.start())
        if {"from", "date", "subject"} <= values.keys():
            return match.start(), end, values
    return None


def _take_fields(text: str, start: int) -> tuple[int, dict[str, str]]:
    """Return the end of the header lines that begin at `start`, and their values."""
    values: dict[str, str] = {}
    place = end = start
    for _ in range(_MOST_HEADER_LINES):
        if place >= len(text):
            break
        line_end = text.find("\n", place)
        line_end = len(text) if line_end < 0 else line_end
        line = text[place:line_end]
        field = _FIELD.fullmatch(line)
        if field:
            values.setdefault(_FIELDS[field["name"].lower()], field["value"].strip(" *"))
            end = line_end
        elif line.strip(" \t>") or (values and not _FIELD.match(text, line_end + 1)):
            break
        place = line_end + 1
    return end, values


def _without_ends(text: str) -> str:
    """Drop the signature and the mail that is answered, unless nothing else is there."""
    attribution = _ATTRIBUTION.search(text)
    if attribution and _letters(text[: attribution.start()]) > _LONGEST_NOTE:
        text = text[: attribution.start()]
    elif attribution:
        text = _unquoted(text[attribution.end() :])
    signature = _SIGNATURE.search(text)
    if signature and _letters(text[: signature.start()]):
        text = text[: signature.start()]
    return text.strip("\n")


def _unquoted(text: str) -> str:
    """Undo quoting if all of the text is quoted."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(bool(_QUOTE.match(line)) for line in lines)
    return _QUOTE.sub("", text) if quoted > 0.8 * len(lines) else text


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
