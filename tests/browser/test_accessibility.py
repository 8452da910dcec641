from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

import pytest
from appearance import PAGES, show
from conftest import BuiltSite, Watch
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_TOUCHED = ("target-size", "meta-viewport", "meta-viewport-large", "scrollable-region-focusable")
# As Lighthouse's: its own pixels are finer, and a finger is all it has.
TELEPHONE = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    german_site: BuiltSite,
    visit: Page,
    watch: Watch,
    run_axe: Callable[..., list[str]],
    name: str,
) -> None:
    watch.expected = {404} if name == "404" else set()
    for width in (1280, 360):
        visit.set_viewport_size({"width": width, "height": 800})
        show(visit, german_site, PAGES[name])
        for scheme in SCHEMES:
            visit.emulate_media(color_scheme=scheme)
            assert run_axe(visit) == [], f"{scheme} at {width} px"


def test_axe_finds_nothing_on_a_telephone(
    crowded_site: BuiltSite, browser: Browser, run_axe: Callable[..., list[str]]
) -> None:
    """Only what may be otherwise there is looked at; all rules are tried in windows."""
    context = browser.new_context(**TELEPHONE, reduced_motion="reduce")
    found = []
    try:
        page = context.new_page()
        for name, path in PAGES.items():
            show(page, crowded_site, path)
            found += [f"{name}: {fault}" for fault in run_axe(page, *_TOUCHED)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [f"{name}: {wide} px wide"] if wide > 412 else []
    finally:
        context.close()
    assert found == []


def states(page: Page, site: BuiltSite) -> Iterator[str]:
    """Bring the search page into the states that no address leads to."""
    address = site.url + "search/"
    page.goto(address)
    page.locator("details.facets").evaluate("details => { details.open = true }")
    yield "filters open"
    page.goto(address)
    page.locator("main input[name=q]").press_sequentially("Gipf")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    yield "suggestions open"
    page.route("**/wasm*", lambda route: route.abort())
    page.goto(address + "?q=Sanktionen")
    page.locator(".results[data-answered]").wait_for(state="attached")
    yield "the built-in index answers"
    page.route("**/passages.js", lambda route: route.abort())
    page.goto(address + "?q=Sanktionen")
    page.locator("[data-search-broken]").wait_for()
    yield "error"
    page.unroute("**/wasm*")
    page.route("**/wasm*", lambda _: None)  # it never comes
    page.goto(address + "?q=Sanktionen")
    expect(page.locator(".search [role=status]")).not_to_be_empty()
    yield "loading"


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_in_any_state_of_the_search(
    german_site: BuiltSite,
    page: Page,
    watch: Watch,
    run_axe: Callable[..., list[str]],
    width: int,
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    check_states(page, german_site, run_axe, width)
    watch.faults.clear()


@pytest.mark.parametrize("context", [TELEPHONE], indirect=True, ids=["telephone"])
def test_axe_finds_nothing_in_any_state_of_the_search_on_a_telephone(
    german_site: BuiltSite, page: Page, watch: Watch, run_axe: Callable[..., list[str]]
) -> None:
    check_states(page, german_site, run_axe, 412)
    watch.faults.clear()


def check_states(
    page: Page, site: BuiltSite, run_axe: Callable[..., list[str]], width: int
) -> None:
    for state in states(page, site):
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert run_axe(page) == [], f"{state}, {scheme}"
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, state
    page.unroute_all(behavior="ignoreErrors")


def test_every_page_is_silent_and_leads_on_by_keyboard(german_site: BuiltSite, visit: Page) -> None:
    for path in german_site.pages():
        visit.goto(german_site.url + path)
        visit.keyboard.press("Tab")
        skip = visit.evaluate("document.activeElement.getAttribute('href')")
        assert skip == "#main", path
        visit.keyboard.press("Enter")
        assert visit.evaluate("document.activeElement.id") == "main", path


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
