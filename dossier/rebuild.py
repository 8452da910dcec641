"""The steps of a build that has something to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from itertools import chain

from msgspec import Struct

from dossier import __version__, bundles, press, unchanged
from dossier.add import Added, update
from dossier.content import Content
from dossier.effects import output, pool, theme
from dossier.effects.kept import Results, recall, remember
from dossier.effects.output import DiskOutput, Left, Manifest, Output
from dossier.effects.project import Project
from dossier.effects.store import Store, code_version
from dossier.errors import Finding, SearchError
from dossier.ground import Built, Ground, Means
from dossier.inbox import Tell
from dossier.indexing import Indexing
from dossier.press import Press
from dossier.rendering import novelties
from dossier.rendering import plan as planning
from dossier.rendering.assemble import Before, Sheets, assemble
from dossier.rendering.assemble import Content as Page
from dossier.rendering.corpus import Dossier
from dossier.rendering.editions import Edition
from dossier.rendering.look import Look
from dossier.rendering.namesaid import KnownNames
from dossier.rendering.plan import Plan
from dossier.rendering.sheets import Sheet, ready
from dossier.rendering.theming import Theme
from dossier.settings import Config, ThemeTable, text_in
from dossier.understanding import anew
from dossier.understanding.translations import names_in

_INDEXED = "search"  # folder in the cache
_NAMES, _RESULTS = "names", "kept"  # files in the cache


class _Names(Struct, frozen=True):
    """The names of the last build, and the program that noted them."""

    program: str
    known: KnownNames


def rebuild(
    ground: Ground, files: dict[str, str], target: Output, old: Manifest, means: Means
) -> Built:
    """Add what is new, render what is stale and index it.

    `files` are hashes of the dossier's files as the build found them, `old` is what the last one
    wrote down.
    """
    home, config, look = ground.home, ground.config, ground.look
    if means.helper:
        means.helper.submit(anew.make_ready)
    store = Store(home.cache / "cache.sqlite")  # open as long as findings are asked for
    added = _add(home, config, store, files, means)
    files |= added.content.written
    sizes = _begun(target, look, means)
    made = Press(look, target, Left(old, sizes), means)
    pages = _assembled(ground, added.content, made)
    expected = len(added.content.articles) * len(config.site.languages)
    engine = ground.engine if isinstance(target, DiskOutput) else None
    cache = home.cache / _INDEXED
    with (
        closing(store),
        made,
        Indexing(home.site, made, old, engine, cache=cache, helper=means.helper) as indexing,
    ):
        _articles(made, indexing, pages.articles, expected)
        made.run(chain(_assets(look), pages.others), expected)
        plan = planning.plan(old, made.fingerprints, made.present)
        target.delete(plan.delete)
        pool.close()
        refused, state = theme.refused(home), ground.state(files)  # while the index is made
        indexed = _finished(indexing, target, made, means.tell)
    means.kept.extend((added, pages, made))
    done = _built(added, plan, made, refused, indexed)
    if not made.failed:
        said = unchanged.Remembered(total=done.total, findings=done.found)
        unchanged.remember(made.manifest, state, said)
    target.finish(made.manifest)
    return done


def _assembled(ground: Ground, content: Content, made: Press) -> Sheets:
    """Lay out all pages, with what the last build left, and leave the same for the next."""
    wording, place = ground.look.wording(ground.config.lang), ground.home.cache / _NAMES
    names, results = recall(place, _Names), Results(ground.home.cache / _RESULTS, code_version())
    before = Before(
        recorded=partial(made.held, novelties.FILE, novelties.SECTION),
        kept=results.of,
        names=names.known if names and names.program == code_version() else KnownNames(),
    )
    pages = assemble(_dossier(ground, content), wording, _editions(ground, content), before)
    made.beside(partial(remember, place, _Names(code_version(), pages.names)))
    results.save()
    return pages


def _begun(target: Output, look: Theme, means: Means) -> Callable[[], dict[str, int]]:
    """Let a helper begin with what is needed soon; return what tells the files' sizes."""
    helper = means.helper
    if not helper or not isinstance(target, DiskOutput):
        return target.sizes
    found = helper.submit(output.sizes_of, target.site)
    # Not at the same time: it would wait for its turn at each file.
    found.add_done_callback(lambda _: helper.submit(press.make_ready, look, means.cache))
    return found.result


def _articles(made: Press, indexing: Indexing, pages: Iterable[Sheet[Page]], expected: int) -> None:
    """Render the articles' pages, the oldest first, and index each bundle once it is written."""
    sheets = {page.path: page for page in pages}
    for part in reversed(bundles.of_pages(sheets)):
        made.run((sheets[path] for path in part.pages()), expected)
        indexing.begin(part)


def _assets(look: Theme) -> Iterator[Sheet[Page]]:
    return (ready(path, data) for path, data in look.assets().items())


def _built(
    added: Added, plan: Plan, made: Press, refused: Iterable[Finding], indexed: int | None
) -> Built:
    return Built(
        added=added.articles,
        arrivals=added.arrivals,
        offered=added.offered,
        total=len(added.content.articles),
        plan=plan,
        failed=made.failed,
        found=(*added.content.findings, *refused),
        indexed=indexed,
    )


def _finished(indexing: Indexing, target: Output, made: Press, tell: Tell) -> int | None:
    """Await the search index; if the engine fails, what was rendered counts all the same."""
    try:
        return indexing.finish(tell)
    except SearchError:
        target.finish(made.manifest)
        raise


def _add(
    home: Project, config: Config, store: Store, files: Mapping[str, str], means: Means
) -> Added:
    try:
        return update(
            home,
            config,
            store,
            jobs=means.jobs,
            tell=means.tell,
            hashes=files,
            helper=means.helper,
        )
    except BaseException:
        store.close()
        raise
    finally:
        pool.close()  # what processes remember of words is of no use for rendering: half a gigabyte


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
        sketches=content.sketches,
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
        page_keys=content.page_keys,
    )


def _look(wanted: ThemeTable) -> Look:
    return Look(
        accent_colour=wanted.accent,
        paper_colour=wanted.paper,
        text_font=wanted.text_font,
        interface_font=wanted.interface_font,
        logo=wanted.logo,
    )
