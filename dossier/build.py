"""`dossier build`: add what is new, then render what is stale, then index it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct

from dossier import __version__, bundles, unchanged
from dossier.add import Added, update
from dossier.arrivals import Arrival
from dossier.config import Config, ThemeTable, text_in
from dossier.content import Content
from dossier.effects import engine as engines
from dossier.effects import pool, search, theme
from dossier.effects.engine import Engine
from dossier.effects.output import DiskOutput, Manifest, Output
from dossier.effects.project import Project
from dossier.effects.store import Store, code_version
from dossier.errors import Finding, SearchError
from dossier.inbox import Tell
from dossier.indexing import Indexing
from dossier.press import Press
from dossier.rendering import plan as planning
from dossier.rendering.assemble import assemble
from dossier.rendering.corpus import Dossier
from dossier.rendering.editions import Edition
from dossier.rendering.look import Look
from dossier.rendering.plan import Plan
from dossier.rendering.render import Theme, pack


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
        ground = _Ground(
            home=home,
            config=config,
            look=Theme(*theme.load(home.templates)),
            base_url=config.site.base_url if base_url is None else base_url,
            engine=_engine(home, config),
        )
        target = output or DiskOutput(home.site, home.cache)
        old: Manifest = {} if force else target.manifest()
        files = unchanged.snapshot(home)
        said = unchanged.recall(old, ground.state(files), target.sizes())
        if said and ground.has_its_index(target, old):
            return _nothing_to_do(old, said)
        jobs = config.build.jobs if jobs is None else jobs
        return _build(ground, files, target, old, jobs=jobs, tell=tell)


def _engine(home: Project, config: Config) -> Engine | None:
    """Return the search engine, if the site is to have a search."""
    return engines.choose(config.search.engine, str(home.root)) if config.search.enabled else None


class _Ground(Struct, frozen=True, kw_only=True):
    """What a site is built on, besides `content/`."""

    home: Project
    config: Config
    look: Theme
    base_url: str
    engine: Engine | None

    def state(self, files: Mapping[str, str]) -> str:
        """Return a hash of all that the site follows from; `files` are those of the dossier."""
        assets = (f"{path} {pack(data).fingerprint()}" for path, data in self.look.assets().items())
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


def _build(  # noqa: PLR0913 - each is a choice of the user's or an effect
    ground: _Ground,
    files: dict[str, str],
    target: Output,
    old: Manifest,
    *,
    jobs: int,
    tell: Tell,
) -> Built:
    home, config, look = ground.home, ground.config, ground.look
    added = _add(home, config, jobs, tell)
    files |= added.content.written
    dossier = _dossier(ground, added.content)
    pages = assemble(dossier, look.wording(config.lang), _editions(config, look))
    made = Press(look, target, old, jobs, tell)
    expected = len(added.content.articles) * len(config.site.languages)
    made.run(pages.articles, expected)
    engine = ground.engine if isinstance(target, DiskOutput) else None
    with Indexing(home.site, made, old, engine) as indexing:
        made.run(chain(look.assets().items(), pages.others), expected)
        plan = planning.plan(old, made.fingerprints, made.present)
        target.delete(plan.delete)
        pool.close()
        indexed = _finished(indexing, target, made, tell)
    done = Built(
        added=added.articles,
        arrivals=added.arrivals,
        offered=added.offered,
        total=len(added.content.articles),
        plan=plan,
        failed=made.failed,
        found=(*added.content.findings, *theme.refused(home)),
        indexed=indexed,
    )
    if not made.failed:
        said = unchanged.Remembered(total=done.total, findings=done.found)
        unchanged.remember(made.manifest, ground.state(files), said)
    target.finish(made.manifest)
    return done


def _finished(indexing: Indexing, target: Output, made: Press, tell: Tell) -> int | None:
    """Await the search index; if the engine fails, what was rendered counts all the same."""
    try:
        return indexing.finish(tell)
    except SearchError:
        target.finish(made.manifest)
        raise


def _add(home: Project, config: Config, jobs: int, tell: Tell) -> Added:
    store = Store(home.cache / "cache.sqlite")
    try:
        return update(home, config, store, jobs=jobs, tell=tell)
    finally:
        store.close()


def _editions(config: Config, look: Theme) -> tuple[Edition, ...]:
    """Return what the site has of its own in each language but the first."""
    site = config.site
    return tuple(
        Edition(
            wording=look.wording(lang),
            title=text_in(site.title, lang),
            standfirst=text_in(site.standfirst, lang),
            method=look.method(lang)[0],
            method_lang=look.method(lang)[1],
        )
        for lang in site.languages[1:]
    )


def _dossier(ground: _Ground, content: Content) -> Dossier:
    config, lang = ground.config, ground.config.lang
    method, method_lang = ground.look.method(lang)
    return Dossier(
        title=text_in(config.site.title, lang),
        standfirst=text_in(config.site.standfirst, lang),
        lang=lang,
        base_url=ground.base_url,
        version=__version__,
        engine=f"Pagefind {ground.engine.version}" if ground.engine else "",
        topics=content.topics,
        articles=tuple(content.articles.values()),
        found=content.found,
        topic_pages=tuple(content.pages),
        introductions=content.introductions,
        pages=tuple(content.free_pages),
        method=method,
        method_lang=method_lang,
        rights=config.rights.default,
        source_rights=config.source_rights(),
        source_names=config.source_names(),
        excerpt_chars=config.rights.excerpt_chars,
        has_search=config.search.enabled,
        copies=content.copies,
        register=content.register,
        outlines=ground.look.text("map/outlines.txt"),
        og_images=config.site.og_images,
        look=_look(config.theme),
        published=content.published,
    )


def _look(wanted: ThemeTable) -> Look:
    return Look(
        accent_colour=wanted.accent,
        paper_colour=wanted.paper,
        text_font=wanted.text_font,
        interface_font=wanted.interface_font,
        logo=wanted.logo,
    )
