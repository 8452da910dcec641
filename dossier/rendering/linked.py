"""What search engines read of a page: JSON-LD in the words of schema.org.

It says what the page says, cut by the same rights; what is unknown has no key.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

import msgspec
from markupsafe import Markup

from dossier import edtf, urls
from dossier.found import Event, MentionKind, Voice
from dossier.rendering.history import modified_day
from dossier.rendering.named import Appearances
from dossier.rendering.pages import Desk
from dossier.rendering.pieces import Html
from dossier.rendering.rights import Shown

Thing = dict[str, Any]
_HEADLINE = 110  # characters that Google shows of a headline
_MOST_NAMES = 60  # of a page: about 8 kB
_TYPES: dict[MentionKind, str] = {
    "person": "Person",
    "place": "Place",
    "organisation": "Organization",
}
# A data block ends at the first "</script"; these never stand in it.
_ESCAPED = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def encode(*things: Thing) -> Html:
    """Write things as the content of a `<script type="application/ld+json">`."""
    graph = things[0] if len(things) == 1 else {"@graph": list(things)}
    written = msgspec.json.encode({"@context": "https://schema.org", **graph}).decode()
    for character, escaped in _ESCAPED.items():
        written = written.replace(character, escaped)
    return Markup(written)  # noqa: S704 - JSON without a character that HTML knows


def _known(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value not in ("", (), [], {}, None)}


def iso(date: str) -> str:
    """Return a date as ISO 8601 can say it: a day, a month, a year, a period; else ""."""
    span = edtf.parse(date)
    if span is None or span.precision == "season" or "X" in date or ".." in date:
        return ""
    return "/".join(side.rstrip("?~%") for side in date.split("/"))


def article(desk: Desk, shown: Shown) -> Html:
    """Describe an article with its quotations, events and corrections."""
    one = shown.article
    page = desk.absolute(urls.article_href(one.id))
    news = _known(
        {
            "@type": "NewsArticle",
            "@id": page,
            "url": page,
            "headline": one.title[:_HEADLINE],
            "name": one.title if len(one.title) > _HEADLINE else "",
            "datePublished": iso(one.date) if "/" not in one.date else "",
            "dateModified": one.modified if modified_day(one.modified) else "",
            "inLanguage": one.lang,
            "author": [{"@type": "Person", "name": name} for name in one.authors],
            "publisher": organisation(one.source.name),
            "creditText": ", ".join(one.source.agency),
            "isBasedOn": one.source.url,
            "archivedAt": one.source.archive_url,
            "about": [_topic(desk, topic) for topic in _topics(desk, shown)],
            "isPartOf": _part_of(desk),
            "correction": [
                _known(
                    {
                        "@type": "CorrectionComment",
                        "datePublished": iso(correction.date),
                        "text": correction.text,
                    }
                )
                for correction in one.corrections
            ],
            "hasPart": [_quotation(page, voice, one.lang) for voice in _quoted(shown)],
            "mentions": [_event(page, event) for event in shown.found.events if iso(event.date)],
        }
    )
    return encode(news)


def organisation(name: str) -> Thing:
    """Describe an outlet; {} for one without a name."""
    return {"@type": "NewsMediaOrganization", "name": name} if name else {}


def place(name: str) -> Thing:
    """Describe a place of which only the name is known."""
    return {"@type": "Place", "name": name}


def named(one: Appearances, url: str) -> Thing:
    """Describe a person, a place or an organisation that has its entry at `url`."""
    entry = one.entry
    geo: Thing = {}
    if entry.lat is not None and entry.lon is not None:
        geo = {"@type": "GeoCoordinates", "latitude": entry.lat, "longitude": entry.lon}
    return _known(
        {
            "@type": _TYPES[entry.kind],
            "name": entry.name,
            "alternateName": [*one.aliases],
            "url": url,
            "geo": geo,
        }
    )


def names(desk: Desk, title: str, href: str, things: Iterable[Thing]) -> Html:
    """Describe a list of names, as far as it is not too long for what a reader asked for."""
    return encode(
        _known(
            {
                "@type": "CollectionPage",
                "name": title,
                "url": desk.absolute(href),
                "inLanguage": desk.wording.lang,
                "isPartOf": _part_of(desk),
                "about": list(islice(things, _MOST_NAMES)),
            }
        )
    )


def _topics(desk: Desk, shown: Shown) -> list[str]:
    held = {
        topic
        for block in shown.article.passages
        for topic in desk.corpus.topics_of[shown.article.id, block.id]
    }
    return [topic for topic in desk.tags if topic in held]


def _topic(desk: Desk, topic: str) -> Thing:
    tag = desk.tags[topic]
    return {"@type": "Thing", "name": tag.title, "url": desk.absolute(tag.href)}


def _part_of(desk: Desk) -> Thing:
    site = desk.corpus.dossier.title
    return {"@type": "Collection", "name": site, "url": desk.absolute("")}


def _quoted(shown: Shown) -> list[Voice]:
    return [voice for voice in shown.found.voices if voice.kind == "direct"]


def _quotation(page: str, voice: Voice, lang: str) -> Thing:
    speaker = {"@type": "Person", "name": voice.speaker} if voice.speaker else {}
    return _known(
        {
            "@type": "Quotation",
            "text": voice.text,
            "url": f"{page}#{voice.passage}",
            "inLanguage": lang,
            "spokenByCharacter": speaker,
        }
    )


def _event(page: str, event: Event) -> Thing:
    start, _, end = iso(event.date).partition("/")
    return _known(
        {
            "@type": "Event",
            "name": event.text,
            "startDate": start,
            "endDate": end,
            "url": f"{page}#{event.passage}",
            "location": place(event.place) if event.place else {},
        }
    )


def topic(desk: Desk, title: str, description: str, href: str) -> Html:
    """Describe a topic's page."""
    return encode(
        _known(
            {
                "@type": "CollectionPage",
                "name": title,
                "description": description,
                "url": desk.absolute(href),
                "inLanguage": desk.wording.lang,
                "isPartOf": _part_of(desk),
            }
        )
    )


