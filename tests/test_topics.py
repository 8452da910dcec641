from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers_project import build, make, put, run
from test_topicmodel import weather

from dossier import topicmodel
from dossier.effects import embedding
from dossier.effects.project import Project
from dossier.topics import suggest, train

BEES = """\
---
title: Von Bienen
date: 2023-06
---

Die Imker in {0} zählten ihre Bienen und den Honig.

In {0} schwärmten Bienen, sagen Imker, und der Honig floss.
"""


def test_training_writes_the_same_file_every_time(tmp_path: Path) -> None:
    home = weather(tmp_path)
    done = run(home, "topics", "train")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "16 passages" in done.stdout
    first = topicmodel.path_of(home).read_bytes()
    assert train(home) == topicmodel.stored(home)
    assert topicmodel.path_of(home).read_bytes() == first


def test_too_little_to_learn_from_is_said(tmp_path: Path) -> None:
    done = run(make(tmp_path), "topics", "train")
    assert done.exit_code == 1
    assert "too little to learn from" in done.stderr


def test_a_model_changes_no_page_and_an_article_no_model(tmp_path: Path) -> None:
    home = weather(tmp_path)
    build(home)
    pages = {path: path.read_bytes() for path in home.topics.rglob("*.md")}
    train(home)
    before = topicmodel.path_of(home).read_bytes()
    build(home)
    assert {path: path.read_bytes() for path in home.topics.rglob("*.md")} == pages
    put(home, "content/articles/bees.md", BEES.format("Leer"))
    build(home)
    assert topicmodel.path_of(home).read_bytes() == before


def test_what_topics_miss_is_proposed(tmp_path: Path) -> None:
    home = weather(tmp_path)
    for name in ("Leer", "Stade", "Norden"):
        put(home, f"content/articles/bees-{name.lower()}.md", BEES.format(name))
    put(
        home,
        "content/articles/thin.md",
        "---\ntitle: X\n---\n\nBöen rissen die Bäume um und warfen Ziegel herab.\n",
    )
    found = json.loads(run(home, "topics", "suggest", "--json").stdout)
    rows = {row["topic"]: row for row in found["topics"]}
    assert "Böen" in rows["sturm"]["terms"]
    assert "Tropfen" in rows["regen"]["terms"]
    assert [one["article"] for one in rows["sturm"]["suggested"]] == ["thin"]
    assert {"Imker", "Bienen", "Honig"} <= set(found["new"][0]["keywords"])
    assert not found["outdated"]
    text = run(home, "topics", "suggest").stdout
    assert "terms to consider: Böen" in text
    assert "waiting for you: 1" in text
    assert "new topic? 6 passages:" in text


def test_a_thin_topic_and_an_old_model_are_named(tmp_path: Path) -> None:
    home = weather(tmp_path)
    train(home)
    config = home.root / "dossier.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("[search]", '[[topics]]\nid = "schnee"\ntitle = "Schnee"\n\n[search]'),
        encoding="utf-8",
    )
    found = suggest(home)
    assert found["outdated"]
    assert {row["topic"]: row["thin"] for row in found["topics"]} == {
        "regen": False,
        "sturm": False,
        "schnee": True,
    }
    said = run(home, "topics", "suggest").stdout
    assert said.startswith("The topics have changed")
    assert "schnee: 0 passages, thin" in said


def test_a_broken_model_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    home = weather(tmp_path)
    put(home, "content/topics/model.json", "{}")
    done = run(home, "topics", "suggest")
    assert done.exit_code == 1
    assert "content/topics/model.json: error: this is no model" in done.stderr


def test_with_the_extra_meaning_suggests_too(
    tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert package.is_file()
    home = weather(tmp_path / "home")
    put(home, "content/articles/wind.md", "---\ntitle: X\n---\n\nNur Wind und wieder Wind.\n")
    done = run(home, "topics", "train")
    assert (done.exit_code, done.stderr) == (0, "")
    model = topicmodel.stored(home)
    assert model
    assert model.meaning
    assert _storm(home) > 0
    assert run(home, "topics", "suggest").exit_code == 0
    with_it = _storm(home)
    monkeypatch.setattr(embedding, "available", lambda: False)
    assert _storm(home) < with_it


def _storm(home: Project) -> float:
    seen = json.loads(run(home, "explain", "wind", "--json").stdout)
    rows = [*seen["topics"], *seen["runners_up"]]
    return max((float(row["score"]) for row in rows if row["topic"] == "sturm"), default=0.0)
