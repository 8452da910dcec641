"""`dossier build`: add what is new, then render what is stale, then index it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from dossier import __version__, bundles, unchanged
from dossier.add import Added, update
from dossier.arrivals import Arrival
from dossier.config import Config, ThemeTable, text_in
from dossier.content import Content
from dossier.effects import engine as engines
from dossier.effects import pool, search, theme
from dossier.effects.engine import Engine
from dossier.effects.output import ENGINE_FOLDER, DiskOutput, Manifest, Output
from dossier.effects.project import Project
from dossier.effects.store import Store, code_version
from dossier.errors import Finding, SearchError, ThemeError
from dossier.inbox import Tell
from dossier.rendering import plan as planning
from dossier.rendering.assemble import Content as PageContent
from dossier.rendering.assemble import assemble
from dossier.rendering.corpus import Dossier
from dossier.rendering.editions import Edition
from dossier.rendering.look import Look
from dossier.rendering.plan import Fingerprint, Plan
from dossier.rendering.render import Packed, Renderer, Theme, pack, unpack

_BATCH = 500  # pages in memory at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
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
    made = _Press(look, target, old, jobs, tell)
    expected = len(added.content.articles) * len(config.site.languages)
    made.run(chain(look.assets().items(), pages), expected=expected)
    plan = planning.plan(old, made.fingerprints, made.present)
    target.delete(plan.delete)
    built = partial(
        Built,
        added=added.articles,
        arrivals=added.arrivals,
        offered=added.offered,
        total=len(added.content.articles),
        plan=plan,
        failed=made.failed,
        found=(*added.content.findings, *theme.refused(home)),
    )
    del added, dossier, pages  # the engine needs the memory
    pool.close()
    indexed = None
    if ground.engine and isinstance(target, DiskOutput):
        indexed = _index(home, target, old, made, tell, ground.engine)
    done = built(indexed=indexed)
    if not made.failed:
        said = unchanged.Remembered(total=done.total, findings=done.found)
        unchanged.remember(made.manifest, ground.state(files), said)
    target.finish(made.manifest)
    return done


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


class _Press:
    """Renders what is stale of a stream of pages, over all cores, and writes it in batches.

    Afterwards `manifest` says what was made of what. A page whose template has a mistake stays
    as it was and is in `failed`, not in the manifest, so that it is tried again.
    """

    def __init__(self, look: Theme, target: Output, old: Manifest, jobs: int, tell: Tell) -> None:
        self.fingerprints: dict[str, Fingerprint] = {}
        self.manifest: Manifest = {}
        self.failed: dict[str, Finding] = {}
        self.present = target.sizes()
        self._look, self._target, self._old, self._jobs = look, target, old, jobs
        self._version = {"theme": look.fingerprint(), "program": code_version()}
        self._tell = tell

    def run(self, pages: Iterable[tuple[str, PageContent]], expected: int) -> None:
        """Take in all pages; `expected` is about how many there are."""
        work = partial(render_pages, look=self._look)
        home = self._old.get("index.html", {})  # a new theme or program makes all pages stale
        all_stale = any(home.get(part) != value for part, value in self._version.items())
        made = pool.stream(
            work, self._stale(pages), jobs=self._jobs, expected=expected if all_stale else 0
        )
        while batch := dict(islice(made, _BATCH)):
            self._tell("rendering", len(self.fingerprints), expected)
            files = {path: data for path, data in batch.items() if isinstance(data, bytes)}
            self._target.write(files)
            for path, data in batch.items():
                if isinstance(data, Finding):
                    self.failed[path] = data
                else:
                    self.manifest[path] = self.fingerprints[path] | {"size": str(len(data))}

    def _stale(self, pages: Iterable[tuple[str, PageContent]]) -> Iterator[tuple[str, Packed]]:
        """Pass on what has to be rendered; note what each page follows from."""
        for path, page in pages:
            packed = pack(page)
            view = {"view": packed.fingerprint()}
            wanted = view if isinstance(page, bytes) else view | self._version
            self.fingerprints[path] = wanted
            present = {path: self.present[path]} if path in self.present else {}
            if planning.plan(self._old, {path: wanted}, present).render:
                yield path, packed
            else:
                self.manifest[path] = self._old[path]


_RENDERERS: dict[str, Renderer] = {}  # of this process: compiling templates takes 0.2 s


def render_pages(
    pages: Sequence[tuple[str, Packed]], look: Theme
) -> list[tuple[str, bytes | Finding]]:
    """Render pages given with their paths; a mistake in a template becomes a finding."""
    known = look.fingerprint()
    if known not in _RENDERERS:
        _RENDERERS.clear()
        _RENDERERS[known] = Renderer(look)
    results: list[tuple[str, bytes | Finding]] = []
    for path, packed in pages:
        page = unpack(packed)
        try:
            data = page if isinstance(page, bytes) else _RENDERERS[known].render(path, page)
            results.append((path, data))
        except ThemeError as error:
            results.append((path, error.as_finding()))
    return results


def _index(  # noqa: PLR0913, PLR0917 - the effects, and what they work on
    home: Project, target: Output, old: Manifest, made: _Press, tell: Tell, engine: Engine
) -> int | None:
    """Index the articles' pages, each bundle unless nothing in it changed; return how many.

    If the engine fails, what was rendered counts all the same.
    """
    parts = bundles.of_pages(made.fingerprints)
    stale: dict[bundles.Bundle, Fingerprint] = {}
    for part in parts:
        data = "".join(f"{page}{sorted(made.fingerprints[page].items())}" for page in part.pages())
        wanted = {"view": pack(data.encode()).fingerprint(), "engine": engine.version}
        if old.get(part.path) == wanted and search.is_complete(home.site / part.path):
            made.manifest[part.path] = wanted
        else:
            stale[part] = wanted
    search.keep_only(home.site / ENGINE_FOLDER, [home.site / part.path for part in parts])
    indexed = 0
    for number, (part, wanted) in enumerate(stale.items()):
        tell("indexing", number, len(stale))
        try:
            report = search.index(
                home.site, home.site / part.path, pages=part.pages(), engine=engine
            )
        except SearchError:
            search.keep_only(
                home.site / ENGINE_FOLDER,
                [home.site / one.path for one in parts if one.path in made.manifest],
            )
            target.finish(made.manifest)
            raise
        if not any(page in made.failed for page in part.pages()):
            made.manifest[part.path] = wanted
        indexed += report.pages
    return indexed or None
