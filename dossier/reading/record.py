"""Where an original from the web came from: a small JSON file beside it, readable and in git."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dossier.errors import PageFileError

SUFFIX = ".source.json"
"""What follows the name of the original: `kim-putin.html.source.json`."""

_HINT = (
    "restore the file from version control; or delete it, then the original has no address any more"
)
_POSITION = re.compile(r"\(byte (\d+)\)")


class Record(Struct, frozen=True, kw_only=True):
    """How an original was fetched.

    `url` was asked for, `final_url` is where its redirects ended, `accessed` is when (with its
    offset from UTC), `sha256` is of the original, `status` and `content_type` are as answered.
    """

    url: Annotated[str, msgspec.Meta(pattern="^https?://")]
    final_url: Annotated[str, msgspec.Meta(pattern="^https?://")]
    accessed: Annotated[datetime, msgspec.Meta(tz=True)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}\\Z")]
    status: Annotated[int, msgspec.Meta(ge=100, le=599)]
    content_type: str = ""


def record_name(original: str) -> str:
    """Return the file name of the record of an original, which stands in the same folder.

    >>> record_name("kim-putin.html")
    'kim-putin.html.source.json'
    """
    return original + SUFFIX


def is_record(name: str) -> bool:
    """Whether a file of this name is a record, and not an original itself."""
    return name.endswith(SUFFIX) and name != SUFFIX


def to_text(record: Record) -> str:
    """Return the file's text: one value a line, in a fixed order, the time in UTC."""
    in_utc = replace(record, accessed=record.accessed.astimezone(UTC))
    return msgspec.json.format(msgspec.json.encode(in_utc), indent=2).decode() + "\n"


def from_text(text: str, *, where: str) -> Record:
    """Read a record; `where` is its path for messages.

    Values that this version does not know are ignored. Raises `PageFileError` with the line, if
    it is known, when the text is no JSON or a value is missing or wrong.
    """
    try:
        return msgspec.json.decode(text.removeprefix("\ufeff"), type=Record)
    except msgspec.ValidationError as error:
        raise PageFileError(
            f"this record of a source cannot be used: {error}", where=where, hint=_HINT
        ) from error
    except msgspec.DecodeError as error:
        found = _POSITION.search(str(error))
        place = int(found[1]) if found else 0
        line = text.encode()[:place].count(b"\n") + 1
        raise PageFileError(
            "this record of a source is no JSON", where=f"{where}:{line}", hint=_HINT
        ) from error
    except RecursionError as error:
        raise PageFileError(
            "this record of a source is nested without end", where=where, hint=_HINT
        ) from error
