from __future__ import annotations

import csv
import io
import json

import pytest
from rendering.test_corpus import article, dossier, rich

from dossier.rendering import tables
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.parts import Parts
from dossier.rendering.partsof import Rows


def rows(made: Dossier) -> Rows:
    return Rows(corpus(made))


def read(table: Parts) -> list[dict[str, str]]:
    data = table.whole()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_article_has_a_row() -> None:
    found = {row["id"]: row for row in read(tables.articles(rows(rich())))}
    assert len(found) == 5
    assert found["2023-09-eins"]["source"] == "Die Zeitung"
    assert found["2023-09-eins"]["agencies"] == "Tass"
    assert found["2023-09-13-zwei"]["title"] == 'English <b>title</b> & "more"'
    assert found["2023-09-13-zwei"]["page"] == "articles/2023-09-13-zwei/"


def test_passages_voices_and_events_name_their_place() -> None:
    made = rows(rich())
    passages = read(tables.passages(made))
    assert {row["topic"] for row in passages} == {"missiles", "summit"}
    assert all(row["passage"].startswith("p-") for row in passages)
    voices = read(tables.voices(made))
    assert [row["speaker"] for row in voices].count("Sprecher <i>") == 2
    assert {row["paragraph"] for row in voices} == {"1"}
    assert {row["date"] for row in read(tables.events(made))} >= {"2019~", "198X", "2023-08"}


def test_rights_hold_here_too() -> None:
    made = rows(rich(excerpt_chars=270))
    for table in (
        tables.articles, tables.passages, tables.voices, tables.events, tables.mentions
    ):  # fmt: skip
        assert "nicht zu sehen" not in table(made).whole().decode()


@pytest.mark.parametrize("title", ["=1+1", "+49", "-x", "@cmd", "\tx"])
def test_no_cell_is_a_formula(title: str) -> None:
    (row,) = read(tables.articles(rows(dossier(article("a", "T.", title=title)))))
    assert row["title"] == f"'{title}"


def test_each_passage_that_names_something_has_a_row() -> None:
    made = rows(rich())
    found = read(tables.mentions(made))
    assert [(row["kind"], row["name"], row["article"]) for row in found] == [
        ("place", "Seoul", "2023-09-eins")
    ]
    assert found[0]["passage"] in made.corpus.shown["2023-09-eins"].numbers
    assert found[0]["paragraph"] == "1"


def test_the_schema_names_the_columns_of_each_table() -> None:
    made = rows(rich())
    schema = json.loads(tables.schema())
    assert schema["@context"] == "http://www.w3.org/ns/csvw"
    for table in schema["tables"]:
        data = getattr(tables, table["url"].removesuffix(".csv"))(made)
        columns = table["tableSchema"]["columns"]
        assert list(read(data)[0]) == [column["titles"] for column in columns]
        for column in columns:
            values = [row[column["titles"]] for row in read(data)]
            if column["datatype"] != "string":
                assert all(float(value) >= -180 for value in values if value)
