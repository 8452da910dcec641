"""What lists of names, sources and search filters consist of; texts as in `views`."""

from __future__ import annotations

from msgspec import Struct

from dossier.rendering.pieces import DateText, Fact, Link, Tag


class FacetValue(Struct, frozen=True, kw_only=True):
    """A value of a facet: as the engine has it, and as readers do. `hue` and `href` of a topic."""

    value: str
    text: str
    href: str = ""
    hue: str = ""


class Facet(Struct, frozen=True, kw_only=True):
    """Something by which results can be narrowed: topic, year, person, …."""

    name: str
    title: str
    values: tuple[FacetValue, ...]


class Mentioning(Struct, frozen=True, kw_only=True):
    """An article that mentions a name, with links to the paragraphs; the rest as in `Evidence`."""

    title: str
    href: str
    date: DateText
    source: str
    paragraphs: tuple[Link, ...]
    also: tuple[Link, ...] = ()
    lang: str = ""


class NameItem(Struct, frozen=True, kw_only=True):
    """A name with the articles that mention it; `more` tells of passages not listed, or is "".

    `href` leads to the whole entry where this shows but its beginning.
    """

    id: str
    name: str
    href: str
    count: str
    aliases: str
    more: str
    articles: tuple[Mentioning, ...]


class NameGroup(Struct, frozen=True, kw_only=True):
    """The names of one letter, or all of a short list: then without `id` and `title`."""

    id: str
    title: str
    names: tuple[NameItem, ...]


class TopicOrigin(Struct, frozen=True, kw_only=True):
    """What a topic rests on, in words; `alone` when it is one single source."""

    tag: Tag
    text: str
    alone: bool


class SourceItem(Struct, frozen=True, kw_only=True):
    """A source in the list of sources."""

    title: str
    href: str
    facts: tuple[Fact, ...]
