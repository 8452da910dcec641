"""What is brought in: files, folders, pages from the web, into `content/originals/`."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dossier.effects import project
from dossier.effects.fetched import Fetched, name_for, suffix_for
from dossier.effects.project import Project
from dossier.errors import DossierError, Finding
from dossier.originals import Original, Shelf, order_of, record_of
from dossier.reading.entries import MAX_BYTES, Entry
from dossier.reading.record import SUFFIX, Record, is_record, record_name, to_text
from dossier.understanding.versions import page_address
from dossier.urls import slug

if TYPE_CHECKING:
    from dossier.effects.fetch import Fetcher

Tell = Callable[[str, int, int], None]
# Pages that are fetched for one feed: what an outlet publishes in some days. More is an archive,
# and an hour of somebody's server.
MOST_OF_A_FEED = 100
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class Incoming(Struct, frozen=True, kw_only=True):
    """What a user names to be added, and how.

    `fetcher` is there if anything may be fetched; with `fetch` also what feeds in files only
    link to. `dry`: nothing at all is written.
    """

    paths: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    fetcher: Fetcher | None = None
    fetch: bool = False
    dry: bool = False


def named(  # noqa: PLR0913 - options of the command line
    sources: Iterable[str],
    held: ExitStack,
    *,
    fetch: bool,
    allow_private: bool,
    ignore_robots: bool,
    dry: bool,
) -> Incoming:
    """Return what is named on the command line, with what fetches it if anything is fetched.

    `-` stands for the lines of standard input. `held` closes the fetcher in the end.
    """
    wanted = list(_listed(sources))
    addresses = tuple(one for one in wanted if _ADDRESS.match(one))
    fetcher = None
    if addresses or fetch:
        from dossier.effects.fetch import Fetcher  # noqa: PLC0415 - start-up time

        made = Fetcher(allow_private=allow_private, respect_robots=not ignore_robots)
        fetcher = held.enter_context(made)
    paths = tuple(Path(one) for one in wanted if not _ADDRESS.match(one))
    return Incoming(paths=paths, addresses=addresses, fetcher=fetcher, fetch=fetch, dry=dry)


def _listed(sources: Iterable[str]) -> Iterator[str]:
    for source in sources:
        if source == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield source


class Inbox:
    """Puts what comes in beside the other originals; in a dry run it only says where.

    `originals` is what is new, `present` names what is there already, byte for byte, and as
    what; `findings` says what was refused and why.
    """

    def __init__(self, home: Project, shelf: Shelf, *, dry: bool) -> None:
        self.originals: list[Original] = []
        self.present: list[tuple[str, str]] = []
        self.findings: list[Finding] = []
        self._home = home
        self._known = shelf.known
        self._dry = dry
        self._names: set[str] = set()

    def take(self, paths: Iterable[Path], tell: Tell) -> None:
        """Take files, and all those in folders."""
        found = [(path, base) for given in paths for path, base in self._files(given)]
        for number, (path, base) in enumerate(found):
            tell("copying", number, len(found))
            self._take_file(path, base)

    def _files(self, given: Path) -> list[tuple[Path, Path]]:
        """Return the files that are meant, each with the folder that it may not leave."""
        try:
            if given.is_dir():
                found = sorted(project.files(given, unreadable=self._unreadable), key=order_of)
                return [(path, given) for path in found]
            given.lstat()
        except (OSError, ValueError) as error:
            self._refuse_missing(given, error)
            return []
        return [(given, given.parent)]

    def _unreadable(self, error: OSError) -> None:
        message = f"the folder cannot be looked into: {error.strerror or error}"
        hint = "check that you may read it"
        where = self._home.name(Path(str(error.filename or "")))
        self.findings.append(Finding(where=where, message=message, hint=hint, level="error"))

    def _refuse_missing(self, given: Path, error: OSError | ValueError) -> None:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = "there is no such file or folder" if missing else f"it cannot be read: {reason}"
        hint = "check the spelling; a folder takes all files in it"
        self.findings.append(
            Finding(where=self._home.name(given), message=message, hint=hint, level="error")
        )

    def _take_file(self, path: Path, base: Path) -> None:
        there = Path(os.path.realpath(path))  # takes links that go round in a circle
        if there.is_relative_to(self._home.originals.resolve()):
            return  # it lies there already
        from dossier.reading.kinds import refuse_unknown, suffix_of  # noqa: PLC0415 - see `originals`

        where, suffix = self._home.name(path), suffix_of(path.name)
        try:
            refuse_unknown(path.name, where=where)
            data = project.read_bytes(Project(base.resolve()), path, MAX_BYTES)
        except DossierError as error:
            self.findings.append(replace(error.as_finding(), where=where))
            return
        name = path.name[: len(path.name) - len(suffix)]
        self._place(Original(where, None, project.digest(data), path=path), name, suffix, data)

    def fetch(self, addresses: Iterable[str], fetcher: Fetcher, tell: Tell) -> list[Original]:
        """Fetch pages, each with a record of where and when; return those that are new."""
        before, wanted = len(self.originals), list(dict.fromkeys(addresses))
        for number, url in enumerate(wanted):
            tell("fetching", number, len(wanted))
            try:
                self._take_page(url, fetcher.get(url))
            except DossierError as error:
                self.findings.append(replace(error.as_finding(), where=error.where or url))
        return self.originals[before:]

    def _take_page(self, url: str, page: Fetched) -> None:
        record = Record(
            url=page.url,
            final_url=page.final_url,
            accessed=page.accessed,
            sha256=page.sha256,
            status=page.status,
            content_type=page.content_type,
        )
        name, suffix = name_for(page.final_url), suffix_for(page) or ".html"
        self._place(Original(url, page.data, page.sha256, record), name, suffix, page.data)

    def _place(self, original: Original, name: str, suffix: str, data: bytes) -> None:
        """Write an original under a name that no other has; the same bytes are there once."""
        if original.sha256 in self._known:
            self.present.append((original.where, original.sha256))
            return
        stem, count = slug(name, "original"), 1
        target = self._home.originals / f"{stem}{suffix}"
        while target.name in self._names or target.exists() or target.is_symlink():
            count += 1
            target = self._home.originals / f"{stem}-{count}{suffix}"
        self._names.add(target.name)
        self._known[original.sha256] = original.where
        placed = replace(
            original, inside=target.relative_to(self._home.content).as_posix(), brought=True
        )
        if not self._dry:
            if original.record:  # first: a page without its record would have no address
                record = target.with_name(record_name(target.name))
                project.write(record, to_text(original.record).encode())
            project.write(target, data)
            placed = replace(placed, data=None, path=target)
        self.originals.append(placed)

    def discard(self, original: Original) -> None:
        """Take away what was put here just now and is of no use."""
        path = original.path
        if original.brought and path and path.is_relative_to(self._home.originals):
            path.unlink(missing_ok=True)
            path.with_name(record_name(path.name)).unlink(missing_ok=True)


def to_follow(links: Iterable[Entry], is_known: Callable[[str], bool]) -> list[str]:
    """Return the addresses of a feed's articles that are not in the dossier, as often as once."""
    wanted = (link.url for link in links if link.url and not is_known(link.url))
    return list(dict.fromkeys(wanted))


def recorded(home: Project) -> frozenset[str]:
    """Return the addresses at which originals were fetched."""
    found: set[str] = set()
    for path in project.files(home.originals):
        if is_record(path.name):
            record = record_of(home, path.with_name(path.name.removesuffix(SUFFIX)), [])
            found |= {page_address(record.url), page_address(record.final_url)} if record else set()
    return frozenset(found - {""})
