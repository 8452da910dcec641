"""Hashes of a dossier's files, without reading again what nobody can have touched.

What counts is what is in a file, never when it was written. But ten thousand files take a second to
read, and mostly none has changed. So the hash of each is kept with what the disk says of it: size,
place, when it was written and when that was noted last, which no program can set back. If all of
that is the same, so is the content; in a fresh checkout nothing is, and all is read. What was
written within two seconds of being read is read again, as clocks of disks are coarse (git's index
does the same, and calls it racy).
"""

from __future__ import annotations

import logging
import os
import stat
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from dossier.effects import project
from dossier.effects.project import Project
from dossier.errors import DossierError

log = logging.getLogger(__name__)

NAME = "files"
_COARSE = 2_000_000_000  # nanoseconds: FAT keeps even seconds
_TELLS_CHANGES = os.name == "posix"  # elsewhere `st_ctime` is when a file was made

Mark = tuple[int, int, int, int]  # size, inode, written at, noted at: nanoseconds


class _Known(Struct, frozen=True, array_like=True):
    mark: Mark
    sha256: str


def of_files(home: Project, paths: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of each of `paths` by its name; "" for what cannot be read."""
    known = _load(home)
    found: dict[str, str] = {}
    kept: dict[str, _Known] = {}
    for name, path in home.named(paths).items():
        mark = _mark(path)
        before = known.get(name)
        if mark and before and before.mark == mark:
            found[name], kept[name] = before.sha256, before
            continue
        now = time.time_ns()
        found[name] = _read(home, path)
        if mark and found[name] and max(mark[2:]) < now - _COARSE:
            kept[name] = _Known(mark, found[name])
    if kept != known:
        _save(home, kept)
    return found


def _mark(path: str) -> Mark | None:
    """Return what the disk says of a file; None if it does not say when a file was changed."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not _TELLS_CHANGES or not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns


def _read(home: Project, path: str) -> str:
    try:
        return project.digest(project.read_bytes(home, Path(path)))
    except DossierError:
        return ""


def _load(home: Project) -> dict[str, _Known]:
    try:
        return msgspec.msgpack.decode((home.cache / NAME).read_bytes(), type=dict[str, _Known])
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        log.info("hashes of files unusable: %s", error)
        return {}


def _save(home: Project, known: dict[str, _Known]) -> None:
    """Keep the hashes; without them the next build reads all files, and that is all."""
    try:
        project.write(home.cache / NAME, msgspec.msgpack.encode(known))
    except DossierError as error:
        log.info("hashes of files not kept: %s", error)
