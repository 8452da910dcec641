"""The files of a theme: those shipped with the program, a project's own in front of them."""

from __future__ import annotations

from pathlib import Path

from dossier.effects import project
from dossier.effects.project import Project
from dossier.errors import DossierError, Finding

_SUFFIXES = frozenset((".html", ".xml", ".txt", ".css", ".js", ".svg", ".toml", ".md"))
_FONTS = frozenset((".woff", ".ttf", ".otf"))  # that Pillow draws with


def default_folder() -> Path:
    """Return the folder of the default theme: in the installed package, else beside it."""
    package = Path(__file__).parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def load(own: Path) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return all theme files by path, and how messages name each.

    A file in `own` replaces the default of the same path. The default stays under `default/…`: an
    own template can extend it, and an own translation need only hold what it changes.
    Links that lead out of the project are left out, see `refused`.
    """
    default = default_folder()
    files, origins = _read(default)
    if own.is_dir() and own.resolve() != default.resolve():
        mine, places = _read(own, own.parent)
        for path in mine.keys() & files.keys():
            if not path.startswith("assets/"):
                files[f"default/{path}"] = files[path]
                origins[f"default/{path}"] = f"the theme's own {path}"
        files |= mine
        origins |= places
    return files, origins


def refused(home: Project) -> list[Finding]:
    """Name what is in the project's own templates and not used, with the reason."""
    findings: list[Finding] = []
    for path in sorted(home.templates.rglob("*")):
        try:
            project.refuse_outside(home, path)
        except DossierError as error:
            findings.append(error.as_finding())
    return findings


def _read(folder: Path, root: Path | None = None) -> tuple[dict[str, bytes], dict[str, str]]:
    files: dict[str, bytes] = {}
    origins: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        known = path.suffix in _SUFFIXES | _FONTS or name.startswith("assets/")
        if root and project.leads_out(path, root):
            continue
        if path.is_file() and known and not hidden:
            files[name] = path.read_bytes()
            origins[name] = f"templates/{name}"
    return files, origins
