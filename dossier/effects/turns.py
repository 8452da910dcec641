"""Politeness: one request at a time to a host, and a pause between two."""

from __future__ import annotations

import math
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct, field


class _Host(Struct):
    lock: threading.Lock = field(default_factory=threading.Lock)
    ended: float = -math.inf


class Turns:
    """Lets requests through in turn; `pause` is in seconds. Threads may share it."""

    def __init__(
        self, pause: float, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, name: str) -> Iterator[None]:
        """Wait until the host `name` may be asked again; the block is the request."""
        with self._lock:
            host = self._hosts[name]
        with host.lock:
            wait = host.ended + self._pause - self._clock()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                host.ended = self._clock()
