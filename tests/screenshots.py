"""Pictures of the built samples: `python tests/screenshots.py [--all FOLDER]`.

Without an argument, the few that README and docs show, into docs/screenshots/. With `--all`, every
kind of page, in German and English, wide and narrow, light and dark, into FOLDER: to look through
before and after a change of the theme.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import projects
from PIL import Image
from playwright.sync_api import sync_playwright
from tools import CHROMIUM_FLAGS, ROOT, find_chromium

from dossier.effects.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Scheme = Literal["light", "dark"]
PAGES = projects.PAGES | {"search": "search/?q={query}", "404": "404.html"}
MAKERS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "de": (projects.german, "Sanktionen"),
    "en": (projects.english, "sanctions"),
}
WIDTHS = {"wide": 1280, "narrow": 390}
_HEIGHTS = {"wide": 900, "narrow": 760}
_COLOURS = 128  # of a picture's palette: a third of the bytes, no difference to the eye


@dataclass(frozen=True)
class Shot:
    """One picture; `whole` shows all of the page, else what a screen shows."""

    lang: str
    page: str
    width: str
    scheme: Scheme
    whole: bool = False

    @property
    def name(self) -> str:
        return f"{self.page}-{self.lang}-{self.width}-{self.scheme}.png"


README = (
    Shot("de", "home", "wide", "light"),
    Shot("de", "topic", "wide", "light"),
    Shot("de", "search", "wide", "light"),
    Shot("en", "home", "wide", "dark"),
    Shot("de", "article", "narrow", "light"),
    Shot("de", "search", "narrow", "dark"),
)


def every_shot() -> Iterator[Shot]:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for lang in MAKERS:
        for page in PAGES:
            for width in WIDTHS:
                for scheme in schemes:
                    yield Shot(lang, page, width, scheme, whole=True)


@contextmanager
def built(lang: str) -> Iterator[tuple[Path, str]]:
    """Build the sample of a language; gives the folder and address of its site."""
    make, _ = MAKERS[lang]
    with tempfile.TemporaryDirectory(prefix="dossier-screenshots-") as folder:
        project = make(Path(folder))
        site = project / "site"
        site.mkdir()
        with serve(site, base="/repo/", port=0) as server:
            projects.dossier(project, "build", "--quiet", "--base-url", server.url)
            yield site, server.url


def address(shot: Shot, site: Path, url: str) -> str:
    path = PAGES[shot.page].format(query=MAKERS[shot.lang][1])
    if "*" in path:
        pages = (page.parent.relative_to(site).as_posix() for page in site.glob("**/index.html"))
        path = next(page + "/" for page in sorted(pages) if fnmatch(page + "/", path))
    return url + path


def take(browser: Browser, shot: Shot, url: str) -> bytes:
    """Take one picture and make it small."""
    page = browser.new_page(
        viewport={"width": WIDTHS[shot.width], "height": _HEIGHTS[shot.width]},
        color_scheme=shot.scheme,
        locale="de-DE" if shot.lang == "de" else "en-GB",
        reduced_motion="reduce",
    )
    try:
        page.goto(url, wait_until="networkidle")
        if shot.page == "search":
            page.locator(".results > li").first.wait_for()
        picture = page.screenshot(full_page=shot.whole, type="png", animations="disabled")
    finally:
        page.close()
    with Image.open(io.BytesIO(picture)) as image:
        small = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    small.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def main(shots: list[Shot], folder: Path) -> None:
    """Take the pictures and say how large they are."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit("No Chromium found: run `make chromium`, or set DOSSIER_CHROMIUM.")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        for lang in MAKERS:
            with built(lang) as (site, url):
                for shot in (one for one in shots if one.lang == lang):
                    data = take(browser, shot, address(shot, site, url))
                    (folder / shot.name).write_bytes(data)
                    sys.stdout.write(f"{folder.name}/{shot.name}  {len(data) / 1000:.0f} kB\n")
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Take pictures of the built samples.")
    parser.add_argument("--all", metavar="FOLDER", type=Path, help="every kind of page, there")
    wanted = parser.parse_args().all
    main(list(every_shot() if wanted else README), wanted or ROOT / "docs/screenshots")
