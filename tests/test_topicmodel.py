from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from helpers_project import make, put

from dossier import topicmodel
from dossier.effects.project import Project
from dossier.errors import DossierError
from dossier.understanding.likeness import Model

MODEL = Model(
    topics=("regen", "sturm"),
    key="abc",
    passages=3,
    typical=1.25,
    terms={"orkan": 1.1, "regen": 0.9},
    weights={"*stöß": (1, -2), "tropfen": (30, -4)},
)
TEXT = """\
---
title: Vom Wetter
date: 2023-05
---

Der Regen fiel in großen Tropfen auf {0}.

Der Niederschlag füllte die Pfützen in {0}, und die Tropfen prasselten.

Der Sturm warf in {0} Bäume um, Böen rissen Ziegel herab.

Ein Orkan mit Böen zog über {0}.
"""


def weather(folder: Path) -> Project:
    names = ("Kiel", "Husum", "Emden", "Wismar")
    return make(folder, articles={f"{name.lower()}.md": TEXT.format(name) for name in names})


def current(home: Project) -> Model | None:
    with contextlib.closing(topicmodel.cache(home)) as store:
        return topicmodel.current(home, store)


def test_a_model_is_written_and_read_again() -> None:
    text = topicmodel.render(MODEL)
    assert topicmodel.parse(text.encode(), "model.json") == MODEL
    assert topicmodel.render(topicmodel.parse(text.encode(), "")) == text


def test_each_entry_has_a_line_of_its_own() -> None:
    lines = topicmodel.render(MODEL).splitlines()
    assert '"tropfen": [30,-4]' in lines
    assert '"orkan": 1.1,' in lines


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        topicmodel.render(MODEL).replace('"format": 1', '"format": 9').encode(),
        topicmodel.render(MODEL).replace("[30,-4]", "[30]").encode(),
    ],
)
def test_what_is_no_model_says_how_to_make_one(data: bytes) -> None:
    with pytest.raises(DossierError) as caught:
        topicmodel.parse(data, "content/topics/model.json")
    assert caught.value.where == "content/topics/model.json"
    assert "dossier topics train" in caught.value.hint


def test_without_a_file_the_articles_teach(tmp_path: Path) -> None:
    home = weather(tmp_path)
    model = current(home)
    assert model
    assert model.passages == 16
    assert model.weights["tropfen"][0] > 0
    assert topicmodel.stored(home) is None


def test_it_is_the_same_with_and_without_the_cache(tmp_path: Path) -> None:
    home = weather(tmp_path)
    first = current(home)
    assert current(home) == first
    for path in sorted(home.cache.iterdir()):
        path.unlink()
    assert current(home) == first


def test_with_a_file_nothing_is_learned_anew(tmp_path: Path) -> None:
    home = weather(tmp_path)
    put(home, "content/topics/model.json", topicmodel.render(MODEL))
    assert current(home) == MODEL


def test_originals_teach_as_long_as_nothing_was_added(tmp_path: Path) -> None:
    names = ("Kiel", "Husum", "Emden", "Wismar")
    home = make(tmp_path, originals={f"{name}.md": TEXT.format(name) for name in names})
    put(home, "content/originals/empty.txt", "")
    model = current(home)
    assert model
    assert model.passages == 16


def test_too_little_gives_no_model(tmp_path: Path) -> None:
    assert current(make(tmp_path)) is None
