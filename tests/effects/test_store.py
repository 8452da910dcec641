from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from dossier.effects import store
from dossier.effects.store import Store, key_of
from dossier.found import TopicMatch


class Work:
    """Makes a match of each number, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def __call__(self, numbers: Sequence[int]) -> list[TopicMatch]:
        self.asked.append(list(numbers))
        return [
            TopicMatch(topic="ä", passage=str(number), score=number / 7, why=("x",))
            for number in numbers
        ]


def keys(*numbers: int) -> dict[bytes, int]:
    return {key_of(str(number)): number for number in numbers}


def one_run(path: Path, *numbers: int, step: str = "step") -> tuple[Work, dict[bytes, TopicMatch]]:
    work, held = Work(), Store(path)
    try:
        return work, held.cached(step, keys(*numbers), TopicMatch, work)
    finally:
        held.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".dossier" / "cache.sqlite"


def test_a_second_run_computes_nothing_and_finds_the_same(path: Path) -> None:
    first, made = one_run(path, 1, 2, 3)
    second, found = one_run(path, 1, 2, 3)
    assert first.asked == [[1, 2, 3]]
    assert second.asked == []
    assert found == made
    assert {match.score for match in found.values()} == {1 / 7, 2 / 7, 3 / 7}


def test_only_what_is_new_is_computed(path: Path) -> None:
    one_run(path, 1, 2)
    work, found = one_run(path, 1, 5, 2, 4)
    assert work.asked == [[5, 4]]
    assert {match.passage for match in found.values()} == {"1", "2", "4", "5"}


def test_nothing_to_do_computes_nothing(path: Path) -> None:
    work, found = one_run(path)
    assert (work.asked, found) == ([], {})


def test_steps_do_not_share_results(path: Path) -> None:
    one_run(path, 1)
    assert one_run(path, 1, step="other")[0].asked == [[1]]


def test_many_results_at_once(path: Path) -> None:
    one_run(path, *range(3000))
    work, found = one_run(path, *range(3000))
    assert work.asked == []
    assert len(found) == 3000


@pytest.mark.parametrize(
    "broken", [b"", b"no database" * 500, b"SQLite format 3\x00" + b"\xff" * 90]
)
def test_a_broken_file_is_an_empty_cache(path: Path, broken: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(broken)
    assert one_run(path, 1)[0].asked == [[1]]
    assert one_run(path, 1)[0].asked == []


def test_a_file_that_was_cut_off_is_an_empty_cache(path: Path) -> None:
    one_run(path, *range(500))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    work, found = one_run(path, *range(500))
    assert len(found) == 500
    assert len(work.asked) == 1


@pytest.mark.parametrize("value", [b"{", b"[]", b'{"topic": 3}', b"\x81\xa2\xc3(\xc0"])
def test_a_result_of_another_shape_is_computed_anew(path: Path, value: bytes) -> None:
    one_run(path, 1)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE results SET value = ?", (value,))
    database.close()
    work, found = one_run(path, 1)
    assert work.asked == [[1]]
    assert next(iter(found.values())).passage == "1"
    assert one_run(path, 1)[0].asked == []


def test_a_folder_in_its_place_costs_only_time(path: Path) -> None:
    path.mkdir(parents=True)
    for _ in range(2):
        work, found = one_run(path, 1)
        assert work.asked == [[1]]
        assert len(found) == 1


def test_a_file_in_the_place_of_its_folder_costs_only_time(path: Path) -> None:
    path.parent.write_text("a file", encoding="utf-8")
    assert one_run(path, 1)[0].asked == [[1]]


def test_a_database_of_another_program_costs_only_time(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE results (other TEXT)")
    database.close()
    assert one_run(path, 1)[0].asked == [[1]]
    assert one_run(path, 1)[0].asked == []


def test_what_several_runs_did_not_use_is_dropped(path: Path) -> None:
    one_run(path, 1, 2)
    for _ in range(3):
        one_run(path, 1)
    assert one_run(path, 1, 2)[0].asked == []  # a branch that comes back soon is still there
    for number in range(100, 112):
        assert one_run(path, 1, number)[0].asked == [[number]]
    assert one_run(path, 1, 2)[0].asked == [[2]]


def test_a_new_version_of_the_program_trusts_no_old_result(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = key_of("1")
    one_run(path, 1)
    monkeypatch.setattr(store, "code_version", lambda: "the next version")
    assert key_of("1") != before
    assert one_run(path, 1)[0].asked == [[1]]


def test_a_key_tells_its_inputs_apart() -> None:
    made = {key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", ""), key_of()}
    assert len(made) == 5
    assert key_of("ä") == key_of("ä".encode())


def test_the_version_follows_from_the_source() -> None:
    assert store.code_version() == store.code_version.__wrapped__()
    assert len(store.code_version()) == 32


def test_what_compute_raises_comes_through_and_nothing_is_kept(path: Path) -> None:
    held = Store(path)

    def fail(_numbers: Sequence[int]) -> list[TopicMatch]:
        raise LookupError("a bug")

    with pytest.raises(LookupError, match="a bug"):
        held.cached("step", keys(1), TopicMatch, fail)
    held.close()
    assert one_run(path, 1)[0].asked == [[1]]


def test_a_closed_store_still_computes(path: Path) -> None:
    held = Store(path)
    held.close()
    held.close()
    assert len(held.cached("step", keys(1), TopicMatch, Work())) == 1


def test_a_dry_run_reads_the_cache_and_leaves_no_trace(path: Path, tmp_path: Path) -> None:
    one_run(path, 1, 2)
    before = {one: (one.read_bytes(), one.stat().st_mtime_ns) for one in path.parent.iterdir()}
    work, held = Work(), Store(path, dry=True)
    assert len(held.cached("step", keys(1, 3), TopicMatch, work)) == 2
    assert work.asked == [[3]]
    assert set(held.known("step", list(keys(1, 2, 3, 4)), TopicMatch)) == set(keys(1, 2, 3))
    held.close()
    assert before == {
        one: (one.read_bytes(), one.stat().st_mtime_ns) for one in path.parent.iterdir()
    }
    Store(tmp_path / "none" / "cache.sqlite", dry=True).close()
    assert not (tmp_path / "none").exists()


def test_a_dry_run_with_a_broken_cache_computes(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database" * 100)
    work, held = Work(), Store(path, dry=True)
    assert len(held.cached("step", keys(1), TopicMatch, work)) == 1
    held.close()
    assert path.read_bytes() == b"no database" * 100


def test_a_value_is_kept_under_its_name_until_the_next(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite")
    assert store.recall("one", int) is None
    store.remember("one", 1)
    store.remember("one", 2)
    store.close()
    store = Store(tmp_path / "cache.sqlite")
    assert store.recall("one", int) == 2
    assert store.recall("one", str) is None
    store.close()
    with sqlite3.connect(tmp_path / "cache.sqlite") as database:
        database.execute("UPDATE kept SET value = ?", (b"\xa2\xc3(",))
    database.close()
    store = Store(tmp_path / "cache.sqlite")
    assert store.recall("one", str) is None
    store.close()


def test_a_large_value_lies_in_a_file_of_its_own(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite")
    assert store.recall_large("large", bytes) is None
    store.remember_large("large", b"1234")
    assert store.recall_large("large", memoryview) == b"1234"
    assert store.recall_large("large", int) is None
    (tmp_path / "large").write_bytes(b"")
    assert store.recall_large("large", bytes) is None


def test_a_dry_run_keeps_no_value(tmp_path: Path) -> None:
    Store(tmp_path / "cache.sqlite").close()
    store = Store(tmp_path / "cache.sqlite", dry=True)
    store.remember("one", 1)
    store.remember_large("large", 1)
    assert store.recall("one", int) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["cache.sqlite"]


def test_what_nobody_uses_is_dropped_little_by_little(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_MOST_DROPPED", 3)
    one_run(path, *range(10))
    left = []
    for number in range(100, 114):
        one_run(path, number)
        with sqlite3.connect(path) as database:
            (entries,) = database.execute("SELECT count(*) FROM entries").fetchone()
            (results,) = database.execute("SELECT count(*) FROM results").fetchone()
        database.close()
        assert entries == results
        left.append(entries)
    assert max(left) > left[-1] > 0
    assert all(one - other <= 2 for one, other in pairwise(left))
    assert one_run(path, *range(10))[0].asked == [list(range(10))]


def test_a_cache_of_an_older_program_is_none_and_goes_away(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE results (step TEXT, key BLOB, value BLOB, used INTEGER)")
        database.execute("INSERT INTO results VALUES ('step', ?, zeroblob(1000000), 1)", [b"1"])
    database.close()
    reader = Store(path, dry=True)
    assert reader.cached("step", keys(1), TopicMatch, Work())
    reader.close()
    assert one_run(path, 1)[0].asked == [[1]]
    assert path.stat().st_size < 100_000
    assert one_run(path, 1)[0].asked == []


def test_what_is_kept_again_takes_the_place_of_what_was_there(path: Path) -> None:
    held = Store(path)
    for _ in range(3):
        held.keep("step", {b"1": 1, b"2": 2})
    held.keep("step", {b"2": 3})
    assert held.known("step", [b"1", b"2"], int) == {b"1": 1, b"2": 3}
    held.close()
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT count(*) FROM results").fetchone() == (2,)
    database.close()
