from __future__ import annotations

import threading
import time

import pytest

from dossier.effects.turns import Turns


class Clock:
    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_a_host_gets_its_pause_and_others_do_not_wait_for_it() -> None:
    clock = Clock()
    turns = Turns(2, clock, clock.sleep)
    with turns.turn("a.example"):
        clock.now += 5
    with turns.turn("b.example"):
        pass
    clock.now += 0.5
    with turns.turn("a.example"):
        pass
    assert clock.slept == [1.5]


def test_the_pause_counts_from_the_end_of_a_request_that_failed() -> None:
    clock = Clock()
    turns = Turns(2, clock, clock.sleep)
    with pytest.raises(OSError, match="gone"), turns.turn("a.example"):
        raise OSError("gone")
    with turns.turn("a.example"):
        pass
    assert clock.slept == [2]


def test_threads_ask_a_host_one_after_the_other() -> None:
    turns = Turns(0, time.monotonic, time.sleep)
    inside: list[int] = []
    most: list[int] = []

    def work() -> None:
        with turns.turn("a.example"):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.002)
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 8
