"""A real browser that asks the built site's search, for `dossier check --search`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msgspec import Struct

from dossier.effects import server
from dossier.errors import DossierError

if TYPE_CHECKING:
    from playwright.sync_api import Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_PATIENCE = 20_000  # milliseconds for an answer; on a slow machine the first takes two seconds
_INSTALL = "python -m pip install 'news-dossier[check]' && python -m playwright install chromium"


class Answer(Struct, frozen=True):
    """What the search page shows for a query: passages as `article#passage`, best first."""

    passages: tuple[str, ...]
    said: str


def ask(site: Path, queries: Iterable[str]) -> Iterator[Answer]:
    """Yield the answer to each query, typed into the search page of the built site.

    Raises `DossierError` where there is no browser, with how to get one.
    """
    with server.serve(site, base="/check/", port=0) as running, _page() as page:
        for query in queries:
            yield _ask(page, running.url, query)


def _ask(page: Page, url: str, query: str) -> Answer:
    page.goto(f"{url}search/?q={quote(query)}")
    page.locator(".results[data-answered]").wait_for(state="attached", timeout=_PATIENCE)
    links = page.eval_on_selector_all(".results a.hit", "all => all.map((one) => one.href)")
    said = page.locator(".search [role=status]").inner_text()
    return Answer(tuple(_passage(link) for link in links), said)


def _passage(link: str) -> str:
    """Return `article#passage` of an address.

    >>> _passage("http://127.0.0.1/check/articles/2023-09-kim/#p-1")
    '2023-09-kim#p-1'
    """
    page, _, passage = link.partition("#")
    return f"{page.rstrip('/').rpartition('/')[2]}#{passage}"


@contextmanager
def _page() -> Iterator[Page]:
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - an extra
    except ImportError:
        raise DossierError("asking the search takes a browser", hint=_INSTALL) from None
    options: dict[str, Any] = {"args": list(_FLAGS)}
    path = os.environ.get("DOSSIER_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), "")
    if path:
        options["executable_path"] = path
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(**options)
        except Error as error:
            message = f"no browser starts: {error.message.partition(chr(10))[0]}"
            raise DossierError(
                message, hint=f"{_INSTALL}, or name one in DOSSIER_CHROMIUM"
            ) from error
        try:
            yield browser.new_page()
        finally:
            browser.close()
