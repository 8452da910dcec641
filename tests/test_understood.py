from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

import pytest
from helpers_project import RAIN, STORM, make, put

from dossier import understood
from dossier.content import Content, load_articles
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.model import MentionKind
from dossier.understanding import name_facts

PEOPLE = RAIN + "\nWladimir Putin sagte: „Es regnet.“ Später sprach Putin in Pjöngjang.\n"


def known(home: Project) -> tuple[Content, list[tuple[int, int]]]:
    """Return what the articles say, and the progress that was told."""
    told: list[tuple[int, int]] = []
    content = Content(config=home.config(), topics=home.config().topic_values())
    store = Store(home.cache / "cache.sqlite")
    try:
        load_articles(home, store, 1, content)
        understood.understand_all(store, 1, content, lambda done, of: told.append((done, of)))
    finally:
        store.close()
    return content, told


def test_what_an_article_says_is_found_out_once(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"a.md": PEOPLE, "b.md": STORM})
    first, told = known(home)
    assert told == [(2, 2)]
    assert [voice.speaker for voice in first.found["a"].voices] == ["Wladimir Putin"]
    again, told = known(home)
    assert (told, again.found) == ([], first.found)
    put(home, "content/articles/b.md", STORM + "\nNeues.\n")
    assert known(home)[1] == [(1, 1)]


def test_names_are_merged_again_only_when_an_article_has_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path, articles={"a.md": PEOPLE, "b.md": STORM})
    merged: list[int] = []
    honest = understood.register

    def watched(*given: object) -> object:
        merged.append(len(given))
        return honest(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(understood, "register", watched)
    first, _ = known(home)
    assert ("place", "Pjöngjang") in first.register.names
    put(home, "content/articles/b.md", STORM.replace("title: ", "title: Neu "))
    again, _ = known(home)
    assert (len(merged), again.register) == (1, first.register)
    put(home, "content/articles/b.md", STORM + "\nWladimir Putin sah zu.\n")
    known(home)
    assert len(merged) == 2


def test_what_follows_from_a_name_is_found_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    honest = name_facts.fact_of

    def watched(kind: MentionKind, name: str, lang: str) -> name_facts.Fact:
        asked.append(name)
        return honest(kind, name, lang)

    home = make(tmp_path, articles={"a.md": PEOPLE, "b.md": STORM})
    known(home)
    monkeypatch.setattr(name_facts, "fact_of", watched)
    put(home, "content/articles/b.md", STORM + "\nWladimir Putin traf Kim Jong Un.\n")
    content, _ = known(home)
    assert asked == ["Kim Jong Un"]
    shutil.rmtree(home.cache)
    again, _ = known(home)
    assert (content.register, content.sketches) == (again.register, again.sketches)
    assert set(asked) >= {"Kim Jong Un", "Wladimir Putin", "Pjöngjang"}


def test_findings_are_read_when_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    honest = Store.packed

    def watched(store: Store, step: str, keys: Collection[bytes]) -> dict[bytes, bytes]:
        read.append(len(keys))
        return honest(store, step, keys)

    home = make(tmp_path, articles={"a.md": PEOPLE, "b.md": STORM})
    first, _ = known(home)
    monkeypatch.setattr(Store, "packed", watched)
    store = Store(home.cache / "cache.sqlite")
    content = Content(config=home.config(), topics=home.config().topic_values())
    load_articles(home, store, 1, content)
    understood.understand_all(store, 1, content, lambda _done, _of: None)
    assert read == []
    assert content.found["a"] == first.found["a"]
    assert read == [1]
    store.close()
    assert content.found["b"] == first.found["b"]  # found out anew: the cache is closed
