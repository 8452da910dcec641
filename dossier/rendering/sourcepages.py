"""Views of sources: who carries the dossier, what each topic rests on, a page for each outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from dossier import edtf, urls
from dossier.rendering.articlepages import article_item, date_of
from dossier.rendering.bars import Share, Sum, bar_chart
from dossier.rendering.origins import Outlet, reports
from dossier.rendering.pages import Desk
from dossier.rendering.periods import PeriodPage, by_period, runs
from dossier.rendering.pieces import Fact, SourceItem, TopicOrigin
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Sheet
from dossier.rendering.views import SourcesView, SourceView

_MOST_BARS = 20
_MOST_DOMAINS = 5
BASE = "sources/"


def sources_view(desk: Desk, held: Sequence[Outlet]) -> SourcesView:
    """Return the list of all sources with the facts about each."""
    wording = desk.wording
    hrefs = source_hrefs(held)
    title = wording.text("nav_sources")
    description = wording.text("description_sources", site=desk.corpus.dossier.title)
    return SourcesView(
        chrome=desk.chrome("sources", BASE, title=title, description=description),
        title=title,
        counts=desk.counts(("sources", len([one for one in held if one.name]))),
        chart=bar_chart(
            wording.text("chart_sources"),
            [_bar(desk, one, hrefs[one.name]) for one in held],
            wording,
            _MOST_BARS,
        ),
        origins=tuple(_origins(desk)),
        sources=tuple(
            SourceItem(
                title=one.name or wording.text("source_unnamed"),
                href=hrefs[one.name],
                facts=tuple(_facts(desk, one)),
            )
            for one in held
        ),
    )


def source_hrefs(held: Iterable[Outlet]) -> dict[str, str]:
    """Return the address of each source's page by its name; the unnamed share one."""
    hrefs: dict[str, str] = {}
    taken: set[str] = set()
    for one in sorted(held, key=lambda outlet: outlet.name):
        place = urls.article_id("", one.name or "unnamed", taken)
        taken.add(place)
        hrefs[one.name] = f"{BASE}{place}/"
    return hrefs


def _bar(desk: Desk, one: Outlet, href: str) -> Sum:
    """Make a source's row: what it has alone, then what others print too."""
    wording = desk.wording
    agencies = ", ".join(one.agencies)
    return Sum(
        text=one.name or wording.text("source_unnamed"),
        number=len(one.articles),
        href=href,
        shares=(
            Share(text=wording.text("source_own"), number=one.own),
            Share(text=wording.text("source_wire"), number=len(one.wire), kind="wire"),
        ),
        note=wording.text("source_agencies", agencies=agencies) if agencies else "",
    )


def _origins(desk: Desk) -> Iterable[TopicOrigin]:
    for topic in desk.corpus.dossier.topics:
        text, alone = origin_text(desk, topic.id)
        if text:
            yield TopicOrigin(tag=desk.tags[topic.id], text=text, alone=alone)


def origin_text(desk: Desk, topic: str) -> tuple[str, bool]:
    """Say on how many sources a topic rests, and whether it is one; "" for an empty topic."""
    articles = {one.article for one in desk.corpus.passages_in(topic)}
    if not articles:
        return "", False
    told = reports(desk.corpus, sorted(articles))
    origins = set(told.values())
    if "" in origins:
        return desk.wording.text("origin_unknown"), False
    if len(origins) == 1:
        return desk.wording.text("origin_one", source=origins.pop()), True
    return desk.counts(("origins", len(origins)), ("reports", len(told))), False


def _facts(desk: Desk, one: Outlet) -> Iterable[Fact]:
    """Yield what is known of a source; what is not known has no row."""
    wording = desk.wording
    held = [desk.corpus.shown[name] for name in one.articles]
    yield Fact(label=wording.text("fact_articles"), value=wording.number(len(held)))
    if one.wire:
        value = wording.number(len(one.wire))
        yield Fact(label=wording.text("fact_wire"), value=value)
    passages = sum(len(shown.numbers) for shown in held)
    yield Fact(label=wording.text("fact_passages"), value=wording.number(passages))
    voices = sum(len(shown.found.voices) for shown in held)
    if voices:
        yield Fact(label=wording.text("fact_voices"), value=wording.number(voices))
    dates = sorted((shown.article.date for shown in held if shown.article.date), key=edtf.sort_key)
    if dates:
        yield Fact(label=wording.text("fact_period"), value=_period(desk, dates[0], dates[-1]))
    if one.agencies:
        yield Fact(label=wording.text("fact_agencies"), value=", ".join(one.agencies))
    domains = Counter(
        urls.domains(shown.article.source.url)[0].removeprefix("www.")
        for shown in held
        if shown.article.source.url
    )
    if domains:
        names = sorted(domains, key=lambda name: (-domains[name], name))[:_MOST_DOMAINS]
        yield Fact(label=wording.text("fact_website"), value=", ".join(names))
    archived = sum(bool(shown.article.source.archive_url) for shown in held)
    if archived:
        value = wording.text("n_of_m", n=wording.number(archived), m=wording.number(len(held)))
        yield Fact(label=wording.text("fact_archived"), value=value)
    rights = Counter(shown.rights for shown in held)
    if set(rights) != {"full"}:
        names = [wording.text(f"rights_{name}") for name, _ in sorted(rights.items())]
        yield Fact(label=wording.text("fact_rights"), value=", ".join(names))


def _period(desk: Desk, first: str, last: str) -> str:
    start, end = desk.wording.date(first).text, desk.wording.date(last).text
    return start if start == end else desk.wording.between("period", first, last)


def source_sheets(desk: Desk, held: Sequence[Outlet]) -> Iterable[Sheet[SourceView]]:
    """Yield the pages of each source: its facts and articles, newest first, by year once long."""
    hrefs = source_hrefs(held)
    for one in held:
        newest = [desk.corpus.shown[name] for name in reversed(one.articles)]
        facts = tuple(_facts(desk, one))
        for page in by_period(runs(newest, date_of), hrefs[one.name], desk.wording):
            make = partial(_source_view, desk, one.name, facts, page)
            listed = desk.digest_of_all(page.items)
            yield desk.sheet(page.href, make, one.name, facts, page.links, listed)


def _source_view(
    desk: Desk, name: str, facts: tuple[Fact, ...], page: PeriodPage[Shown]
) -> SourceView:
    title = name or desk.wording.text("source_unnamed")
    site = desk.corpus.dossier.title
    description = desk.wording.text("description_source", source=title, site=site)
    return SourceView(
        chrome=desk.chrome("source", page.href, title=title, description=description),
        title=title,
        facts=facts,
        years=page.links,
        articles=tuple(article_item(desk, shown) for shown in page.items),
    )
