"""Views of topics: cards, and the pages of passages with their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import edtf, urls
from dossier.model import Topic
from dossier.rendering import citing, headmeta, linked, markup
from dossier.rendering.asides import asides
from dossier.rendering.cards import topic_path
from dossier.rendering.pages import Desk
from dossier.rendering.periods import PeriodPage, Run, by_period
from dossier.rendering.pieces import ArticleGroup, Html, KeyItem, PassageItem, TopicCard
from dossier.rendering.placed import Placed, Standing, each
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Sheet
from dossier.rendering.sourcepages import Origin
from dossier.rendering.sparks import spark
from dossier.rendering.views import TopicsView, TopicView
from dossier.settings import text_in

_LONG = 100  # items; a passage takes more room than an entry of a list
_WHOLE = 2_000  # items that a page to print may have: some 200 sheets, 3 MB of HTML


def topic_cards(desk: Desk) -> tuple[TopicCard, ...]:
    """Return a card for each topic, in the editor's order."""
    period = {shown.article.date for shown in desk.corpus.shown.values()}
    told: set[str] = set()
    return tuple(_card(desk, topic, period, told) for topic in desk.corpus.dossier.topics)


def _card(desk: Desk, topic: Topic, period: Iterable[str], told: set[str]) -> TopicCard:
    standing = desk.corpus.passages_in(topic.id)
    tag = desk.tags[topic.id]
    dates: Counter[str] = Counter()
    for one in standing:
        dates[one.shown.article.date if one.shown else ""] += one.passages
    return TopicCard(
        title=tag.title,
        href=tag.href,
        hue=tag.hue,
        description=text_in(topic.description, desk.wording.lang),
        counts=_counts(desk, standing),
        spark=spark(dates, period, desk.wording),
        sentence=_sentence(desk, topic.id, standing, told),
    )


def _sentence(
    desk: Desk, topic: str, standing: Sequence[Standing], told: set[str]
) -> KeyItem | None:
    """Return the key sentence of the newest article on a topic, if an editor left its passage.

    Where a dossier has several languages, of an article in that of the page if there is one. What
    another card has `told` is left to it.
    """
    told_of = desk.corpus.topics_of
    for shown in _newest(desk):
        article = shown.article.id
        for key in shown.found.key_sentences:
            wanted = key.topic == topic and key.text not in told
            if (
                wanted
                and topic in told_of.get((article, key.passage), ())
                and any(one.article == article and key.passage in one.today for one in standing)
            ):
                told.add(key.text)
                evidence = desk.evidence(shown, key.passage)
                return KeyItem(text=key.text, lang=shown.article.lang, evidence=evidence)
    return None


def _newest(desk: Desk) -> Iterator[Shown]:
    """Yield the articles, those in the language of the page first, those without a date last."""
    shown = desk.corpus.shown
    for foreign, dated in ((False, True), (False, False), (True, True), (True, False)):
        for one in reversed(shown.values()):
            told = bool(desk.foreign(one.article.lang)) if desk.editions else False
            if told == foreign and bool(one.article.date) == dated:
                yield one


def _counts(desk: Desk, standing: Sequence[Standing]) -> str:
    articles = {one.article for one in standing if one.passages}
    passages = sum([one.passages for one in standing])
    return desk.counts(("passages", passages), ("articles", len(articles)))


def topics_view(desk: Desk, topics: tuple[TopicCard, ...]) -> TopicsView:
    """Return the list of all topics."""
    title = desk.wording.text("nav_topics")
    description = desk.wording.text("description_topics", site=desk.corpus.dossier.title)
    return TopicsView(
        chrome=desk.chrome("topics", "topics/", title=title, description=description),
        title=title,
        topics=topics,
    )


def topic_sheets(desk: Desk, origins: Mapping[str, Origin]) -> Iterable[Sheet[TopicView]]:
    """Yield the pages of each topic: one, or one a year once it is long, and all to print."""
    for topic in desk.corpus.dossier.topics:
        placed = desk.corpus.placed[topic.id]
        base = urls.topic_href(topic.id)
        listed = _dated(placed)
        pages = by_period(listed, base, desk.wording, _LONG)
        split = len(pages) > 1 and sum([run.entries for run in listed]) <= _WHOLE
        whole = f"{base}all/" if split else ""
        for page in pages:
            # The topic's first page says on how many sources it rests.
            origin = origins[topic.id].text if page.href == base else ""
            standing = placed if page.href == base else page.items
            yield _sheet(desk, page, _About(topic, _counts(desk, standing), whole, origin))
        if whole:
            rows = pages[0].links
            links = tuple(tuple(replace(one, current=False) for one in row) for row in rows)
            page = PeriodPage(whole, placed, pages[0].entries, links)
            yield _sheet(desk, page, _About(topic, _counts(desk, placed)))


class _About(Struct, frozen=True):
    """What a topic's page says besides what stands on it."""

    topic: Topic
    counts: str
    whole: str = ""
    origin: str = ""


def _sheet(desk: Desk, page: PeriodPage[Standing], about: _About) -> Sheet[TopicView]:
    """Announce a page of a topic with what it follows from."""
    articles = [one.article for one in page.items if one.shown]
    paths = list(dict.fromkeys([one.path for one in page.items]))
    items = b"".join([one.digest for one in page.items])
    digests, names = desk.corpus.digests, desk.said.articles
    told = b"".join([digests[one] for one in articles])
    named = b"".join([names[one] for one in dict.fromkeys(articles)])
    written = desk.corpus.dossier.introductions.get(about.topic.id)
    make = partial(_topic_view, desk, page, about)
    return desk.sheet(page.href, make, about, written, page.links, paths, items, told, named)


