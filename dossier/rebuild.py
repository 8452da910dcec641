"""The steps of a build that has something to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain

from dossier import __version__, bundles, unchanged
from dossier.add import Added, update
from dossier.config import Config, ThemeTable, text_in
from dossier.content import Content
from dossier.effects import pool, theme
from dossier.effects.kept import Kept
from dossier.effects.output import DiskOutput, Left, Output
from dossier.effects.project import Project
from dossier.effects.store import Store, key_of
from dossier.errors import Finding, SearchError
from dossier.ground import Built, Ground
from dossier.inbox import Tell
from dossier.indexing import Indexing
from dossier.press import Press
from dossier.rendering import novelties
from dossier.rendering import plan as planning
from dossier.rendering.assemble import Content as Page
from dossier.rendering.assemble import Sheets, assemble
from dossier.rendering.corpus import Dossier
from dossier.rendering.editions import Edition
from dossier.rendering.look import Look
from dossier.rendering.plan import Plan
from dossier.rendering.sheets import Sheet, ready
from dossier.understanding.translations import names_in

_INDEXED = "search"  # folder in the cache


def rebuild(  # noqa: PLR0913 - each is a choice of the user's or an effect
    ground: Ground,
    files: dict[str, str],
    target: Output,
    left: Left,
    *,
    jobs: int,
    tell: Tell,
) -> Built:
    """Add what is new, render what is stale and index it.

    `files` are hashes of the dossier's files as the build found them.
    """
    home, config, look = ground.home, ground.config, ground.look
    added = _add(home, config, files, jobs, tell)
    pool.close()  # what processes remember of words is of no use for rendering: half a gigabyte
    files |= added.content.written
    old, made = left.manifest, Press(look, target, left, jobs, tell)
    pages = _assembled(ground, added.content, made)
    expected = len(added.content.articles) * len(config.site.languages)
    engine = ground.engine if isinstance(target, DiskOutput) else None
    with Indexing(home.site, made, old, engine, home.cache / _INDEXED) as indexing:
        _articles(made, indexing, pages.articles, expected)
        assets = (ready(path, data) for path, data in look.assets().items())
        made.run(chain(assets, pages.others), expected)
        plan = planning.plan(old, made.fingerprints, made.present)
        target.delete(plan.delete)
        pool.close()
        indexed = _finished(indexing, target, made, tell)
    found = (*added.content.findings, *theme.refused(home))
    done = _built(added, plan, made, found, indexed)
    if not made.failed:
        said = unchanged.Remembered(total=done.total, findings=done.found)
        unchanged.remember(made.manifest, ground.state(files), said)
    target.finish(made.manifest)
    return done


def _assembled(ground: Ground, content: Content, made: Press) -> Sheets:
    """Lay out all pages, with the help of what is known of the last build."""
    wording = ground.look.wording(ground.config.lang)
    recorded = partial(made.held, novelties.FILE, novelties.SECTION)
    kept = Kept(ground.home.cache)
    editions = _editions(ground, content)
    pages = assemble(_dossier(ground, content), wording, editions, recorded, kept.of)
    kept.save()
    return pages


def _articles(made: Press, indexing: Indexing, pages: Iterable[Sheet[Page]], expected: int) -> None:
    """Render the articles' pages, the oldest first, and index each bundle once it is written."""
    sheets = {page.path: page for page in pages}
    for part in reversed(bundles.of_pages(sheets)):
        made.run((sheets[path] for path in part.pages()), expected)
        indexing.begin(part)


def _built(
    added: Added, plan: Plan, made: Press, found: tuple[Finding, ...], indexed: int | None
) -> Built:
    return Built(
        added=added.articles,
        arrivals=added.arrivals,
        offered=added.offered,
        total=len(added.content.articles),
        plan=plan,
        failed=made.failed,
        found=found,
        indexed=indexed,
    )


def _finished(indexing: Indexing, target: Output, made: Press, tell: Tell) -> int | None:
    """Await the search index; if the engine fails, what was rendered counts all the same."""
    try:
        return indexing.finish(tell)
    except SearchError:
        target.finish(made.manifest)
        raise


def _add(home: Project, config: Config, files: Mapping[str, str], jobs: int, tell: Tell) -> Added:
    store = Store(home.cache / "cache.sqlite")
    try:
        return update(home, config, store, jobs=jobs, tell=tell, hashes=files)
    finally:
        store.close()


def _editions(ground: Ground, content: Content) -> tuple[Edition, ...]:
    """Return what the site has of its own in each language but the first."""
    site, look = ground.config.site, ground.look
    return tuple(
        Edition(
            wording=look.wording(lang),
            title=text_in(site.title, lang),
            standfirst=text_in(site.standfirst, lang),
            method=look.method(lang)[0],
            method_lang=look.method(lang)[1],
            names=names_in(content.register, ground.config, lang),
        )
        for lang in site.languages[1:]
    )


def _dossier(ground: Ground, content: Content) -> Dossier:
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
        keys=content.understood,
        page_keys={path: key_of(text) for path, text in content.page_texts.items()},
    )


def _look(wanted: ThemeTable) -> Look:
    return Look(
        accent_colour=wanted.accent,
        paper_colour=wanted.paper,
        text_font=wanted.text_font,
        interface_font=wanted.interface_font,
        logo=wanted.logo,
    )
