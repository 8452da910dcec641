"""What can go wrong, as values and as exceptions.

A *finding* is a problem that does not stop the work; an *error* stops it.
Both name the place and, where there is one, the way out.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Level = Literal["error", "warning", "note"]


class Finding(Struct, frozen=True, kw_only=True):
    """One problem: `where` is a path, with `:line` when known; `hint` says how to mend it.

    `error`: something was left out of the dossier. `warning`: it is in, but somebody should look.
    `note`: worth knowing, nothing to do.
    """

    where: str
    message: str
    hint: str = ""
    level: Level = "warning"


class DossierError(Exception):
    """A problem that stops the command; carries its place and the fix."""

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def as_finding(self) -> Finding:
        """Return the same problem as a value, for work that goes on without the thing."""
        return Finding(where=self.where, message=self.message, hint=self.hint, level="error")


class ConfigError(DossierError):
    """`dossier.toml` cannot be used. `problems` holds all that is wrong with it."""

    def __init__(self, problems: tuple[Finding, ...]) -> None:
        first = problems[0]
        super().__init__(first.message, where=first.where, hint=first.hint)
        self.problems = problems


class ReadingError(DossierError):
    """An original cannot be turned into an article."""


class FetchError(DossierError):
    """An address on the web was not fetched, or its answer is of no use."""


class PageFileError(DossierError):
    """A file in `content/` cannot be parsed."""


class ThemeError(DossierError):
    """A template or a string of the theme is wrong or missing."""


class SearchError(DossierError):
    """The search index could not be built."""
