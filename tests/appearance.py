"""What tests see of a page in a browser: gross faults of its layout, paint, shifts, scripts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

import projects
from PIL import Image
from tools import ROOT

if TYPE_CHECKING:
    from conftest import BuiltSite
    from playwright.sync_api import BrowserContext, Page

# Each kind of page and each state of the search; of `*` the first.
PAGES = projects.PAGES | {
    "search": "search/",
    "search with results": "search/?q={word}",
    "search with filters": "search/?q=Putin&topic=missile-tests&kind=event&sort=newest",
    "search put right": "search/?q=Putn",
    "search without results": "search/?q=Quarkspeise",
    "404": "gibt/es/nicht/",
}
_FAULTS = (ROOT / "tests/browser/faults.js").read_text(encoding="utf-8")
# Kept from the first moment on, for scripts run before those of the page.
# Up to a hundredth nobody sees (a tenth of what web.dev calls good): on a busy machine a header is
# painted before all of it has been read.
_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  const nodes = one.sources.map((source) => source.node?.nodeName).join(" ");
  if (one.value > 0.01) window.shifts.push(`${one.value.toFixed(4)}: ${nodes}`);
})).observe({ type: "layout-shift", buffered: true });
"""
# The share of a picture that its commonest colour may take: the emptiest page, a search that found
# nothing on a wide screen, has .93; a page without words is above .999.
_PLAIN = 0.99


def show(page: Page, site: BuiltSite, path: str) -> None:
    """Open a page, and wait for the answer to a search."""
    page.goto(site.url + projects.first(site.folder, path).format(word=site.word))
    if "?q=" in path:
        page.locator(".results > li").first.wait_for()


def faults(page: Page) -> list[str]:
    """Return what is empty, too wide, cut off, upon another text or a missing picture."""
    return cast("list[str]", page.evaluate(_FAULTS))


def paint_faults(page: Page) -> list[str]:
    """Return a fault if next to nothing can be seen of the page's first screen."""
    with Image.open(io.BytesIO(page.screenshot(type="png"))) as picture:
        return plain(picture)


def plain(picture: Image.Image) -> list[str]:
    """Return a fault if a picture is of one colour but for a few specks."""
    grey = picture.convert("L")
    share = max(grey.histogram()) / (grey.width * grey.height)
    return [f"blank: {share:.4f} of the picture is of one colour"] if share > _PLAIN else []


def watch_shifts(context: BrowserContext) -> None:
    """Keep account of all that moves on the pages to come."""
    context.add_init_script(_SHIFTS)


def shifts(page: Page) -> list[str]:
    """Return what moved by itself since the page was opened."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    return cast("list[str]", page.evaluate("window.shifts"))


def blocking(page: Page) -> list[str]:
    """Return the scripts for which the first sight of the page had to wait."""
    return cast(
        "list[str]",
        page.evaluate(
            """performance.getEntriesByType("resource")
            .filter((one) => one.renderBlockingStatus === "blocking" && /[.]js/.test(one.name))
            .map((one) => one.name)"""
        ),
    )
