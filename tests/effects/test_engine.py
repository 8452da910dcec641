from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.effects import engine
from dossier.effects.engine import Engine, choose
from dossier.errors import SearchError


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    choose.cache_clear()
    yield
    choose.cache_clear()


def program(folder: Path, words: str, name: str = "pagefind") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH of its own, so that no engine of this machine is on it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    monkeypatch.setattr("shutil.which", lambda name: str(folder / name) * (folder / name).exists())
    return folder


def test_the_packaged_engine_says_its_version() -> None:
    found = choose()
    assert found.version[0].isdigit()
    assert found.path == engine.packaged()


def test_a_newer_engine_on_the_path_wins_and_an_older_does_not(path: Path) -> None:
    newer = program(path, "echo pagefind 99.10.0")
    assert choose() == Engine(str(newer), "99.10.0")
    choose.cache_clear()
    program(path, "echo pagefind 0.9.0")
    assert choose().path == engine.packaged()


def test_what_is_no_engine_on_the_path_is_passed_over(path: Path) -> None:
    program(path, "exit 3")
    assert choose().path == engine.packaged()


def test_the_engine_of_the_configuration_is_found_from_the_dossier(tmp_path: Path) -> None:
    own = program(tmp_path / "tools", "echo pagefind 98.0.0", "mine")
    assert choose("tools/mine", str(tmp_path)) == Engine(str(own), "98.0.0")


def test_a_configured_engine_that_does_not_start_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="cannot be started") as caught:
        choose("nowhere", str(tmp_path))
    assert "dossier.toml" in caught.value.hint


def test_a_broken_packaged_engine_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = program(path, "echo broken >&2; exit 1", "own")
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: broken)
    with pytest.raises(SearchError, match="broken"):
        choose()


def test_versions_are_compared_by_number() -> None:
    assert Engine("", "1.10.0").order() > Engine("", "1.9.9").order()
