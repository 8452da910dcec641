from __future__ import annotations

from pathlib import Path

from dossier.effects import kept


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
