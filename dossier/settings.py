"""What can be set in `dossier.toml`: its tables. How the file is read and checked: `config`."""

from __future__ import annotations

from typing import Literal

import msgspec

from dossier.model import Rights, Topic

_ANY = ""  # the language of a text that is given without one

Text = str | dict[str, str]
Terms = list[str] | dict[str, list[str]]
OgImages = Literal["none", "main", "all"]


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; an unknown key in it is an error."""


class Site(_Table, frozen=True):
    """`[site]`: what the dossier is called and where it will lie."""

    title: Text
    standfirst: Text = ""
    base_url: str = ""
    languages: list[str] = msgspec.field(default_factory=lambda: ["de"])
    timezone: str = "UTC"
    og_images: OgImages = "main"


class TopicTable(_Table, frozen=True):
    """`[[topics]]`: one theme of the dossier."""

    id: str
    title: Text
    description: Text = ""
    terms: Terms = msgspec.field(default_factory=list)
    exclude: Terms = msgspec.field(default_factory=list)
    colour: str = ""


class Person(_Table, frozen=True):
    """`[[people]]`: a name and what else the person is called."""

    name: Text
    aliases: Terms = msgspec.field(default_factory=list)


class Place(_Table, frozen=True):
    """`[[places]]`: a place, with degrees north and east where known."""

    name: Text
    aliases: Terms = msgspec.field(default_factory=list)
    lat: float | None = None
    lon: float | None = None


class Organisation(_Table, frozen=True):
    """`[[organisations]]`: a name and what else the organisation is called."""

    name: Text
    aliases: Terms = msgspec.field(default_factory=list)


class SourceTable(_Table, frozen=True):
    """`[[sources]]`: an outlet, its domains, and how much of it may be shown."""

    name: str
    domains: list[str] = msgspec.field(default_factory=list)
    rights: Rights | None = None


class RightsTable(_Table, frozen=True):
    """`[rights]`: what holds for articles that say nothing; `excerpt_chars` counts characters."""

    default: Rights = "full"
    excerpt_chars: int = 300


class Search(_Table, frozen=True):
    """`[search]`: whether the site can be searched; `engine` is a Pagefind of the user's own."""

    enabled: bool = True
    engine: str = ""


class ThemeTable(_Table, frozen=True):
    """`[theme]`: colours, fonts and a logo; "" is the theme's own."""

    accent: str = ""
    paper: str = ""
    text_font: str = ""
    interface_font: str = ""
    logo: str = ""


class Build(_Table, frozen=True):
    """`[build]`: `jobs` processes work at a time; 0 means one per core."""

    jobs: int = 0


class Config(_Table, frozen=True):
    """The whole of `dossier.toml`."""

    site: Site
    topics: list[TopicTable] = msgspec.field(default_factory=list)
    people: list[Person] = msgspec.field(default_factory=list)
    places: list[Place] = msgspec.field(default_factory=list)
    organisations: list[Organisation] = msgspec.field(default_factory=list)
    sources: list[SourceTable] = msgspec.field(default_factory=list)
    rights: RightsTable = RightsTable()
    search: Search = Search()
    build: Build = Build()
    theme: ThemeTable = ThemeTable()

    @property
    def lang(self) -> str:
        """The language of the site's interface."""
        return self.site.languages[0]

    def source_rights(self) -> dict[str, Rights]:
        """Return what holds for an outlet, by its name and by its domains."""
        return {
            known: one.rights
            for one in self.sources
            if one.rights
            for known in (one.name, *one.domains)
        }

    def source_names(self) -> dict[str, str]:
        """Return the names of outlets by their domains."""
        return {domain: one.name for one in self.sources for domain in one.domains}

    def topic_values(self) -> tuple[Topic, ...]:
        """Return the topics with every text by language."""
        return tuple(
            Topic(
                id=table.id,
                title=_by_language(table.title),
                description=_by_language(table.description),
                terms=_lists_by_language(table.terms),
                exclude=_lists_by_language(table.exclude),
                colour=table.colour,
            )
            for table in self.topics
        )


def text_in(text: Text | dict[str, str], lang: str) -> str:
    """Choose a text: in `lang`, else without a language, else the first that there is."""
    if isinstance(text, str):
        return text
    return text.get(lang) or text.get(_ANY) or next(iter(text.values()), "")


def forms_of(entry: Person | Place | Organisation) -> tuple[str, ...]:
    """Return all names and aliases of an entry."""
    aliases = _lists_by_language(entry.aliases).values()
    forms = (_by_language(entry.name).values(), *aliases)
    return tuple(dict.fromkeys(form for one in forms for form in one if form))


def _by_language(text: Text) -> dict[str, str]:
    return {_ANY: text} if isinstance(text, str) else dict(text)


def _lists_by_language(terms: Terms) -> dict[str, tuple[str, ...]]:
    if isinstance(terms, list):
        return {_ANY: tuple(terms)} if terms else {}
    return {lang: tuple(words) for lang, words in terms.items()}
