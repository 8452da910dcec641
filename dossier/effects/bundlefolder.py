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
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from dossier.effects.searchpart import GZIP, MAGIC

_FOLDERS = ("filter", "fragment", "index")
_ARCHIVE = re.compile(r"-(\d+)$")
_NEW = ".new"
_TAIL = 8  # bytes at the end of a compressed file: the check and the length of the contents


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

    def put_all(self, name: str, files: Mapping[str, bytes]) -> None:
        """Put a folder that is named after what is in it."""
        self._put_folder(name, files, lambda path, data: path.write_bytes(data))

    def put_all_packed(self, name: str, files: Mapping[str, bytes]) -> None:
        """Put a folder that is named after what is in it, its files compressed.

        Files of the same contents are taken from the folders beside it.
        """
        beside = (self._out / name).parent
        held = {_tail(path): path for path in beside.glob("*/*")}

        def pack(path: Path, data: bytes) -> None:
            known = held.get(_tail_of(data))
            if not (known and _take(known, path, data)):
                path.write_bytes(_packed(data))

        self._put_folder(name, files, pack)

    def _put_folder(
        self, name: str, files: Mapping[str, bytes], put: Callable[[Path, bytes], Any]
    ) -> None:
        path = self._want(name)
        if path.is_dir():
            return
        temporary = path.with_name(path.name + _NEW)
        remove(temporary)
        temporary.mkdir()
        for file, data in files.items():
            put(temporary / file, data)
        temporary.rename(path)

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


def _packed(data: bytes) -> bytes:
    return gzip.compress(MAGIC + data, compresslevel=9, mtime=0)


def _tail_of(data: bytes) -> bytes:
    """Return the end of the file in which `data` are packed."""
    check = zlib.crc32(data, zlib.crc32(MAGIC))
    return check.to_bytes(4, "little") + (len(MAGIC) + len(data)).to_bytes(4, "little")


def _tail(path: Path) -> bytes:
    return path.read_bytes()[-_TAIL:]


def _take(known: Path, path: Path, data: bytes) -> bool:
    """Let a file be at another place too, if these data are in it."""
    packed = known.read_bytes()
    try:
        if zlib.decompress(packed, wbits=GZIP) != MAGIC + data:
            return False
    except zlib.error:  # a damaged file
        return False
    try:
        os.link(known, path)
    except OSError:  # a file system without links
        path.write_bytes(packed)
    return True


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
