"""What a citation says, whatever the format: plain values, nothing made up.

`date` and `accessed` are EDTF: as precise as known, "" when unknown. `permalink` is the page of
this dossier, `url` the original's. `paragraph` is a passage's place in words ("Absatz 3").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from dossier import edtf


class Citation(Struct, frozen=True, kw_only=True):
    """An article, a passage, a topic or the whole dossier. `key` is unique within the dossier.

    `container` is the outlet of an article, the dossier for its parts; `dossier` its title.
    """

    key: str
    kind: str
    title: str
    container: str
    dossier: str
    permalink: str
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    date: str = ""
    accessed: str = ""
    url: str = ""
    archive_url: str = ""
    lang: str = ""
    paragraph: str = ""

    @property
    def address(self) -> str:
        """The permalink where it is known whole, which it is not without a base URL; else ""."""
        return self.permalink if "://" in self.permalink else ""

    @property
    def note(self) -> str:
        """Where it stands in the dossier: title, address and, of a passage, its paragraph."""
        place = f" ({self.paragraph})" if self.paragraph else ""
        return ", ".join(filter(None, (self.dossier, self.address))) + place


class FileFormat(Struct, frozen=True):
    """How citations stand in a file: each as `write` writes it, the separator between them."""

    write: Callable[[Citation], bytes]
    separator: bytes
    start: bytes = b""
    end: bytes = b""

    def whole(self, citations: Iterable[Citation]) -> bytes:
        """Return a file of some citations."""
        return self.start + self.separator.join(map(self.write, citations)) + self.end


def date_parts(date: str) -> tuple[int, ...]:
    """Return year, month and day as far as one date is known; () for anything else.

    >>> date_parts("2023-09"), date_parts("198X"), date_parts("2023-08/2023-09")
    ((2023, 9), (), ())
    """
    span = edtf.parse(date)
    length = {"year": 1, "season": 1, "month": 2, "day": 3}.get(span.precision if span else "", 0)
    if span is None or not length:
        return ()
    return (span.first.year, span.first.month, span.first.day)[:length]
