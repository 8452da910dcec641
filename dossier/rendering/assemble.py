"""From the dossier to every page of the site: the one place that knows which pages there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from dossier import urls
from dossier.rendering import cards, colours, machine, novelties
from dossier.rendering.articlepages import article_views, articles_views
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.datapages import data_files, data_view
from dossier.rendering.editions import Edition, desks
from dossier.rendering.feeds import feed_view
from dossier.rendering.listpages import chronology_views, voices_views
from dossier.rendering.look import variables
from dossier.rendering.namepages import names_views
from dossier.rendering.otherpages import (
    home_view,
    not_found_view,
    page_views,
    sitemap_view,
)
from dossier.rendering.pages import Desk
from dossier.rendering.searchpage import TERMS, search_files, search_terms, search_view
from dossier.rendering.sourcepages import source_views, sources_view
from dossier.rendering.topicpages import topic_views, topics_view
from dossier.rendering.updatepages import updates_view
from dossier.rendering.views import (
    ArticlesView,
    ArticleView,
    ChronologyView,
    DataView,
    FeedView,
    HomeView,
    HuesView,
    NamesView,
    NotFoundView,
    PageView,
    SearchView,
    ShareCard,
    SitemapView,
    SourcesView,
    SourceView,
    TopicsView,
    TopicView,
    UpdatesView,
    VoicesView,
)
from dossier.rendering.wording import Wording

Page = (
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
    | NamesView
    | SearchView
    | PageView
    | NotFoundView
)
Content = Page | FeedView | SitemapView | HuesView | ShareCard | bytes

# Names of pages that the program makes; an editor's page may not take them.
RESERVED = frozenset(
    ("articles", "assets", "chronology", "data", "organisations", "pagefind", "people", "places")
) | frozenset(("search", "share", "sources", "topics", "updates", "voices"))


class Sheets(Struct, frozen=True):
    """All that a site consists of, with its path there: views, and finished files.

    `articles` are the articles' own pages in the main language, of which the search index is
    made. Both are streams, to be read in this order: the views of ten thousand articles need not
    be in memory at once.
    """

    articles: Iterator[tuple[str, Content]]
    others: Iterator[tuple[str, Content]]


def assemble(dossier: Dossier, wording: Wording, others: Sequence[Edition] = ()) -> Sheets:
    """Lay out all pages; `others` are editions in other languages than `wording`'s."""
    tables = desks(corpus(dossier), wording, others, RESERVED)
    hrefs: dict[str, None] = {}  # the same in every edition
    articles = _placed(article_views(tables[0]), hrefs)
    return Sheets(articles, _others(tables, hrefs))


def _others(tables: Sequence[Desk], hrefs: dict[str, None]) -> Iterator[tuple[str, Content]]:
    for table in tables:
        for path, content in _edition(table, hrefs):
            yield table.prefix + path, content
    yield from _shared(tables[0], hrefs)


def _placed(pages: Iterable[Page], hrefs: dict[str, None]) -> Iterator[tuple[str, Page]]:
    """Yield pages with their paths; note their addresses in `hrefs`."""
    for page in pages:
        if page.chrome.kind != "404":
            hrefs[page.chrome.href] = None
        yield urls.output_path(page.chrome.href), page


def _edition(table: Desk, hrefs: dict[str, None]) -> Iterator[tuple[str, Content]]:
    """Yield what each language has of its own, the main one's articles apart."""
    if table.prefix:
        yield from _placed(article_views(table), hrefs)
    yield from _placed(_pages(table), hrefs)
    yield from _feeds(table)
    yield from cards.share_cards(table)
    if table.corpus.dossier.has_search:
        yield TERMS, search_terms(table)


def _shared(table: Desk, hrefs: Iterable[str]) -> Iterator[tuple[str, Content]]:
    """Yield what there is once, whatever the number of languages."""
    dossier = table.corpus.dossier
    yield "site.webmanifest", machine.web_manifest(table)
    sitemap = sitemap_view(table, hrefs)
    yield from (("sitemap.xml", sitemap), ("robots.txt", sitemap))
    yield (
        "assets/hues.css",
        HuesView(hues=colours.hues(dossier.topics), variables=variables(dossier.look)),
    )
    if dossier.has_search:
        yield from search_files(table)
    yield from data_files(table)
    yield "data/published.json", novelties.encode(table.corpus)


def _feeds(table: Desk) -> Iterable[tuple[str, Content]]:
    """Yield the feeds of the whole and of each topic, as Atom and as JSON Feed."""
    for topic in (None, *table.corpus.dossier.topics):
        base = urls.topic_href(topic.id) if topic else ""
        view = feed_view(table, topic)
        yield f"{base}feed.xml", view
        yield f"{base}feed.json", machine.json_feed(view)


def _pages(table: Desk) -> Iterable[Page]:
    fixed: tuple[Page, ...] = (
        home_view(table),
        topics_view(table),
        sources_view(table),
        updates_view(table),
        data_view(table),
    )
    if not table.prefix:  # one page answers for all that does not exist
        fixed = (*fixed, not_found_view(table))
    search = (search_view(table),) if table.corpus.dossier.has_search else ()
    return chain(
        fixed,
        topic_views(table),
        articles_views(table),
        chronology_views(table),
        voices_views(table),
        source_views(table),
        names_views(table),
        page_views(table),
        search,
    )
