"""Results for which all articles count, kept from one build to the next.

Each has a name, and a key: a hash of all that it follows from. With the same key, and of the same
program, it is what would be computed again. Without the file, or with a broken one, it is.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct

from dossier.effects import project
from dossier.effects.store import code_version
from dossier.errors import DossierError

log = logging.getLogger(__name__)

NAME = "kept"


class _Result(Struct, frozen=True, array_like=True):
    key: bytes
    value: bytes
    check: bytes  # of a file that was damaged, nothing is believed


class _File(Struct, frozen=True, array_like=True):
    version: str
    results: dict[str, _Result]


class Kept:
    """The results in a file of the cache's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._used: dict[str, _Result] = {}

    def of(self, name: str, key: bytes, make: Callable[[], bytes]) -> bytes:
        """Return the result that follows from `key`; it is made if the last one had another."""
        known = self._known.get(name)
        if not known or known.key != key or known.check != _check(key, known.value):
            value = make()
            known = _Result(key, value, _check(key, value))
        self._used[name] = known
        return known.value

    def save(self) -> None:
        """Keep what was asked for; without it the next build takes longer, and that is all."""
        if self._used == self._known:
            return
        try:
            data = msgspec.msgpack.encode(_File(code_version(), self._used))
            project.write(self._path, data)
        except DossierError as error:
            log.info("results not kept: %s", error)

    @cached_property
    def _known(self) -> dict[str, _Result]:
        try:
            found = msgspec.msgpack.decode(self._path.read_bytes(), type=_File)
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.MsgspecError) as error:
            log.info("kept results unusable: %s", error)
            return {}
        return found.results if found.version == code_version() else {}


def _check(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, key=key, digest_size=12).digest()
