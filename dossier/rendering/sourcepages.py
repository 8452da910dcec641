"""Views of sources: who carries the dossier, what each topic rests on, a page for each outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from dossier import urls
from dossier.rendering.articlepages import article_item, date_of
from dossier.rendering.bars import Share, Sum, bar_chart
from dossier.rendering.entries import SourceItem, TopicOrigin
from dossier.rendering.origins import Outlet, outlets, reports
from dossier.rendering.pages import Desk
from dossier.rendering.periods import PeriodPage, by_period, runs
from dossier.rendering.pieces import Fact
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Sheet
from dossier.rendering.views import SourcesView, SourceView

_MOST_BARS = 20
_MOST_DOMAINS = 5
BASE = "sources/"


class Brought(Struct, frozen=True, kw_only=True):
    """A source, the address of its page and the facts about it."""

    outlet: Outlet
    href: str
    facts: tuple[Fact, ...]


class Origin(Struct, frozen=True):
    """On how many sources a topic rests, "" for an empty topic, and whether it is one alone."""

    text: str
    alone: bool = False


def brought(desk: Desk) -> tuple[Brought, ...]:
    """Return all sources, who brings most of its own first."""
    held = outlets(desk.corpus)
    hrefs = source_hrefs(held)
    return tuple(
        Brought(outlet=one, href=hrefs[one.name], facts=tuple(_facts(desk, one))) for one in held
    )


def origins(desk: Desk) -> dict[str, Origin]:
    """Say of each topic on how many sources it rests."""
    return {topic.id: _origin(desk, topic.id) for topic in desk.corpus.dossier.topics}


def sources_view(desk: Desk, held: Sequence[Brought], resting: Mapping[str, Origin]) -> SourcesView:
    """Return the list of all sources with the facts about each, and on what each topic rests."""
    wording = desk.wording
    title = wording.text("nav_sources")
    description = wording.text("description_sources", site=desk.corpus.dossier.title)
    return SourcesView(
        chrome=desk.chrome("sources", BASE, title=title, description=description),
        title=title,
        counts=desk.counts(("sources", len([one for one in held if one.outlet.name]))),
        chart=bar_chart(
            wording.text("chart_sources"),
            [_bar(desk, one.outlet, one.href) for one in held],
            wording,
            _MOST_BARS,
        ),
        origins=tuple(
            TopicOrigin(tag=desk.tags[topic], text=one.text, alone=one.alone)
            for topic, one in resting.items()
            if one.text
        ),
        sources=tuple(
            SourceItem(
                title=one.outlet.name or wording.text("source_unnamed"),
                href=one.href,
                facts=one.facts,
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


def _origin(desk: Desk, topic: str) -> Origin:
    articles = {one.article for one in desk.corpus.passages_in(topic)}
    if not articles:
        return Origin("")
    told = reports(desk.corpus, articles)
    names = set(told.values())
    if "" in names:
        return Origin(desk.wording.text("origin_unknown"))
    if len(names) == 1:
        return Origin(desk.wording.text("origin_one", source=names.pop()), alone=True)
    return Origin(desk.counts(("origins", len(names)), ("reports", len(told))))


def _facts(desk: Desk, one: Outlet) -> Iterable[Fact]:
    """Yield what is known of a source; what is not known has no row."""
    wording = desk.wording
    held = [desk.corpus.shown[name] for name in one.articles]
    yield Fact(label=wording.text("fact_articles"), value=wording.number(len(held)))
    if one.wire:
        value = wording.number(len(one.wire))
        yield Fact(label=wording.text("fact_wire"), value=value)
    passages = sum([desk.corpus.passages[name] for name in one.articles])
    yield Fact(label=wording.text("fact_passages"), value=wording.number(passages))
    voices = sum(len(shown.brief.voices) for shown in held)
    if voices:
        yield Fact(label=wording.text("fact_voices"), value=wording.number(voices))
    dates = [shown.article.date for shown in held if shown.article.date]  # oldest first
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
    archived = len([shown for shown in held if shown.article.source.archive_url])
    if archived:
        value = wording.text("n_of_m", n=wording.number(archived), m=wording.number(len(held)))
        yield Fact(label=wording.text("fact_archived"), value=value)
    rights = Counter([shown.rights for shown in held])
    if set(rights) != {"full"}:
        names = [wording.text(f"rights_{name}") for name, _ in sorted(rights.items())]
        yield Fact(label=wording.text("fact_rights"), value=", ".join(names))


def _period(desk: Desk, first: str, last: str) -> str:
    start, end = desk.wording.date(first).text, desk.wording.date(last).text
    return start if start == end else desk.wording.between("period", first, last)


def source_sheets(desk: Desk, held: Iterable[Brought]) -> Iterable[Sheet[SourceView]]:
    """Yield the pages of each source: its facts and articles, newest first, by year once long."""
    for one in held:
        name = one.outlet.name
        newest = [desk.corpus.shown[article] for article in reversed(one.outlet.articles)]
        for page in by_period(runs(newest, date_of), one.href, desk.wording):
            facts = one.facts if page.href == one.href else ()  # they tell of all its articles
            make = partial(_source_view, desk, name, facts, page)
            listed = desk.digest_of_all(page.items)
            yield desk.sheet(page.href, make, name, facts, page.links, listed)


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
