from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dossier.effects import search, searchbundle
from dossier.effects.bundlefolder import BundleFolder
from dossier.effects.search import Batch, Indexer, IndexReport, index, is_complete
from dossier.effects.searchpart import Part
from dossier.errors import SearchError

PAGE = """<!doctype html><html lang="{lang}"><head><title>T</title></head><body>
<main {mark}><h1>Titel</h1><p id="p-1">{text}</p></main></body></html>"""


def write_page(site: Path, name: str, text: str, *, lang: str = "de", mark: bool = True) -> None:
    page = site / "articles" / name / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    body = "data-pagefind-body" if mark else ""
    page.write_text(PAGE.format(lang=lang, mark=body, text=text), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    write_page(folder, "a", "Sanktionen gegen Nordkorea")
    write_page(folder, "b", "Missile tests", lang="en")
    write_page(folder, "c", "Nur ein Verweis", mark=False)
    return folder


def fake_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    engine = tmp_path / "engine"
    engine.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    engine.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: engine)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_marked_pages_are_indexed_by_language(site: Path) -> None:
    report = index(site, site / "pagefind")
    assert report.languages == {"de": 1, "en": 1}
    assert report.pages == 2
    assert is_complete(site / "pagefind")


def test_only_what_our_search_page_needs_is_kept(site: Path) -> None:
    index(site, site / "pagefind", jobs=1)
    kept = {name for name in names(site / "pagefind") if name.startswith("pagefind")}
    tables = {name for name in kept if name.endswith(".pf_meta")}
    assert kept - tables == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"}
    assert not any(name.startswith(".pagefind") for name in names(site))


def test_a_new_index_replaces_the_old_one_whole(site: Path) -> None:
    out = site / "pagefind"
    index(site, out)
    (out / "stray").write_text("old", encoding="utf-8")
    write_page(site, "d", "Ein dritter Artikel")
    assert index(site, out).pages == 3
    assert "stray" not in names(out)


def test_without_a_marked_page_there_is_no_index(tmp_path: Path, site: Path) -> None:
    index(site, site / "pagefind")
    for name in ("a", "b"):
        write_page(site, name, "private", mark=False)
    assert index(site, site / "pagefind") == IndexReport()
    assert not (site / "pagefind").exists()
    assert index(tmp_path / "nothing", tmp_path / "out") == IndexReport()


def test_pages_without_a_word_are_no_failure_beside_others(site: Path, tmp_path: Path) -> None:
    write_page(site, "d", "…")
    page = site / "articles/d/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Titel", "…"), encoding="utf-8")
    batches = [Batch((f"articles/{name}/index.html",), name) for name in "dab"]
    for _ in range(2):
        report = Indexer(site, tmp_path / "cache").index(site / "pagefind", batches)
        assert report.languages == {"de": 1, "en": 1}


def test_pages_outside_the_glob_are_left_out(site: Path) -> None:
    (site / "index.html").write_text(
        PAGE.format(lang="de", mark="data-pagefind-body", text="Startseite"), encoding="utf-8"
    )
    assert index(site, site / "pagefind").pages == 2


