"""Views of the home page, free pages, the method, 404 and the site map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from dossier import edtf, urls
from dossier.model import FreePage
from dossier.rendering import citing, headmeta, linked, markup
from dossier.rendering.articlepages import article_item
from dossier.rendering.feeds import newest
from dossier.rendering.fileviews import SitemapView
from dossier.rendering.listpages import (
    Said,
    event_item,
    voice_item,
    voices_of,
)
from dossier.rendering.namepages import home_map
from dossier.rendering.pages import Desk
from dossier.rendering.pieces import Fact, Link, TopicCard
from dossier.rendering.sheets import Sheet
from dossier.rendering.views import HomeView, NotFoundView, PageView

_HOME_EVENTS, _HOME_VOICES, _HOME_ARTICLES = 5, 3, 5
_QUOTED_WELL = range(40, 260)  # characters that a quotation on the home page may have


def home_view(desk: Desk, topics: tuple[TopicCard, ...]) -> HomeView:
    """Return the home page: the newest events, voices and articles."""
    dossier = desk.corpus.dossier
    return HomeView(
        chrome=desk.chrome(
            "home",
            "",
            description=dossier.standfirst,
            meta=headmeta.tags(citing.of_dossier(desk)),
            linked=linked.website(desk),
        ),
        title=dossier.title,
        standfirst=dossier.standfirst,
        facts=tuple(_facts(desk)),
        topics=topics,
        events=tuple(event_item(desk, one) for one in desk.corpus.latest(_HOME_EVENTS)),
        voices=tuple(voice_item(desk, one) for one in _home_voices(desk)),
        articles=tuple(article_item(desk, shown) for shown in newest(desk)[:_HOME_ARTICLES]),
        map=home_map(desk),
    )


def _home_voices(desk: Desk) -> Iterable[Said]:
    """Choose quotations of fitting length, one for each speaker, newest first.

    Whole sentences in the speaker's own words, or other statements where there are none; on one of
    the topics if there are any such, for speeches begin with greetings.
    """
    told = desk.corpus.topics_of
    chosen: dict[str, Said] = {}
    for one in _fitting(desk):  # looks no further than it has to
        if told.get((one.shown.article.id, one.voice.passage)):
            chosen.setdefault(one.voice.speaker, one)
            if len(chosen) == _HOME_VOICES:
                return chosen.values()
    for one in _fitting(desk):
        if len(chosen) == _HOME_VOICES:
            break
        chosen.setdefault(one.voice.speaker, one)
    return chosen.values()


def _fitting(desk: Desk) -> Iterator[Said]:
    """Yield statements that may stand on the home page, the newest article's first."""
    newest = list(reversed(desk.corpus.shown.values()))
    named = (one.voice for one in voices_of(newest) if one.voice.speaker)
    direct = any(voice.kind == "direct" for voice in named)
    for one in voices_of(newest):
        wanted = one.voice.speaker and (one.voice.kind == "direct" or not direct)
        if wanted and len(one.voice.text) in _QUOTED_WELL:
            yield one


def _facts(desk: Desk) -> Iterable[Fact]:
    wording, shown = desk.wording, desk.corpus.shown.values()
    dates = dict.fromkeys([one.article.date for one in shown if one.article.date])
    # Articles say what they are of; what a single one looks back or ahead to, the chronology has.
    told = dates
    if len(dates) < 2:
        told = dates | dict.fromkeys([one.told.brief.date for one in desk.corpus.past()])
    if told:
        first, last = min(told, key=edtf.sort_key), max(told, key=edtf.sort_key)
        period = wording.date(first).text
        if wording.date(last).text != period:
            period = wording.between("period", first, last)
        yield Fact(label=wording.text("fact_period"), value=period)
    counted = (
        ("fact_articles", len(desk.corpus.shown), "articles/"),
        ("fact_passages", _told_here(desk), ""),
        ("fact_voices", sum(len(one.brief.voices) for one in shown), "voices/"),
    )
    for key, number, href in counted:
        yield Fact(label=wording.text(key), value=wording.number(number), href=href)
    outlets = {one.article.source.name for one in shown} - {""}
    reports = sum(bool(group.agencies) for group in desk.corpus.wire.groups)
    if outlets and reports:
        value = desk.counts(("outlets", len(outlets)), ("agency_reports", reports))
        yield Fact(label=wording.text("fact_sources"), value=value)
    if dates:
        updated = wording.date(max(dates, key=edtf.sort_key))
        yield Fact(
            label=wording.text("fact_updated"), value=updated.text, machine_date=updated.machine
        )


