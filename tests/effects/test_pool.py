from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass

import msgspec
import pytest

from dossier.effects import pool

# Built-in functions are the work here: a new process has them without importing anything.


def double(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 199])
def test_few_things_are_done_here_in_order(count: int) -> None:
    told: list[int] = []
    numbers = list(range(count))
    assert pool.run(double, numbers, jobs=4, progress=told.append) == double(numbers)
    assert told == sorted(told)
    assert told[-1:] == ([count] if count else [])


def test_many_things_over_two_processes_are_in_order() -> None:
    told: list[int] = []
    numbers = [number * 7919 % 251 for number in range(450)]
    assert pool.run(bytes, numbers, jobs=2, progress=told.append) == numbers
    assert told == [100, 200, 300, 400, 450]
    assert pool.run(bytes, numbers, jobs=1) == numbers


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_in_a_process_comes_through(jobs: int) -> None:
    with pytest.raises(ValueError, match="bytes must be in range"):
        pool.run(bytes, list(range(400)), jobs=jobs)


def where(_: object) -> int:
    return os.getpid()


def test_what_is_done_later_is_done_beside_other_work_where_processes_are_there() -> None:
    pool.close()
    awaited = pool.later(where, None, jobs=2)
    assert awaited() == os.getpid()
    pool.run(bytes, list(range(250)), jobs=2)
    awaited = pool.later(where, None, jobs=2)
    assert pool.run(bytes, [1, 2, 3], jobs=2) == [1, 2, 3]
    assert awaited() != os.getpid()
    assert pool.later(where, None, jobs=1)() == os.getpid()


@pytest.mark.parametrize("number", [3, 250])
def test_what_goes_wrong_later_comes_through(number: int) -> None:
    pool.close()
    pool.run(bytes, list(range(number)), jobs=2)
    awaited = pool.later(bytes, [300], jobs=2)
    with pytest.raises(ValueError, match="bytes must be in range"):
        awaited()


def test_there_is_at_least_one_core() -> None:
    assert pool.cores() >= 1


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    label: str


def test_values_come_through_as_they_are_where_their_kind_is_named() -> None:
    points = [Point(number, f"»{number}« ü") for number in range(450)]
    assert pool.run(list, points, jobs=2, takes=Point, gives=Point) == points
    assert pool.run(list, points[:10], jobs=2, takes=Point, gives=Point) == points[:10]


def test_named_kinds_travel_packed() -> None:
    points = [Point(number, "") for number in range(450)]
    with pytest.raises(msgspec.ValidationError, match="Expected `int`"):
        pool.run(list, points, jobs=2, takes=Point, gives=int)  # type: ignore[arg-type]


@pytest.mark.parametrize("again", [True, False])
def test_cycles_are_looked_for_again_unless_the_process_ends_soon(*, again: bool) -> None:
    assert gc.isenabled()
    try:
        with pool.without_collection(ever_again=again):
            assert not gc.isenabled()
        assert gc.isenabled() == again
    finally:
        gc.enable()


def test_few_things_are_done_beside_what_is_done_here_in_order() -> None:
    asked: list[int] = []

    class Beside(Executor):
        def submit(self, fn, /, *args, **kwargs):  # noqa: ANN001, ANN002, ANN003, ANN202
            future = Future[object]()
            asked.append(len(args[0]))
            future.set_result(fn(*args, **kwargs))
            return future

    few = list(range(12))
    assert list(pool.stream(double, few, jobs=2, beside=Beside())) == double(few)
    assert asked == [5, 5, 2]
    many = [number % 251 for number in range(450)]
    assert list(pool.stream(bytes, many, jobs=2, beside=Beside())) == many
    assert sum(asked) == 12 + 200
    assert list(pool.stream(double, [], jobs=2, beside=Beside())) == []
