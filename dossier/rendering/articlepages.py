"""Views of articles: each one's page, and the lists of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter

from dossier import edtf, urls
from dossier.model import Block
from dossier.rendering import citing, headmeta, linked, markup, searchdata
from dossier.rendering.cards import article_path
from dossier.rendering.corrections import corrections_of
from dossier.rendering.history import history, modified_day
from dossier.rendering.pages import Desk, shortened
from dossier.rendering.periods import PeriodPage, by_period, runs
from dossier.rendering.pieces import ArticleItem, BlockItem, Fact, Tag
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Sheet
from dossier.rendering.views import ArticlesView, ArticleView

_DESCRIPTION = 160  # characters; search engines show about this much
_SORTED_BY = {"day": 10, "month": 7}  # how much of 2023-09-13 is known


def article_sheets(desk: Desk) -> Iterable[Sheet[ArticleView]]:
    """Yield a page for each article that may be shown."""
    for name, shown in desk.corpus.shown.items():
        make = partial(_article_view, desk, shown)
        yield desk.sheet(urls.article_href(name), make, desk.digest(name), desk.names_digest(name))


def _article_view(desk: Desk, shown: Shown) -> ArticleView:
    article, wording = shown.article, desk.wording
    tags = topics_of(desk, shown)
    date = wording.date(article.date)
    span = edtf.parse(article.date)
    cited = citing.of_article(desk, shown)
    # The main edition's pages are found in every language: no article is in the index twice.
    searched = desk.corpus.dossier.has_search and not desk.prefix
    indexed = searched and has_own_text(desk, shown)
    marks = desk.marks_of(shown) if searched else {}
    return ArticleView(
        chrome=desk.chrome(
            "article",
            urls.article_href(article.id),
            title=article.title,
            description=article.description or summary(shown, _DESCRIPTION),
            meta=headmeta.tags(cited),
            linked=linked.article(desk, shown),
            image=article_path(article.id) if desk.corpus.dossier.og_images == "all" else "",
        ),
        title=article.title,
        title_note=wording.text("title_machine") if article.title_by == "machine" else "",
        lang=article.lang,
        date=date,
        facts=tuple(_facts(desk, shown)),
        notice=_notice(desk, shown),
        blocks=tuple(_block(desk, shown, number, marks) for number in range(len(article.blocks))),
        tags=tags,
        indexed=indexed,
        filters=tuple(desk.filters_of(shown)) if searched else (),
        search_words=searchdata.search_words(shown, desk.names),
        dates=desk.other_dates(article.date),
        sort_date=span.first.isoformat()[: _SORTED_BY.get(span.precision, 4)] if span else "",
        copies=desk.also(shown),
        copies_note=_copies_note(desk, shown),
        copies_count=_copies_count(desk, shown),
        corrections=corrections_of(desk, shown) if article.corrections else (),
        versions=history(desk, shown) if article.versions else (),
        citation=citing.box(desk, cited, shown),
    )


def has_own_text(desk: Desk, shown: Shown) -> bool:
    """Whether the search finds anything here that it does not find in the lead of a group."""
    article, wire = shown.article, desk.corpus.wire
    return not wire.is_copy(article.id) or any(
        not wire.repeats(article.id, block.id) for block in article.passages
    )


def _copies_note(desk: Desk, shown: Shown) -> str:
    group = desk.corpus.wire.group_of.get(shown.article.id)
    if group is None:
        return ""
    if not group.agencies:
        return desk.wording.text("copies_note")
    return desk.wording.text("copies_note_agency", agency="/".join(group.agencies))


def _copies_count(desk: Desk, shown: Shown) -> str:
    """Write "3 outlets · 1 agency report" for the article that stands for a group."""
    wire = desk.corpus.wire
    group = wire.group_of.get(shown.article.id)
    if group is None or wire.is_copy(shown.article.id) or not group.agencies:
        return ""
    sources = (desk.corpus.shown[name].article.source.name or name for name in group.members)
    return desk.counts(("outlets", len(set(sources))), ("agency_reports", 1))


def summary(shown: Shown, length: int) -> str:
    """Return the sentence that stands for an article, else its beginning, cut at a word."""
    keys = (key.text for key in shown.found.key_sentences if not key.topic)
    return shortened(next(keys, ""), length) or lead(shown, length)


def lead(shown: Shown, length: int) -> str:
    """Return the beginning of an article as far as it is shown, cut at a word."""
    return shortened(next((block.text for block in shown.article.passages), ""), length)


def _facts(desk: Desk, shown: Shown) -> Iterable[Fact]:
    """Yield what is known about the article; what is not known has no row."""
    article, wording = shown.article, desk.wording
    source, date = article.source, wording.date(article.date)
    text = date.text
    if article.date_by == "file":
        text = wording.text("date_by_file", date=text)
    yield Fact(label=wording.text("fact_published"), value=text, machine_date=date.machine)
    changed = modified_day(article.modified)
    if changed and changed != article.date:
        date = wording.date(changed)
        label = wording.text("fact_modified")
        yield Fact(label=label, value=date.text, machine_date=date.machine)
    if source.name:
        yield Fact(label=wording.text("fact_source"), value=source.name)
    if article.authors:
        yield Fact(label=wording.text("fact_author"), value=", ".join(article.authors))
    if source.agency:
        yield Fact(label=wording.text("fact_agencies"), value=", ".join(source.agency))
    if article.lang and article.lang != wording.lang:
        name = wording.strings.get(f"language_{article.lang}", article.lang)
        yield Fact(label=wording.text("fact_language"), value=str(name))
    if source.url:
        value = wording.text("original_link")
        yield Fact(label=wording.text("fact_original"), value=value, url=source.url)
    if source.archive_url:
        value = wording.text("archived_link")
        yield Fact(label=wording.text("fact_archived"), value=value, url=source.archive_url)
    if shown.rights != "full":
        value = wording.text(f"rights_{shown.rights}")
        yield Fact(label=wording.text("fact_rights"), value=value)


def _notice(desk: Desk, shown: Shown) -> str:
    return "" if shown.rights == "full" else desk.wording.text(f"notice_{shown.rights}")


def _block(
    desk: Desk, shown: Shown, number: int, marks: Mapping[str, tuple[str, ...]]
) -> BlockItem:
    block = shown.article.blocks[number]
    place = shown.numbers.get(block.id)
    return BlockItem(
        id=block.id,
        type=block.type,
        html=markup.block_html(block),
        credit=block.credit,
        number=str(place) if place else "",
        level=min(max(block.level, 2), 3),
        tags=desk.tags_of(shown.article.id, block.id),
        repeated=_is_repeated(desk, shown, block),
        marks=marks.get(block.id, ()),
    )


def _is_repeated(desk: Desk, shown: Shown, block: Block) -> bool:
    """Whether a group's lead has the block; a copy's crossheads and captions count as had."""
    article, wire = shown.article.id, desk.corpus.wire
    if not wire.is_copy(article):
        return False
    return not block.is_passage or bool(wire.repeats(article, block.id))


def topics_of(desk: Desk, shown: Shown) -> tuple[Tag, ...]:
    """Return the topics of an article's passages, as the editor lists them."""
    held = desk.corpus.topics_in(shown)
    return tuple(tag for topic, tag in desk.tags.items() if topic in held)


