"""The search index: Pagefind over the built pages, behind one small interface.

The engine's command line reads a whole folder at once (its Python client waits a tenth of a
second for every page). It gets the pages in batches; what it wrote of each is kept in the cache,
and joined into the bundle that the site has (searchpart, searchmerge, searchbundle).
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, field

from dossier.effects import engine as engines
from dossier.effects import pool, searchbundle, searchpart
from dossier.effects.cbor import ShapeError
from dossier.effects.engine import Engine
from dossier.effects.searchpart import ENTRY, Part
from dossier.errors import SearchError

log = logging.getLogger(__name__)

_BODY_MARK = b"data-pagefind-body"
_SORTED_BY = re.compile(rb'content="([^"]*)" data-pagefind-sort="date\[content\]"')
# The search page is our own; the engine's ready-made ones are half a megabyte that nobody asks for.
_UNUSED = (
    "pagefind-ui*",
    "pagefind-modular*",
    "pagefind-component*",
    "pagefind-highlight*",
    "playground",
)
_ERROR_LINES = 6
_WORDLESS = "not able to build an index"  # what the engine says of pages without a word
# The engine takes more than one core; what is before and after it does not.
_ONE_AT_A_TIME = threading.Lock()
_PLACING = threading.Lock()  # a folder in the place of another, in which other bundles may lie


class IndexReport(Struct, frozen=True, kw_only=True):
    """How many pages of each language are in an index."""

    languages: dict[str, int] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages can be found."""
        return sum(self.languages.values())


class Batch(Struct, frozen=True):
    """Pages that the engine gets together: files of the site.

    `key` names what it makes of them in the cache; without, it is not kept.
    """

    pages: tuple[str, ...]
    key: str = ""


class _WordlessError(SearchError):
    """None of the pages has a word."""


class _Language(msgspec.Struct):
    page_count: int


class _Entry(msgspec.Struct):
    """The part of the engine's own table of contents that we rely on."""

    languages: dict[str, _Language]


def is_complete(out: Path) -> bool:
    """Whether an index stands in `out`; after a killed run none may be there."""
    return (out / ENTRY).is_file()


class Indexer:
    """Makes bundles of the pages of a site, and keeps what the engine wrote in a cache.

    `jobs` limits the engine's threads; without `engine` it is the packaged one. Several threads
    may each make a bundle.
    """

    def __init__(
        self, site: Path, cache: Path, engine: Engine | None = None, jobs: int | None = None
    ) -> None:
        self._site, self._cache, self._jobs = site, cache, jobs
        self._engine = engine.path if engine else ""

    def knows(self, batch: Batch) -> bool:
        """Whether there is nothing to prepare: what comes of the pages is kept, or is not to be."""
        return not batch.key or self._path(batch).is_file()

    def prepare(self, batch: Batch) -> bool:
        """Let the engine read pages, unless it is known what it makes of them.

        False if something goes wrong: what, is told when a bundle is to be made of them.
        """
        if self.knows(batch):
            return True
        try:
            with pool.without_collection():
                self._make(batch)
        except (ShapeError, SearchError, OSError):
            return False
        return True

    def index(self, out: Path, batches: Sequence[Batch]) -> IndexReport:
        """Make one bundle, in `out`, of those pages that carry `data-pagefind-body`.

        Bundles in folders of `out` stay. Without such a page there is no index: an old one is
        removed, as it would show what has left the site. Raises `SearchError`; the old index
        stands then.
        """
        try:
            with pool.without_collection():
                report = self._index(out, batches)
        except OSError as error:
            raise _unwritten(out, error) from error
        log.info("indexed %d pages", report.pages)
        return report

    def _index(self, out: Path, batches: Sequence[Batch]) -> IndexReport:
        try:
            made = [self._part(batch) for batch in batches]
            parts = [part for part in made if part.pages()]
            keys = [batch.key for batch, part in zip(batches, made, strict=True) if part.pages()]
            if parts:
                searchbundle.write(out, parts, keys, self._cache)
        except ShapeError as error:
            log.warning("the search bundle stays as the engine wrote it: %s", error)
            return self._index_at_once(out, [page for batch in batches for page in batch.pages])
        if not parts:
            with _PLACING:
                _clear(out)
            return IndexReport()
        return _read_report(out)

    def forget_all_but(self, batches: Iterable[Batch], bundles: Iterable[Path]) -> None:
        """Remove from the cache what is of other batches and bundles."""
        names = {batch.key for batch in batches} | {searchbundle.known_as(out) for out in bundles}
        for path in self._cache.iterdir() if self._cache.is_dir() else ():
            if path.name not in names:
                _remove(path)

    def _path(self, batch: Batch) -> Path:
        return self._cache / batch.key

    def _part(self, batch: Batch) -> Part:
        known = searchpart.kept_part(self._path(batch)) if batch.key else None
        return known or self._make(batch)

    def _make(self, batch: Batch) -> Part:
        """Let the engine read pages and keep what it wrote. Raises `ShapeError`."""
        self._cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._cache) as folder:
            ground, staged = Path(folder, "pages"), Path(folder, "bundle")
            part = Part({}, {}, {})
            if dates := _lay_out(self._site, ground, batch.pages):
                with suppress(_WordlessError):
                    self._run(ground, staged)
                    part = searchpart.read(staged, dates)
        if batch.key:
            searchpart.keep(self._path(batch), part)
        return part

    def _run(self, ground: Path, staged: Path) -> None:
        with _ONE_AT_A_TIME:
            _build(self._engine or engines.packaged(), ground, staged, self._jobs)

    def _index_at_once(self, out: Path, pages: Iterable[str]) -> IndexReport:
        """Make a bundle of which the engine writes everything."""
        with tempfile.TemporaryDirectory(dir=self._cache) as folder:
            ground, staged = Path(folder, "pages"), Path(folder, "bundle")
            _lay_out(self._site, ground, pages)
            self._run(ground, staged)
            report = _read_report(staged)
            with _PLACING:
                _swap(staged, out)
        return report


