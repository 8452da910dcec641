from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import BuiltSite, Watch
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SANCTIONS = "neue Sanktionen zu verhängen"


def test_the_search_box_of_another_page_leads_to_the_results(
    german_site: BuiltSite, page: Page
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(german_site.url + "topics/summit/")
    page.locator("header input[name=q]").fill("Sanktionen")
    page.keyboard.press("Enter")
    page.wait_for_url(german_site.url + "search/?q=Sanktionen")
    expect(page.locator(".results")).to_contain_text(SANCTIONS)


def test_a_slash_leads_to_the_search_from_everywhere(german_site: BuiltSite, page: Page) -> None:
    for path in german_site.pages():
        page.goto(german_site.url + path)
        page.keyboard.press("/")
        focused = page.evaluate("document.activeElement.name")
        assert focused == "q", path
        page.keyboard.type("a/b")
        assert page.evaluate("document.activeElement.value") == "a/b", path


def test_on_a_narrow_screen_the_slash_opens_the_search(german_site: BuiltSite, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(german_site.url + "voices/")
    page.keyboard.press("/")
    page.wait_for_url(german_site.url + "search/")


def test_a_page_that_is_not_there_looks_like_the_site_at_any_depth(
    german_site: BuiltSite, page: Page, watch: Watch
) -> None:
    watch.expected = {404}
    page.goto(german_site.url + "a/b/c/d")
    family = page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")
    assert family != "none"
    page.locator("a.brand").click()
    page.wait_for_url(german_site.url)
    expect(page.locator("h1")).to_have_text("Kim trifft Putin")


def test_the_menu_of_a_narrow_screen_works(german_site: BuiltSite, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(german_site.url)
    page.locator("details.menu > summary").click()
    page.locator("details.menu nav a", has_text="Stimmen").click()
    page.wait_for_url(german_site.url + "voices/")
