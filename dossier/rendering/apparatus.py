"""The pieces of views that say how a text came to be and how to cite it."""

from __future__ import annotations

from msgspec import Struct

from dossier.rendering.pieces import DateText, Link


class CorrectionItem(Struct, frozen=True, kw_only=True):
    """What an editor put right in the article `title`; `passage` is its id or ""."""

    id: str
    date: DateText
    text: str
    title: str
    lang: str
    href: str
    passage: str
    paragraph: str


class VersionChange(Struct, frozen=True, kw_only=True):
    """What a version changed: links to passages, texts of the former one, or how many there are."""

    label: str
    links: tuple[Link, ...] = ()
    texts: tuple[str, ...] = ()
    counted: str = ""


class VersionItem(Struct, frozen=True, kw_only=True):
    """A later version of an article: when it came, and what it changed."""

    heading: str
    changes: tuple[VersionChange, ...]


class CitationFormat(Struct, frozen=True, kw_only=True):
    """A citation for a program: the format's name, and what to copy."""

    name: str
    text: str


class PassageCitation(Struct, frozen=True, kw_only=True):
    """Where a passage of the page stands: its id, the whole address, "paragraph 3"."""

    id: str
    permalink: str
    paragraph: str


class CitationBox(Struct, frozen=True, kw_only=True):
    """How to cite a page. `permalink` stands in each format; a passage's takes its place.

    `passages` are the ends of citations of single passages, which all begin with `beginning`.
    """

    text: str
    permalink: str
    formats: tuple[CitationFormat, ...]
    beginning: str = ""
    passages: tuple[PassageCitation, ...] = ()
