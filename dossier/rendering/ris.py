"""Citations as RIS, the format that Zotero, EndNote, Citavi and Mendeley read.

A line is a tag of two letters, two spaces, a hyphen, a space and a value of one line (RIS
specification, Research Information Systems, 2011). `DA` is year/month/day/other, as far as known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier import edtf
from dossier.rendering.citation import Citation, FileFormat, date_parts

_SPACE = re.compile(r"\s+")
_TYPES = {"article": "NEWS", "passage": "NEWS", "topic": "ELEC", "dossier": "ELEC"}


def entry(one: Citation) -> str:
    """Return one reference; what is unknown has no line."""
    lines = [f"{tag}  - {_SPACE.sub(' ', value).strip()}" for tag, value in _lines(one) if value]
    return "\n".join([*lines, "ER  - ", ""])


def _lines(one: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(one.kind, "GEN")
    yield "ID", one.key
    yield "TI", one.title
    for author in one.authors:
        yield "AU", author
    yield "T2", one.container
    for agency in one.agencies:
        yield "A3", agency
    parts = date_parts(one.date)
    yield "PY", f"{parts[0]:04d}" if parts else ""
    yield "DA", _date(one.date)
    yield "UR", one.url or one.address
    yield "L2", one.archive_url
    yield "Y2", _date(one.accessed)
    yield "LA", one.lang
    yield "SE", one.paragraph
    yield "N1", one.note


def _date(date: str) -> str:
    """Write year/month/day/other; a period or a decade stands whole in the fourth place."""
    span = edtf.parse(date)
    if span is None:
        return ""
    parts = [f"{part:02d}" for part in date_parts(date)]
    other = date if not parts or span.uncertain or span.approximate else ""
    year, month, day = (*parts, "", "", "")[:3]
    return f"{year.zfill(4) if year else ''}/{month}/{day}/{other}"


# In a file, lines end as the specification wants them.
FILE = FileFormat(lambda one: entry(one).replace("\n", "\r\n").encode(), b"\r\n")
