"""The dossier's data as CSV: one table each for articles, passages, voices, events, mentions.

RFC 4180, UTF-8 with a byte-order mark, as spreadsheets guess wrongly without one. A cell that a
spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from functools import partial

from dossier.model import Register
from dossier.rendering.named import Appearances
from dossier.rendering.parts import Parts, Section
from dossier.rendering.partsof import Rows, places_renamed
from dossier.rendering.placed import Placed
from dossier.rendering.rights import Shown

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FORMULA = frozenset("=+-@\t\r")

ARTICLES = (
    "id", "title", "date", "lang", "authors", "source", "agencies", "rights", "url", "page"
)  # fmt: skip
PASSAGES = ("topic", "article", "passage", "paragraph", "score", "why", "state", "text")
VOICES = ("article", "passage", "paragraph", "speaker", "kind", "cue", "text")
MENTIONS = ("kind", "name", "aliases", "lat", "lon", "article", "passage", "paragraph")
EVENTS = ("article", "passage", "paragraph", "date", "modifier", "place", "text")


def articles(rows: Rows) -> Parts:
    """Return a row for each article that is shown."""
    return _table(ARTICLES, rows.by_article("articles", _article))


def _table(header: Sequence[str], *sections: Section) -> Parts:
    return Parts((_BYTE_ORDER_MARK + write([header]), *sections))


def write(values: Iterable[Iterable[object]]) -> bytes:
    """Write rows."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(map(_cells, values))
    return text.getvalue().encode()


def _cells(row: Iterable[object]) -> list[object]:
    return [
        f"'{value}" if type(value) is str and value[:1] in _FORMULA else value for value in row
    ]  # the number -77.0 is a degree and no formula


def _article(shown: Shown) -> bytes:
    one = shown.article
    source = one.source
    row = (
        one.id, one.title, one.date, one.lang, "; ".join(one.authors), source.name,
        "; ".join(source.agency), shown.rights, source.url, f"articles/{one.id}/",
    )  # fmt: skip
    return write([row])


def passages(rows: Rows) -> Parts:
    """Return a row for each passage in each topic, in the order of its pages."""
    topics = [topic.id for topic in rows.corpus.dossier.topics]
    return _table(PASSAGES, *(rows.in_topic(topic, partial(_passages, topic)) for topic in topics))


def _passages(topic: str, placed: Iterable[Placed]) -> bytes:
    return write(
        (
            topic, one.item.article, one.passage, one.shown.numbers.get(one.passage, ""),
            one.item.score, "; ".join(one.item.why), one.state, one.markdown,
        )
        for one in placed
        if one.shown
    )  # fmt: skip


def voices(rows: Rows) -> Parts:
    """Return a row for each statement."""
    return _table(VOICES, rows.by_article("voices", _voices))


def _voices(shown: Shown) -> bytes:
    return write(
        (
            shown.article.id, voice.passage, shown.numbers.get(voice.passage, ""),
            voice.speaker, voice.kind, voice.cue, voice.text,
        )
        for voice in shown.found.voices
    )  # fmt: skip


def events(rows: Rows) -> Parts:
    """Return a row for each dated event; dates are EDTF."""
    corpus = rows.corpus
    also = places_renamed(corpus)
    make = partial(_events, corpus.dossier.register)
    return _table(EVENTS, rows.by_article("events", make, also=also))


def _events(register: Register, shown: Shown) -> bytes:
    return write(
        (
            shown.article.id, event.passage, shown.numbers.get(event.passage, ""),
            event.date, event.modifier, register.place(event.place), event.text,
        )
        for event in shown.found.events
    )  # fmt: skip


def mentions(rows: Rows) -> Parts:
    """Return a row for each passage and each person, place or organisation that it names."""
    return _table(MENTIONS, *(rows.by_name(kind, _mentions) for kind in rows.corpus.named))


def _mentions(one: Appearances) -> bytes:
    """Write the rows of a name. What is said of the name is written once for all of them."""
    entry = one.entry
    place = (_known(entry.lat), _known(entry.lon))
    about = write([(entry.kind, entry.name, "; ".join(one.aliases), *place)])
    start = about.decode().removesuffix("\r\n")
    ends = [  # ids need no quoting
        f"{start},{article},{passage},{_known(number)}\r\n"
        for (article, passage), number in zip(one.passages, one.numbers, strict=True)
    ]
    return "".join(ends).encode()


def _known(value: float | None) -> float | str:
    return "" if value is None else value


_TABLES = {
    "articles": ARTICLES,
    "passages": PASSAGES,
    "voices": VOICES,
    "events": EVENTS,
    "mentions": MENTIONS,
}
_NUMBERS = {"paragraph": "integer", "score": "number", "lat": "number", "lon": "number"}
_LISTS = frozenset(("authors", "agencies", "why", "aliases"))


def schema() -> bytes:
    """Describe the columns of all tables, as "CSV on the Web" (W3C) has it."""
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "dialect": {"encoding": "utf-8", "header": True, "doubleQuote": True},
        "tables": [
            {
                "url": f"{name}.csv",
                "tableSchema": {"columns": [_column(column) for column in columns]},
            }
            for name, columns in _TABLES.items()
        ],
    }
    return json.dumps(described, ensure_ascii=False, indent=1).encode() + b"\n"


def _column(name: str) -> dict[str, str]:
    column = {"name": name, "titles": name, "datatype": _NUMBERS.get(name, "string")}
    return column | {"separator": "; "} if name in _LISTS else column
