"""`/data/`: all that the site knows, for machines and for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from dossier.rendering import bibtex, citing, csljson, data, linked, novelties, ris, tables
from dossier.rendering.datarows import Data
from dossier.rendering.pages import Desk
from dossier.rendering.parts import Parts
from dossier.rendering.partsof import Rows
from dossier.rendering.sheets import Sheet
from dossier.rendering.views import DataFile, DataView

_FILES = (
    ("dossier.json", "application/json"),
    ("dossier.schema.json", "application/schema+json"),
    ("articles.csv", "text/csv"),
    ("passages.csv", "text/csv"),
    ("voices.csv", "text/csv"),
    ("events.csv", "text/csv"),
    ("mentions.csv", "text/csv"),
    ("csv-metadata.json", "application/csvm+json"),
    ("dossier.bib", "application/x-bibtex"),
    ("dossier.ris", "application/x-research-info-systems"),
    ("dossier.csl.json", "application/vnd.citationstyles.csl+json"),
)


def data_view(desk: Desk) -> DataView:
    """Return the page that lists the files."""
    wording, site = desk.wording, desk.corpus.dossier.title
    title = wording.text("nav_data")
    listed = [(f"data/{name}", kind) for name, kind in _FILES]
    return DataView(
        chrome=desk.chrome(
            "data",
            "data/",
            title=title,
            description=wording.text("description_data", site=site),
            linked=linked.dataset(desk, listed),
        ),
        title=title,
        files=tuple(
            DataFile(
                name=name,
                href=f"data/{name}",
                kind=kind,
                text=wording.text(f"data_{name.replace('.', '_').replace('-', '_')}"),
            )
            for name, kind in _FILES
        ),
        citation=citing.box(desk, citing.of_dossier(desk)),
    )


def data_sheets(desk: Desk, rows: Rows) -> Iterator[Sheet[Parts | bytes]]:
    """Yield each file of `/data/` that its page lists."""
    makers: dict[str, Callable[[], Parts | bytes]] = {
        "dossier.json": partial(data.parts, rows),
        "dossier.schema.json": _schema,
        "articles.csv": partial(tables.articles, rows),
        "passages.csv": partial(tables.passages, rows),
        "voices.csv": partial(tables.voices, rows),
        "events.csv": partial(tables.events, rows),
        "mentions.csv": partial(tables.mentions, rows),
        "csv-metadata.json": tables.schema,
        "dossier.bib": partial(citing.everything, desk, rows, bibtex.FILE),
        "dossier.ris": partial(citing.everything, desk, rows, ris.FILE),
        "dossier.csl.json": partial(citing.everything, desk, rows, csljson.FILE),
    }
    for name, _ in _FILES:
        yield Sheet(f"data/{name}", makers[name])


def record_sheet(rows: Rows) -> Sheet[Parts]:
    """Return the record of what is shown, for the next publication."""
    return Sheet(novelties.FILE, partial(novelties.parts, rows))


def _schema() -> bytes:
    """Return the JSON Schema (2020-12) of `dossier.json`, from the types that write it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dossier.json",
        **msgspec.json.schema(Data),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=1) + b"\n"