def article_item(desk: Desk, shown: Shown) -> ArticleItem:
    """Make the article's entry in a list."""
    article = shown.article
    return ArticleItem(
        title=article.title,
        href=urls.article_href(article.id),
        lang=article.lang,
        date=desk.wording.date(article.date),
        source=article.source.name,
        counts=desk.counts(("passages", shown.passages)),
        tags=topics_of(desk, shown),
        also=desk.also(shown),
    )


# The date under which an article is listed, "" without one.
date_of: Callable[[Shown], str] = attrgetter("article.date")


def articles_sheets(desk: Desk) -> Iterable[Sheet[ArticlesView]]:
    """Yield the list of articles, newest first, by year once it is long."""
    newest_first = runs(reversed(desk.corpus.shown.values()), date_of)
    for page in by_period(newest_first, "articles/", desk.wording):
        make = partial(_articles_view, desk, page)
        yield desk.sheet(page.href, make, page.links, page.entries, desk.digest_of_all(page.items))


def _articles_view(desk: Desk, page: PeriodPage[Shown]) -> ArticlesView:
    title = desk.wording.text("nav_articles")
    site = desk.corpus.dossier.title
    return ArticlesView(
        chrome=desk.chrome(
            "articles",
            page.href,
            title=title,
            description=desk.wording.text("description_articles", site=site),
        ),
        title=title,
        counts=desk.counts(("articles", page.entries)),
        years=page.links,
        articles=tuple(article_item(desk, shown) for shown in page.items),
    )
