"""The search index: Pagefind over the built pages, behind one small interface.

The engine's command line reads a whole folder at once (its Python client waits a tenth of a
second for every page). It writes beside the old index, which goes only when the new is complete.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from dossier.effects import engine as engines
from dossier.effects import searchbundle
from dossier.effects.engine import Engine
from dossier.errors import SearchError

log = logging.getLogger(__name__)

ENTRY = "pagefind-entry.json"
_BODY_MARK = b"data-pagefind-body"
# The search page is our own; the engine's ready-made ones are half a megabyte that nobody asks for.
_UNUSED = (
    "pagefind-ui*",
    "pagefind-modular*",
    "pagefind-component*",
    "pagefind-highlight*",
    "playground",
)
_ERROR_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
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
    glob: str = "articles/**/*.html",
    jobs: int | None = None,
    engine: Engine | None = None,
) -> IndexReport:
    """Index the pages of `site` that match `glob` and carry `data-pagefind-body`, into `out`.

    That is one bundle: several, of different pages, are merged in the browser. `jobs` limits the
    engine's threads; without `engine` it is the packaged one. Without such a page there is no
    index: an old one is removed, as it would show what has left the site. Raises `SearchError`;
    the old index stands then.
    """
    staged = out.with_name(f".{out.name}.new")
    _remove(staged)
    if not has_pages(site, glob):
        _remove(out)
        return IndexReport()
    try:
        _build(engine.path if engine else engines.packaged(), staged, _scope(site, glob), jobs)
        report = _read_report(staged)
        _swap(staged, out)
    except OSError as error:
        raise SearchError(
            f"the search index cannot be written: {error}",
            where=str(out),
            hint="look for free disk space and the folder's permissions, then build again",
        ) from error
    finally:
        _remove(staged)
    log.info("indexed %d pages", report.pages)
    return report


def has_pages(site: Path, glob: str) -> bool:
    """Whether any page asks to be indexed; the engine itself would then take all of them."""
    return any(_BODY_MARK in page.read_bytes() for page in site.glob(glob) if page.is_file())


def _scope(site: Path, glob: str) -> list[str]:
    return ["--site", str(site.resolve()), "--glob", glob]


def _build(engine: str, staged: Path, scope: list[str], jobs: int | None) -> None:
    arguments = [*scope, "--output-path", str(staged.resolve()), "--quiet"]
    done = engines.run(engine, arguments, jobs)
    if done.returncode != 0 or not is_complete(staged):
        raise _failure(done)
    for pattern in _UNUSED:
        for path in staged.glob(pattern):
            _remove(path)
    searchbundle.make_deterministic(staged)


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
    """Put a folder in the place of another; between the two renames alone nothing is there."""
    old = place.with_name(f".{place.name}.old")
    _remove(old)
    with suppress(FileNotFoundError):
        place.rename(old)
    new.rename(place)
    _remove(old)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
