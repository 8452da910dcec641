from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dossier.effects import hashes, project
from dossier.effects.project import Project

LONG_AGO = time.time() - 3600


@pytest.fixture
def home(tmp_path: Path) -> Project:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which files were read, in order; the clock is an hour ahead of the disk's."""
    names: list[str] = []
    honest = project.read_bytes

    def watched(home: Project, path: Path, limit: int | None = None) -> bytes:
        names.append(path.name)
        return honest(home, path, limit)

    monkeypatch.setattr(project, "read_bytes", watched)
    monkeypatch.setattr(time, "time_ns", lambda: int((time.time() + 3600) * 1e9))
    return names


def of(home: Project, *names: str) -> dict[str, str]:
    return hashes.of_files(home, [str(home.root / name) for name in names or ("a.md", "b.md")])


def test_what_was_not_touched_is_not_read_again(home: Project, read: list[str]) -> None:
    first = of(home)
    assert first == {name: project.digest(name.encode()) for name in ("a.md", "b.md")}
    assert read == ["a.md", "b.md"]
    assert of(home) == first
    assert read == ["a.md", "b.md"]


def test_what_was_changed_is_read_even_if_size_and_time_are_the_same(
    home: Project, read: list[str]
) -> None:
    os.utime(home.root / "a.md", (LONG_AGO, LONG_AGO))
    first = of(home)
    time.sleep(0.02)  # longer than a tick of the disk's clock
    (home.root / "a.md").write_text("A.MD", encoding="utf-8")
    os.utime(home.root / "a.md", (LONG_AGO, LONG_AGO))
    read.clear()
    second = of(home)
    assert read == ["a.md"]
    assert second["a.md"] == project.digest(b"A.MD") != first["a.md"]


def test_what_was_written_just_now_is_read_again(
    home: Project, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = (home.root / "a.md").stat().st_mtime_ns
    monkeypatch.setattr(time, "time_ns", lambda: now + 1_000_000)
    assert of(home) == of(home)
    assert read == ["a.md", "b.md"] * 2


def test_a_file_put_in_the_place_of_another_is_read(home: Project, read: list[str]) -> None:
    of(home)
    (home.root / "b.md").replace(home.root / "a.md")
    read.clear()
    assert of(home, "a.md") == {"a.md": project.digest(b"b.md")}
    assert read == ["a.md"]


def test_what_cannot_be_read_has_no_hash_and_links_are_followed_each_time(
    home: Project, read: list[str]
) -> None:
    (home.root / "link").symlink_to("a.md")
    (home.root / "nowhere").symlink_to("none")
    first = of(home, "link", "nowhere", "none")
    assert first == {"link": project.digest(b"a.md"), "nowhere": "", "none": ""}
    (home.root / "a.md").write_text("other", encoding="utf-8")
    assert of(home, "link")["link"] == project.digest(b"other")
    assert read.count("link") == 2


@pytest.mark.parametrize("broken", [b"", b"\xff", b"\x81\xa1a\x01"])
def test_a_broken_file_of_hashes_is_none(home: Project, read: list[str], broken: bytes) -> None:
    first = of(home)
    (home.cache / hashes.NAME).write_bytes(broken)
    assert of(home) == first
    assert len(read) == 4


def test_hashes_that_cannot_be_kept_are_no_error(home: Project, read: list[str]) -> None:
    home.cache.write_bytes(b"a file where a folder should be")
    assert len(of(home)) == 2
    assert len(of(home)) == 2
    assert len(read) == 4


def test_where_the_disk_does_not_tell_of_changes_all_is_read(
    home: Project, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashes, "_TELLS_CHANGES", False)
    assert of(home) == of(home)
    assert len(read) == 4
