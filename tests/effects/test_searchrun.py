from __future__ import annotations

from pathlib import Path

import pytest

from dossier.effects.searchpart import ENTRY, Source
from dossier.effects.searchrun import WordlessError, address, lay_out, run
from dossier.errors import SearchError

PAGE = '<html lang="de"><head><title>T</title>{date}</head><body {mark}><p>{text}</p></body></html>'
DATE = '<meta name="d" content="2023-09" data-pagefind-sort="date[content]">'
MARK = "data-pagefind-body"


def put(site: Path, name: str, *, date: str = "", mark: str = MARK, text: str = "Regen") -> str:
    path = site / name
    path.parent.mkdir(parents=True)
    path.write_text(PAGE.format(date=date, mark=mark, text=text), encoding="utf-8")
    return name


def test_marked_pages_are_laid_out_with_what_is_known_of_them(tmp_path: Path) -> None:
    site, ground = tmp_path / "site", tmp_path / "ground"
    pages = {
        put(site, "a/index.html", date=DATE): "one",
        put(site, "b/index.html"): "two",
        put(site, "c/index.html", mark=""): "three",
        "none/index.html": "four",
    }
    sources = lay_out(site, ground, pages)
    assert sources == {"/a/": Source("2023-09", "one"), "/b/": Source("", "two")}
    assert sorted(path.parent.name for path in ground.rglob("*.html")) == ["a", "b"]
    assert address("a/b/index.html") == "/a/b/"


def test_the_engine_writes_what_our_search_page_needs(tmp_path: Path) -> None:
    put(tmp_path / "ground", "a/index.html")
    run("", tmp_path / "ground", tmp_path / "out", None)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {ENTRY, "pagefind.js", "fragment", "index"} <= names
    assert not [name for name in names if "ui" in name or "playground" in name]


def test_pages_without_a_word_are_told_from_a_failure(tmp_path: Path) -> None:
    put(tmp_path / "ground", "a/index.html", text="")
    with pytest.raises(WordlessError):
        run("", tmp_path / "ground", tmp_path / "out", None)
    with pytest.raises(SearchError, match="cannot be started"):
        run("/no/engine", tmp_path / "ground", tmp_path / "out", None)