def test_a_killed_run_is_repaired_by_the_next(site: Path) -> None:
    out = site / "pagefind"
    index(site, out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    for left in ("index/0.new", "fragment/0-0", "archive-1/fragment", "../.pagefind.old"):
        (out / left).mkdir(parents=True)
    (out / "pagefind.de.pf_meta.new").write_bytes(b"half")
    (out / "filter/de_0.pf_filter").write_bytes(b"of another index")
    index(site, out)
    search.keep_only(out, [out])
    assert names(site) == {"articles", "pagefind"}
    assert "archive-1" not in names(out)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_failing_engine_is_quoted_and_the_old_index_stands(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(site, site / "pagefind")
    fake_engine(tmp_path, monkeypatch, "echo 'No space left on device' >&2; exit 101")
    with pytest.raises(SearchError, match="No space left on device") as caught:
        index(site, site / "pagefind")
    assert caught.value.hint
    assert is_complete(site / "pagefind")
    assert names(site) == {"articles", "pagefind"}


def test_a_full_disk_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dossier.effects.searchbundle.write", refuse)
    with pytest.raises(SearchError, match="No space left") as caught:
        index(site, site / "pagefind")
    assert caught.value.where.endswith("pagefind")
    assert names(site) == {"articles"}


def test_an_engine_that_says_nothing(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_engine(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(SearchError, match="gave no reason"):
        index(site, site / "pagefind")


def test_a_killed_engine_hints_at_memory(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_engine(tmp_path, monkeypatch, "kill -9 $$")
    with pytest.raises(SearchError, match="signal 9") as caught:
        index(site, site / "pagefind")
    assert "memory" in caught.value.hint


def test_an_unreadable_table_of_contents(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = 'while [ "$1" != --output-path ]; do shift; done; mkdir "$2"; echo "{" > "$2/{}"'
    fake_engine(tmp_path, monkeypatch, script.replace("{}", search.ENTRY))
    with pytest.raises(SearchError, match="cannot be read") as caught:
        index(site, site / "pagefind")
    assert caught.value.where.endswith(search.ENTRY)


def test_a_missing_engine_names_the_way_out(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "nowhere")
    with pytest.raises(SearchError, match="cannot be started") as caught:
        index(site, site / "pagefind")
    assert "pagefind-bin" in caught.value.hint


# --- several bundles --------------------------------------------------------------------------


def test_bundles_lie_in_one_folder_and_are_made_one_by_one(site: Path) -> None:
    out = site / "pagefind"
    assert index(site, out / "archive-1", pages=["articles/b/index.html"]).pages == 1
    assert index(site, out, pages=["articles/a/index.html", "articles/gone/index.html"]).pages == 1
    assert is_complete(out)
    assert is_complete(out / "archive-1")
    index(site, out / "archive-2", pages=["articles/c/index.html"])
    assert not (out / "archive-2").exists()  # nothing of it may be found
    index(site, out, pages=["articles/c/index.html"])
    assert names(out) == {"archive-1"}
    assert not any(name.startswith(".") for name in names(site) | names(out))


def test_bundles_that_are_made_at_the_same_time_do_not_disturb_each_other(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(site, site / "pagefind", pages=["articles/a/index.html"])
    outer_is_there = threading.Event()
    write = searchbundle.write

    def slow(out: Path, names: list[str], load: Callable[[int], Part], cache: Path) -> bool:
        """Let the inner bundle wait, half made, until the outer one is in its place."""
        if "archive" in out.name:
            BundleFolder(out)
            assert outer_is_there.wait(10)
        return write(out, names, load, cache)

    monkeypatch.setattr(searchbundle, "write", slow)
    with ThreadPoolExecutor(2) as workers:
        inner = workers.submit(
            index, site, site / "pagefind/archive-1", pages=["articles/b/index.html"]
        )
        outer = workers.submit(index, site, site / "pagefind", pages=["articles/a/index.html"])
        assert outer.result().languages == {"de": 1}
        outer_is_there.set()
        assert inner.result().languages == {"en": 1}
    assert is_complete(site / "pagefind")
    assert is_complete(site / "pagefind/archive-1")
    assert not any(name.startswith(".pagefind") for name in names(site))


def test_bundles_that_are_no_longer_wanted_go(site: Path) -> None:
    out = site / "pagefind"
    for folder in (out / "archive-1", out / "archive-2", out):
        index(site, folder)
    search.keep_only(out, [out, out / "archive-2"])
    assert is_complete(out)
    assert not (out / "archive-1").exists()
    search.keep_only(out, [out / "archive-2"])
    assert names(out) == {"archive-2"}
    search.keep_only(out, [])
    assert not out.exists()


def test_pages_are_copied_where_the_disk_has_no_links(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr("os.link", refuse)
    assert index(site, site / "pagefind").pages == 2
