"""From the dossier to every page of the site: the one place that knows which pages there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from dossier import urls
from dossier.rendering import cards, colours, machine, novelties
from dossier.rendering.articlepages import article_views, articles_views
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.datapages import data_files, data_view
from dossier.rendering.listpages import chronology_views, voices_views
from dossier.rendering.look import variables
from dossier.rendering.namepages import names_views
from dossier.rendering.otherpages import (
    feed_view,
    home_view,
    not_found_view,
    page_views,
    sitemap_view,
)
from dossier.rendering.pages import Desk, desk
from dossier.rendering.searchpage import search_files, search_view
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


def assemble(dossier: Dossier, wording: Wording) -> Iterator[tuple[str, Content]]:
    """Yield all that the site consists of with its path there: views, and finished files.

    A stream, as the views of ten thousand articles need not be in memory at once.
    """
    table = desk(corpus(dossier), wording)
    hrefs = []
    for page in _pages(table):
        if page.chrome.kind != "404":
            hrefs.append(page.chrome.href)
        yield urls.output_path(page.chrome.href), page
    yield from _feeds(table)
    yield from cards.share_cards(table)
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
    """Yield the feeds of the whole and of each topic, as RSS and as JSON Feed."""
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
        not_found_view(table),
    )
    search = (search_view(table),) if table.corpus.dossier.has_search else ()
    return chain(
        fixed,
        topic_views(table),
        article_views(table),
        articles_views(table),
        chronology_views(table),
        voices_views(table),
        source_views(table),
        names_views(table),
        page_views(table),
        search,
    )
