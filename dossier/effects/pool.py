"""Work over all cores: the same function on many things, results in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from itertools import chain, islice
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Struct

Input = TypeVar("Input")
Result = TypeVar("Result")

# Starting a process takes about half a second, as long as understanding this many articles.
_WORTH_A_POOL = 200
_CHUNK = 100
_FEW = 5  # at a time, where they are done beside other work


def cores() -> int:
    """Return how many processes can work at a time on this machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_worth_it(items: int) -> bool:
    """Whether it is quicker to start processes for so many than to do all in one."""
    return items >= _WORTH_A_POOL


def run(  # noqa: PLR0913 - the work, and how it is spread
    work: Callable[[Sequence[Input]], Sequence[Result]],
    items: Sequence[Input],
    *,
    jobs: int = 0,
    progress: Callable[[int], None] | None = None,
    takes: type[Input] | None = None,
    gives: type[Result] | None = None,
) -> list[Result]:
    """Apply `work` (importable, it gets a chunk of the items) and return all results in order.

    `jobs` 0 means one process per core; `progress` is told how many items are done. What `takes`
    and `gives` name travels between processes as MessagePack: a tenth of pickling's cost.
    """
    results: list[Result] = []
    post = _Post(work, takes, gives)
    for result in _stream(post, items, jobs=jobs, expected=len(items)):
        results.append(result)
        if progress and (len(results) % _CHUNK == 0 or len(results) == len(items)):
            progress(len(results))
    return results


def later(work: Callable[[Input], Result], item: Input, *, jobs: int = 0) -> Callable[[], Result]:
    """Let `work` (importable) be done while other work goes on; what is returned awaits it.

    Where no processes are at work, none is started for it: it is done when it is awaited.
    """
    executor = _executors.get(jobs or cores())
    return executor.submit(work, item).result if executor else partial(work, item)


def stream(
    work: Callable[[Sequence[Input]], Sequence[Result]],
    items: Iterable[Input],
    *,
    jobs: int = 0,
    expected: int = 0,
    beside: Executor | None = None,
) -> Iterator[Result]:
    """Apply `work` to items as they come and yield results in order.

    Only a few chunks are under way at a time, however many items there are. With fewer than is
    worth starting processes for, the work is done `beside` what is done here, or here; `expected`
    says how many to expect.
    """
    return _stream(_Post(work), items, jobs=jobs, expected=expected, beside=beside)


class _Post(Struct, Generic[Input, Result], frozen=True):
    """Work that is sent to another process: called there with a packed chunk of items."""

    work: Callable[[Sequence[Input]], Sequence[Result]]
    takes: type[Input] | None = None
    gives: type[Result] | None = None

    def __call__(self, sent: Any) -> Any:  # noqa: ANN401 - what travels is packed or not
        return _pack(self.work(_unpack(sent, self.takes)), self.gives)

    def send(self, executor: ProcessPoolExecutor, chunk: Sequence[Input]) -> Future[Any]:
        return executor.submit(self, _pack(chunk, self.takes))

    def receive(self, future: Future[Any]) -> Sequence[Result]:
        return _unpack(future.result(), self.gives)


def _pack(values: Sequence[Input], kind: type[Input] | None) -> Any:  # noqa: ANN401
    return msgspec.msgpack.encode(values) if kind else values


def _unpack(sent: Any, kind: type[Input] | None) -> Sequence[Input]:  # noqa: ANN401
    return _decoder(kind).decode(sent) if kind else sent  # type: ignore[arg-type]


@cache
def _decoder(kind: type[object]) -> msgspec.msgpack.Decoder[list[Any]]:
    return msgspec.msgpack.Decoder(list[kind])  # type: ignore[valid-type]


def _stream(
    post: _Post[Input, Result],
    items: Iterable[Input],
    *,
    jobs: int,
    expected: int,
    beside: Executor | None = None,
) -> Iterator[Result]:
    jobs, done = jobs or cores(), 0
    rest = iter(items)
    waiting: list[Future[Sequence[Result]]] = []
    while chunk := list(islice(rest, _FEW if beside else _CHUNK)):
        if jobs > 1 and is_worth_it(max(expected, done)):
            rest = chain(chunk, rest)
            break
        if beside:
            waiting.append(beside.submit(post.work, chunk))
        else:
            yield from post.work(chunk)
        done += len(chunk)
    for future in waiting:
        yield from future.result()
    yield from _stream_over_processes(post, rest, jobs)


def _stream_over_processes(
    post: _Post[Input, Result], items: Iterable[Input], jobs: int
) -> Iterator[Result]:
    waiting: deque[Future[Any]] = deque()
    rest = iter(items)
    try:
        while chunk := list(islice(rest, _CHUNK)):
            waiting.append(post.send(_executor(jobs), chunk))
            if len(waiting) > 2 * jobs:
                yield from post.receive(waiting.popleft())
        while waiting:
            yield from post.receive(waiting.popleft())
    finally:
        for future in waiting:
            future.cancel()


_executors: dict[int, ProcessPoolExecutor] = {}


def _executor(jobs: int) -> ProcessPoolExecutor:
    """Start the processes once and keep them for the next step."""
    if jobs not in _executors:
        close()
        context = multiprocessing.get_context("spawn")  # the same on every system
        _executors[jobs] = ProcessPoolExecutor(
            max_workers=jobs, mp_context=context, initializer=_begin
        )
    return _executors[jobs]


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends the others
    gc.disable()  # see `without_collection`


@contextmanager
def without_collection(*, ever_again: bool = True) -> Iterator[None]:
    """Keep Python from looking for cycles among millions of values that hold none.

    Looking took a quarter of the time of a build of 3,000 articles. Where they all stay until the
    process ends, it does not look `ever_again`.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on and ever_again:
            gc.enable()


def close() -> None:
    """End the processes and give back their memory; the next step starts new ones."""
    while _executors:
        _executors.popitem()[1].shutdown(wait=True, cancel_futures=True)
