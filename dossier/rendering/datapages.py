"""`/data/`: all that the site knows, for machines and for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from dossier.rendering import bibtex, citing, csljson, data, linked, ris, tables
from dossier.rendering.pages import Desk
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


def data_sheets(desk: Desk) -> Iterator[Sheet[bytes]]:
    """Yield each file of `/data/`."""
    corpus = desk.corpus
    cited = list(citing.everything(desk))
    makers: dict[str, Callable[[], bytes]] = {
        "dossier.json": lambda: data.encode(corpus),
        "dossier.schema.json": _schema,
        "articles.csv": lambda: tables.articles(corpus),
        "passages.csv": lambda: tables.passages(corpus),
        "voices.csv": lambda: tables.voices(corpus),
        "events.csv": lambda: tables.events(corpus),
        "mentions.csv": lambda: tables.mentions(corpus),
        "csv-metadata.json": tables.schema,
        "dossier.bib": lambda: bibtex.encode(cited).encode("utf-8"),
        "dossier.ris": lambda: ris.encode(cited).encode("utf-8"),
        "dossier.csl.json": lambda: csljson.encode(cited),
    }
    for name, _ in _FILES:
        yield Sheet(f"data/{name}", makers[name])


def _schema() -> bytes:
    """Return the JSON Schema (2020-12) of `dossier.json`, from the types that write it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dossier.json",
        **msgspec.json.schema(data.Data),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=1) + b"\n"
