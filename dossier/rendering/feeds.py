"""Feeds of the newest articles, whole and per topic: views for Atom and JSON Feed.

Atom wants a second for each entry; a dossier knows days, months, years or nothing. Its two dates
are of different things, and neither is made up:

- `published` is the article's day, and stands only where a day is known and sure.
- `updated` is the entry's own: the last that is known of its way into the dossier (retrieved,
  changed by its publisher, corrected). Where nothing is known but the article's date, it is the
  moment from which on all of that is over: an article of September 2023 was certainly out on
  2023-10-01 at noon UTC, when September had ended everywhere on Earth. So it never reads as a day
  that the source does not state. With no date at all it is the moment that computers count from.

Days are written as noon UTC, for then it is that day from UTC-12 to UTC+11. The date as it is known
stands in the entry as `dc:date` and, in words, at the beginning of its summary.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from msgspec import Struct

from dossier import edtf, urls
from dossier.model import Article, Correction, Topic
from dossier.rendering.apparatus import CorrectionItem
from dossier.rendering.articlepages import article_item, lead
from dossier.rendering.corrections import all_corrections
from dossier.rendering.fileviews import FeedEntry, FeedView
from dossier.rendering.pages import Desk
from dossier.rendering.rights import Shown
from dossier.settings import text_in

_ENTRIES, _CHARS = 50, 300
_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOON = time(12)
NEVER = "1970-01-01T00:00:00Z"  # of an entry of which no time is known


class Rows(Struct, frozen=True, kw_only=True):
    """What feeds are made of: articles, the newest first, and all corrections, newest first."""

    articles: Sequence[Shown]
    corrected: Sequence[tuple[Shown, Correction, CorrectionItem]]


def rows(desk: Desk) -> Rows:
    """Return what the feed of the whole dossier is made of."""
    return Rows(articles=newest(desk), corrected=all_corrections(desk))


def feed_view(desk: Desk, topic: Topic | None = None, known: Rows | None = None) -> FeedView:
    """Return the feed of the newest articles, of the whole dossier or of a topic.

    `known` is what `rows` returns, where several feeds are made of it.
    """
    dossier, wording = desk.corpus.dossier, desk.wording
    href, made = "", known or rows(desk)
    title = wording.text("feed_title", site=dossier.title)
    description = dossier.standfirst or dossier.title
    if topic:
        tag = desk.tags[topic.id]
        href = tag.href
        held = {one.article for one in desk.corpus.passages_in(topic.id)}
        told = (one for one in made.articles if one.article.id in held)
        made = Rows(
            articles=list(islice(told, _ENTRIES + 1)),
            corrected=[row for row in made.corrected if row[0].article.id in held],
        )
        title = wording.text("topic_feed_title", site=dossier.title, topic=tag.title)
        description = text_in(topic.description, wording.lang) or title
    entries = tuple(_entries(desk, made))
    return FeedView(
        id=_id(desk, f"{href}feed.xml"),
        title=title,
        author=dossier.title,
        description=description,
        lang=wording.lang,
        url=desk.absolute(href),
        self_url=desk.absolute(f"{href}feed.xml"),
        updated=max((one.updated for one in entries), default=NEVER),
        entries=entries,
    )


def newest(desk: Desk) -> list[Shown]:
    """Return the articles, the newest first, those without a date last; no copies of reports."""
    copies = {name for group in desk.corpus.wire.groups for name in group.copies}
    held = [one for name, one in reversed(desk.corpus.shown.items()) if name not in copies]
    dated = [one for one in held if one.article.date]
    return dated + [one for one in held if not one.article.date]


def _entries(desk: Desk, made: Rows) -> Iterable[FeedEntry]:
    """Yield the newest articles, and where they fall among them, corrections of any article.

    One article more than there is room for says that there are others.
    """
    shown, corrected = made.articles, list(made.corrected)
    for one in shown[:_ENTRIES]:
        date = one.article.date
        while date and corrected and edtf.sort_key(corrected[0][1].date) >= edtf.sort_key(date):
            yield _correction_entry(desk, *corrected.pop(0))
        yield _entry(desk, one)
    if len(shown) <= _ENTRIES:
        yield from (_correction_entry(desk, *row) for row in corrected)


def _correction_entry(
    desk: Desk, shown: Shown, correction: Correction, item: CorrectionItem
) -> FeedEntry:
    place = urls.article_href(shown.article.id, item.id)
    return FeedEntry(
        id=_id(desk, place),
        title=_NOT_XML.sub("", desk.wording.text("correction_of", title=item.title)),
        url=desk.absolute(place),
        published=_day(correction.date),
        updated=moment(correction.date) or NEVER,
        date=item.date.machine,
        text=_NOT_XML.sub("", item.text),
        authors=(),
        topics=(),
    )


def _entry(desk: Desk, shown: Shown) -> FeedEntry:
    article, wording = shown.article, desk.wording
    place, day = urls.article_href(article.id), _day(article.date)
    text = lead(shown, _CHARS)
    if not day:
        text = f"{wording.date(article.date).text} · {text}".removesuffix(" · ")
    return FeedEntry(
        id=_id(desk, place),
        title=_NOT_XML.sub("", article.title),
        url=desk.absolute(place),
        published=day,
        updated=max(_updated(article), day),  # what changed before that noon, it came with
        date=wording.date(article.date).machine,
        text=_NOT_XML.sub("", text),
        authors=tuple(_NOT_XML.sub("", one) for one in article.authors or (article.source.name,)),
        topics=tuple(tag.title for tag in article_item(desk, shown).tags),
        lang=article.lang if article.lang != wording.lang else "",
    )


def _id(desk: Desk, place: str) -> str:
    """Return the address, which never changes, or without a base URL a name made from it."""
    url = desk.absolute(place)
    return url if desk.corpus.dossier.base_url else uuid.uuid5(uuid.NAMESPACE_URL, url).urn


def _updated(article: Article) -> str:
    """Return when the entry last changed, as the module's docstring says."""
    told = (article.source.accessed, article.modified, *(one.date for one in article.corrections))
    return max(map(moment, told)) or moment(article.date) or NEVER


def moment(text: str) -> str:
    """Write a time for feeds: noon of a day that is sure, of a longer span the noon after it.

    >>> moment("2023-09-13"), moment("2023-09"), moment("")
    ('2023-09-13T12:00:00Z', '2023-10-01T12:00:00Z', '')
    """
    if edtf.is_moment(text):
        known = datetime.fromisoformat(text)
        if known.tzinfo:
            return _written(known.astimezone(UTC))
        text = text.partition("T")[0]
    span = edtf.parse(text)
    if span and span.last == date.max:  # an open end: what is known is its beginning
        span = edtf.parse(text.partition("/")[0])
    if not span or span.last == date.max:
        return ""
    return _day(text) or _written(datetime.combine(span.last + timedelta(1), _NOON, UTC))


def _day(text: str) -> str:
    """Write a day that is known and sure, else ""."""
    span = edtf.parse(text)
    if not span or span.precision != "day" or span.uncertain or span.approximate:
        return ""
    return _written(datetime.combine(span.first, _NOON, UTC))


def _written(known: datetime) -> str:
    return f"{known.replace(microsecond=0, tzinfo=None).isoformat()}Z"
