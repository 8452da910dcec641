from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dossier.effects.output import DiskOutput
from dossier.errors import DossierError


def make(folder: Path) -> DiskOutput:
    return DiskOutput(folder / "site", folder / ".dossier")


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()
    )


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    output = make(tmp_path)
    output.write({"index.html": b"home", "topics/a/index.html": "ä".encode()})
    assert (tmp_path / "site/topics/a/index.html").read_bytes() == "ä".encode()
    assert output.sizes() == {"index.html": 4, "topics/a/index.html": 2}


def test_nothing_is_left_in_the_stage(tmp_path: Path) -> None:
    output = make(tmp_path)
    (tmp_path / ".dossier/stage/of a killed build").mkdir(parents=True)
    output.write({"index.html": b"home"})
    output.finish({"index.html": {"view": "1", "size": "4"}})
    assert names(tmp_path / ".dossier") == ["manifest.json"]
    assert not (tmp_path / ".dossier/stage").exists()


def test_a_file_is_replaced_whole_even_while_it_is_read(tmp_path: Path) -> None:
    output = make(tmp_path)
    output.write({"index.html": b"old" * 1000})
    with (tmp_path / "site/index.html").open("rb") as reader:
        assert reader.read(3) == b"old"
        output.write({"index.html": b"new"})
        assert reader.read() == b"old" * 999
    assert (tmp_path / "site/index.html").read_bytes() == b"new"


def test_all_is_staged_before_the_first_file_is_replaced(tmp_path: Path) -> None:
    output = make(tmp_path)
    output.write({"a.html": b"old"})
    with pytest.raises(DossierError, match="outside the site"):
        output.write({"a.html": b"new", "../b.html": b"out"})
    assert (tmp_path / "site/a.html").read_bytes() == b"old"


@pytest.mark.parametrize("path", ["../x.html", "a/../../x.html", "/srv/x.html", "a/..", ".."])
def test_no_page_leaves_the_site(tmp_path: Path, path: str) -> None:
    output = make(tmp_path)
    with pytest.raises(DossierError, match="outside the site") as caught:
        output.write({path: b"out"})
    assert caught.value.where == path
    with pytest.raises(DossierError, match="outside the site"):
        output.delete([path])
    assert names(tmp_path) == []


