from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import pytest
from appearance import PAGES, show
from conftest import BuiltSite, Watch

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    german_site: BuiltSite,
    page: Page,
    watch: Watch,
    run_axe: Callable[[Page], list[str]],
    name: str,
) -> None:
    watch.expected = {404} if name == "404" else set()
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        show(page, german_site, PAGES[name])
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert run_axe(page) == [], f"{scheme} at {width} px"


def test_every_page_is_silent_and_leads_on_by_keyboard(german_site: BuiltSite, page: Page) -> None:
    for path in german_site.pages():
        page.goto(german_site.url + path)
        page.keyboard.press("Tab")
        skip = page.evaluate("document.activeElement.getAttribute('href')")
        assert skip == "#main", path
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main", path


def test_pages_work_without_scripts(german_site: BuiltSite, browser: object) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    try:
        page = context.new_page()
        for path in german_site.pages():
            page.goto(german_site.url + path)
            assert page.locator("main h1").inner_text().strip(), path
            assert page.locator("header nav a:visible, header summary:visible").count(), path
        page.goto(german_site.url + "search/")
        assert page.locator("noscript a").count() >= 2
    finally:
        context.close()
