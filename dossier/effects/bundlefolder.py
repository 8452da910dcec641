"""The folder of a search bundle, in which new files are put beside the old ones.

Whatever is put is there whole or not at all. What a name says of the contents (a hash) is believed:
such a file or folder is not written again.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from dossier.effects.searchpart import MAGIC

_FOLDERS = ("filter", "fragment", "index")
_ARCHIVE = re.compile(r"-(\d+)$")
_NEW = ".new"
_LEVEL = 6  # of compression: the highest takes half as long again and saves .8 percent


class Packs(Struct, frozen=True, array_like=True):
    """A folder of compressed files: for each a hash of what is in it, and its size in bytes."""

    name: str
    files: dict[str, tuple[bytes, int]]


class BundleFolder:
    """Where a bundle is; `number` tells it from other bundles: 0, or that of an archive."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._wanted: set[Path] = set()
        found = _ARCHIVE.search(out.name)
        self.number = found[1] if found else "0"
        for name in _FOLDERS:
            (out / name).mkdir(parents=True, exist_ok=True)

    def put(self, name: str, data: bytes) -> None:
        """Put a file whose name does not tell what is in it."""
        path = self._want(name)
        if not path.is_file() or path.read_bytes() != data:
            _write(path, data)

    def put_packed(self, name: str, data: bytes) -> None:
        """Put a file that is named after what is in it, compressed."""
        path = self._want(name)
        if not path.is_file():
            _write(path, _packed(data))

    def has(self, name: str) -> bool:
        """Whether a file or folder is there whose name tells what is in it. It is to stay."""
        return self._want(name).exists()

    def put_all(self, name: str, files: Mapping[str, bytes]) -> None:
        """Put a folder that is named after what is in it."""
        self._put_folder(name, lambda path: _write_all(path, files))

    def put_all_packed(self, place: str, files: Mapping[str, bytes], last: Packs | None) -> Packs:
        """Put files into a folder in `place`, compressed; it is named after what is in them.

        Those that `last` has, and that are there as they were put then, are not compressed again.
        """
        checks = [_check(data) for data in files.values()]
        name = f"{place}/{digest(b''.join(checks))}"
        sizes: dict[str, tuple[bytes, int]] = {}
        held = {check: (file, size) for file, (check, size) in last.files.items()} if last else {}
        beside = self._out / last.name if last else self._out

        def put(folder: Path) -> None:
            for check, (file, data) in zip(checks, files.items(), strict=True):
                known, size = held.get(check, ("", 0))
                if not (known and _take(beside / known, folder / file, size)):
                    packed = _packed(data)
                    (folder / file).write_bytes(packed)
                    size = len(packed)
                sizes[file] = (check, size)

        if self._put_folder(name, put):
            return Packs(name, sizes)
        return last if last and last.name == name else Packs(name, {})

    def _put_folder(self, name: str, put: Callable[[Path], None]) -> bool:
        """Let a folder be filled, unless it is there."""
        path = self._want(name)
        if path.is_dir():
            return False
        temporary = path.with_name(path.name + _NEW)
        remove(temporary)
        temporary.mkdir()
        put(temporary)
        temporary.rename(path)
        return True

    def _want(self, name: str) -> Path:
        path = self._out / name
        self._wanted.add(path)
        return path

    def prune(self) -> None:
        """Remove what was not put, but not what may be other bundles: folders in the folder."""
        for name in _FOLDERS:
            for path in (self._out / name).iterdir():
                if path not in self._wanted:
                    remove(path)
        for path in self._out.iterdir():
            if path not in self._wanted and not path.is_dir():
                remove(path)


def digest(data: bytes) -> str:
    """Return what names contents: ten letters."""
    return hashlib.blake2b(data, digest_size=5).hexdigest()


def _check(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def _packed(data: bytes) -> bytes:
    return gzip.compress(MAGIC + data, compresslevel=_LEVEL, mtime=0)


def _take(known: Path, path: Path, size: int) -> bool:
    """Let a file be at another place too, if it has its size still."""
    try:
        if known.stat().st_size != size:  # a damaged file
            return False
    except OSError:
        return False
    try:
        os.link(known, path)
    except OSError:  # a file system without links
        path.write_bytes(known.read_bytes())
    return True


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_name(path.name + _NEW)
    temporary.write_bytes(data)
    temporary.replace(path)


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it; nothing may be there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
