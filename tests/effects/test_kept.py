from __future__ import annotations

from pathlib import Path

import pytest

from dossier.effects import kept
from dossier.effects.kept import NAME, Kept


class Work:
    """Counts how often a result is made."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self) -> bytes:
        self.done += 1
        return b"result"


def asked(folder: Path, key: bytes = b"key", name: str = "a") -> int:
    """Ask for a result as a build does, and say how often it was made."""
    work, held = Work(), Kept(folder)
    assert held.of(name, key, work) == b"result"
    held.save()
    return work.done


def test_what_follows_from_the_same_is_made_once(tmp_path: Path) -> None:
    assert [asked(tmp_path), asked(tmp_path), asked(tmp_path, b"other"), asked(tmp_path)] == [
        1, 0, 1, 1,
    ]  # fmt: skip


def test_what_was_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    assert [asked(tmp_path), asked(tmp_path, name="b"), asked(tmp_path)] == [1, 1, 1]


def test_another_version_of_the_program_takes_nothing_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(tmp_path)
    monkeypatch.setattr(kept, "code_version", lambda: "another")
    assert asked(tmp_path) == 1


def test_nothing_of_a_damaged_file_is_believed(tmp_path: Path) -> None:
    asked(tmp_path)
    whole = (tmp_path / NAME).read_bytes()
    for damaged in (b"", whole[:-1], b"x" * 40, whole.replace(b"result", b"resolt")):
        (tmp_path / NAME).write_bytes(damaged)
        assert asked(tmp_path) == 1


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert [asked(tmp_path / "file"), asked(tmp_path / "file")] == [1, 1]
