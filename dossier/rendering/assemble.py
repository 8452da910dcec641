"""From the dossier to every page of the site: the one place that knows which pages there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import urls
from dossier.rendering import cards, colours, machine
from dossier.rendering.articlepages import article_sheets, articles_sheets
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.datapages import data_sheets, data_view, record_sheet
from dossier.rendering.editions import Edition, desks
from dossier.rendering.feeds import feed_view
from dossier.rendering.feeds import rows as feed_rows
from dossier.rendering.fileviews import FeedView, HuesView, ShareCard, SitemapView
from dossier.rendering.listpages import chronology_sheets, voices_sheets
from dossier.rendering.look import variables
from dossier.rendering.namepages import names_sheets
from dossier.rendering.namesaid import KnownNames
from dossier.rendering.otherpages import (
    home_view,
    not_found_view,
    page_sheets,
    sitemap_view,
)
from dossier.rendering.pages import Desk
from dossier.rendering.parts import Parts
from dossier.rendering.partsof import Rows
from dossier.rendering.searchpage import TERMS, search_files, search_terms, search_view
from dossier.rendering.sheets import Kept, Sheet, nothing_kept, ready
from dossier.rendering.sourcepages import brought, origins, source_sheets, sources_view
from dossier.rendering.topicpages import topic_cards, topic_sheets, topics_view
from dossier.rendering.updatepages import Recorded, updates_view
from dossier.rendering.views import (
    ArticlesView,
    ArticleView,
    ChronologyView,
    DataView,
    HomeView,
    NamesView,
    NotFoundView,
    PageView,
    SearchView,
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
Content = Page | FeedView | SitemapView | HuesView | ShareCard | Parts | bytes

# Names of pages that the program makes; an editor's page may not take them.
RESERVED = frozenset(
    ("articles", "assets", "chronology", "data", "organisations", "pagefind", "people", "places")
) | frozenset(("search", "share", "sources", "topics", "updates", "voices"))


class Before(Struct, frozen=True, kw_only=True):
    """What is known of the last build: it saves time, and changes no page.

    `recorded` is as in `updates_view`, `kept` as in `corpus`.
    """

    recorded: Recorded = dict
    kept: Kept = nothing_kept
    names: KnownNames = field(default_factory=KnownNames)


_NOTHING = Before()


class Sheets(Struct, frozen=True):
    """All that a site consists of: views, and finished files, each made when it is asked for.

    `articles` are the articles' own pages in the main language, of which the search index is
    made. Both are streams, to be read in this order: the views of ten thousand articles need not
    be in memory at once. `tables` are what they are made on, `names` is for the next build.
    """

    articles: Iterator[Sheet[Content]]
    others: Iterator[Sheet[Content]]
    tables: Sequence[Desk]
    names: KnownNames


def assemble(
    dossier: Dossier,
    wording: Wording,
    others: Sequence[Edition] = (),
    before: Before = _NOTHING,
) -> Sheets:
    """Lay out all pages; `others` are editions in other languages than `wording`'s.

    `before` saves time, and changes no page.
    """
    whole = corpus(dossier, before.kept, before.names.index)
    tables = desks(whole, wording, others, RESERVED, before.names)
    hrefs: dict[str, None] = {}  # the same in every edition
    articles = _noted(article_sheets(tables[0]), hrefs)
    names = KnownNames(index=whole.index, editions={one.prefix: one.said for one in tables})
    return Sheets(articles, _others(tables, hrefs, before.recorded), tables, names)


def _others(
    tables: Sequence[Desk], hrefs: dict[str, None], recorded: Recorded
) -> Iterator[Sheet[Content]]:
    """Yield all but the main edition's articles: large files first, they are written meanwhile."""
    rows = Rows(tables[0].corpus)
    yield from data_sheets(tables[0], rows)
    for table in tables:
        for sheet in _edition(table, hrefs, recorded):
            yield replace(sheet, path=table.prefix + sheet.path) if table.prefix else sheet
    yield from _shared(tables[0], hrefs)
    yield record_sheet(rows)  # after the page that is made with the help of the last one


def _noted(pages: Iterable[Sheet[Content]], hrefs: dict[str, None]) -> Iterator[Sheet[Content]]:
    """Yield pages; note the addresses of those that the site map lists in `hrefs`."""
    for page in pages:
        if page.href is not None:
            hrefs[page.href] = None
        yield page


def _edition(table: Desk, hrefs: dict[str, None], recorded: Recorded) -> Iterator[Sheet[Content]]:
    """Yield what each language has of its own, the main one's articles apart."""
    if table.prefix:
        yield from _noted(article_sheets(table), hrefs)
    yield from _noted(_pages(table, recorded), hrefs)
    yield from _feeds(table)
    yield from (ready(path, card) for path, card in cards.share_cards(table))
    if table.corpus.dossier.has_search:
        yield Sheet(TERMS, partial(search_terms, table))


def _shared(table: Desk, hrefs: Iterable[str]) -> Iterator[Sheet[Content]]:
    """Yield what there is once, whatever the number of languages."""
    dossier = table.corpus.dossier
    yield Sheet("site.webmanifest", partial(machine.web_manifest, table))
    sitemap = sitemap_view(table, hrefs)
    yield from (ready(path, sitemap) for path in ("sitemap.xml", "robots.txt"))
    hues = HuesView(hues=colours.hues(dossier.topics), variables=variables(dossier.look))
    yield ready("assets/hues.css", hues)
    if dossier.has_search:
        yield from (ready(path, data) for path, data in search_files(table))


def _feeds(table: Desk) -> Iterable[Sheet[Content]]:
    """Yield the feeds of the whole and of each topic, as Atom and as JSON Feed."""
    known = feed_rows(table)
    for topic in (None, *table.corpus.dossier.topics):
        base = urls.topic_href(topic.id) if topic else ""
        view = feed_view(table, topic, known)
        yield ready(f"{base}feed.xml", view)
        yield ready(f"{base}feed.json", machine.json_feed(view))


def _pages(table: Desk, recorded: Recorded) -> Iterator[Sheet[Content]]:
    topics, sources, resting = topic_cards(table), brought(table), origins(table)
    yield table.sheet("", partial(home_view, table, topics))
    yield table.sheet("topics/", partial(topics_view, table, topics))
    yield table.sheet("sources/", partial(sources_view, table, sources, resting))
    yield table.sheet("updates/", partial(updates_view, table, recorded))
    yield table.sheet("data/", partial(data_view, table))
    if not table.prefix:  # one page answers for all that does not exist
        yield Sheet("404.html", partial(not_found_view, table))
    yield from topic_sheets(table, resting)
    yield from articles_sheets(table)
    yield from chronology_sheets(table)
    yield from voices_sheets(table)
    yield from source_sheets(table, sources)
    yield from names_sheets(table)
    yield from page_sheets(table)
    if table.corpus.dossier.has_search:
        yield table.sheet("search/", partial(search_view, table))
