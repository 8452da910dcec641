"""What programs write into documents about themselves, as far as it can be about the article."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.blocks import normal
from dossier.model import Draft
from dossier.reading import metadata
from dossier.reading.dates import to_edtf

# Names that programs give to what has none.
_NO_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint)|(?:dokument|document|unbenannt|untitled|präsentation"
    r"|presentation|folie|slide|scan|seite|page|layout|print|druck)\b[\s\d_-]*$|https?:|about:"
    r"|.*\.(?:docx?|odt|rtf|pdf|indd|qxp|pages|html?|txt|tex|dvi)$|[\w.-]+$)",
    re.IGNORECASE,
)
_LONGEST_TITLE, _MOST_AUTHORS = 200, 6
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|[A-ZÄÖÜ])\.\s*)*[^\W\d_][\w'’.-]+"
    r"(?:\s+(?:(?:von|van|de|del|der|den|di|da|bin|al|zu)\s+)*[A-ZÄÖÜ][\w'’.-]*){1,3}"
)
# Accounts and programs, not people.
_NO_PERSON = re.compile(
    r"\b(?:user|admin\w*|microsoft|office|windows|adobe|acrobat|apple|benutzer|redaktion|desktop"
    r"|unknown|unbekannt|computer|laptop|account|test|default|gmbh|inc|ltd|verlag)\b",
    re.IGNORECASE,
)


def title_from(text: object) -> str:
    """Return a document's stated title, "" if a program made it up.

    >>> title_from("Microsoft Word - kim3.docx")
    ''
    """
    title = normal(text) if isinstance(text, str) else ""
    return "" if len(title) > _LONGEST_TITLE or _NO_TITLE.match(title) else title


def authors_from(text: object) -> tuple[str, ...]:
    """Return the people in a document's stated author; () if it is an account or a program."""
    names = metadata.people(normal(text)) if isinstance(text, str) else ()
    plausible = all(
        _PERSON.fullmatch(name) and name[0].isupper() and not _NO_PERSON.search(name)
        for name in names
    )
    return names if plausible and len(names) <= _MOST_AUTHORS else ()


def fill(draft: Draft, *, title: object, author: object, created: object) -> Draft:
    """Fill what the text itself does not say from what its file says, marked as the file's.

    `created` is the day of the file, which is seldom before that of the article: `date_by` tells
    it from a date that the source states.
    """
    stated, date = title_from(title), to_edtf(created)
    if stated and draft.title_by in ("", "machine"):
        draft = replace(draft, title=stated, title_by="file")
    if date and not draft.date:
        draft = replace(draft, date=date, date_by="file")
    return replace(draft, authors=draft.authors or authors_from(author))
