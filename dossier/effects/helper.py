"""One more process, for some of a build's work that can be done beside the rest.

Python runs one thread at a time, and what a build does by itself takes all of it. A thread that
reads or writes many small files waits for its turn after each. So on a machine of several cores
that work goes to a process that is started once a build knows that it has something to do, and is
ready before it is needed. It is for large dossiers: to start it takes a quarter of a second.
"""

from __future__ import annotations

import gc
import itertools
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from typing import IO, Any, ParamSpec, TypeVar

from dossier.effects import pool

P = ParamSpec("P")
Result = TypeVar("Result")

_WORTH_IT = 2_000  # files: a build of fewer is nearly done when the process is ready
_AT_A_TIME = 4
_TURN = 0.001  # seconds that a thread goes on while others wait, of which some read many files
_HEAD = struct.Struct("!QQ")  # before what is asked for: its number, and how many bytes it has
_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from dossier.effects import helper; helper.serve()"
)


@contextmanager
def beside(files: int, jobs: int) -> Iterator[Helper | None]:
    """Start a helper for a build of so many files, if it is worth it; `jobs` 0: one per core."""
    if files < _WORTH_IT or (jobs or pool.cores()) < 2:
        yield None
        return
    try:
        helper = Helper()
    except OSError:  # no more processes
        yield None
        return
    with helper:
        yield helper


class Helper(Executor):
    """Does work in another process: functions that can be imported, and what they are called with.

    Should that process end, what it leaves undone is done here: nothing else comes of it.
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        self._numbers = itertools.count()
        self._asked: dict[int, tuple[Future[Any], Callable[[], Any]]] = {}
        self._here: ThreadPoolExecutor | None = None  # once there is no other process any more
        self._ended = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def submit(
        self, fn: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[Result]:
        """Let a function be called there; see `Executor.submit`. It cannot be cancelled."""
        work = partial(fn, *args, **kwargs)
        number, future = next(self._numbers), Future[Result]()
        message = pickle.dumps(work, pickle.HIGHEST_PROTOCOL)
        with self._lock:
            if self._here:
                return self._here.submit(work)
            future.set_running_or_notify_cancel()
            self._asked[number] = (future, work)
        assert self._process.stdin  # noqa: S101 - it is a pipe
        with self._sending, suppress(OSError):  # whoever reads sees that too
            self._process.stdin.write(_HEAD.pack(number, len(message)))
            self._process.stdin.write(message)
            self._process.stdin.flush()
        return future

    def _read(self) -> None:
        """Take in what the process answers, as long as it does."""
        assert self._process.stdout  # noqa: S101 - it is a pipe
        with suppress(Exception):  # an end amid an answer shows itself in many ways
            while True:
                number, value, error = pickle.load(self._process.stdout)  # noqa: S301 - our own
                with self._lock:
                    future, _ = self._asked.pop(number)
                _settle(future, value, error)
        with self._lock:
            self._here = ThreadPoolExecutor(max_workers=_AT_A_TIME)
            undone = list(self._asked.values())
            self._asked.clear()
        for future, work in undone:
            if self._ended:
                future.set_exception(CancelledError())
            else:
                self._here.submit(_do, future, work)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as the base has it
        """End the process; what it has not done by now is not done."""
        del wait, cancel_futures
        self._ended = True
        assert self._process.stdin and self._process.stdout  # noqa: S101, PT018 - pipes
        with suppress(OSError):
            self._process.stdin.close()
        self._reader.join()
        self._process.stdout.close()
        self._process.wait()
        if self._here:
            self._here.shutdown()


def _do(future: Future[Any], work: Callable[[], Any]) -> None:
    _settle(future, *_outcome(work))


def _outcome(work: Callable[[], Any]) -> tuple[Any, BaseException | None]:
    try:
        return work(), None
    except BaseException as error:  # noqa: BLE001 - who waits for it gets it
        return None, error


def _settle(future: Future[Any], value: object, error: BaseException | None) -> None:
    if error is None:
        future.set_result(value)
    else:
        future.set_exception(error)


# --- in the other process -----------------------------------------------------------------------


def serve() -> None:
    """Do what is asked for until nobody asks any more: the one that started this has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process ends this one
    gc.disable()  # as in the other
    sys.setswitchinterval(_TURN)
    with _pipes() as (asked, told):
        try:
            answer(asked, told)
        finally:
            os._exit(0)  # whatever is under way: nobody waits for it


@contextmanager
def _pipes() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Take standard input and output for this alone: no program started from here shares them."""
    with os.fdopen(os.dup(0), "rb") as asked, os.fdopen(os.dup(1), "wb") as told:
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        yield asked, told


def answer(asked: IO[bytes], told: IO[bytes]) -> None:
    """Read what to do, and write what comes of it, in whatever order."""
    telling = threading.Lock()
    workers = ThreadPoolExecutor(max_workers=_AT_A_TIME)

    def tell(number: int, packed: bytes) -> None:
        try:
            work = pickle.loads(packed)  # noqa: S301 - from the process that began this one
        except Exception:  # noqa: BLE001 - it cannot be done here, so this is of no use
            os._exit(1)
        message = _packed(number, *_outcome(work))
        with telling, suppress(OSError):
            told.write(message)
            told.flush()

    while head := asked.read(_HEAD.size):  # work is only unpacked by who does it: the next follows
        number, size = _HEAD.unpack(head)
        workers.submit(tell, number, asked.read(size))


def _packed(number: int, value: object, error: BaseException | None) -> bytes:
    try:
        return pickle.dumps((number, value, error), pickle.HIGHEST_PROTOCOL)
    except Exception as other:  # noqa: BLE001 - who waits is to hear of it
        return pickle.dumps(
            (number, None, TypeError(f"{value or error!r} does not travel: {other}"))
        )
