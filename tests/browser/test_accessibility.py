from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Literal

import projects
import pytest
from conftest import BuiltSite, Watch

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = projects.PAGES | {
    "search": "search/",
    "search with results": "search/?q=Sanktionen",
    "search with filters": "search/?q=Nordkorea&topic=missile-tests&kind=event&sort=newest",
    "search put right": "search/?q=Putn",
    "search without results": "search/?q=Quarkspeise",
    "404": "gibt/es/nicht/",
}


def show(page: Page, site: BuiltSite, path: str) -> None:
    if "*" in path:
        path = next(one for one in site.pages() if fnmatch(one, path))
    page.goto(site.url + path)
    if "?q=" in path:
        page.locator(".results > li").first.wait_for()


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


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["german", "english"])
def test_nothing_is_wider_than_a_narrow_screen(
    request: pytest.FixtureRequest, page: Page, watch: Watch, name: str, language: str
) -> None:
    watch.expected = {404} if name == "404" else set()
    site: BuiltSite = request.getfixturevalue(f"{language}_site")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 700})
        show(page, site, PAGES[name])
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{wide} px at {width}"


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
