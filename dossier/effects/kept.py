"""Values that are large, each in a file of its own in the cache: what one build leaves the next.

Whoever recalls one has to see whether it still holds. Without it time is lost, never a byte.
"""

from __future__ import annotations

import logging
import mmap
from pathlib import Path
from typing import TypeVar

import msgspec

from dossier.effects import project
from dossier.errors import DossierError

log = logging.getLogger(__name__)

Value = TypeVar("Value")


def recall(path: Path, kind: type[Value]) -> Value | None:
    """Return what `remember` put there; None if nothing is, or nothing of this kind.

    Nothing is read before it is looked at where it is declared as `memoryview`.
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
