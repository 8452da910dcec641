"""Files of many parts: what is known of their parts, from one build to the next."""

from __future__ import annotations

import logging
import sys
from functools import cached_property

import msgspec
from msgspec import Struct

from dossier.effects.output import Output
from dossier.effects.store import code_version
from dossier.rendering.binder import Bound, Index, bind, held
from dossier.rendering.parts import Parts

log = logging.getLogger(__name__)


class _Remembered(Struct, frozen=True, array_like=True):
    version: str
    files: dict[str, Index]


class Bindery:
    """Puts files together of parts, and remembers where in the site's files each part lies."""

    def __init__(self, target: Output) -> None:
        self._target = target
        self._new = False

    def bind(self, path: str, file: Parts, *, trusted: bool) -> Bound:
        """Put a file together; only if it is `trusted`, parts are taken from the one that is there.

        It is to be written or, if it is as it was, to be left.
        """
        known = self._known.get(path) if trusted else None
        bound = bind(file, known, self._target.read(path))
        self._known[path] = bound.index
        self._new = True
        return bound

    def held(self, path: str, name: str) -> dict[bytes, bytes]:
        """Return the parts of a section of a file as the last build made them, by their keys."""
        known = self._known.get(path)
        return held(known, name, self._target.read(path)) if known else {}

    def remember(self) -> None:
        """Keep what is known now for the next build, if it is anything new."""
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