def _dated(placed: Iterable[Standing]) -> list[Run[Standing]]:
    """Give each piece the date under which it is filed: its page's year, its article's month.

    What the editor wrote between passages goes with what stands before it.
    """
    dated: list[tuple[str, Standing]] = []
    before, filed = "", ""
    for one in placed:
        year, date = one.year, one.shown.article.date if one.shown else ""
        if not date and year == before:
            date = filed
        filed = date if edtf.year_of(date) == year else year
        filed = "" if filed == edtf.UNDATED else filed
        before = year
        dated.append((filed, one))
    return [
        Run(day, held, sum([len(one.items) for one in held]))
        for day, pairs in groupby(dated, itemgetter(0))
        for held in [tuple([one for _, one in pairs])]
    ]


def _topic_view(desk: Desk, page: PeriodPage[Standing], about: _About) -> TopicView:
    topic = about.topic
    tag, wording = desk.tags[topic.id], desk.wording
    site = desk.corpus.dossier.title
    standfirst = text_in(topic.description, wording.lang)
    root = urls.root_from(page.href)
    items = each(page.items)
    passages = [one for one in items if one.item.kind == "passage"]
    cited = citing.of_topic(desk, topic)
    return TopicView(
        chrome=desk.chrome(
            "topic",
            page.href,
            title=tag.title,
            description=standfirst or wording.text("description_topic", topic=tag.title, site=site),
            meta=headmeta.tags(cited),
            linked=linked.topic(desk, tag.title, standfirst, page.href),
            image=topic_path(topic.id),
        ),
        title=tag.title,
        standfirst=standfirst,
        hue=tag.hue,
        intro_html=_introduction(desk, topic, root),
        intro_lang=_introduction_lang(desk, topic),
        counts=about.counts,
        years=page.links,
        groups=tuple(_groups(desk, topic, items, root)),
        asides=tuple(asides(desk, passages)),
        feed_href=f"{tag.href}feed.xml",
        whole_href=about.whole,
        origin=about.origin,
        citation=citing.box(desk, cited),
    )


def _introduction(desk: Desk, topic: Topic, root: str) -> Html:
    page = desk.corpus.dossier.introductions.get(topic.id)
    if page is None:
        return Html("")
    return markup.with_root(markup.to_html(page.markdown, at=_in_content(page.path)), root)


def _introduction_lang(desk: Desk, topic: Topic) -> str:
    page = desk.corpus.dossier.introductions.get(topic.id)
    return page.lang if page else ""


def _in_content(path: str) -> str:
    return path.removeprefix("content/")


class _Open(Struct):
    """A group that is being filled. `prose` gathers the editor's paragraphs that touch."""

    heading: Placed | None
    items: list[PassageItem] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)


def _groups(desk: Desk, topic: Topic, items: Sequence[Placed], root: str) -> Iterable[ArticleGroup]:
    """Yield the page's pieces, a group from each heading of an article to the next."""
    current, seen = _Open(None), Counter[str]()
    for one in items:
        is_prose = one.item.kind == "prose" or (one.item.kind == "heading" and not one.shown)
        if is_prose:
            current.prose.append(one.markdown)
            continue
        _close_prose(desk, current, items[0].path, root, seen)
        if one.item.kind == "heading":
            if current.items or current.heading:
                yield _group(desk, current)
            current = _Open(one)
        else:
            current.items.append(_passage(desk, topic, one, seen))
    if items:
        _close_prose(desk, current, items[0].path, root, seen)
    if current.items or current.heading:
        yield _group(desk, current)


def _close_prose(desk: Desk, current: _Open, path: str, root: str, seen: Counter[str]) -> None:
    if not current.prose:
        return
    seen["prose"] += 1
    text = "\n\n".join(current.prose)
    rendered = markup.to_html(text, at=_in_content(path), part=seen["prose"])
    current.prose.clear()
    if rendered:
        html = markup.with_root(rendered, root)
        current.items.append(PassageItem(html=html, lang=desk.foreign(desk.editor_lang)))


def _group(desk: Desk, group: _Open) -> ArticleGroup:
    if not group.heading or not group.heading.shown:
        return ArticleGroup(title="", href="", date=None, items=tuple(group.items))
    article = group.heading.shown.article
    return ArticleGroup(
        title=article.title,
        href=urls.article_href(article.id),
        date=desk.wording.date(article.date),
        items=tuple(group.items),
        lang=desk.foreign(article.lang),
        reference=citing.text(citing.of_article(desk, group.heading.shown), desk.wording),
    )


def _passage(desk: Desk, topic: Topic, one: Placed, seen: Counter[str]) -> PassageItem:
    """Make a passage's item; where two articles share a passage, the second id gets `-2`."""
    wanted = anchor = one.passage or one.item.passage
    while anchor in seen:
        seen[wanted] += 1
        anchor = f"{wanted}-{seen[wanted]}"
    seen[anchor] += 1
    assert one.shown  # noqa: S101 - a passage without its article is not placed
    return PassageItem(
        id=anchor,
        html=markup.passage_html(one.markdown),
        lang=one.shown.article.lang,
        evidence=desk.evidence(one.shown, one.passage),
        why=one.item.why,
        also=desk.tags_of(one.item.article, one.passage, but=topic.id),
        edited=one.state == "edited",
    )