def _told_here(desk: Desk) -> int:
    """Count the passages of all articles that no other article of the site has first."""
    shown, wire = desk.corpus.shown, desk.corpus.wire
    repeated = [
        one for name in wire.group_of for one in shown[name].numbers if wire.repeats(name, one)
    ]
    return sum(desk.corpus.passages.values()) - len(repeated)


def page_sheets(desk: Desk) -> Iterable[Sheet[PageView]]:
    """Yield the editor's free pages and the method page, the theme's own if there is none."""
    dossier = desk.corpus.dossier
    pages = {page.name: page for page in dossier.pages}
    method = pages.pop("method", None) or FreePage(
        name="method",
        title=desk.wording.text("nav_method"),
        markdown=dossier.method,
        path="",
        lang=dossier.method_lang,
    )
    for page in pages.values():
        yield desk.sheet(f"{page.name}/", partial(_page_view, desk, page, "page"), page)
    facts = tuple(_method_facts(desk))
    yield desk.sheet(
        f"{method.name}/",
        lambda: replace(_page_view(desk, method, "method"), facts=facts),
        method,
        facts,
    )


def _page_view(desk: Desk, page: FreePage, kind: str) -> PageView:
    href = f"{page.name}/"
    description = ""
    if kind == "method":
        description = desk.wording.text("description_method", site=desk.corpus.dossier.title)
    html = markup.to_html(page.markdown, at=page.path.removeprefix("content/"))
    return PageView(
        chrome=desk.chrome(kind, href, title=page.title, description=description),
        title=page.title,
        html=markup.with_root(html, urls.root_from(href)),
        facts=(),
        lang=page.lang,
    )


def _method_facts(desk: Desk) -> Iterable[Fact]:
    dossier, wording = desk.corpus.dossier, desk.wording
    engine = f" · {dossier.engine}" if dossier.engine else ""
    yield Fact(label=wording.text("fact_program"), value=f"dossier {dossier.version}{engine}")


def not_found_view(desk: Desk) -> NotFoundView:
    """Return the page for addresses that do not exist; it is served at any depth."""
    title = desk.wording.text("notfound_title")
    chrome = desk.chrome("404", "404.html", title=title)
    root = urls.base_path(desk.corpus.dossier.base_url)
    homes = tuple(
        replace(link, href=one.prefix, url="")
        for link, one in zip(chrome.editions, desk.editions, strict=True)
    )
    return NotFoundView(
        chrome=replace(chrome, root=root, base=root, canonical="", editions=homes),
        title=title,
        links=tuple(
            Link(text=link.text, href=link.href)
            for link in (*desk.nav("404.html"), *desk.free_pages)
        ),
    )


def sitemap_view(desk: Desk, hrefs: Iterable[str]) -> SitemapView:
    """Return the site map; without a base URL there are no addresses to name."""
    if not desk.corpus.dossier.base_url:
        return SitemapView(hrefs=(), sitemap_url="")
    places = [(one.wording.lang, one.prefix) for one in desk.editions]
    return SitemapView(
        hrefs=tuple(sorted(hrefs)),
        sitemap_url=desk.shared("sitemap.xml"),
        editions=tuple(
            (lang, desk.shared(prefix)) for lang, prefix in places or [(desk.wording.lang, "")]
        ),
    )
