"""The folder of a dossier: where things lie, and reading and writing them safely."""

from __future__ import annotations

import hashlib
import itertools
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from dossier import config
from dossier.errors import DossierError, PageFileError
from dossier.settings import Config

_COUNT = itertools.count()


class Project(Struct, frozen=True):
    """A dossier on disk. `root` holds `dossier.toml`."""

    root: Path

    @property
    def content(self) -> Path:
        """What is in version control and the editor's."""
        return self.root / "content"

    @property
    def originals(self) -> Path:
        """What came in, byte for byte."""
        return self.content / "originals"

    @property
    def articles(self) -> Path:
        """One Markdown file for each article."""
        return self.content / "articles"

    @property
    def topics(self) -> Path:
        """A folder for each topic."""
        return self.content / "topics"

    @property
    def pages(self) -> Path:
        """Free pages."""
        return self.content / "pages"

    @property
    def templates(self) -> Path:
        """The project's own templates, which go before the theme's."""
        return self.root / "templates"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    @property
    def cache(self) -> Path:
        """What saves time and may be deleted."""
        return self.root / ".dossier"

    def config(self) -> Config:
        """Read `dossier.toml`; raises `ConfigError` with all that is wrong with it."""
        return config.load(self.root / config.NAME)

    def name(self, path: Path | str) -> str:
        """Return `path` as messages name it: relative to the project, with `/`, as valid text."""
        text = path.replace(os.sep, "/") if isinstance(path, str) else path.as_posix()
        name = text.removeprefix(f"{self.root.as_posix()}/")
        if name.isascii():
            return name
        return os.fsencode(name).decode("utf-8", errors="replace")

    def named(self, paths: Iterable[str]) -> dict[str, str]:
        """Return the places of many files by their names."""
        start = f"{self.root.as_posix()}/"
        if os.sep != "/":
            return {self.name(path): path for path in paths}
        length = len(start)
        return {
            path[length:] if path.isascii() and path.startswith(start) else self.name(path): path
            for path in paths
        }


def find(start: Path) -> Project:
    """Return the project that `start` is in: the nearest folder with a `dossier.toml`."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / config.NAME).is_file():
            return Project(folder)
    raise DossierError(
        "there is no dossier here",
        where=config.NAME,
        hint="run `dossier init` in an empty folder, or go to the folder of your dossier",
    )


def files(
    folder: Path,
    suffixes: frozenset[str] | None = None,
    *,
    unreadable: Callable[[OSError], None] | None = None,
) -> Iterator[Path]:
    """Yield the files below `folder` in a fixed order; hidden ones are left out.

    A link to a folder, or to nothing, is yielded like a file, whatever its name, so that reading it
    gives a reason. `unreadable` is told of folders that cannot be looked into.
    """
    return map(Path, paths(str(folder), suffixes, unreadable))


def paths(
    folder: str,
    suffixes: frozenset[str] | None = None,
    unreadable: Callable[[OSError], None] | None = None,
) -> Iterator[str]:
    """Yield the same as `files` as texts: ten thousand `Path` take a tenth of a second."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda one: one.name)
    except OSError as error:
        if unreadable:
            unreadable(error)
        return
    inner: list[str] = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            inner.append(entry.path)
        elif not suffixes or _suffix(entry.name) in suffixes or _leads_elsewhere(entry):
            yield entry.path
    for path in inner:
        yield from paths(path, suffixes, unreadable)


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - of a text, not of a path


def _leads_elsewhere(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a link to a folder, or to nothing."""
    return entry.is_symlink() and (entry.is_dir() or not Path(entry).exists())


def read_bytes(project: Project, path: Path, limit: int | None = None) -> bytes:
    """Read a file; `limit` is in bytes.

    Raises `DossierError` for what cannot be read, is too large, or is a link that leads out
    of the project.
    """
    where = project.name(path)
    try:
        refuse_outside(project, path)
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise DossierError("this is no file", where=where, hint="take it out of the folder")
        if limit is not None and found.st_size > limit:
            raise DossierError(
                f"the file is too large: {found.st_size / 1e6:.0f} MB, "
                f"at most {limit / 1e6:.0f} MB",
                where=where,
                hint="split it into one file for each article",
            )
        return path.read_bytes()
    except OSError as error:
        raise DossierError(
            f"the file cannot be read: {error.strerror or error}",
            where=where,
            hint="check that it is a file and that you may read it",
        ) from error


def refuse_outside(project: Project, path: Path) -> None:
    """Raise `DossierError` if `path` is a link that leads out of the project."""
    if leads_out(path, project.root):
        raise DossierError(
            "this link leads out of the dossier's folder",
            where=project.name(path),
            hint="put the file itself here",
        )


def leads_out(path: Path, root: Path) -> bool:
    """Whether `path` is a link, and to something that is not in `root`."""
    if not path.is_symlink():
        return False
    target = os.path.realpath(path)  # takes links that go round in a circle, `Path` does not
    return not Path(target).is_relative_to(root.resolve())


def read_text(project: Project, path: Path) -> str:
    """Read a file of `content/`, newlines as they are.

    Raises `PageFileError` where `read_bytes` has a reason, and if the file is not UTF-8.
    """
    try:
        data = read_bytes(project, path)
    except DossierError as error:
        raise PageFileError(error.message, where=error.where, hint=error.hint) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise PageFileError(
            "the file is not UTF-8", where=f"{project.name(path)}:{line}", hint="save it as UTF-8"
        ) from error


def write(path: Path, data: bytes) -> None:
    """Write whole or not at all: to a file beside it, then renamed into place.

    Raises `DossierError` if the disk does not let us.
    """
    try:
        _write(path, data)
    except OSError as error:
        raise DossierError(
            f"the file cannot be written: {error.strerror or error}",
            where=path.as_posix(),
            hint="check that the folder may be written to and that the disk has room",
        ) from error


def _write(path: Path, data: bytes) -> None:
    # The name is known before the file is there: whoever interrupts leaves none behind.
    temporary = path.parent / f".new-{os.getpid()}-{next(_COUNT)}"
    try:
        create(temporary, data)
        os.replace(temporary, path)  # noqa: PTH105 - atomic, and says so by its name
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def create(path: Path, data: bytes | Sequence[bytes | memoryview]) -> None:
    """Write a file that was not there, readable for all; folders that are missing are made.

    What is not bytes are pieces of them.

    Ten thousand files are written so, and each call to the system counts.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        number = os.open(path, flags, 0o644)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(path, flags, 0o644)
    except FileExistsError:
        path.unlink()  # of a process that had this number and was killed
        number = os.open(path, flags, 0o644)
    with os.fdopen(number, "wb") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(number, 0o644)  # whatever the user's mask
        file.writelines((data,) if isinstance(data, bytes) else data)


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
