from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from helpers_project import RAIN, STORM, make, put

from dossier import understood
from dossier.content import Content, load_articles
from dossier.effects import pool
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.found import MentionKind, Understanding
from dossier.model import Article
from dossier.sketch import Sketch
from dossier.understanding import name_facts

P = ParamSpec("P")
Result = TypeVar("Result")

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


class Elsewhere(Executor):
    """Does work at once, as a helper does, and counts how many articles it gets."""

    def __init__(self) -> None:
        self.counts: list[int] = []

    def submit(
        self, fn: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[Result]:
        self.counts.append(len(args[0]))  # type: ignore[arg-type]
        future = Future[Result]()
        future.set_result(fn(*args, **kwargs))
        return future


def test_a_few_articles_are_understood_by_a_helper_as_soon_as_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"a.md": PEOPLE, "b.md": STORM, "c.md": RAIN.replace("title: ", "title: Neu ")}
    home, other = make(tmp_path / "one", articles=texts), make(tmp_path / "two", articles=texts)
    helper, told, steps = Elsewhere(), list[tuple[int, int]](), list[str]()
    content = Content(config=home.config(), topics=home.config().topic_values())
    store = Store(home.cache / "cache.sqlite")
    ahead = understood.Ahead(content, helper)

    def begin(articles: Mapping[bytes, Article]) -> None:
        steps.append("begun")
        ahead.begin({key: one for key, one in articles.items() if one.id != "c"})

    load_articles(home, store, 1, content, tell=begin)
    steps.append("read")
    assert (helper.counts, steps) == ([1, 1], ["begun", "read"])
    said = lambda done, of: told.append((done, of))  # noqa: E731
    understood.understand_all(store, 1, content, said, ahead)
    store.close()
    assert helper.counts == [1, 1, 1]
    assert told == [(1, 3), (2, 3), (3, 3)]
    expected, _ = known(other)
    assert content.found == expected.found
    assert (content.sketches, content.register) == (expected.sketches, expected.register)
    assert known(home)[1] == []

    monkeypatch.setattr(pool, "_WORTH_A_POOL", 2)
    many, none = understood.Ahead(content, helper), list[int]()
    many.begin({content.keys[name]: one for name, one in content.articles.items()})
    articles = {content.keys[name]: content.articles[name] for name in ("b", "a")}
    assert many.of(articles, 1, lambda done, _: none.append(done)) == [
        expected.found["b"],
        expected.found["a"],
    ]
    assert helper.counts == [1, 1, 1]


@pytest.mark.parametrize("left", [None, b"", b"\x80", b"\x81\xa2of\x81\xc4\x01a\x90"])
def test_sketches_of_the_last_run_are_made_once_and_again_where_they_are_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: bytes | None
) -> None:
    made: list[str] = []
    honest = understood.sketch

    def watched(article: Article, found: Understanding, lang: str) -> Sketch:
        made.append(article.id)
        return honest(article, found, lang)

    home = make(tmp_path, articles={"a.md": PEOPLE, "b.md": STORM})
    first, _ = known(home)
    monkeypatch.setattr(understood, "sketch", watched)
    put(home, "content/articles/b.md", STORM + "\nNeues.\n")
    known(home)
    assert made == ["b"]
    (home.articles / "b.md").unlink()
    assert known(home)[0].sketches == {"a": first.sketches["a"]}
    put(home, "content/articles/b.md", STORM)
    if left is None:
        (home.cache / "sketches").unlink()
    else:
        (home.cache / "sketches").write_bytes(left)
    assert known(home)[0].sketches == first.sketches
    assert made == ["b", "a", "b"]
    assert known(home)[0].sketches == first.sketches
    assert len(made) == 3
