"""The dossier's data as CSV: one table each for articles, passages, voices, events, mentions.

RFC 4180, UTF-8 with a byte-order mark, as spreadsheets guess wrongly without one. A cell that a
spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.model import PassageKey
from dossier.rendering.corpus import Corpus
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


def encode(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table."""
    buffer = io.BytesIO(_BYTE_ORDER_MARK)
    buffer.seek(0, io.SEEK_END)
    text = io.TextIOWrapper(buffer, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(map(_cells, rows))
    text.flush()
    return buffer.getvalue()


def _cells(row: Iterable[object]) -> list[object]:
    return [
        f"'{value}" if type(value) is str and value[:1] in _FORMULA else value for value in row
    ]  # the number -77.0 is a degree and no formula


def articles(corpus: Corpus) -> bytes:
    """Return a row for each article that is shown."""
    return encode(ARTICLES, (_article(shown) for shown in corpus.shown.values()))


def _article(shown: Shown) -> Sequence[object]:
    one = shown.article
    source = one.source
    return (
        one.id, one.title, one.date, one.lang, "; ".join(one.authors), source.name,
        "; ".join(source.agency), shown.rights, source.url, f"articles/{one.id}/",
    )  # fmt: skip


def passages(corpus: Corpus) -> bytes:
    """Return a row for each passage in each topic, in the order of its pages."""
    return encode(PASSAGES, _passages(corpus))


def _passages(corpus: Corpus) -> Iterator[Sequence[object]]:
    for topic in corpus.dossier.topics:
        for one in corpus.passages_in(topic.id):
            if one.shown:
                number = one.shown.numbers.get(one.passage, "")
                why = "; ".join(one.item.why)
                yield (
                    topic.id, one.item.article, one.passage, number, one.item.score, why,
                    one.state, one.markdown,
                )  # fmt: skip


def voices(corpus: Corpus) -> bytes:
    """Return a row for each statement."""
    rows = (
        (
            shown.article.id, voice.passage, shown.numbers.get(voice.passage, ""),
            voice.speaker, voice.kind, voice.cue, voice.text,
        )
        for shown in corpus.shown.values()
        for voice in shown.found.voices
    )  # fmt: skip
    return encode(VOICES, rows)


def events(corpus: Corpus) -> bytes:
    """Return a row for each dated event; dates are EDTF."""
    rows = (
        (
            shown.article.id, event.passage, shown.numbers.get(event.passage, ""),
            event.date, event.modifier, corpus.dossier.register.place(event.place), event.text,
        )
        for shown in corpus.shown.values()
        for event in shown.found.events
    )  # fmt: skip
    return encode(EVENTS, rows)


def mentions(corpus: Corpus) -> bytes:
    """Return a row for each passage and each person, place or organisation that it names.

    What is said of a name is written once, for all its rows: a dossier has ten for each name.
    """
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(MENTIONS)
    ends = {  # ids need no quoting
        (name, passage): f",{name},{passage},{number}\r\n"
        for name, shown in corpus.shown.items()
        for passage, number in shown.numbers.items()
    }
    for kind, names in corpus.named.items():
        for one in names:
            entry = one.entry
            place = (_known(entry.lat), _known(entry.lon))
            about = _start((kind, entry.name, "; ".join(one.aliases), *place))
            text.write("".join([about + _end(ends, key) for key in one.passages]))
    return _BYTE_ORDER_MARK + text.getvalue().encode()


def _end(ends: Mapping[PassageKey, str], key: PassageKey) -> str:
    """Write the last cells of a row; a passage that is not shown has no number."""
    return ends.get(key) or f",{key[0]},{key[1]},\r\n"


def _start(row: Iterable[object]) -> str:
    """Write the first cells of a row."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="").writerow(_cells(row))
    return text.getvalue()


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