def dataset(desk: Desk, files: Iterable[tuple[str, str]]) -> Html:
    """Describe the dossier as data; `files` are addresses and media types."""
    dossier = desk.corpus.dossier
    return encode(
        _known(
            {
                "@type": "Dataset",
                "name": dossier.title,
                "description": dossier.standfirst or dossier.title,
                "url": desk.absolute("data/"),
                "inLanguage": desk.wording.lang,
                "temporalCoverage": _coverage(desk),
                "distribution": [
                    {"@type": "DataDownload", "contentUrl": desk.shared(href),
                     "encodingFormat": kind}
                    for href, kind in files
                ],
            }
        )
    )  # fmt: skip


def _coverage(desk: Desk) -> str:
    """Return the dates of the articles, from the first to the last."""
    shown = desk.corpus.shown
    names = tuple(shown)  # oldest first
    oldest = _first_known(shown[name].article.date for name in names)
    newest = _first_known(shown[name].article.date for name in reversed(names))
    first, last = oldest.partition("/")[0], newest.rpartition("/")[-1]
    return first if first == last else f"{first}/{last}"


def _first_known(dates: Iterable[str]) -> str:
    """Return the first that ISO can say, "" if there is none."""
    return next(filter(None, map(iso, dates)), "")


def website(desk: Desk) -> Html:
    """Describe the site, with its search for those who offer one.

    What it is about stands in the head and in the data's description.
    """
    dossier = desk.corpus.dossier
    target = desk.absolute("search/") + "?q={query}"
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": target},
        "query-input": "required name=query",
    }
    return encode(
        _known(
            {
                "@type": "WebSite",
                "name": dossier.title,
                "url": desk.absolute(""),
                "inLanguage": desk.wording.lang,
                "potentialAction": search if dossier.has_search and dossier.base_url else {},
            }
        )
    )