def test_what_the_publisher_put_there_is_no_stray(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in (".gitkeep", ".gitignore", "CNAME", ".nojekyll", ".git/config", "pagefind/p.js"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("x", encoding="utf-8")
    for name in ("stray.html", "a/CNAME", "a/.gitkeep", ".DS_Store"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("stray", encoding="utf-8")
    output = make(tmp_path)
    strays = {"stray.html", "a/CNAME", "a/.gitkeep", ".DS_Store"}
    assert set(output.sizes()) == strays
    output.delete(strays)
    assert names(site) == [
        *(".git/config", ".gitignore", ".gitkeep", ".nojekyll", "CNAME", "pagefind/p.js")
    ]


def test_folders_that_become_empty_go_and_others_stay(tmp_path: Path) -> None:
    output = make(tmp_path)
    output.write({"a/b/c/1.html": b"", "a/2.html": b"", "d/3.html": b""})
    output.delete(["a/b/c/1.html", "d/3.html", "never/was.html"])
    assert names(tmp_path / "site") == ["a/2.html"]
    assert not (tmp_path / "site/a/b").exists()
    assert not (tmp_path / "site/d").exists()
    assert (tmp_path / "site").is_dir()


def test_a_stray_file_gives_way_to_a_folder(tmp_path: Path) -> None:
    output = make(tmp_path)
    output.write({"articles": b"a file where a folder is needed"})
    output.write({"articles/a/index.html": b"page"})
    output.delete(["articles"])  # what a plan made before the page was written asks for
    assert output.sizes() == {"articles/a/index.html": 4}


def test_a_stray_folder_gives_way_to_a_file(tmp_path: Path) -> None:
    output = make(tmp_path)
    output.write({"feed.xml/x.html": b"a folder where a file is needed"})
    output.write({"feed.xml": b"feed"})
    output.delete(["feed.xml/x.html"])
    assert output.sizes() == {"feed.xml": 4}


def test_a_link_in_the_site_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/articles").symlink_to(outside)
    (tmp_path / "site/about.html").symlink_to(outside / "index.html")
    output = make(tmp_path)
    assert set(output.sizes()) == {"articles", "about.html"}
    output.write({"articles/index.html": b"page", "about.html": b"about"})
    output.delete(["articles"])
    assert (outside / "index.html").read_bytes() == b"mine"
    assert (tmp_path / "site/articles/index.html").read_bytes() == b"page"
    assert not (tmp_path / "site/about.html").is_symlink()


def test_a_site_that_is_itself_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "published")
    output = make(tmp_path)
    output.write({"index.html": b"home", "a/index.html": b"a"})
    output.write({"a/index.html": b"b"})
    assert (tmp_path / "site").is_symlink()
    assert names(tmp_path / "published") == ["a/index.html", "index.html"]


def test_a_broken_link_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/gone").symlink_to(tmp_path / "nowhere")
    output = make(tmp_path)
    output.delete(output.sizes())
    assert names(tmp_path / "site") == []


def test_the_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    manifest = {"b.html": {"view": "2", "size": "1"}, "a.html": {"view": "1", "size": "0"}}
    output = make(tmp_path)
    output.finish(manifest)
    assert make(tmp_path).manifest() == manifest
    written = (tmp_path / ".dossier/manifest.json").read_text(encoding="utf-8")
    assert list(json.loads(written)) == ["a.html", "b.html"]


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"a": 1}', b"\xff\x00", b'{"a": {"b": 1}}'])
def test_a_broken_manifest_is_an_empty_one(tmp_path: Path, broken: bytes) -> None:
    output = make(tmp_path)
    assert output.manifest() == {}
    output.finish({"a.html": {"view": "1"}})
    (tmp_path / ".dossier/manifest.json").write_bytes(broken)
    assert output.manifest() == {}


def test_a_folder_in_the_manifests_place_is_an_empty_manifest(tmp_path: Path) -> None:
    (tmp_path / ".dossier/manifest.json").mkdir(parents=True)
    assert make(tmp_path).manifest() == {}


def test_after_a_build_that_did_not_finish_no_file_is_trusted(tmp_path: Path) -> None:
    output = make(tmp_path)
    output.write({"a.html": b"old"})
    output.finish({"a.html": {"view": "old", "size": "3"}})
    output.write({"a.html": b"new"})
    assert make(tmp_path).manifest() == {}
    output.finish({"a.html": {"view": "new", "size": "3"}})
    assert make(tmp_path).manifest() == {"a.html": {"view": "new", "size": "3"}}


def test_a_kill_among_the_renames_leaves_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = make(tmp_path)
    old = {f"{number}.html": b"old" for number in range(4)}
    output.write(old)
    output.finish({path: {"size": "3"} for path in old})
    real, calls = os.replace, []

    def replace(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        output.write(dict.fromkeys(old, b"newer"))
    monkeypatch.undo()
    found = [(tmp_path / "site" / path).read_bytes() for path in sorted(old)]
    assert found == [b"newer", b"newer", b"old", b"old"]
    assert make(tmp_path).manifest() == {}


def test_an_index_of_an_earlier_site_goes_with_its_entry(tmp_path: Path) -> None:
    output = make(tmp_path)
    index = tmp_path / "site/pagefind/entry.json"
    index.parent.mkdir(parents=True)
    index.write_text("{}", encoding="utf-8")
    output.finish({"pagefind/": {"view": "1"}})
    assert index.exists()
    output.finish({"index.html": {"view": "1"}})
    assert not index.parent.exists()


def test_a_site_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    with pytest.raises(DossierError, match="the site cannot be written") as caught:
        make(tmp_path).write({"a/b.html": b"x"})
    assert "site" in caught.value.where
    assert caught.value.hint


def test_a_cache_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / ".dossier").write_text("a file", encoding="utf-8")
    with pytest.raises(DossierError, match="cannot be written"):
        make(tmp_path).write({"a.html": b"x"})
    with pytest.raises(DossierError, match="cannot be written"):
        make(tmp_path).finish({})


def test_a_site_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert make(tmp_path).sizes() == {}


def test_a_file_is_read_as_it_is_and_may_be_replaced_meanwhile(tmp_path: Path) -> None:
    output = make(tmp_path)
    output.write({"a.json": b"[1,2]", "empty.json": b""})
    held = output.read("a.json")
    output.write({"a.json": [b"[", held[1:2], b"]"]})
    assert held == b"[1,2]"
    assert (tmp_path / "site/a.json").read_bytes() == b"[1]"
    assert output.read("empty.json") == output.read("none.json") == b""


def test_a_file_is_read_where_mapped_files_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = make(tmp_path)
    output.write({"a.json": b"[1,2]"})
    monkeypatch.setattr("dossier.effects.output._CAN_MAP", False)
    assert output.read("a.json") == b"[1,2]"


def test_what_is_remembered_of_parts_is_there_until_the_cache_is_deleted(tmp_path: Path) -> None:
    output = make(tmp_path)
    assert output.parts() == b""
    output.write({"a.json": b""})
    output.remember_parts(b"known")
    assert make(tmp_path).parts() == b"known"
    (tmp_path / ".dossier/parts").unlink()
    (tmp_path / ".dossier/parts").mkdir()  # whatever stands in the way
    output.remember_parts(b"known")
    assert output.parts() == b""


def test_several_threads_may_write_at_a_time(tmp_path: Path) -> None:
    output = make(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/data").write_text("a stray", encoding="utf-8")
    files = {f"data/{number}/a.html": str(number).encode() * 1000 for number in range(64)}
    with ThreadPoolExecutor(max_workers=8) as threads:
        for done in [threads.submit(output.write, {path: data}) for path, data in files.items()]:
            done.result()
    assert {path: (tmp_path / "site" / path).read_bytes() for path in files} == files
    assert not any((tmp_path / ".dossier/stage").iterdir())
