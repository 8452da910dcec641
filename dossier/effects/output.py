"""The built site on disk: changed files staged, renamed into place, strays pruned.

The manifest comes last. A build that is killed leaves files of the old or the new site, each
whole, and a mark that it did not finish; the next build trusts no file and repairs the site.
"""

from __future__ import annotations

import itertools
import logging
import mmap
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec
from msgspec import Struct

from dossier.effects import project
from dossier.errors import DossierError

log = logging.getLogger(__name__)

# Belongs to whoever publishes the site by hand from this folder; never pruned.
_KEPT = frozenset((".git", ".gitignore", ".gitkeep", ".nojekyll", "CNAME"))
ENGINE_FOLDER = "pagefind"
MANIFEST = "manifest.json"
PARTS = "parts"
_CAN_MAP = os.name == "posix"  # elsewhere a mapped file cannot be replaced

Manifest = dict[str, dict[str, str]]
Data = bytes | Sequence[bytes | memoryview]  # of a file, or of its pieces one after the other


class Left(Struct, frozen=True):
    """What the last build left: what it wrote down, and what tells the sizes of the files there."""

    manifest: Manifest
    sizes: Callable[[], dict[str, int]]


class Output(Protocol):
    """Where a site goes: a folder, or memory in tests."""

    def sizes(self) -> dict[str, int]:
        """Return the size in bytes of each file that is there, by its path."""

    def read(self, path: str) -> memoryview:
        """Return what a file holds; nothing if it is not there."""

    def write(self, files: Mapping[str, Data]) -> None:
        """Write or replace files."""

    def delete(self, paths: Iterable[str]) -> None:
        """Remove files."""

    def manifest(self) -> Manifest:
        """Return what the last finished build wrote down; empty if unknown."""

    def finish(self, manifest: Manifest) -> None:
        """Write down what this build made: the build is done."""

    def parts(self) -> bytes:
        """Return what is remembered of the parts of files; empty if nothing is."""

    def remember_parts(self, data: bytes) -> None:
        """Remember of which parts files consist."""


class DiskOutput:
    """A site in a folder; `cache` holds the stage and the manifest."""

    def __init__(self, site: Path, cache: Path) -> None:
        self.site = site
        self._stage = cache / "stage"
        self._staged = itertools.count()  # several threads may write, and place one after the other
        self._placing = threading.Lock()
        self._manifest = cache / MANIFEST
        self._unfinished = cache / "unfinished"
        self._parts = cache / PARTS

    def sizes(self) -> dict[str, int]:
        """Return the size of each file but the engine's and those that are kept."""
        return sizes_of(self.site)

    def read(self, path: str) -> memoryview:
        """Return what a file holds, mapped into memory: half of the time that reading takes."""
        try:
            with self._target(path).open("rb") as file:
                if not _CAN_MAP or not os.fstat(file.fileno()).st_size:
                    return memoryview(file.read())
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except OSError as error:
            log.info("%s is not read: %s", path, error)
            return memoryview(b"")

    def write(self, files: Mapping[str, Data]) -> None:
        """Stage all files, then rename them into place one by one."""
        stage = self._stage / str(next(self._staged))
        staged: list[tuple[Path, str, Path]] = []
        try:
            stage.mkdir(parents=True, exist_ok=True)
            for number, (path, data) in enumerate(files.items()):
                temporary = stage / str(number)
                project.create(temporary, data)
                staged.append((temporary, path, self._target(path)))
            with self._placing:
                self._place(staged)
        except OSError as error:
            raise DossierError(
                f"the site cannot be written: {error.strerror or error}",
                where=str(error.filename2 or error.filename or self.site.name),
                hint="check that the folder may be written to and that the disk has room",
            ) from error
        finally:
            shutil.rmtree(stage, ignore_errors=True)

    def _place(self, staged: Iterable[tuple[Path, str, Path]]) -> None:
        self._unfinished.touch()
        self.site.mkdir(parents=True, exist_ok=True)
        ready: set[str] = set()
        for temporary, path, target in staged:
            self._make_folders(path, ready)
            _put(temporary, target)

    def _target(self, path: str) -> Path:
        target = self.site / path
        if ".." in Path(path).parts or Path(path).is_absolute():
            raise DossierError("a page wants to lie outside the site", where=path)
        return target

    def _make_folders(self, path: str, ready: set[str]) -> None:
        """Make the folders of a file; a stray file in the way gives way.

        The site itself does not: who makes it a link to another folder wants it there. `ready` are
        folders that are known to be there, and to be folders.
        """
        folder = path.rpartition("/")[0]
        if not folder or folder in ready:
            return
        self._make_folders(folder, ready)
        _make_folder(self.site / folder)
        ready.add(folder)

    def delete(self, paths: Iterable[str]) -> None:
        """Remove files, and the folders that become empty."""
        for path in sorted(paths, reverse=True):
            target = self._target(path)
            if not target.is_file() and not target.is_symlink():
                continue  # a stray that gave way to a page, or is gone
            target.unlink()
            for folder in target.parents:
                if folder == self.site or any(folder.iterdir()):
                    break
                folder.rmdir()

    def manifest(self) -> Manifest:
        """Read the manifest; a broken one is an empty one, as is that before a killed build."""
        if self._unfinished.exists():
            return {}
        try:
            return msgspec.json.decode(self._manifest.read_bytes(), type=Manifest)
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.MsgspecError) as error:
            log.info("manifest unusable: %s", error)
            return {}

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest, atomically; an index that it lacks is of an earlier site."""
        if f"{ENGINE_FOLDER}/" not in manifest:
            shutil.rmtree(self.site / ENGINE_FOLDER, ignore_errors=True)
        shutil.rmtree(self._stage, ignore_errors=True)
        project.write(self._manifest, msgspec.json.encode(manifest, order="deterministic"))
        self._unfinished.unlink(missing_ok=True)

    def parts(self) -> bytes:
        """Read what is remembered of the parts of files."""
        try:
            return self._parts.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            log.info("parts of files unusable: %s", error)
            return b""

    def remember_parts(self, data: bytes) -> None:
        """Keep it in the cache; without it the next build makes all parts, and that is all."""
        try:
            project.write(self._parts, data)
        except DossierError as error:
            log.info("parts of files not kept: %s", error)


def sizes_of(site: Path) -> dict[str, int]:
    """Return the size of each file of a site but the engine's and those that are kept."""
    found: dict[str, int] = {}
    pending = [(str(site), "")]
    while pending:
        folder, prefix = pending.pop()
        try:
            entries = list(os.scandir(folder))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            name = entry.name
            if not prefix and (name in _KEPT or name == ENGINE_FOLDER):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, f"{prefix}{name}/"))
            else:
                found[prefix + name] = entry.stat(follow_symlinks=False).st_size
    return found


def _put(temporary: Path, target: Path) -> None:
    """Put a file in its place; a stray folder there gives way."""
    try:
        os.replace(temporary, target)  # noqa: PTH105 - atomic, and says so by its name
    except OSError:
        if not target.is_dir() or target.is_symlink():
            raise
        shutil.rmtree(target)
        temporary.replace(target)


def _make_folder(place: Path) -> None:
    try:
        place.mkdir()
    except FileExistsError:
        if place.is_symlink() or not place.is_dir():
            place.unlink()
            place.mkdir()
