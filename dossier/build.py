"""`dossier build`: add what is new, then render what is stale, then index it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from dossier import __version__
from dossier.add import Added, Tell, update
from dossier.config import Config, text_in
from dossier.content import Content
from dossier.effects import search, theme
from dossier.effects.output import ENGINE_FOLDER, DiskOutput, Manifest, Output
from dossier.effects.project import Project
from dossier.effects.store import Store, code_version
from dossier.errors import Finding, SearchError, ThemeError
from dossier.rendering import plan as planning
from dossier.rendering.assemble import Content as PageContent
from dossier.rendering.assemble import assemble
from dossier.rendering.corpus import Dossier
from dossier.rendering.plan import Fingerprint, Plan
from dossier.rendering.render import Renderer, Theme, fingerprint

_BATCH = 500  # pages in memory at a time
_SEARCH = f"{ENGINE_FOLDER}/"  # the index's entry in the manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did. `added` are ids of new articles, `total` counts all.

    `failed` maps a page to the mistake in its template. `indexed` is the number of pages in a
    new index, None if none was due.
    """

    added: tuple[str, ...]
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
    config = home.config()
    added = _add(home, config, config.build.jobs if jobs is None else jobs, tell)
    look = Theme(*theme.load(home.templates))
    target = output or DiskOutput(home.site, home.cache)
    old: Manifest = {} if force else target.manifest()
    present = target.sizes()
    pages = assemble(_dossier(config, added.content, look, base_url), look.wording(config.lang))
    made = _Press(look, target, old, present, tell)
    made.run(chain(look.assets().items(), pages), expected=len(added.content.articles))
    plan = planning.plan(old, made.fingerprints, present)
    target.delete(plan.delete)
    built = partial(
        Built,
        added=added.articles,
        offered=added.offered,
        total=len(added.content.articles),
        plan=plan,
        failed=made.failed,
        found=tuple(added.content.findings),
    )
    del added, pages  # the engine needs the memory
    indexed = None
    if config.search.enabled and isinstance(target, DiskOutput):
        indexed = _index(home, target, old, made, tell)
    target.finish(made.manifest)
    return built(indexed=indexed)


def _add(home: Project, config: Config, jobs: int, tell: Tell) -> Added:
    store = Store(home.cache / "cache.sqlite")
    try:
        return update(home, config, store, jobs=jobs, tell=tell)
    finally:
        store.close()


def _dossier(config: Config, content: Content, look: Theme, base_url: str | None) -> Dossier:
    lang = config.lang
    return Dossier(
        title=text_in(config.site.title, lang),
        standfirst=text_in(config.site.standfirst, lang),
        lang=lang,
        base_url=config.site.base_url if base_url is None else base_url,
        version=__version__,
        engine=f"Pagefind {search.engine_version()}" if config.search.enabled else "",
        topics=content.topics,
        articles=tuple(content.articles.values()),
        found=content.found,
        topic_pages=tuple(content.pages),
        introductions=content.introductions,
        pages=tuple(content.free_pages),
        method=look.text(f"pages/method.{lang}.md"),
        rights=config.rights.default,
        source_rights={
            known: one.rights
            for one in config.sources
            if one.rights
            for known in (one.name, *one.domains)
        },
        excerpt_chars=config.rights.excerpt_chars,
        has_search=config.search.enabled,
    )


class _Press:
    """Renders what is stale of a stream of pages and writes it, batch by batch.

    Afterwards `manifest` says what was made of what. A page whose template has a mistake stays
    as it was and is in `failed`, not in the manifest, so that it is tried again.
    """

    def __init__(
        self, look: Theme, target: Output, old: Manifest, present: Mapping[str, int], tell: Tell
    ) -> None:
        self.fingerprints: dict[str, Fingerprint] = {}
        self.manifest: Manifest = {}
        self.failed: dict[str, Finding] = {}
        self._look, self._target, self._old, self._present = look, target, old, present
        self._renderer = Renderer(look)
        self._version = {"theme": look.fingerprint(), "program": code_version()}
        self._tell = tell

    def run(self, pages: Iterable[tuple[str, PageContent]], expected: int) -> None:
        """Take in all pages; `expected` is about how many there are."""
        waiting = iter(pages)
        while batch := dict(islice(waiting, _BATCH)):
            self._print(batch)
            self._tell("rendering", len(self.fingerprints), expected)

    def _print(self, batch: Mapping[str, PageContent]) -> None:
        wanted = {path: self._fingerprint(page) for path, page in batch.items()}
        present = {path: self._present[path] for path in batch if path in self._present}
        plan = planning.plan(self._old, wanted, present)
        files: dict[str, bytes] = {}
        for path in plan.render:
            page = batch[path]
            try:
                files[path] = page if isinstance(page, bytes) else self._renderer.render(path, page)
            except ThemeError as error:
                self.failed[path] = error.as_finding()
        self._target.write(files)
        self.fingerprints |= wanted
        self.manifest |= {path: self._old[path] for path in plan.keep}
        for path, data in files.items():
            self.manifest[path] = wanted[path] | {"size": str(len(data))}

    def _fingerprint(self, page: PageContent) -> Fingerprint:
        """Return what a file of the site follows from."""
        view = {"view": fingerprint(page)}
        return view if isinstance(page, bytes) else view | self._version


def _index(home: Project, target: Output, old: Manifest, made: _Press, tell: Tell) -> int | None:
    """Index the articles' pages unless nothing in them changed; return how many there are.

    If the engine fails, what was rendered counts all the same.
    """
    articles = sorted(path for path in made.fingerprints if path.startswith("articles/"))
    data = "".join(f"{path}{sorted(made.fingerprints[path].items())}" for path in articles)
    wanted = {"view": fingerprint(data.encode()), "engine": search.engine_version()}
    if old.get(_SEARCH) == wanted and search.is_complete(home.site / ENGINE_FOLDER):
        made.manifest[_SEARCH] = wanted
        return None
    tell("indexing", 0, 1)
    try:
        report = search.index(home.site, home.site / ENGINE_FOLDER)
    except SearchError:
        target.finish(made.manifest)
        raise
    if not any(path in made.failed for path in articles):
        made.manifest[_SEARCH] = wanted
    return report.pages or None
