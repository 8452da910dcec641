"""`/data/`: all that the site knows, for machines and for reference managers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dossier.rendering import bibtex, citing, csljson, data, linked, ris, tables
from dossier.rendering.pages import Desk
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


def data_files(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its path in the site."""
    corpus = desk.corpus
    yield "data/dossier.json", data.encode(corpus)
    yield "data/dossier.schema.json", _schema()
    yield "data/articles.csv", tables.articles(corpus)
    yield "data/passages.csv", tables.passages(corpus)
    yield "data/voices.csv", tables.voices(corpus)
    yield "data/events.csv", tables.events(corpus)
    yield "data/mentions.csv", tables.mentions(corpus)
    yield "data/csv-metadata.json", tables.schema()
    cited = list(citing.everything(desk))
    yield "data/dossier.bib", bibtex.encode(cited).encode("utf-8")
    yield "data/dossier.ris", ris.encode(cited).encode("utf-8")
    yield "data/dossier.csl.json", csljson.encode(cited)


def _schema() -> bytes:
    """Return the JSON Schema (2020-12) of `dossier.json`, from the types that write it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dossier.json",
        **msgspec.json.schema(data.Data),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=1) + b"\n"
