from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from appearance import PAGES, show
from conftest import BuiltSite, Watch
from tools import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_FOCUS = (ROOT / "tests/browser/focus.js").read_text(encoding="utf-8")
_SIZES = ((1280, 900), (360, 700))
# Lists of the crowded sample have hundreds of links; the rest is more of the same.
_MOST = 45
_SHEET = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab until the page has no more to offer; where the keyboard stood each time."""
    page.evaluate(_FOCUS)
    page.evaluate("document.activeElement?.blur()")
    stops: list[dict[str, Any]] = []
    while len(stops) < _MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate("window.focused()")
        if stop is None:
            break
        stops.append(stop)
    return stops


def faults(page: Page) -> list[str]:
    """Return what the keyboard misses, where it cannot be seen, and where it jumps back."""
    stops = walk(page)
    found = [fault for stop in stops for fault in stop["faults"]]
    wanted = page.evaluate("window.stops.length")
    reached = {stop["number"] for stop in stops if stop["number"] >= 0}
    missed = sorted(set(range(min(wanted, _MOST))) - reached)
    if len(stops) < _MOST:
        found += [f"missed: number {number} of {wanted}" for number in missed]
    # The first stop, the link to the text, comes from above the page.
    for one, other in pairwise(stops[1:]):
        upwards = other["bottom"] <= one["top"] + 1 and other["left"] < one["right"]
        level = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        height = min(one["bottom"] - one["top"], other["bottom"] - other["top"])
        backwards = other["right"] <= one["left"] and level > height / 2
        if upwards or backwards:
            found.append(f"back: {one['name']} → {other['name']}")
    return found


@pytest.mark.parametrize("name", [name for name in PAGES if "put right" not in name])
def test_the_keyboard_reaches_everything_in_order_and_is_seen(
    crowded_site: BuiltSite, page: Page, watch: Watch, name: str
) -> None:
    watch.expected = {404} if name == "404" else set()
    for width, height in _SIZES:
        page.set_viewport_size({"width": width, "height": height})
        show(page, crowded_site, PAGES[name])
        assert faults(page) == [], f"at {width} px"


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        (":focus-visible { outline: none }", "no ring"),
        ("header nav ul { flex-direction: row-reverse }", "back"),
        ("main { display: flex; flex-direction: column-reverse }", "back"),
        ("header.site { height: 500px !important } html { scroll-padding-top: 0 }", "not seen"),
    ],
)
def test_a_sheet_that_misleads_the_keyboard_is_found_out(
    german_site: BuiltSite, page: Page, css: str, fault: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    show(page, german_site, "topics/summit/")
    assert faults(page) == []
    page.evaluate(_SHEET, css)
    assert [found for found in faults(page) if found.startswith(fault)]


def test_what_the_keyboard_cannot_reach_is_found_out(german_site: BuiltSite, page: Page) -> None:
    show(page, german_site, "")
    page.evaluate(_FOCUS)
    page.evaluate(
        """document.addEventListener("focusin", ({ target }) => {
          if (target.matches("footer a")) target.blur();
        })"""
    )
    assert [found for found in faults(page) if found.startswith("missed")]
