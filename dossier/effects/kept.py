"""What one build leaves the next: values in files, and results with what they follow from.

Without any of it time is lost, never a byte: a file that is missing, broken or of another version
of the program is none.
"""

from __future__ import annotations

import hashlib
import logging
import mmap
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from dossier.effects import project
from dossier.errors import DossierError

log = logging.getLogger(__name__)

Value = TypeVar("Value")


def recall(path: Path, kind: type[Value]) -> Value | None:
    """Return what `remember` put there; None if nothing is, or nothing of this kind.

    Who recalls it has to see whether it still holds. Nothing is read before it is looked at where
    it is declared as `memoryview`.
    """
    try:
        with path.open("rb") as file:
            there = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return msgspec.msgpack.decode(there, type=kind)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, msgspec.MsgspecError) as error:  # ValueError: no UTF-8
        log.info("what is kept of %s is unusable: %s", path.name, error)
        return None


def remember(path: Path, value: object) -> None:
    """Put a value there, in place of the one that is."""
    try:
        project.write(path, msgspec.msgpack.encode(value))
    except DossierError as error:
        log.info("%s not kept: %s", path.name, error)


class _Result(Struct, frozen=True, array_like=True):
    key: bytes
    value: bytes
    check: bytes  # of a file that was damaged, nothing is believed


class _File(Struct, frozen=True, array_like=True):
    version: str
    results: dict[str, _Result]


class Results:
    """Results that are made anew only if what they follow from changed, in a file.

    Each has a name, and a key: a hash of all that it follows from. With the same key, and of the
    same version of the program, it is what would be computed again.
    """

    def __init__(self, path: Path, version: str) -> None:
        self._path, self._version = path, version
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
        """Keep what was asked for; what was not is forgotten."""
        if self._used != self._known:
            remember(self._path, _File(self._version, self._used))

    @cached_property
    def _known(self) -> dict[str, _Result]:
        found = recall(self._path, _File)
        return found.results if found and found.version == self._version else {}


def _check(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, key=key, digest_size=12).digest()
