from __future__ import annotations

import csv
import io

import pytest
from rendering.test_corpus import article, dossier, rich

from dossier.rendering import tables
from dossier.rendering.corpus import corpus


def read(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_article_has_a_row() -> None:
    rows = {row["id"]: row for row in read(tables.articles(corpus(rich())))}
    assert len(rows) == 5
    assert rows["2023-09-eins"]["source"] == "Die Zeitung"
    assert rows["2023-09-eins"]["agencies"] == "Tass"
    assert rows["2023-09-13-zwei"]["title"] == 'English <b>title</b> & "more"'
    assert rows["2023-09-13-zwei"]["page"] == "articles/2023-09-13-zwei/"


def test_passages_voices_and_events_name_their_place() -> None:
    made = corpus(rich())
    passages = read(tables.passages(made))
    assert {row["topic"] for row in passages} == {"missiles", "summit"}
    assert all(row["passage"].startswith("p-") for row in passages)
    voices = read(tables.voices(made))
    assert [row["speaker"] for row in voices].count("Sprecher <i>") == 2
    assert {row["paragraph"] for row in voices} == {"1"}
    assert {row["date"] for row in read(tables.events(made))} >= {"2019~", "198X", "2023-08"}


def test_rights_hold_here_too() -> None:
    made = corpus(rich(excerpt_chars=270))
    for table in (tables.articles, tables.passages, tables.voices, tables.events):
        assert "nicht zu sehen" not in table(made).decode()


@pytest.mark.parametrize("title", ["=1+1", "+49", "-x", "@cmd", "\tx"])
def test_no_cell_is_a_formula(title: str) -> None:
    (row,) = read(tables.articles(corpus(dossier(article("a", "T.", title=title)))))
    assert row["title"] == f"'{title}"
