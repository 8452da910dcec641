"""The cache: results of slow steps by their inputs. Deleting it loses time, never a byte."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from dossier.effects import kept

log = logging.getLogger(__name__)

Input = TypeVar("Input")
Result = TypeVar("Result")

_SOURCES = frozenset((".py", ".gz", ".tsv", ".bin"))
_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS results (
        step TEXT, key BLOB, value BLOB, used INTEGER, PRIMARY KEY (step, key)
    ) WITHOUT ROWID""",
    # What was used when is looked for without reading the results, some hundred megabytes.
    "CREATE INDEX IF NOT EXISTS by_use ON results (used)",
    # What changes with many runs: one value of each name, which only the next replaces.
    "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value BLOB)",
)
_KEEP_RUNS = 5
_MAPPED = 2**30  # bytes that are read without being copied first
_FEW = 500  # SQLite takes so many values in any version


@cache
def code_version() -> str:
    """Return a hash of the program's source and tables: a new version trusts no old result."""
    package = Path(__file__).parent.parent
    hasher = hashlib.blake2b(digest_size=16)
    parts = (path for path in package.rglob("*") if path.suffix in _SOURCES)
    for path in sorted(parts):
        hasher.update(path.relative_to(package).as_posix().encode())
        hasher.update(path.read_bytes())
    return hasher.hexdigest()


def key_of(*inputs: bytes | str) -> bytes:
    """Return a key for `inputs` and this version of the program."""
    hasher = hashlib.blake2b(code_version().encode(), digest_size=20)
    for value in inputs:
        data = value.encode() if isinstance(value, str) else value
        hasher.update(len(data).to_bytes(8, "big"))
        hasher.update(data)
    return hasher.digest()


class Store:
    """Results in one SQLite file; a broken or locked file is an empty cache.

    With `dry` it is read, and what is new is kept in memory only.
    """

    def __init__(self, path: Path, *, dry: bool = False) -> None:
        self._folder, self._dry = path.parent, dry
        self._database = self._copy(path) if dry else self._open(path)
        self._run = 0
        if self._database:
            (last,) = self._database.execute("SELECT max(used) FROM results").fetchone()
            self._run = (last or 0) + 1

    @staticmethod
    def _copy(path: Path) -> sqlite3.Connection | None:
        """Return a copy in memory; `immutable` keeps SQLite from writing beside the file."""
        database = sqlite3.connect(":memory:", isolation_level=None)
        try:
            if path.is_file():
                address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
                with contextlib.closing(sqlite3.connect(address, uri=True)) as there:
                    there.backup(database)
            database.executescript(";".join(_SCHEMA))
            database.execute("SELECT count(*) FROM results WHERE used < 0").fetchone()
        except (sqlite3.Error, OSError) as error:
            log.info("cache unusable: %s", error)
            return None
        return database

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection | None:
        for attempt in ("first", "second"):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                database = sqlite3.connect(path, timeout=5, isolation_level=None)
                database.execute("PRAGMA synchronous = OFF")
                database.execute("PRAGMA journal_mode = WAL")
                database.execute(f"PRAGMA mmap_size = {_MAPPED}")
                database.executescript(";".join(_SCHEMA))
                database.execute("SELECT count(*) FROM results WHERE used < 0").fetchone()
            except (sqlite3.Error, OSError) as error:
                log.info("cache unusable (%s): %s", attempt, error)
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
            else:
                return database
        return None

    def cached(
        self,
        step: str,
        inputs: Mapping[bytes, Input],
        kind: type[Result],
        compute: Callable[[Sequence[Input]], Sequence[Result]],
    ) -> dict[bytes, Result]:
        """Return the result for each key of `inputs`, computing those that are not known.

        `compute` gets the missing inputs and returns their results in the same order.
        """
        known = self.known(step, list(inputs), kind)
        missing = [key for key in inputs if key not in known]
        if missing:
            made = compute([inputs[key] for key in missing])
            fresh = dict(zip(missing, made, strict=True))
            self.keep(step, fresh)
            known.update(fresh)
        return known

    def known(self, step: str, keys: Sequence[bytes], kind: type[Result]) -> dict[bytes, Result]:
        """Return the results that are in the cache."""
        found: dict[bytes, Result] = {}
        if not self._database or not keys:
            return found
        decoder = msgspec.msgpack.Decoder(kind)
        try:
            rows = self._rows(step, keys)
            for key, value in rows:
                found[key] = decoder.decode(value)
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            log.info("cache of %s unusable: %s", step, error)
            return {}
        return found

    def _rows(self, step: str, keys: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
        """Read many rows at once and mark them as used in this run."""
        if not self._database:
            return []
        wanted = set(keys)
        if len(wanted) < _FEW:
            marks = ",".join("?" * len(wanted))
            found = self._database.execute(
                f"SELECT key, value, used FROM results WHERE step = ? AND key IN ({marks})",  # noqa: S608 - question marks
                (step, *wanted),
            ).fetchall()
        else:  # nearly all there are: to read the others too takes a fifth of looking up each
            rows = self._database.execute(
                "SELECT key, value, used FROM results WHERE step = ?", (step,)
            )
            found = [row for row in rows if row[0] in wanted]
        before = self._run - _KEEP_RUNS // 2
        aged = [(self._run, step, key) for key, _, used in found if used < before]
        if aged:
            self._database.execute("BEGIN")
            self._database.executemany(
                "UPDATE results SET used = ? WHERE step = ? AND key = ?", aged
            )
            self._database.execute("COMMIT")
        return [(key, value) for key, value, _ in found]

    def keep(self, step: str, fresh: Mapping[bytes, Result]) -> None:
        """Put results into the cache."""
        if not self._database:
            return
        encoder = msgspec.msgpack.Encoder()
        rows = ((step, key, encoder.encode(value), self._run) for key, value in fresh.items())
        try:
            self._database.execute("BEGIN")
            self._database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            log.info("cache of %s not written: %s", step, error)

    def recall(self, name: str, kind: type[Result]) -> Result | None:
        """Return what `remember` put under this name, None if nothing is there or of this kind."""
        if not self._database:
            return None
        asked = "SELECT value FROM kept WHERE name = ?"
        try:
            row = self._database.execute(asked, (name,)).fetchone()
            return msgspec.msgpack.decode(row[0], type=kind) if row else None
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            log.info("what is kept of %s is unusable: %s", name, error)
            return None

    def remember(self, name: str, value: object) -> None:
        """Put a value under a name, in place of the one that is there.

        Who recalls it has to see whether it still holds: no inputs are kept with it.
        """
        if not self._database:
            return
        row = (name, msgspec.msgpack.encode(value))
        try:
            self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", row)
        except sqlite3.Error as error:
            log.info("%s not kept: %s", name, error)

    def recall_large(self, name: str, kind: type[Result]) -> Result | None:
        """Return what `remember_large` put into a file of this name; None as for `recall`."""
        return kept.recall(self._folder / name, kind)

    def remember_large(self, name: str, value: object) -> None:
        """Put a value that is large and seldom another into a file of its own."""
        if not self._dry:
            kept.remember(self._folder / name, value)

    def close(self, *, tidy: bool = True) -> None:
        """Drop what several runs in a row did not use, if `tidy`, and close the file."""
        if not self._database:
            return
        oldest = self._run - _KEEP_RUNS if tidy else 0
        with contextlib.suppress(sqlite3.Error):
            self._database.execute("DELETE FROM results WHERE used < ?", (oldest,))
        self._database.close()
        self._database = None
