"""Citations as CSL-JSON (citationstyles.org, csl-data.json 1.0.2), which Zotero and Pandoc read."""

from __future__ import annotations

from typing import Any

import msgspec

from dossier import edtf
from dossier.rendering.citation import Citation, FileFormat, date_parts

_TYPES = {
    "article": "article-newspaper",
    "passage": "article-newspaper",
    "topic": "webpage",
    "dossier": "webpage",
}


def entry(one: Citation) -> str:
    """Return one item as it is shown to readers."""
    return _list(one).decode()


def _list(one: Citation) -> bytes:
    return msgspec.json.format(msgspec.json.encode([item(one)]), indent=1)


def item(one: Citation) -> dict[str, Any]:
    """Return one item; what is unknown has no key. Names stay whole, as it is not known which
    part is the family's.
    """  # noqa: D205
    values: dict[str, Any] = {
        "id": one.key,
        "type": _TYPES.get(one.kind, "document"),
        "title": one.title,
        "author": [{"literal": author} for author in one.authors],
        "container-title": one.container,
        "publisher": ", ".join(one.agencies),
        "issued": _date(one.date),
        "accessed": _date(one.accessed),
        "URL": one.url or one.address,
        "archive_location": one.archive_url,
        "language": one.lang,
        "note": one.note,
    }
    return {key: value for key, value in values.items() if value}


def _date(date: str) -> dict[str, Any]:
    """Return date parts as far as known, a period as two dates; else the text itself."""
    span = edtf.parse(date)
    if span is None:
        return {}
    sides = [date_parts(side) for side in date.split("/")]
    made: dict[str, Any] = {"date-parts": sides} if all(sides) else {"literal": date}
    if span.approximate or span.uncertain:
        made["circa"] = True
    return made


_START, _END = b"[\n", b"\n]"  # of a list, as it is laid out
FILE = FileFormat(
    lambda one: _list(one).removeprefix(_START).removesuffix(_END), b",\n", _START, _END + b"\n"
)
