"""`dossier check`: whether the finished site is sound, and what its articles lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from dossier.compare import compare_all
from dossier.content import Content, load_articles
from dossier.effects import pool, sitefiles, theme
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.errors import DossierError, Finding
from dossier.model import Article, Rights
from dossier.pagefiles import load_pages
from dossier.rendering import audit
from dossier.rendering.addresses import Address
from dossier.rendering.gaps import check_articles
from dossier.rendering.scan import PageScan
from dossier.settings import Config
from dossier.understanding import amend
from dossier.understanding.reports import DAYS_APART, Found, days_between
from dossier.understanding.understand import understand

_NO_RIGHTS: Mapping[str, Rights] = {}
_ALIKE_HINT = "write `copy_of:` with the other's id into one of them, or `copy_of: none`"
_MOST = 20  # findings of one kind; more of them push the others off the screen


def check_dossier(home: Project, config: Config, *, jobs: int) -> list[Finding]:
    """Check the site of the dossier in `home`, its pages, articles and templates."""
    store = Store(home.cache / "cache.sqlite")
    try:
        held = Content(config=config, topics=config.topic_values())
        load_articles(home, store, jobs, held)
        load_pages(home, store, held)
        compared = compare_all(store, jobs, held)
    finally:
        store.close()
    found = check(
        home.site,
        tuple(held.articles.values()),
        by_source=config.source_rights(),
        compared=compared,
        jobs=jobs,
    )
    return [*held.findings, *theme.refused(home), *found]


def check(
    site: Path,
    articles: tuple[Article, ...],
    *,
    by_source: Mapping[str, Rights] = _NO_RIGHTS,
    compared: Found | None = None,
    jobs: int = 0,
) -> tuple[Finding, ...]:
    """Check the built site in `site`, then the articles it was made from.

    What is wrong with the site is an error, what an article lacks a warning, and what it may be
    asked about a note. `by_source` holds the rights of outlets, `compared` what the articles have
    in common. `jobs` 0 means one process per core. Raises `DossierError` when nothing was built
    yet.
    """
    names = sitefiles.names(site)
    if "index.html" not in names:
        raise DossierError(
            "there is no site to check", where=site.name, hint="run `dossier build` first"
        )
    address = Address.of_home(sitefiles.read(site, "index.html").decode(errors="replace"))
    checked = [name for name in names if _is_checked(name)]
    scans = pool.run(partial(_scan, site, address), checked, jobs=jobs)
    faults = audit.join(scans, names, folder=site.name)
    alike = tuple(_alike(articles, compared)) if compared else ()
    return faults + check_articles(articles, by_source) + check_amendments(articles) + alike


def _alike(articles: tuple[Article, ...], compared: Found) -> Iterator[Finding]:
    """Name articles that may be one report, or versions of one article, and are kept apart.

    What returns after days, like a yearly notice, is neither.
    """
    known = {article.id: article for article in articles}

    def is_near(one: str, other: str) -> bool:
        return days_between(known[one].date, known[other].date) <= DAYS_APART

    for one in compared.suggestions:
        if not is_near(one.one, one.other):
            continue
        yield Finding(
            where=known[one.other].path,
            message=f"{one.share:.0%} of the shorter text stands in {one.one}, too; "
            "perhaps both are one report",
            hint=_ALIKE_HINT,
            level="note",
        )
    for earlier, later in compared.versions:
        if not is_near(earlier, later):
            continue
        yield Finding(
            where=known[later].path,
            message=f"it may be {earlier} again, in another version",
            hint="delete one of the two with its original, or write `copy_of: none` into one",
            level="note",
        )


def abridged(findings: Sequence[Finding]) -> list[Finding]:
    """Return errors, and of everything else the first of each kind, with how many there are."""
    totals = Counter(finding.hint for finding in findings)
    shown: Counter[str] = Counter()
    kept: list[Finding] = []
    for finding in findings:
        shown[finding.hint] += 1
        if finding.level == "error" or shown[finding.hint] <= _MOST:
            kept.append(finding)
        elif shown[finding.hint] == totals[finding.hint]:
            more = totals[finding.hint] - _MOST
            kept.append(
                Finding(
                    where="",
                    message=f"… and {more} more like the last one",
                    hint="--all lists them",
                    level=finding.level,
                )
            )
    return kept


def check_amendments(articles: Iterable[Article]) -> tuple[Finding, ...]:
    """Name each item of an editor that changes or drops something where nothing is found."""
    findings = []
    for article in articles:
        if not article.amendments:
            continue
        (found,) = understand([replace(article, amendments=())], (), article.lang or "de")
        for one in amend.unmatched(article, found):
            message = f"`{one.kind}` changes what is found in passage {one.passage}: nothing is"
            hint = "give the words it is about as `text: …`, or take the item out"
            where = f"{article.path}:{one.line}"
            findings.append(Finding(where=where, message=message, hint=hint, level="error"))
    return tuple(findings)


def _is_checked(name: str) -> bool:
    ours = not name.startswith(audit.ENGINE_FOLDER)  # the engine's scripts are its makers' care
    return ours and name.endswith(audit.CHECKED)


def _scan(site: Path, address: Address, names: Sequence[str]) -> list[PageScan]:
    """Scan some files; runs in a process of its own."""
    return [
        audit.scan(name, sitefiles.read(site, name), address, folder=site.name) for name in names
    ]
