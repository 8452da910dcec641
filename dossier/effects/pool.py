"""Work over all cores: the same function on many things, results in order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Input = TypeVar("Input")
Result = TypeVar("Result")

# Starting a worker takes about 0.3 s, as long as reading and understanding this many articles.
_WORTH_A_POOL = 200
_CHUNK = 100


def cores() -> int:
    """Return how many processes can work at a time on this machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    work: Callable[[Sequence[Input]], Sequence[Result]],
    items: Sequence[Input],
    *,
    jobs: int = 0,
    progress: Callable[[int], None] | None = None,
) -> list[Result]:
    """Apply `work` (importable, it gets a chunk of the items) and return all results in order.

    `jobs` 0 means one process per core; `progress` is told how many items are done.
    """
    tell = progress or (lambda _count: None)
    jobs = jobs or cores()
    if jobs == 1 or len(items) < _WORTH_A_POOL:
        results: list[Result] = []
        for start in range(0, len(items), _CHUNK):
            results += work(items[start : start + _CHUNK])
            tell(min(start + _CHUNK, len(items)))
        return results
    return _run_in_pool(work, items, jobs, tell)


def _run_in_pool(
    work: Callable[[Sequence[Input]], Sequence[Result]],
    items: Sequence[Input],
    jobs: int,
    tell: Callable[[int], None],
) -> list[Result]:
    chunks = [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]
    results: list[Result] = []
    context = multiprocessing.get_context("spawn")  # the same on every system, safe with threads
    with ProcessPoolExecutor(max_workers=jobs, mp_context=context) as pool:
        try:
            for made in pool.map(work, chunks):
                results += made
                tell(len(results))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return results
