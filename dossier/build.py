"""`dossier build`: add what is new, then render what is stale, then index it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from dossier import __version__
from dossier.add import Added, Tell, update
from dossier.config import Config, text_in
from dossier.content import Content
from dossier.effects import search, theme
from dossier.effects.output import ENGINE_FOLDER, DiskOutput, Manifest, Output
from dossier.effects.project import Project
from dossier.effects.store import Store, code_version
from dossier.errors import Finding, ThemeError
from dossier.rendering import plan as planning
from dossier.rendering.assemble import Content as PageContent
from dossier.rendering.assemble import assemble
from dossier.rendering.corpus import Dossier
from dossier.rendering.plan import Fingerprint, Plan
from dossier.rendering.render import Renderer, Theme, fingerprint

_BATCH = 500  # pages rendered before they are written: keeps memory flat
_SEARCH = f"{ENGINE_FOLDER}/"  # the index's entry in the manifest


@dataclass(slots=True)
class Built:
    """What a build did. `indexed` is the number of pages in a new index, None if none was due."""

    added: Added
    plan: Plan
    indexed: int | None = None
    failed: dict[str, Finding] = field(default_factory=dict)

    @property
    def findings(self) -> list[Finding]:
        """All problems, each once: a template's mistake is one, however many pages need it."""
        return [*self.added.content.findings, *dict.fromkeys(self.failed.values())]


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
    jobs = config.build.jobs if jobs is None else jobs
    store = Store(home.cache / "cache.sqlite")
    try:
        added = update(home, config, store, jobs=jobs, tell=tell)
    finally:
        store.close()
    look = Theme(*theme.load(home.templates))
    pages = assemble(
        _dossier(config, added.content, look, base_url),
        look.wording(config.lang),
    )
    target = output or DiskOutput(home.site, home.cache)
    fingerprints = _fingerprints(pages, look)
    old: Manifest = {} if force else target.manifest()
    plan = planning.plan(old, fingerprints, target.sizes())
    built = Built(added, plan)
    sizes = _render(pages, plan, look, target, built, tell)
    target.delete(plan.delete)
    manifest = _manifest(fingerprints, old, sizes, built)
    if config.search.enabled and isinstance(target, DiskOutput):
        manifest[_SEARCH] = _index(home, fingerprints, old, built, tell)
    target.finish(manifest)
    return built


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
        source_rights={one.name: one.rights for one in config.sources if one.rights},
        excerpt_chars=config.rights.excerpt_chars,
        has_search=config.search.enabled,
    )


def _fingerprints(pages: Mapping[str, PageContent], look: Theme) -> dict[str, Fingerprint]:
    """Return what each file of the site follows from."""
    program, templates = code_version(), look.fingerprint()
    found = {
        path: {"view": fingerprint(page), "theme": templates, "program": program}
        if not isinstance(page, bytes)
        else {"view": fingerprint(page)}
        for path, page in pages.items()
    }
    return found | {path: {"view": fingerprint(data)} for path, data in look.assets().items()}


def _render(  # noqa: PLR0913, PLR0917 - a step of `build` with all its materials
    pages: Mapping[str, PageContent],
    plan: Plan,
    look: Theme,
    target: Output,
    built: Built,
    tell: Tell,
) -> dict[str, int]:
    """Render what is stale and write it in batches; return the sizes of what was written.

    A page whose template has a mistake stays as it was; the others go on.
    """
    renderer, assets = Renderer(look), look.assets()
    waiting, sizes = iter(plan.render), dict[str, int]()
    while batch := list(islice(waiting, _BATCH)):
        files: dict[str, bytes] = {}
        for path in batch:
            page = assets[path] if path in assets else pages[path]
            try:
                files[path] = page if isinstance(page, bytes) else renderer.render(path, page)
            except ThemeError as error:
                built.failed[path] = error.as_finding()
        target.write(files)
        sizes.update((path, len(data)) for path, data in files.items())
        tell("rendering", len(sizes), len(plan.render))
    return sizes


def _manifest(
    fingerprints: Mapping[str, Fingerprint],
    old: Manifest,
    sizes: Mapping[str, int],
    built: Built,
) -> Manifest:
    """Return what was made of what; a page that failed is left out, so that it is tried again."""
    kept = {path: old[path] for path in built.plan.keep}
    made = {path: fingerprints[path] | {"size": str(size)} for path, size in sizes.items()}
    return kept | made


def _index(
    home: Project,
    fingerprints: Mapping[str, Fingerprint],
    old: Manifest,
    built: Built,
    tell: Tell,
) -> Fingerprint:
    """Index the articles' pages unless nothing in them changed."""
    articles = sorted(path for path in fingerprints if path.startswith("articles/"))
    data = "".join(f"{path}{sorted(fingerprints[path].items())}" for path in articles)
    wanted = {"view": fingerprint(data.encode()), "engine": search.engine_version()}
    if old.get(_SEARCH) == wanted and search.is_complete(home.site / ENGINE_FOLDER):
        return wanted
    tell("indexing", 0, 1)
    built.indexed = search.index(home.site, home.site / ENGINE_FOLDER).pages or None
    return wanted