def index(
    site: Path,
    out: Path,
    *,
    pages: Iterable[str] | None = None,
    jobs: int | None = None,
    engine: Engine | None = None,
) -> IndexReport:
    """Make one bundle, in `out`, of `pages` (all articles), and keep nothing in a cache."""
    batch = Batch(tuple(sorted(_articles(site) if pages is None else pages)))
    with tempfile.TemporaryDirectory() as cache:
        return Indexer(site, Path(cache), engine, jobs).index(out, [batch])


def _articles(site: Path) -> Iterator[str]:
    return (path.relative_to(site).as_posix() for path in site.glob("articles/**/*.html"))


def _unwritten(out: Path, error: OSError) -> SearchError:
    return SearchError(
        f"the search index cannot be written: {error}",
        where=str(out),
        hint="look for free disk space and the folder's permissions, then build again",
    )


def _lay_out(site: Path, ground: Path, pages: Iterable[str]) -> dict[str, str]:
    """Put the pages that ask to be indexed into a folder of their own, for the engine takes all.

    Return the date that each is sorted by, or "", by its address.
    """
    dates = {}
    for page in pages:
        source, target = site / page, ground / page
        try:
            data = source.read_bytes()
        except FileNotFoundError:
            continue
        if _BODY_MARK not in data:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except OSError:  # a file system without links
            target.write_bytes(data)
        found = _SORTED_BY.search(data)
        dates[f"/{page.removesuffix('index.html')}"] = found[1].decode() if found else ""
    return dates


def keep_only(out: Path, bundles: Collection[Path]) -> None:
    """Remove the bundles in `out`, itself and in its folders, that are not among `bundles`.

    So does what a build that was ended left beside them.
    """
    for inner in _inner(out):
        if inner not in bundles:
            _remove(inner)
    for left in (*out.parent.glob(f".{out.name}*"), *out.glob(".*")):
        _remove(left)
    if out not in bundles:
        _clear(out)


def _inner(out: Path) -> list[Path]:
    """Return the bundles in folders of `out`, be they complete or not."""
    return sorted({entry.parent for name in (ENTRY, "fragment") for entry in out.glob(f"*/{name}")})


def _clear(out: Path) -> None:
    """Remove a bundle, but not those in its folders."""
    inner = _inner(out)
    for path in out.iterdir() if out.is_dir() else ():
        if path not in inner:
            _remove(path)
    if not inner:
        _remove(out)


def _build(engine: str, ground: Path, staged: Path, jobs: int | None) -> None:
    scope = ["--site", str(ground.resolve()), "--glob", "**/*.html"]
    arguments = [*scope, "--output-path", str(staged.resolve()), "--quiet"]
    done = engines.run(engine, arguments, jobs)
    if done.returncode != 0 or not is_complete(staged):
        raise _failure(done)
    for pattern in _UNUSED:
        for path in staged.glob(pattern):
            _remove(path)


def _failure(done: subprocess.CompletedProcess[str]) -> SearchError:
    if done.returncode < 0:
        return SearchError(
            f"the search engine was ended by signal {-done.returncode}",
            hint="the machine may have run out of memory",
        )
    lines = [line.strip() for line in (done.stderr or done.stdout).splitlines()]
    words = " ".join([line for line in lines if line][:_ERROR_LINES])
    kind = _WordlessError if any(_WORDLESS in line for line in lines) else SearchError
    return kind(
        f"the search index could not be built: {words or 'the engine gave no reason'}",
        hint="the site itself is complete; look for free disk space, then build again",
    )


def _read_report(folder: Path) -> IndexReport:
    try:
        entry = msgspec.json.decode((folder / ENTRY).read_bytes(), type=_Entry)
    except (OSError, msgspec.MsgspecError) as error:
        raise SearchError(
            f"the engine's table of contents cannot be read: {error}",
            where=str(folder / ENTRY),
            hint=engines.REINSTALL,
        ) from error
    languages = {name: entry.languages[name].page_count for name in sorted(entry.languages)}
    return IndexReport(languages=languages)


def _swap(new: Path, place: Path) -> None:
    """Put a bundle in the place of another; between the renames alone nothing is there."""
    old = place.with_name(f".{place.name}.old")
    _remove(old)
    for inner in _inner(place):
        inner.rename(new / inner.name)
    with suppress(FileNotFoundError):
        place.rename(old)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(new, place)  # the cache may be on another disk
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
