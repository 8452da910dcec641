"""`dossier build`: see whether there is anything to do, and have it done.

Mostly there is nothing; so what does the work is imported, for a second, only if it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossier import unchanged
from dossier.effects import engine as engines
from dossier.effects import helper, pool, theme
from dossier.effects.engine import Engine
from dossier.effects.output import DiskOutput, Manifest, Output
from dossier.effects.project import Project
from dossier.ground import Built, Ground, Means
from dossier.rendering.plan import Plan
from dossier.rendering.theming import Theme
from dossier.settings import Config

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
    kept: list[object] | None = None,
) -> Built:
    """Build the site of the dossier in `home`.

    `base_url` and `jobs` override the configuration; `force` renders all pages. What takes long to
    give back goes into `kept`, for whoever ends soon after.
    """
    with pool.without_collection(ever_again=kept is None):
        config = home.config()
        ground = Ground(
            home=home,
            config=config,
            look=Theme(*theme.load(home.templates)),
            base_url=config.site.base_url if base_url is None else base_url,
            engine=_engine(home, config),
        )
        target = output or DiskOutput(home.site, home.cache)
        old = {} if force else target.manifest()
        files = unchanged.snapshot(home)
        said = unchanged.recall(old, target.sizes, ground.state(files))
        if said and ground.has_its_index(target, old):
            return _nothing_to_do(old, said)
        jobs = config.build.jobs if jobs is None else jobs
        with helper.beside(len(files), jobs) as helping:
            from dossier import rebuild  # noqa: PLC0415 - see above

            held = [] if kept is None else kept
            means = Means(jobs=jobs, tell=tell, helper=helping, cache=home.cache, kept=held)
            return rebuild.rebuild(ground, files, target, old, means)


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
