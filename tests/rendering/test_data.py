from __future__ import annotations

import json
from typing import Any

import msgspec
from rendering.test_corpus import article, dossier, rich

from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.data import parts
from dossier.rendering.datarows import Data
from dossier.rendering.partsof import Rows


def data(made: Dossier) -> Any:  # noqa: ANN401 - JSON
    raw = parts(Rows(corpus(made))).whole()
    assert raw.endswith(b"}\n")
    # Put together of its parts it is what its types say, to the byte.
    assert msgspec.json.encode(msgspec.json.decode(raw, type=Data)) + b"\n" == raw
    return json.loads(raw)


def test_the_file_has_the_shape_that_the_design_promises() -> None:
    made = data(rich())
    assert list(made) == [
        *("dossier", "articles", "topics", "voices", "events", "key_sentences", "mentions"),
        "copies",
    ]
    assert made["dossier"]["title"] == "Probe & Dossier"
    wanted = {
        "articles": {"id", "title", "date", "lang", "source", "rights", "url", "original",
                     "blocks"},
        "topics": {"id", "title", "passages"},
        "voices": {"article", "passage", "text", "speaker", "kind", "cue"},
        "events": {"article", "passage", "date", "text", "place"},
    }  # fmt: skip
    for name, keys in wanted.items():
        assert made[name]
        assert all(keys <= set(row) for row in made[name]), name
    row = made["topics"][0]["passages"][0]
    assert {"article", "passage", "score", "why", "state", "edited"} <= set(row)
    assert set(made["mentions"]) == {"people", "places", "organisations"}


def test_only_captions_have_a_credit() -> None:
    (one,) = [one for one in data(rich())["articles"] if one["id"] == "2023-09-eins"]
    assert {block["type"] for block in one["blocks"]} == {
        "paragraph", "crosshead", "list", "caption", "quote",
    }  # fmt: skip
    given = {block["type"]: block.get("credit") for block in one["blocks"]}
    assert given["caption"] == "dpa"
    assert [kind for kind, credit in given.items() if credit is not None] == ["caption"]
    assert one["url"] == "articles/2023-09-eins/"
    assert one["source"]["agency"] == ["Tass"]


def test_offsets_point_at_the_text() -> None:
    made = data(rich())
    texts = {
        (one["id"], block["id"]): block["text"]
        for one in made["articles"]
        for block in one["blocks"]
    }
    for row in (*made["voices"], *made["events"]):
        text = texts[row["article"], row["passage"]]
        assert text[row["start"] : row["end"]] == row["text"]


def test_states_of_passages_are_told() -> None:
    made = data(rich())
    states = [row["state"] for row in made["topics"][0]["passages"]]
    assert states == [
        "assigned",
        "assigned",
        "assigned",
        "edited",
        "assigned",
        "assigned",
        "editor",
    ]
    assert [row["edited"] for row in made["topics"][0]["passages"]].count(True) == 1


def test_titles_are_in_the_dossiers_language() -> None:
    assert data(rich(lang="en"))["topics"][0]["title"] == "Topic missiles"
    assert data(rich())["topics"][0]["title"] == "Thema missiles"


def test_rights_hold_in_the_data_too() -> None:
    secret = article("secret", "Geheim ist das.", rights="private")
    cut = article("cut", "Sichtbar ist nur der Anfang davon.", rights="excerpt")
    made = data(dossier(secret, cut, excerpt_chars=18))
    assert [one["id"] for one in made["articles"]] == ["cut"]
    assert [block["text"] for block in made["articles"][0]["blocks"]] == ["Sichtbar ist nur …"]
    assert made["articles"][0]["rights"] == "excerpt"
