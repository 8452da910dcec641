"""`dossier check`: whether the finished site is sound, and what its articles lack."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from dossier.effects import pool, sitefiles
from dossier.errors import DossierError, Finding
from dossier.model import Article
from dossier.rendering import audit
from dossier.rendering.addresses import Address
from dossier.rendering.gaps import check_articles
from dossier.rendering.scan import PageScan


def check(site: Path, articles: tuple[Article, ...], *, jobs: int = 0) -> tuple[Finding, ...]:
    """Check the built site in `site`, then the articles it was made from.

    What is wrong with the site is an error, what an article lacks a warning. `jobs` 0 means one
    process per core. Raises `DossierError` when nothing was built yet.
    """
    names = sitefiles.names(site)
    if "index.html" not in names:
        raise DossierError(
            "there is no site to check", where=site.name, hint="run `dossier build` first"
        )
    address = Address.of_home(sitefiles.read(site, "index.html").decode(errors="replace"))
    checked = [name for name in names if _is_checked(name)]
    scans = pool.run(partial(_scan, site, address), checked, jobs=jobs)
    return audit.join(scans, names, folder=site.name) + check_articles(articles)


def _is_checked(name: str) -> bool:
    ours = not name.startswith(audit.ENGINE_FOLDER)  # the engine's scripts are its makers' care
    return ours and name.endswith(audit.CHECKED)


def _scan(site: Path, address: Address, names: Sequence[str]) -> list[PageScan]:
    """Scan some files; runs in a process of its own."""
    return [
        audit.scan(name, sitefiles.read(site, name), address, folder=site.name) for name in names
    ]
