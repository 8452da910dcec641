"""The search page: its facets, the suggestions, and the index that small dossiers have built in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from dossier import bundles, urls
from dossier.model import Block
from dossier.rendering import searchdata
from dossier.rendering.articlepages import has_own_text
from dossier.rendering.entries import Facet, FacetValue
from dossier.rendering.pages import Desk
from dossier.rendering.rights import Shown
from dossier.rendering.views import SearchView
from dossier.settings import text_in

PASSAGES = "search/passages.js"
TERMS = "search/terms.json"
_SMALL = 2_000  # passages: so many are read from end to end in less than a blink
_VALUES = 30  # of a facet stand in the page; the script adds others as they are found
_TERMS = 400  # suggestions: 10 kB, 2 kB compressed
_FACETS = ("topic", "year", "person", "place", "source", "lang", "kind")


def search_view(desk: Desk) -> SearchView:
    """Return the search page."""
    title = desk.wording.text("nav_search")
    description = desk.wording.text("description_search", site=desk.corpus.dossier.title)
    counts = _counts(desk)
    months = sorted(counts["date"])
    return SearchView(
        chrome=desk.chrome("search", "search/", title=title, description=description),
        title=title,
        facets=tuple(_facet(desk, name, counts[name]) for name in _FACETS),
        months=tuple((month, desk.wording.date(month).text) for month in months),
        bundles=_bundles(desk),
        passages=PASSAGES if _is_small(desk) else "",
        terms=TERMS,
        date_fields=desk.date_fields(),
    )


def _bundles(desk: Desk) -> tuple[str, ...]:
    """Return the folders of the index, without those in which no article is found."""
    shown = desk.corpus.shown
    held = [
        bundle.path
        for bundle in bundles.divide(shown)
        if any(has_own_text(desk, shown[one]) for one in bundle.articles)
    ]
    return tuple(held) or (bundles.FOLDER,)


def _counts(desk: Desk) -> dict[str, Counter[str]]:
    """Count the articles of each value of each facet."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*_FACETS, "date")}
    index = desk.corpus.index
    held = Counter(chain.from_iterable([noted.facets for noted in index.articles.values()]))
    for (name, value), number in held.items():
        counts[name][value] += number
        if name == "date":
            counts["year"][value[:4]] += number
    for key, mark in desk.names.facets.items():
        name, _, value = mark.partition(".")
        counts[name][value] += index.names[key].articles
    counts["topic"] = Counter({topic: counts["topic"][topic] for topic in desk.tags})
    return counts


def _facet(desk: Desk, name: str, counts: Counter[str]) -> Facet:
    values = sorted(counts, key=lambda value: (-counts[value], value))[:_VALUES]
    if name == "topic":
        values = list(desk.tags)
    if name == "year":
        values.sort(reverse=True)
    return Facet(
        name=name,
        title=desk.wording.text(f"search_facet_{name}"),
        values=tuple(_value(desk, name, value) for value in values),
    )


def _value(desk: Desk, name: str, value: str) -> FacetValue:
    if name == "topic":
        tag = desk.tags[value]
        return FacetValue(value=value, text=tag.title, href=tag.href, hue=tag.hue)
    if name == "kind":
        return FacetValue(value=value, text=desk.wording.text(f"search_kind_{value}"))
    if name == "lang":
        text = str(desk.wording.strings.get(f"language_{value}", value))
        return FacetValue(value=value, text=text)
    return FacetValue(value=value, text=value.replace("_", " "))


def _is_small(desk: Desk) -> bool:
    return sum(desk.corpus.passages.values()) <= _SMALL


def search_terms(desk: Desk) -> bytes:
    """Write the suggestions, which are an edition's own."""
    return msgspec.json.encode(terms(desk))


def search_files(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """Yield what the search pages of all editions load: the built-in index while it is small."""
    if _is_small(desk):
        rows = [_row(desk, shown) for shown in desk.corpus.shown.values()]
        yield PASSAGES, b"window.dossierPassages = " + msgspec.json.encode(rows) + b";\n"


def terms(desk: Desk) -> list[tuple[str, ...]]:
    """Return what may be suggested, with its kind: topics and terms, names, outlets, speakers.

    A topic and its terms lead to the topic's page: they need not stand in any article.
    """
    found: dict[str, tuple[str, ...]] = {}
    for one in _terms(desk):
        found.setdefault(one[0], one)
        if len(found) == _TERMS:
            break
    return list(found.values())


def _terms(desk: Desk) -> Iterator[tuple[str, ...]]:
    lang = desk.wording.lang
    for topic in desk.corpus.dossier.topics:
        href = urls.topic_href(topic.id)
        yield text_in(topic.title, lang), "topic", href
        for term in topic.terms.get(lang) or topic.terms.get("", ()):
            yield term, "term", href
    for kind, names in desk.corpus.named.items():
        for one in names:
            yield from ((name, kind) for name in one.forms)
    shown = desk.corpus.shown.values()
    yield from _frequent((one.article.source.name for one in shown), "source")
    speakers = (voice.speaker for one in shown for voice in one.brief.voices)
    yield from _frequent((name for name in speakers if name[:1].isupper()), "person")


def _frequent(names: Iterable[str], kind: str) -> Iterator[tuple[str, str]]:
    counted = Counter(name for name in names if name)
    ordered = sorted(counted, key=lambda name: (-counted[name], name))
    yield from ((name, kind) for name in ordered)


def _row(desk: Desk, shown: Shown) -> dict[str, object]:
    """Return an article as the engine would describe it."""
    article, marks = shown.article, desk.marks_of(shown)
    filters: dict[str, list[str]] = {}
    for name, value in desk.filters_of(shown):
        filters.setdefault(name, []).append(value)
    return {
        "url": urls.article_href(article.id),
        "meta": {
            "title": article.title,
            "date": desk.wording.date(article.date).text,
            "words": searchdata.search_words(shown, desk.names),
            **dict(desk.other_dates(article.date)),
        },
        "sort": article.date,
        "filters": filters,
        "blocks": [
            (block.id, _text(block), "--".join(marks.get(block.id, ())))
            for block in article.blocks
            if not _is_repeated(desk, shown, block)
        ],
    }


def _text(block: Block) -> str:
    return f"{block.text} {block.credit}".strip()


def _is_repeated(desk: Desk, shown: Shown, block: Block) -> bool:
    wire = desk.corpus.wire
    return bool(wire.repeats(shown.article.id, block.id))
