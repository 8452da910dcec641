"""Files of many parts: what is known of their parts, from one build to the next."""

from __future__ import annotations

import logging
import sys
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property

import msgspec
from msgspec import Struct

from dossier.effects.output import Output
from dossier.effects.store import code_version
from dossier.rendering.binder import Bound, Index, bind_to, held
from dossier.rendering.parts import Parts

log = logging.getLogger(__name__)


class _Remembered(Struct, frozen=True, array_like=True):
    version: str
    files: dict[str, Index]


class Bindery:
    """Puts files together of parts, and remembers where in the site's files each part lies."""

    def __init__(self, target: Output) -> None:
        self._target = target
        self._looked_at: dict[str, tuple[memoryview, Future[bool]]] = {}
        self._bound: dict[str, Bound] = {}
        self._new = False

    def look_at(self, paths: Collection[str], worker: ThreadPoolExecutor) -> None:
        """Let `worker` see which of these files still are what they were.

        It is to be asked for no others until they are bound. A hundred megabytes take a tenth of a
        second, and meanwhile other work goes on.
        """
        for path in self._known.keys() & paths:
            old = self._target.read(path)
            self._looked_at[path] = old, worker.submit(self._known[path].is_of, old)

    def bind(self, path: str, file: Parts, *, trusted: bool) -> Bound:
        """Put a file together; only if it is `trusted`, parts are taken from the one that is there.

        It is to be written or, if it is as it was, to be left.
        """
        known = self._known.get(path) if trusted else None
        if path in self._looked_at:
            old, seen = self._looked_at.pop(path)
            is_known = seen.result()
        else:
            old = self._target.read(path)
            is_known = bool(known and known.is_of(old))
        bound = bind_to(file, known.sections if known and is_known else {}, old)
        self._bound[path] = bound
        return bound

    def keep(self, path: str) -> None:
        """Of a file that is where it is to be, only remember where its parts lie."""
        self._known[path] = self._bound.pop(path).index
        self._new = True

    def held(self, path: str, name: str) -> dict[bytes, bytes]:
        """Return the parts of a section of a file as the last build made them, by their keys."""
        bound = self._bound.get(path)
        known = bound.index if bound else self._known.get(path)
        return held(known, name, self._target.read(path)) if known else {}

    def remember(self) -> None:
        """Keep what is known now for the next build, if it is anything new."""
        for path in tuple(self._bound):
            self.keep(path)
        if self._new:
            held = _Remembered(_version(), self._known)
            self._target.remember_parts(msgspec.msgpack.encode(held))
            self._new = False

    @cached_property
    def _known(self) -> dict[str, Index]:
        data = self._target.parts()
        try:
            held = msgspec.msgpack.decode(data, type=_Remembered) if data else None
        except msgspec.MsgspecError as error:
            log.info("parts of files unusable: %s", error)
            return {}
        return held.files if held and held.version == _version() else {}


def key_of(file: Parts) -> str:
    """Return a hash of all that a file follows from."""
    return file.key(_version())


def _version() -> str:
    """Another program may make other bytes; in the index, numbers lie as the machine has them."""
    return f"{code_version()} {sys.byteorder}"
