"""The cache: results of slow steps by their inputs. Deleting it loses time, never a byte."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from dossier.effects import kept

log = logging.getLogger(__name__)

Input = TypeVar("Input")
Result = TypeVar("Result")

UNREADABLE = (msgspec.MsgspecError, ValueError)  # of bytes: text that is not UTF-8 is the latter
_SOURCES = frozenset((".py", ".gz", ".tsv", ".bin"))
_FORMAT = 2  # of the file: one of another format is no cache
_SCHEMA = (
    "BEGIN IMMEDIATE",  # whoever opens the file meanwhile sees all of it or nothing
    # What there is lies apart from the results, some hundred megabytes: to look it through, and to
    # note what was used, is a matter of a megabyte.
    """CREATE TABLE IF NOT EXISTS entries (
        step TEXT, key BLOB, used INTEGER, place INTEGER, PRIMARY KEY (step, key)
    ) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS results (place INTEGER PRIMARY KEY, value BLOB)",
    # What changes with many runs: one value of each name, which only the next replaces.
    "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value BLOB)",
    f"PRAGMA user_version = {_FORMAT}",
    "COMMIT",
)
_KEEP_RUNS = 8
_MOST_DROPPED = 2000  # results at the end of a run; what is left over is dropped by the next
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
        self._run = self._first = 0
        if self._database:
            asked = "SELECT min(used), max(used) FROM entries"
            first, last = self._database.execute(asked).fetchone()
            self._first, self._run = first or 0, (last or 0) + 1

    @staticmethod
    def _copy(path: Path) -> sqlite3.Connection | None:
        """Return a copy in memory; `immutable` keeps SQLite from writing beside the file."""
        database = sqlite3.connect(":memory:", isolation_level=None)
        try:
            if path.is_file():
                address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
                with contextlib.closing(sqlite3.connect(address, uri=True)) as there:
                    if _format(there) == _FORMAT:
                        there.backup(database)
            _prepare(database)
            database.execute("SELECT count(*) FROM entries WHERE used < 0").fetchone()
        except (sqlite3.Error, OSError) as error:
            log.info("cache unusable: %s", error)
            return None
        return database

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection | None:
        for attempt in ("first", "second"):
            database: sqlite3.Connection | None = None
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                database = sqlite3.connect(path, timeout=5, isolation_level=None)
                database.execute("PRAGMA synchronous = OFF")
                database.execute("PRAGMA journal_mode = WAL")
                database.execute(f"PRAGMA mmap_size = {_MAPPED}")
                _prepare(database)
                database.execute("SELECT count(*) FROM entries WHERE used < 0").fetchone()
            except (sqlite3.Error, OSError) as error:
                log.info("cache unusable (%s): %s", attempt, error)
                _take_away(path, database)
            else:
                return database
        return None

    def cached(
        self,
        step: str,
        inputs: Mapping[bytes, Input],
        kind: type[Result],
        compute: Callable[[Sequence[Input]], Sequence[Result]],
        is_whole: Callable[[Result], bool] | None = None,
    ) -> dict[bytes, Result]:
        """Return the result for each key of `inputs`, computing those that are not known.

        `compute` gets the missing inputs and returns their results in the same order; `is_whole` as
        for `known`.
        """
        known = self.known(step, list(inputs), kind, is_whole)
        missing = [key for key in inputs if key not in known]
        if missing:
            made = compute([inputs[key] for key in missing])
            fresh = dict(zip(missing, made, strict=True))
            self.keep(step, fresh)
            known.update(fresh)
        return known

    def known(
        self,
        step: str,
        keys: Collection[bytes],
        kind: type[Result],
        is_whole: Callable[[Result], bool] | None = None,
    ) -> dict[bytes, Result]:
        """Return the results that are in the cache.

        `is_whole` tells those that are as they were made: of some a part is read only later.
        """
        decode = msgspec.msgpack.Decoder(kind).decode
        try:
            found = {key: decode(value) for key, value in self._rows(step, keys)}
        except (sqlite3.Error, *UNREADABLE) as error:
            log.info("cache of %s unusable: %s", step, error)
            return {}
        return {key: one for key, one in found.items() if is_whole(one)} if is_whole else found

    def packed(self, step: str, keys: Collection[bytes]) -> dict[bytes, bytes]:
        """Return the results that are in the cache as they lie there: MessagePack."""
        try:
            return dict(self._rows(step, keys))
        except sqlite3.Error as error:
            log.info("cache of %s unusable: %s", step, error)
            return {}

    def there(self, step: str, keys: Collection[bytes]) -> set[bytes]:
        """Return the keys of results that are in the cache, which are not read."""
        if not self._database:
            return set()
        wanted, asked = set(keys), "SELECT key, used FROM entries WHERE step = ?"
        try:
            found = [row for row in self._database.execute(asked, (step,)) if row[0] in wanted]
            self._mark(step, found)
        except sqlite3.Error as error:
            log.info("cache of %s unusable: %s", step, error)
            return set()
        return {key for key, _ in found}

    def _rows(self, step: str, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Read many rows, one after the other, and mark them as used in this run."""
        if not self._database or not keys:
            return
        wanted = set(keys)
        asked = "SELECT key, value, used FROM entries JOIN results USING (place) WHERE step = ?"
        values: list[bytes | str] = [step]
        if len(wanted) < _FEW:  # else nearly all there are: to read all is quicker
            asked += f" AND key IN ({','.join('?' * len(wanted))})"
            values += wanted
        used = []
        for key, value, last in self._database.execute(asked, values):
            if key in wanted:
                used.append((key, last))
                yield key, value
        self._mark(step, used)

    def _mark(self, step: str, found: Iterable[tuple[bytes, int]]) -> None:
        """Note what is used in this run, unless that was noted not long ago."""
        before = self._run - _KEEP_RUNS // 2
        aged = [(self._run, step, key) for key, used in found if used < before]
        if aged and self._database:
            self._database.execute("BEGIN")
            self._database.executemany(
                "UPDATE entries SET used = ? WHERE step = ? AND key = ?", aged
            )
            self._database.execute("COMMIT")

    def keep(self, step: str, fresh: Mapping[bytes, object]) -> None:
        """Put results into the cache."""
        if not self._database or not fresh:
            return
        encode = msgspec.msgpack.Encoder().encode
        put = self._database.executemany
        try:
            self._database.execute("BEGIN IMMEDIATE")
            put(
                "DELETE FROM results WHERE place ="
                " (SELECT place FROM entries WHERE step = ? AND key = ?)",
                [(step, key) for key in fresh],
            )
            asked = "SELECT coalesce(max(place), 0) + 1 FROM results"
            (first,) = self._database.execute(asked).fetchone()
            rows = enumerate(fresh.items(), start=first)
            put(
                "INSERT INTO results VALUES (?, ?)",
                ((place, encode(value)) for place, (_, value) in rows),
            )
            put(
                "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)",
                [(step, key, self._run, place) for place, key in enumerate(fresh, start=first)],
            )
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            log.info("cache of %s not written: %s", step, error)
            with contextlib.suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")

    def recall(self, name: str, kind: type[Result]) -> Result | None:
        """Return what `remember` put under this name, None if nothing is there or of this kind."""
        if not self._database:
            return None
        asked = "SELECT value FROM kept WHERE name = ?"
        try:
            row = self._database.execute(asked, (name,)).fetchone()
            return msgspec.msgpack.decode(row[0], type=kind) if row else None
        except (sqlite3.Error, *UNREADABLE) as error:
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
        if tidy and self._first < self._run - _KEEP_RUNS:
            with contextlib.suppress(sqlite3.Error):
                self._drop(self._database, self._run - _KEEP_RUNS)
        self._database.close()
        self._database = None

    @staticmethod
    def _drop(database: sqlite3.Connection, oldest: int) -> None:
        """Drop some of what was used before the run `oldest`: all at once would take seconds."""
        asked = "SELECT place, step, key FROM entries WHERE used < ? LIMIT ?"
        found = database.execute(asked, (oldest, _MOST_DROPPED)).fetchall()
        database.execute("BEGIN")
        database.executemany("DELETE FROM results WHERE place = ?", [row[:1] for row in found])
        database.executemany(
            "DELETE FROM entries WHERE step = ? AND key = ?", [row[1:] for row in found]
        )
        database.execute("COMMIT")


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables in an empty file; raises `DatabaseError` for another format."""
    found = _format(database)
    if found == 0:
        database.executescript(";".join(_SCHEMA))
    elif found != _FORMAT:
        raise sqlite3.DatabaseError("of another program")


def _format(database: sqlite3.Connection) -> int:
    """Return the format of a file: 0 for an empty one, -1 where it does not say."""
    (found,) = database.execute("PRAGMA user_version").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(found) or (-1 if tables else 0)


def _take_away(path: Path, database: sqlite3.Connection | None) -> None:
    """Delete an unusable file, with what SQLite keeps beside it."""
    if database:
        database.close()
    for beside in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + beside).unlink(missing_ok=True)
