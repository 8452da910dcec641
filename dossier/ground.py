"""What a site is built on, and what a build did: before and after all its steps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dossier import bundles, unchanged
from dossier.effects import project, search, theme
from dossier.effects.engine import Engine
from dossier.effects.helper import Helper
from dossier.effects.output import DiskOutput, Manifest, Output
from dossier.effects.project import Project
from dossier.effects.store import code_version
from dossier.errors import Finding
from dossier.rendering.plan import Plan
from dossier.rendering.theming import Theme
from dossier.settings import Config

if TYPE_CHECKING:
    from dossier.arrivals import Arrival
    from dossier.inbox import Tell


class Built(Struct, frozen=True, kw_only=True):
    """What a build did. `added` are ids of new articles, `arrivals` all that came in.

    `total` counts all articles.
    `failed` maps a page to the mistake in its template. `indexed` is the number of pages in a
    new index, None if none was due.
    """

    added: tuple[str, ...]
    arrivals: tuple[Arrival, ...]
    offered: int
    total: int
    plan: Plan
    failed: dict[str, Finding]
    found: tuple[Finding, ...]
    indexed: int | None

    @property
    def findings(self) -> list[Finding]:
        """All problems, each once: a template's mistake is one, however many pages need it."""
        return [*self.found, *dict.fromkeys(self.failed.values())]


class Means(Struct, frozen=True, kw_only=True):
    """With what a build works: so many `jobs` at a time, who is told of progress, a helper.

    In the folder `cache` is what one build leaves the next, if there is one.
    What takes long to give back goes into `kept`: who ends soon after need not wait for that.
    """

    jobs: int
    tell: Tell
    helper: Helper | None = None
    cache: Path | None = None
    kept: list[object] = field(default_factory=list)


class Ground(Struct, frozen=True, kw_only=True):
    """What a site is built on, besides `content/`."""

    home: Project
    config: Config
    look: Theme
    base_url: str
    engine: Engine | None

    def state(self, files: Mapping[str, str]) -> str:
        """Return a hash of all that the site follows from; `files` are those of the dossier."""
        assets = (f"{path} {project.digest(data)}" for path, data in self.look.assets().items())
        engine = self.engine.version if self.engine else ""
        refused = (one.where for one in theme.refused(self.home))
        others = (code_version(), engine, self.base_url, self.look.fingerprint(), *assets, *refused)
        return unchanged.state(files, others)

    def has_its_index(self, target: Output, old: Manifest) -> bool:
        """Whether the search index is there, with all bundles, if the site wants one."""
        if not self.config.search.enabled or not isinstance(target, DiskOutput):
            return True
        held = [path for path in old if path.startswith(bundles.FOLDER)]
        return bool(held) and all(search.is_complete(self.home.site / path) for path in held)
