from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from dossier.effects import project
from dossier.effects.project import Project
from dossier.errors import ConfigError, DossierError, PageFileError


def test_the_nearest_folder_with_a_configuration_is_the_project(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text('[site]\ntitle = "T"\n', encoding="utf-8")
    deep = tmp_path / "content" / "articles"
    deep.mkdir(parents=True)
    home = project.find(deep)
    assert home.root == tmp_path.resolve()
    assert home.config().site.title == "T"


def test_out_of_a_dossier_the_way_in_is_named(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").mkdir()  # a folder is no configuration
    with pytest.raises(DossierError, match="no dossier here") as caught:
        project.find(tmp_path)
    assert caught.value.where == "dossier.toml"
    assert "dossier init" in caught.value.hint


def test_a_project_without_its_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        Project(tmp_path).config()


def test_files_come_in_a_fixed_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c/z.MD", "c/a.md", "C/x.md", ".git/config", "c/.hidden.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    found = [path.relative_to(tmp_path).as_posix() for path in project.files(tmp_path)]
    assert found == ["a.txt", "b.md", "C/x.md", "c/a.md", "c/z.MD"]
    markdown = project.files(tmp_path, frozenset((".md",)))
    assert [path.name for path in markdown] == ["b.md", "x.md", "a.md", "z.MD"]
    assert list(project.files(tmp_path / "none")) == []


def test_names_are_relative_to_the_project_and_valid_text(tmp_path: Path) -> None:
    home = Project(tmp_path)
    assert home.name(home.articles / "a.md") == "content/articles/a.md"
    assert home.name(Path("/elsewhere/a.md")) == "/elsewhere/a.md"
    odd = home.originals / os.fsdecode(b"M\xfcller.txt")
    assert home.name(odd).encode().decode() == "content/originals/M\ufffdller.txt"
    places = [str(home.articles / "a.md"), "/elsewhere/a.md", str(odd), f"{home.topics}/ü.md"]
    assert home.named(places) == {home.name(place): place for place in places}
    assert home.named([]) == {}


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\r\n\x00")
    assert project.read_bytes(Project(tmp_path), path, 10) == b"\xff\r\n\x00"


def test_a_link_within_the_project_is_read_and_one_out_of_it_refused(tmp_path: Path) -> None:
    home = Project(tmp_path / "home")
    home.originals.mkdir(parents=True)
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"secret")
    (home.content / "inside.txt").write_bytes(b"inside")
    inside, outside = home.originals / "inside.txt", home.originals / "outside.txt"
    inside.symlink_to(home.content / "inside.txt")
    outside.symlink_to(secret)
    assert project.read_bytes(home, inside, 100) == b"inside"
    with pytest.raises(DossierError, match="leads out of the dossier's folder") as caught:
        project.read_bytes(home, outside, 100)
    assert caught.value.where == "content/originals/outside.txt"
    assert caught.value.hint


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(DossierError, match="too large: 50 MB, at most 20 MB") as caught:
        project.read_bytes(Project(tmp_path), path, 20_000_000)
    assert (caught.value.where, bool(caught.value.hint)) == ("a.txt", True)
    assert project.read_bytes(Project(tmp_path), path, 50_000_000).count(0) == 50_000_000


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    home = Project(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop2")
    (tmp_path / "loop2").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")  # reading it would wait for ever
    (tmp_path / "folder").mkdir()
    for name, message in (
        ("missing", "cannot be read: No such file"),
        ("loop", "cannot be read: No such file"),
        ("pipe", "this is no file"),
        ("folder", "this is no file"),
    ):
        with pytest.raises(DossierError, match=message) as caught:
            project.read_bytes(home, tmp_path / name, 100)
        assert caught.value.where == name
        assert caught.value.hint


def test_text_keeps_its_newlines(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("ä\r\nb\rc\n".encode())
    assert project.read_text(Project(tmp_path), tmp_path / "a.md") == "ä\r\nb\rc\n"


def test_text_that_is_not_utf_8_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("eins\nzwei\nTäglich\n".encode("cp1252"))
    with pytest.raises(PageFileError, match="not UTF-8") as caught:
        project.read_text(Project(tmp_path), tmp_path / "a.md")
    assert caught.value.where == "a.md:3"


def test_text_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PageFileError, match="cannot be read") as caught:
        project.read_text(Project(tmp_path), tmp_path / "a.md")
    assert caught.value.where == "a.md"


def test_writing_makes_folders_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.md"
    project.write(path, b"one")
    project.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["c.md"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_write_that_is_killed_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    project.write(path, b"old")

    def killed(_source: str, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        project.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_what_cannot_be_written_says_where(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a file")
    with pytest.raises(DossierError, match="cannot be written") as caught:
        project.write(tmp_path / "a" / "b.md", b"x")
    assert caught.value.where.endswith("a/b.md")
    (tmp_path / "folder.md" / "x").mkdir(parents=True)
    with pytest.raises(DossierError, match="cannot be written"):
        project.write(tmp_path / "folder.md", b"x")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "folder.md"]


def test_the_digest_is_sha_256() -> None:
    assert project.digest(b"Kim") == hashlib.sha256(b"Kim").hexdigest()


def test_where_things_lie(tmp_path: Path) -> None:
    home = Project(tmp_path)
    places = (home.originals, home.articles, home.topics, home.pages)
    assert [home.name(place) for place in places] == [
        *("content/originals", "content/articles", "content/topics", "content/pages")
    ]
    assert [home.name(place) for place in (home.templates, home.site, home.cache)] == [
        *("templates", "site", ".dossier")
    ]
