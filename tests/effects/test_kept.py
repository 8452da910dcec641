from __future__ import annotations

from pathlib import Path

from dossier.effects import kept
from dossier.effects.kept import Results

NAME = "kept"


class Work:
    """Counts how often a result is made."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self) -> bytes:
        self.done += 1
        return b"result"


def asked(folder: Path, key: bytes = b"key", name: str = "a", version: str = "1") -> int:
    """Ask for a result as a build does, and say how often it was made."""
    work, held = Work(), Results(folder / NAME, version)
    assert held.of(name, key, work) == b"result"
    held.save()
    return work.done


def test_what_follows_from_the_same_is_made_once(tmp_path: Path) -> None:
    assert [asked(tmp_path), asked(tmp_path), asked(tmp_path, b"other"), asked(tmp_path)] == [
        1, 0, 1, 1,
    ]  # fmt: skip


def test_what_was_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    assert [asked(tmp_path), asked(tmp_path, name="b"), asked(tmp_path)] == [1, 1, 1]


def test_another_version_of_the_program_takes_nothing_over(tmp_path: Path) -> None:
    asked(tmp_path)
    assert asked(tmp_path, version="2") == 1


def test_nothing_of_a_damaged_file_is_believed(tmp_path: Path) -> None:
    asked(tmp_path)
    whole = (tmp_path / NAME).read_bytes()
    for damaged in (b"", whole[:-1], b"x" * 40, whole.replace(b"result", b"resolt")):
        (tmp_path / NAME).write_bytes(damaged)
        assert asked(tmp_path) == 1


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert [asked(tmp_path / "file"), asked(tmp_path / "file")] == [1, 1]


def test_what_is_remembered_is_recalled(tmp_path: Path) -> None:
    kept.remember(tmp_path / "cache/one", {"a": [1, 2]})
    assert kept.recall(tmp_path / "cache/one", dict[str, list[int]]) == {"a": [1, 2]}


def test_what_is_missing_or_broken_is_nothing(tmp_path: Path) -> None:
    place = tmp_path / "one"
    assert kept.recall(place, int) is None
    for data in (b"", b"\xc1", b"\x93\x01"):
        place.write_bytes(data)
        assert kept.recall(place, list[int]) is None
    kept.remember(place, "text")
    assert kept.recall(place, int) is None


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept.remember(tmp_path / "file/one", 1)
    assert kept.recall(tmp_path / "file/one", int) is None
