"""What kind of original it is, and how that kind is read."""

from __future__ import annotations

import re
from pathlib import PurePath

from dossier import frontmatter
from dossier.errors import PageFileError, ReadingError
from dossier.model import Draft
from dossier.reading.decode import decode
from dossier.reading.markdown import read_markdown
from dossier.reading.text import read_text

_TEXT = frozenset({".txt", ".text", ""})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
SUFFIXES: frozenset[str] = _TEXT | _MARKDOWN
"""Suffixes of files that can be read, in lower case; "" stands for a name without one."""

# An article has some 10 kB, a book 1 MB. What is larger is a mistake (a log, an archive), and
# would take minutes and gigabytes in the steps that follow.
MAX_BYTES = 20_000_000
# "Interview Dr. Müller" and "Version 2.1" have no suffix.
_SUFFIX = re.compile(r"\.(?=\w*[A-Za-z])\w{1,10}", re.ASCII)


def read(data: bytes, *, name: str, where: str) -> Draft:
    """Return the draft of an original; `name` is its file name, `where` its path for messages.

    Raises `ReadingError` if it is empty, too large, no text, of an unknown kind, or without a
    single paragraph.
    """
    suffix = suffix_of(name)
    if suffix not in SUFFIXES:
        raise ReadingError(
            f"files of the kind {suffix} cannot be read",
            where=where,
            hint=f"these can: {', '.join(sorted(SUFFIXES - {''}))}",
        )
    if len(data) > MAX_BYTES:
        raise ReadingError(
            f"the file has {len(data) / 1e6:.0f} MB; more than {MAX_BYTES / 1e6:.0f} MB "
            "is no article",
            where=where,
            hint="cut it into one file per article",
        )
    text = decode(data, where=where)
    if not text.strip():
        raise ReadingError("the file is empty", where=where, hint="delete it or fill it")
    is_markdown = suffix in _MARKDOWN or _has_front_matter(text)
    draft = read_markdown(text, where=where) if is_markdown else read_text(text)
    if not any(block.is_passage for block in draft.blocks):
        raise ReadingError(
            "there is not a single paragraph of text in it",
            where=where,
            hint="an article needs text besides its headings and captions",
        )
    return draft


def suffix_of(name: str) -> str:
    """Return the suffix of a file name in lower case, "" if what follows the dot is none."""
    suffix = PurePath(name).suffix
    return suffix.lower() if _SUFFIX.fullmatch(suffix) else ""


def _has_front_matter(text: str) -> bool:
    if not text.startswith(("---", "+++")):
        return False
    try:
        return bool(frontmatter.split(text).head)
    except PageFileError:
        return False
