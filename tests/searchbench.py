"""What a search costs the reader: `python tests/searchbench.py SITE [NUMBER]`.

For NUMBER two-word queries (20 unless told), taken from the headlines of the built site in SITE, it
measures in Chromium the bytes loaded from the opened page to the first result, compressed as GitHub
Pages sends them (its own part: script and style), and, in a page that has searched before, the
time from the last keystroke to the first result, of words typed and of words pasted.
"""

from __future__ import annotations

import gzip
import random
import re
import statistics
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import tools
from playwright.sync_api import TimeoutError, sync_playwright  # noqa: A004 - its own name

from dossier.effects import server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, CDPSession, Page

_BASE = "/repo/"
_COMPRESSED = (".html", ".js", ".css", ".json", ".svg", ".xml", ".webmanifest")
_HEADLINE = re.compile(r"<h1>(.*?)</h1>")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SEED = 6
_KEYS = (120, 0)  # ms; who types quickly needs about as long, who pastes no time
# The time is taken in the page: of the last input, and of the first result after it.
_WATCH = """
() => {
  const list = document.querySelector('.results');
  let typed;
  addEventListener('input', () => {
    typed = performance.now();
    delete list.dataset.took;
  }, true);
  new MutationObserver(() => {
    if (!typed || list.dataset.took || !list.querySelector('a.hit')) return;
    list.dataset.at = performance.now();
    list.dataset.took = list.dataset.at - typed;
  }).observe(list, { childList: true });
}
"""
_ASKED = """
() => {
  const at = document.querySelector('.results').dataset.at;
  const asked = performance.getEntriesByType('resource').filter((one) => one.startTime < at);
  return [location.href, ...asked.map((one) => one.name)];
}
"""


def queries(site: Path, number: int) -> list[str]:
    """Take two words of each of some headlines, always the same."""
    chance = random.Random(_SEED)  # noqa: S311 - the same queries every time
    pages = sorted(site.glob("articles/*/index.html"))
    found: list[str] = []
    while len(found) < number:
        headline = _HEADLINE.search(chance.choice(pages).read_text(encoding="utf-8"))
        words = list(dict.fromkeys(_WORD.findall(headline[1]))) if headline else []
        if len(words) > 1:
            found.append(" ".join(chance.sample(words, 2)))
    return found


@lru_cache(maxsize=10_000)
def sent(path: Path) -> int:
    """Return the bytes in which a file is sent."""
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in _COMPRESSED else len(data)


def until_first_result(browser: Browser, url: str, site: Path, query: str) -> dict[str, int]:
    """Return the bytes of each file that is asked for before a result is there, by path."""
    page = browser.new_page()
    page.goto(f"{url}search/")
    page.evaluate(_WATCH)
    page.locator("main input[name=q]").fill(query)
    page.locator(".results[data-at]").wait_for()
    asked = page.evaluate(_ASKED)
    page.close()
    files = [unquote(urlsplit(one).path).removeprefix(_BASE) or "index.html" for one in asked]
    paths = [path + "index.html" if path.endswith("/") else path for path in files]
    return {path: sent(site / path) for path in paths if (site / path).is_file()}


def delays(page: Page, url: str, asked: list[str], key: float) -> Iterator[tuple[float, float]]:
    """Type queries, `key` ms a key (0: all at once), in a page that has searched before.

    Yields for each the milliseconds from the last key to the first result, and for how many of
    them the page's thread had a core: others' work is not in it.
    """
    page.goto(f"{url}search/?q=der")
    page.locator(".results > li").first.wait_for()
    page.evaluate(_WATCH)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    for query in asked:
        page.locator("main input[name=q]").fill("")
        page.wait_for_timeout(400)
        before = _worked(devtools)
        if key:
            page.locator("main input[name=q]").press_sequentially(query, delay=key)
        else:
            page.locator("main input[name=q]").fill(query)
        try:
            page.locator(".results[data-took]").wait_for(timeout=5_000)
        except TimeoutError:
            continue  # nothing found
        took = page.locator(".results").get_attribute("data-took")
        yield float(took or 0), _worked(devtools) - before
        page.locator(".results[data-answered]").wait_for()


def _worked(devtools: CDPSession) -> float:
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return next(one["value"] for one in metrics if one["name"] == "TaskDuration") * 1000


def main(site: Path, number: int) -> None:
    """Measure and print."""
    asked = queries(site, number)
    with server.serve(site, base=_BASE, port=0) as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=tools.find_chromium(), args=list(tools.CHROMIUM_FLAGS)
        )
        loads = [until_first_result(browser, running.url, site, query) for query in asked]
        taken = {key: list(delays(browser.new_page(), running.url, asked, key)) for key in _KEYS}
        browser.close()
    sizes = [sum(load.values()) for load in loads]
    own = {path: size for path, size in loads[0].items() if path.endswith((".js", ".css"))}
    own = {path: size for path, size in own.items() if path.startswith("assets/")}
    index = {Path(path).suffix: 0 for load in loads for path in load if "pagefind" in path}
    for load in loads:
        for path, size in load.items():
            if Path(path).suffix in index and "pagefind" in path:
                index[Path(path).suffix] += size // len(loads)
    say = sys.stdout.write
    say(f"bytes to the first result: median {statistics.median(sizes):,.0f}, ")
    say(f"{min(sizes):,}-{max(sizes):,}; requests {statistics.median(map(len, loads)):.0f}\n")
    say(f"own script and style: {sum(own.values()):,} {own}\nthe engine's: {index}\n")
    for key, measured in taken.items():
        times, work = zip(*measured, strict=True)
        say(f"first result after the last key, {f'{key} ms a key' if key else 'pasted'}: ")
        say(f"median {statistics.median(times):.0f} ms, {min(times):.0f}-{max(times):.0f} ")
        say(f"of {len(times)}; at work {statistics.median(work):.0f} ms\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20)
