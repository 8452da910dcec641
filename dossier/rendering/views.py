"""What templates may see: one view per kind of page, complete and frozen.

A template has no globals, no clock, no configuration: whatever it shows is in its view, so
that a hash of the view (with the templates and the program) says whether a page is stale.
`href`s are relative to the site's root, without a leading slash; templates put `chrome.root`
before them. Only `url`s lead elsewhere. Fields that end in `html` are safe markup, all others
plain text. Texts in the reader's language come ready, plurals and dates included.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from dossier.rendering.apparatus import CitationBox, CorrectionItem, VersionItem
from dossier.rendering.entries import Facet, NameGroup, SourceItem, TopicOrigin
from dossier.rendering.fileviews import FeedView, HuesView, ShareCard, SitemapView
from dossier.rendering.pictures import BarChart, TimeChart, WorldMap
from dossier.rendering.pieces import (
    ArticleGroup,
    ArticleItem,
    AsideList,
    BlockItem,
    Chrome,
    DateText,
    EventGroup,
    EventItem,
    Fact,
    Html,
    Link,
    Tag,
    TopicCard,
    VoiceGroup,
    VoiceItem,
)


class HomeView(Struct, frozen=True, kw_only=True):
    """`/`: the dossier at a glance."""

    chrome: Chrome
    title: str
    standfirst: str
    facts: tuple[Fact, ...]
    topics: tuple[TopicCard, ...]
    events: tuple[EventItem, ...]
    voices: tuple[VoiceItem, ...]
    articles: tuple[ArticleItem, ...]
    map: WorldMap | None = None


class TopicsView(Struct, frozen=True, kw_only=True):
    """`/topics/`: all topics."""

    chrome: Chrome
    title: str
    topics: tuple[TopicCard, ...]


class TopicView(Struct, frozen=True, kw_only=True):
    """`/topics/<id>/` and `/topics/<id>/<year>/`. `years` is empty while all fits one page.

    `whole_href` leads from a page of a year to `/topics/<id>/all/`, to be printed.
    `intro_lang` is the introduction's language where that is not the interface's.
    """

    chrome: Chrome
    title: str
    standfirst: str
    hue: str
    intro_html: Html
    counts: str
    years: tuple[tuple[Link, ...], ...]
    groups: tuple[ArticleGroup, ...]
    asides: tuple[AsideList, ...]
    feed_href: str
    whole_href: str = ""
    origin: str = ""
    citation: CitationBox | None = None
    intro_lang: str = ""


class ArticleView(Struct, frozen=True, kw_only=True):
    """`/articles/<id>/`. `notice` says why less than the whole is shown, "" when all is.

    `filters` and `search_words` are what the search engine is told of it: (name, value) pairs, and
    words that do not stand in the text; `dates` the date in other languages. `copies` are the
    other outlets that print the report, `copies_note` the words before them and `copies_count`
    how many outlets and reports there are, on the lead's page.
    """

    chrome: Chrome
    title: str
    title_note: str
    lang: str
    date: DateText
    facts: tuple[Fact, ...]
    notice: str
    blocks: tuple[BlockItem, ...]
    tags: tuple[Tag, ...]
    indexed: bool
    filters: tuple[tuple[str, str], ...]
    sort_date: str
    search_words: str = ""
    dates: tuple[tuple[str, str], ...] = ()
    copies: tuple[Link, ...] = ()
    copies_note: str = ""
    copies_count: str = ""
    corrections: tuple[CorrectionItem, ...] = ()
    versions: tuple[VersionItem, ...] = ()
    citation: CitationBox | None = None


class ArticlesView(Struct, frozen=True, kw_only=True):
    """`/articles/` and, once long, `/articles/<year>/`."""

    chrome: Chrome
    title: str
    counts: str
    years: tuple[tuple[Link, ...], ...]
    articles: tuple[ArticleItem, ...]


class ChronologyView(Struct, frozen=True, kw_only=True):
    """`/chronology/` and, once long, `/chronology/<year>/`."""

    chrome: Chrome
    title: str
    counts: str
    years: tuple[tuple[Link, ...], ...]
    groups: tuple[EventGroup, ...]
    chart: TimeChart | None = None


class VoicesView(Struct, frozen=True, kw_only=True):
    """`/voices/` and, once long, `/voices/<year>/`. `speakers` jump within the page.

    `others` are those that say least, folded away under `more`.
    """

    chrome: Chrome
    title: str
    counts: str
    years: tuple[tuple[Link, ...], ...]
    speakers: tuple[Link, ...]
    groups: tuple[VoiceGroup, ...]
    chart: BarChart | None = None
    others: tuple[Link, ...] = ()
    more: str = ""


class NamesView(Struct, frozen=True, kw_only=True):
    """`/people/`, `/places/`, `/organisations/` and, once long, `/people/<letter>/`.

    `kinds` lead to the other lists of names, `pages` to the letters of a long list, `parts` to the
    pages of a letter with very many names, `jumps` to the letters on this page.
    """

    chrome: Chrome
    title: str
    counts: str
    kinds: tuple[Link, ...]
    pages: tuple[Link, ...]
    parts: tuple[Link, ...]
    jumps: tuple[Link, ...]
    groups: tuple[NameGroup, ...]
    map: WorldMap | None = None


class SearchView(Struct, frozen=True, kw_only=True):
    """`/search/`. `months` are (value, text) of all months and years that articles are of.

    `bundles` are the folders of the index, the newest first; `passages` the index that is built
    in, "" when the dossier is too large for it; `terms` what is suggested. `date_fields` are the
    index's names for a date, in this language first, if there are several.
    """

    chrome: Chrome
    title: str
    facets: tuple[Facet, ...]
    months: tuple[tuple[str, str], ...]
    bundles: tuple[str, ...]
    passages: str
    terms: str
    date_fields: tuple[str, ...] = ()


class PageView(Struct, frozen=True, kw_only=True):
    """A free page of the editor's, and the method page; `facts` is empty on free pages.

    `lang` is its language where that is not the interface's.
    """

    chrome: Chrome
    title: str
    html: Html
    facts: tuple[Fact, ...]
    lang: str = ""


class NotFoundView(Struct, frozen=True, kw_only=True):
    """`/404.html`: its links start at the site's base path, as it is served at any depth."""

    chrome: Chrome
    title: str
    links: tuple[Link, ...]


