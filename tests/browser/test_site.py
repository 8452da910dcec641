from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import BuiltSite, Watch
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SANCTIONS = "neue Sanktionen zu verhängen"


def search(page: Page, site: BuiltSite, query: str) -> None:
    page.goto(site.url + "search/")
    page.locator("main input[name=q]").press_sequentially(query, delay=20)
    expect(page.locator(".results > li").first).to_be_visible()


def passages(page: Page) -> list[str]:
    return page.locator(".results .hits > li").all_inner_texts()


def test_typing_a_word_shows_its_passage_first_and_leads_there(
    german_site: BuiltSite, page: Page
) -> None:
    search(page, german_site, "Sanktionen")
    first = page.locator(".results .hits > li").first
    expect(first.locator("mark").first).to_have_text("Sanktionen")
    expect(first).to_contain_text(SANCTIONS)
    first.locator("a.hit").click()
    page.wait_for_url(re.compile(r"/repo/articles/[^/]+/#p-[0-9a-f]{8}$"))
    target = page.locator(":target")
    expect(target).to_contain_text(SANCTIONS)
    expect(target).to_be_in_viewport()


def test_the_search_box_of_another_page_leads_to_the_results(
    german_site: BuiltSite, page: Page
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(german_site.url + "topics/summit/")
    page.locator("header input[name=q]").fill("Sanktionen")
    page.keyboard.press("Enter")
    page.wait_for_url(german_site.url + "search/?q=Sanktionen")
    expect(page.locator(".results")).to_contain_text(SANCTIONS)


def test_a_topic_narrows_the_results_and_its_count_is_right(
    german_site: BuiltSite, page: Page
) -> None:
    search(page, german_site, "Nordkorea")
    everything = len(passages(page)) + page.locator(".rest .hits > li").count()
    facet = page.locator("label.facet", has=page.locator("[value=missile-tests]"))
    counted = int(facet.locator(".count").inner_text())
    facet.locator("input").check()
    expect(page).to_have_url(re.compile(r"\?q=Nordkorea&topic=missile-tests$"))
    expect(page.locator(".results .hits > li")).to_have_count(counted)
    assert 0 < counted < everything
    expect(page.locator(".results")).not_to_contain_text(SANCTIONS)


def test_a_topic_can_be_browsed_without_a_query(german_site: BuiltSite, page: Page) -> None:
    page.goto(german_site.url + "search/?topic=sanctions-threats")
    expect(page.locator("[value=sanctions-threats]")).to_be_checked()
    expect(page.locator(".results .hits > li")).to_have_count(1)
    expect(page.locator(".results")).to_contain_text(SANCTIONS)


def test_back_restores_the_search(german_site: BuiltSite, page: Page) -> None:
    page.goto(german_site.url)
    search(page, german_site, "Raketen")
    page.locator("[value=missile-tests]").check()
    expect(page).to_have_url(re.compile("topic=missile-tests"))
    before = passages(page)
    page.locator("a.hit").first.click()
    page.wait_for_url(re.compile("/articles/"))
    page.go_back()
    expect(page.locator("main input[name=q]")).to_have_value("Raketen")
    expect(page.locator("[value=missile-tests]")).to_be_checked()
    expect(page.locator(".results > li").first).to_be_visible()
    assert passages(page) == before


def test_a_shared_address_shows_the_same_search(german_site: BuiltSite, page: Page) -> None:
    page.goto(german_site.url + "search/?q=Satelliten&topic=summit")
    expect(page.locator("main input[name=q]")).to_have_value("Satelliten")
    expect(page.locator(".results mark").first).to_have_text(re.compile("Satelliten"))


def test_nothing_found_is_said_and_the_way_out_offered(german_site: BuiltSite, page: Page) -> None:
    page.goto(german_site.url + "search/?q=Quarkspeise")
    expect(page.locator("[role=status]")).not_to_be_empty()
    expect(page.locator(".results a.hit")).to_have_count(0)
    expect(page.locator(".results")).not_to_be_empty()


def test_a_search_that_cannot_load_says_so(
    german_site: BuiltSite, page: Page, watch: Watch
) -> None:
    watch.expected = {404}
    page.route("**/pagefind/pagefind.js", lambda route: route.fulfill(status=404))
    page.goto(german_site.url + "search/?q=Kim")
    expect(page.locator("[data-search-broken]")).to_be_visible()
    watch.faults.clear()


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


def test_results_can_be_walked_by_arrow_keys(german_site: BuiltSite, page: Page) -> None:
    search(page, german_site, "Sanktionen")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('a.hit')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"


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


def test_the_words_of_the_date_prefix_are_nowhere(german_site: BuiltSite, page: Page) -> None:
    for path in german_site.folder.glob("**/*.html"):
        assert "date 2023-09" not in path.read_text(encoding="utf-8"), path
    page.goto(german_site.url + 'search/?q="date 2023-09"')
    expect(page.locator("[role=status]")).not_to_be_empty()
    expect(page.locator(".results a.hit")).to_have_count(0)


def test_an_english_dossier_is_searched_in_english(english_site: BuiltSite, page: Page) -> None:
    search(page, english_site, "sanction")
    expect(page.locator(".results .hits > li").first).to_contain_text("impose new sanctions")
    assert page.evaluate("document.documentElement.lang") == "en"
