from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import BuiltSite

from dossier.effects import browser
from dossier.effects.browser import Answer
from dossier.errors import DossierError


def asked(site: Path, *queries: str) -> list[Answer]:
    """Ask in a thread of its own: this one may have the tests' browser."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: list(browser.ask(site, queries))).result()


@pytest.mark.browser
def test_a_browser_asks_the_search(
    german_site: BuiltSite, chromium: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER_CHROMIUM", chromium)
    found, nothing = asked(german_site.folder, "Geschäft", "Quarkspeise")
    assert found.passages == ("2023-09-kim-putin#p-7065906d",)
    assert "1 Treffer" in found.said
    assert nothing.passages == ()


def test_without_playwright_the_way_to_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(DossierError, match="takes a browser") as caught:
        list(browser.ask(tmp_path, ["x"]))
    assert "news-dossier[check]" in caught.value.hint


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_a_browser_that_does_not_start_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOSSIER_CHROMIUM", str(tmp_path / "nowhere"))
    with pytest.raises(DossierError, match="no browser starts") as caught:
        asked(tmp_path, "x")
    assert "DOSSIER_CHROMIUM" in caught.value.hint
