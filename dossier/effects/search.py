"""The search index: Pagefind over the built pages, behind one small interface.

The engine's command line reads a whole folder at once (its Python client waits a tenth of a
second for every page). It gets the pages in batches; what it wrote of each is kept in the cache,
and joined into the bundle that the site has (searchpart, searchmerge, searchbundle).
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec
from msgspec import Struct, field

from dossier.effects import engine as engines
from dossier.effects import pool, searchbundle, searchpart, searchrenewal
from dossier.effects.bundlefolder import remove
from dossier.effects.cbor import ShapeError
from dossier.effects.engine import Engine
from dossier.effects.searchpart import ENTRY, Part
from dossier.effects.searchrun import WordlessError, address, lay_out, run
from dossier.errors import SearchError

log = logging.getLogger(__name__)

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

    `key` names what it makes of them in the cache; without, it is not kept. `stamps` do so for each
    page: with them the engine only reads the pages that have changed since.
    """

    pages: tuple[str, ...]
    key: str = ""
    stamps: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the engine makes of it is called so in the cache; "" if it is not kept."""
        return f"{self.place}-{self.key}" if self.key else ""

    @property
    def place(self) -> str:
        """What stays the same when pages change."""
        return f"{crc32(self.pages[0].encode()):08x}" if self.pages else ""


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
        names = [batch.name for batch in batches]
        try:
            written = searchbundle.write(
                out, names, lambda number: self._part(batches[number]), self._cache
            )
        except ShapeError as error:
            log.warning("the search bundle stays as the engine wrote it: %s", error)
            return self._index_at_once(out, [page for batch in batches for page in batch.pages])
        if not written:
            with _PLACING:
                _clear(out)
            return IndexReport()
        return _read_report(out)

    def forget_all_but(self, batches: Iterable[Batch], bundles: Iterable[Path]) -> None:
        """Remove from the cache what is of other batches and bundles."""
        names = {batch.name for batch in batches} | {searchbundle.known_as(out) for out in bundles}
        for path in self._cache.iterdir() if self._cache.is_dir() else ():
            if path.name not in names:
                remove(path)

    def _path(self, batch: Batch) -> Path:
        return self._cache / batch.name

    def _part(self, batch: Batch) -> Part:
        known = searchpart.kept_part(self._path(batch)) if batch.key else None
        return known or self._make(batch)

    def _make(self, batch: Batch) -> Part:
        """Let the engine read pages and keep what it wrote. Raises `ShapeError`."""
        self._cache.mkdir(parents=True, exist_ok=True)
        stamps = batch.stamps or ("",) * len(batch.pages)
        pages = dict(zip(batch.pages, stamps, strict=True))
        part = (self._renewed(batch, pages) if batch.stamps else None) or self._read(pages)
        if batch.key:
            searchpart.keep(self._path(batch), part)
        return part

    def _read(self, pages: Mapping[str, str]) -> Part:
        """Let the engine read pages, given with their stamps. Raises `ShapeError`."""
        part = Part({}, {}, {})
        with tempfile.TemporaryDirectory(dir=self._cache) as folder:
            ground, staged = Path(folder, "pages"), Path(folder, "bundle")
            if sources := lay_out(self._site, ground, pages):
                with suppress(WordlessError):
                    run(self._engine, ground, staged, self._jobs)
                    part = searchpart.read(staged, sources)
        return part

    def _renewed(self, batch: Batch, pages: Mapping[str, str]) -> Part | None:
        """Let the engine read what has changed of a batch; None if all or most of it has."""
        known = {address(page): stamp for page, stamp in pages.items()}
        held = map(searchpart.kept_part, sorted(self._cache.glob(f"{batch.place}-*")))
        before = [(old.unchanged(known), old) for old in held if old]
        stay, old = max(before, key=lambda one: len(one[0]), default=(frozenset[str](), None))
        if not old or 2 * len(stay) < len(pages):
            return None
        fresh = {page: stamp for page, stamp in pages.items() if address(page) not in stay}
        return searchrenewal.renewed(old, self._read(fresh), stay)

    def _index_at_once(self, out: Path, pages: Iterable[str]) -> IndexReport:
        """Make a bundle of which the engine writes everything."""
        with tempfile.TemporaryDirectory(dir=self._cache) as folder:
            ground, staged = Path(folder, "pages"), Path(folder, "bundle")
            lay_out(self._site, ground, dict.fromkeys(pages, ""))
            run(self._engine, ground, staged, self._jobs)
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


def keep_only(out: Path, bundles: Collection[Path]) -> None:
    """Remove the bundles in `out`, itself and in its folders, that are not among `bundles`.

    So does what a build that was ended left beside them.
    """
    for inner in _inner(out):
        if inner not in bundles:
            remove(inner)
    for left in (*out.parent.glob(f".{out.name}*"), *out.glob(".*")):
        remove(left)
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
            remove(path)
    if not inner:
        remove(out)


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
    remove(old)
    for inner in _inner(place):
        inner.rename(new / inner.name)
    with suppress(FileNotFoundError):
        place.rename(old)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(new, place)  # the cache may be on another disk
    remove(old)
