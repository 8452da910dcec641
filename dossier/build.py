"""`dossier build`: see whether there is anything to do, and have it done.

Mostly there is nothing; so what does the work is imported, for a second, only if it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier import unchanged
from dossier.config import Config
from dossier.effects import engine as engines
from dossier.effects import pool, theme
from dossier.effects.engine import Engine
from dossier.effects.output import DiskOutput, Left, Manifest, Output
from dossier.effects.project import Project
from dossier.ground import Built, Ground
from dossier.rendering.plan import Plan
from dossier.rendering.theming import Theme

if TYPE_CHECKING:
    from dossier.inbox import Tell


def build(  # noqa: PLR0913 - each is a choice of the user's or an effect
    home: Project,
    *,
    base_url: str | None = None,
    jobs: int | None = None,
    tell: Tell,
    output: Output | None = None,
    force: bool = False,
) -> Built:
    """Build the site of the dossier in `home`.

    `base_url` and `jobs` override the configuration; `force` renders all pages.
    """
    with pool.without_collection():
        config = home.config()
        ground = Ground(
            home=home,
            config=config,
            look=Theme(*theme.load(home.templates)),
            base_url=config.site.base_url if base_url is None else base_url,
            engine=_engine(home, config),
        )
        target = output or DiskOutput(home.site, home.cache)
        left = Left({} if force else target.manifest(), target.sizes())
        files = unchanged.snapshot(home)
        said = unchanged.recall(left, ground.state(files))
        if said and ground.has_its_index(target, left.manifest):
            return _nothing_to_do(left.manifest, said)
        from dossier import rebuild  # noqa: PLC0415 - see above

        jobs = config.build.jobs if jobs is None else jobs
        return rebuild.rebuild(ground, files, target, left, jobs=jobs, tell=tell)


def _engine(home: Project, config: Config) -> Engine | None:
    """Return the search engine, if the site is to have a search."""
    return engines.choose(config.search.engine, str(home.root)) if config.search.enabled else None


def _nothing_to_do(old: Manifest, said: unchanged.Remembered) -> Built:
    keep = tuple(unchanged.pages(old))
    return Built(
        added=(),
        arrivals=(),
        offered=0,
        total=said.total,
        plan=Plan(render={}, delete={}, keep=keep),
        failed={},
        found=said.findings,
        indexed=None,
    )
