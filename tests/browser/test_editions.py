from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from conftest import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = ("en/", "en/topics/summit/", "en/articles/2023-09-kim-putin/", "en/articles/arabisch/",
         "en/search/?q=Putin", "articles/arabisch/", "en/imprint/")  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_another_language(
    bilingual_site: BuiltSite, visit: Page, run_axe: Callable[..., list[str]], path: str
) -> None:
    for width in (1280, 360):
        visit.set_viewport_size({"width": width, "height": 800})
        visit.goto(bilingual_site.url + path)
        visit.wait_for_load_state("networkidle")
        assert run_axe(visit) == [], f"at {width} px"
        assert visit.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_switch_is_reached_by_keyboard_and_needs_no_script(
    bilingual_site: BuiltSite, browser: Browser, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}
    )
    try:
        page = context.new_page()
        page.goto(f"{bilingual_site.url}topics/summit/")
        assert page.locator(".editions a").is_visible()
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.locator(".editions a:focus").count():
                break
        page.keyboard.press("Enter")
        page.wait_for_url(f"{bilingual_site.url}en/topics/summit/")
        assert page.locator("h1").inner_text() == "Summit"
        page.locator(".editions a").click()
        page.wait_for_url(f"{bilingual_site.url}topics/summit/")
    finally:
        context.close()


def test_the_switch_keeps_the_place_and_what_is_searched_for(
    bilingual_site: BuiltSite, page: Page
) -> None:
    page.goto(f"{bilingual_site.url}articles/2023-09-kim-putin/")
    number = page.locator(".number").nth(2)
    passage = number.get_attribute("href") or ""
    number.click()
    page.locator(".editions a").click()
    page.wait_for_url(f"{bilingual_site.url}en/articles/2023-09-kim-putin/{passage}")
    assert page.locator(f"{passage}:target").count() == 1
    page.goto(f"{bilingual_site.url}search/?q=Putin")
    page.wait_for_selector(".results h3")
    page.locator(".editions a").click()
    page.wait_for_url(f"{bilingual_site.url}en/search/?q=Putin")


def test_the_search_of_an_edition_stays_in_it(bilingual_site: BuiltSite, page: Page) -> None:
    page.goto(f"{bilingual_site.url}en/search/?q=Putin")
    page.wait_for_selector(".results h3")
    texts = page.locator(".results h3").all_inner_texts()
    assert len(texts) == len(set(texts)) >= 2, "each article once"
    assert "September 13, 2023" in page.locator(".results").inner_text()
    links = page.locator(".results a").evaluate_all("all => all.map(one => one.pathname)")
    assert all("/repo/en/" in link for link in links)
    page.locator(".results .hit").first.click()
    page.wait_for_url("**/en/articles/**")
    assert page.locator("mark").count(), "what was searched for is marked"


def test_a_text_runs_the_way_it_is_written(bilingual_site: BuiltSite, page: Page) -> None:
    page.goto(f"{bilingual_site.url}en/articles/arabisch/")
    direction = "one => getComputedStyle(one).direction"
    assert page.locator("article.article h1").evaluate(direction) == "rtl"
    assert page.locator(".body p").first.evaluate(direction) == "rtl"
    assert page.locator("article .about").evaluate(direction) == "ltr"
    assert page.locator(".citation").evaluate(direction) == "ltr"
