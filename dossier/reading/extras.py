"""Libraries that only some desks need: which are installed, and how to get the others."""

from __future__ import annotations

from importlib.util import find_spec

from dossier.errors import ReadingError

# the extra's name in pyproject.toml, and the module that it brings
_MODULES = {"office": "docx", "pdf": "pypdf", "warc": "warcio"}


def is_installed(extra: str) -> bool:
    """Whether the library of an extra is there; it is not imported."""
    try:
        return find_spec(_MODULES[extra]) is not None
    except ValueError:  # a module that somebody put in its place has no spec
        return False


def command(extra: str) -> str:
    """Return the command that installs an extra."""
    return f'pip install "news-dossier[{extra}]"'


def missing(extra: str, *, what: str, where: str) -> ReadingError:
    """Return the reason for refusing a file of the kind `what` without its library."""
    return ReadingError(
        f"{what} cannot be read without a library that is not installed",
        where=where,
        hint=command(extra),
    )
