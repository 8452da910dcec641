"""The folder of a dossier: where things lie, and reading and writing them safely."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier import config
from dossier.errors import DossierError, PageFileError


@dataclass(frozen=True, slots=True)
class Project:
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

    def config(self) -> config.Config:
        """Read `dossier.toml`; raises `ConfigError` with all that is wrong with it."""
        return config.load(self.root / config.NAME)

    def name(self, path: Path) -> str:
        """Return `path` as messages name it: relative to the project, with `/`, as valid text."""
        inside = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return os.fsencode(inside.as_posix()).decode("utf-8", errors="replace")


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


def files(folder: Path, suffixes: frozenset[str] | None = None) -> Iterator[Path]:
    """Yield the files below `folder` in a fixed order; hidden ones are left out."""
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(directory, name)
            if name.startswith(".") or (suffixes and path.suffix.lower() not in suffixes):
                continue
            yield path


def read_bytes(project: Project, path: Path, limit: int) -> bytes:
    """Read a file that came from elsewhere; `limit` is in bytes.

    Raises `DossierError` for what cannot be read, is too large, or is a link that leads out
    of the project.
    """
    where = project.name(path)
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(project.root.resolve()):
            raise DossierError(
                "this link leads out of the dossier's folder",
                where=where,
                hint="put the file itself here",
            )
        size = path.stat().st_size
        if not path.is_file():
            raise DossierError("this is no file", where=where, hint="take it out of the folder")
        if size > limit:
            raise DossierError(
                f"the file is too large: {size / 1e6:.0f} MB, at most {limit / 1e6:.0f} MB",
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


def read_text(project: Project, path: Path) -> str:
    """Read a file of `content/`, newlines as they are; raises `PageFileError` if not UTF-8."""
    where = project.name(path)
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise PageFileError(
            "the file is not UTF-8", where=f"{where}:{line}", hint="save it as UTF-8"
        ) from error
    except OSError as error:
        raise PageFileError(
            f"the file cannot be read: {error.strerror or error}", where=where
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
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)  # noqa: PTH101 - mkstemp makes files that only we may read
        os.replace(temporary, path)  # noqa: PTH105 - likewise by name
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
