"""The search index: Pagefind over the built pages, behind one small interface.

The engine's command line reads a whole folder at once (its Python client waits a tenth of a
second for every page). It writes beside the old index, which goes only when the new is complete.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, field

from dossier.effects import engine as engines
from dossier.effects import searchbundle
from dossier.effects.engine import Engine
from dossier.errors import SearchError

log = logging.getLogger(__name__)

ENTRY = "pagefind-entry.json"
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
# The engine takes .2 MB an article and more than one core; what is before and after it does not.
_ONE_AT_A_TIME = threading.Lock()
_PLACING = threading.Lock()  # a bundle in the place of an old one, in whose folder others may lie


class IndexReport(Struct, frozen=True, kw_only=True):
    """What is in an index: pages by language, number of its files and bytes."""

    languages: dict[str, int] = field(default_factory=dict)
    files: int = 0
    size: int = 0

    @property
    def pages(self) -> int:
        """How many pages can be found."""
        return sum(self.languages.values())


class _Language(msgspec.Struct):
    page_count: int


class _Entry(msgspec.Struct):
    """The part of the engine's own table of contents that we rely on."""

    languages: dict[str, _Language]


def is_complete(out: Path) -> bool:
    """Whether an index stands in `out`; after a killed run none may be there."""
    return (out / ENTRY).is_file()


def index(
    site: Path,
    out: Path,
    *,
    pages: Iterable[str] | None = None,
    jobs: int | None = None,
    engine: Engine | None = None,
) -> IndexReport:
    """Index those of `pages` (files of `site`; all articles) that carry `data-pagefind-body`.

    That is one bundle, in `out`: several, of different pages, are merged in the browser. Bundles
    in folders of `out` stay. `jobs` limits the engine's threads; without `engine` it is the
    packaged one. Without such a page there is no index: an old one is removed, as it would show
    what has left the site. Raises `SearchError`; the old index stands then. Several threads may
    each make a bundle.
    """
    staged, ground = (_beside(site, out, kind) for kind in ("new", "pages"))
    _remove(staged)
    _remove(ground)
    try:
        dates = _lay_out(site, ground, _articles(site) if pages is None else pages)
        if dates is not None:
            with _ONE_AT_A_TIME:
                _build(engine.path if engine else engines.packaged(), ground, staged, jobs)
            searchbundle.make_deterministic(staged, dates)
        report = IndexReport() if dates is None else _read_report(staged)
        with _PLACING:
            _clear(out) if dates is None else _swap(staged, out)
    except OSError as error:
        raise SearchError(
            f"the search index cannot be written: {error}",
            where=str(out),
            hint="look for free disk space and the folder's permissions, then build again",
        ) from error
    finally:
        _remove(staged)
        _remove(ground)
    log.info("indexed %d pages", report.pages)
    return report


def _beside(site: Path, out: Path, kind: str) -> Path:
    """Return where a bundle is made: not within another one, which may be replaced meanwhile."""
    parts = out.relative_to(site).parts if out.is_relative_to(site) else (out.name,)
    folder = site if out.is_relative_to(site) else out.parent
    return folder / f".{'-'.join(parts)}.{kind}"


def _articles(site: Path) -> Iterator[str]:
    return (path.relative_to(site).as_posix() for path in site.glob("articles/**/*.html"))


def _lay_out(site: Path, ground: Path, pages: Iterable[str]) -> list[str] | None:
    """Put the pages that ask to be indexed into a folder of their own, for the engine takes all.

    Return the dates that they are sorted by, None without such a page.
    """
    dates, there = [], False
    for page in sorted(pages):
        source, target = site / page, ground / page
        try:
            data = source.read_bytes()
        except FileNotFoundError:
            continue
        if _BODY_MARK not in data:
            continue
        there = True
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except OSError:  # a file system without links
            target.write_bytes(data)
        if found := _SORTED_BY.search(data):
            dates.append(found[1].decode())
    return dates if there else None


def keep_only(out: Path, bundles: Collection[Path]) -> None:
    """Remove the bundles in `out`, itself and in its folders, that are not among `bundles`."""
    for inner in _inner(out):
        if inner not in bundles:
            _remove(inner)
    if out not in bundles:
        _clear(out)


def _inner(out: Path) -> list[Path]:
    """Return the bundles in folders of `out`."""
    return sorted(entry.parent for entry in out.glob(f"*/{ENTRY}"))


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
            hint="the machine may have run out of memory: it needs about 0.2 MB per article",
        )
    lines = [line.strip() for line in (done.stderr or done.stdout).splitlines()]
    words = " ".join([line for line in lines if line][:_ERROR_LINES])
    return SearchError(
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
    sizes = [path.stat().st_size for path in _files(folder)]
    languages = {name: entry.languages[name].page_count for name in sorted(entry.languages)}
    return IndexReport(languages=languages, files=len(sizes), size=sum(sizes))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _swap(new: Path, place: Path) -> None:
    """Put a bundle in the place of another; between the renames alone nothing is there."""
    old = place.with_name(f".{place.name}.old")
    _remove(old)
    for inner in _inner(place):
        inner.rename(new / inner.name)
    with suppress(FileNotFoundError):
        place.rename(old)
    place.parent.mkdir(parents=True, exist_ok=True)
    new.rename(place)
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