class SourcesView(Struct, frozen=True, kw_only=True):
    """`/sources/`: who carries the dossier."""

    chrome: Chrome
    title: str
    counts: str
    chart: BarChart | None
    origins: tuple[TopicOrigin, ...]
    sources: tuple[SourceItem, ...]


class SourceView(Struct, frozen=True, kw_only=True):
    """`/sources/<source>/` and, once long, `/sources/<source>/<year>/`."""

    chrome: Chrome
    title: str
    facts: tuple[Fact, ...]
    years: tuple[tuple[Link, ...], ...]
    articles: tuple[ArticleItem, ...]


class UpdatesView(Struct, frozen=True, kw_only=True):
    """`/updates/`: corrections, and articles since the last publication or simply the newest."""

    chrome: Chrome
    title: str
    corrections: tuple[CorrectionItem, ...]
    added_title: str
    added_count: str
    articles: tuple[ArticleItem, ...]
    changed: tuple[ArticleItem, ...]
    gone: str
    nothing_new: bool


class DataFile(Struct, frozen=True, kw_only=True):
    """A file of `/data/`; `kind` is its media type."""

    name: str
    href: str
    kind: str
    text: str


class DataView(Struct, frozen=True, kw_only=True):
    """`/data/`: what can be downloaded, and how to cite the dossier."""

    chrome: Chrome
    title: str
    files: tuple[DataFile, ...]
    citation: CitationBox


View: TypeAlias = (
    HomeView
    | TopicsView
    | TopicView
    | ArticleView
    | ArticlesView
    | ChronologyView
    | VoicesView
    | SourcesView
    | SourceView
    | UpdatesView
    | DataView
    | ShareCard
    | NamesView
    | SearchView
    | PageView
    | NotFoundView
    | FeedView
    | SitemapView
    | HuesView
)
