"""Pictures of the built samples, into docs/screenshots/: `python tests/screenshots.py [NAME…]`.

Every kind of page, in German and English, wide and narrow, light and dark: whole, one picture each,
in `all/` (not in git: some megabytes), and the eight of a kind side by side, small, in `pages/`.
Beside them the few that README and docs show, as a screen shows them. Names choose kinds of pages.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
FOLDER = ROOT / "docs/screenshots"
PAGES = projects.PAGES | {"search": "search/?q={query}", "404": "404.html"}
MAKERS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "de": (projects.german, "Sanktionen"),
    "en": (projects.english, "sanctions"),
}
WIDTHS = {"wide": 1280, "narrow": 390}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_HEIGHTS = {"wide": 900, "narrow": 760}
_COLOURS = 255  # of a picture's palette: half the bytes, no difference to the eye
# Of the pictures on a sheet: headlines can be read, and a sheet stays around 60 kB.
_SCALE, _TALLEST, _GAP, _QUALITY = 0.4, 1500, 16, 40


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
    """Yield the pictures of all pages, those of a kind in the order of their sheet."""
    for page in PAGES:
        for width in WIDTHS:
            for lang in MAKERS:
                for scheme in SCHEMES:
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
            # Pages that show their own address show the same one every time.
            projects.dossier(project, "build", "--quiet", "--base-url", "https://example.org/repo/")
            yield site, server.url


def take(browser: Browser, shot: Shot, url: str) -> Image.Image:
    """Take one picture."""
    page = browser.new_page(
        viewport={"width": WIDTHS[shot.width], "height": _HEIGHTS[shot.width]},
        color_scheme=shot.scheme,
        locale="de-DE" if shot.lang == "de" else "en-GB",
        reduced_motion="reduce",
    )
    try:
        page.goto(url)
        if shot.page == "search":
            page.locator(".results[data-answered]").wait_for()
        picture = page.screenshot(full_page=shot.whole, type="png", animations="disabled")
    finally:
        page.close()
    with Image.open(io.BytesIO(picture)) as image:
        return image.convert("RGB")


def keep(image: Image.Image, path: Path) -> None:
    """Write a picture with few colours, and say how large it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".png":
        # Of the ways to choose colours the one that keeps those of small things, such as tags.
        small = image.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        small.save(path, "PNG", optimize=True)
    else:
        image.save(path, "WEBP", quality=_QUALITY, method=6)
    size = path.stat().st_size / 1000
    sys.stdout.write(f"{path.relative_to(FOLDER).as_posix()}  {size:.0f} kB\n")


def reduced(image: Image.Image) -> Image.Image:
    """Return the upper part of a picture, small."""
    upper = image.crop((0, 0, image.width, min(image.height, _TALLEST)))
    size = (round(upper.width * _SCALE), round(upper.height * _SCALE))
    return upper.resize(size, Image.Resampling.LANCZOS)


def sheet(images: list[Image.Image]) -> Image.Image:
    """Lay pictures side by side."""
    width = sum(one.width + _GAP for one in images) + _GAP
    made = Image.new("RGB", (width, max(one.height for one in images) + 2 * _GAP), "#888")
    left = _GAP
    for one in images:
        made.paste(one, (left, _GAP))
        left += one.width + _GAP
    return made


def parted(made: Image.Image) -> list[Image.Image]:
    """Return the pictures of a sheet; a shorter one with what is below it."""
    wide, narrow = (round(width * _SCALE) for width in WIDTHS.values())
    found, left = [], _GAP
    for width in (wide,) * 4 + (narrow,) * 4:
        found.append(made.crop((left, _GAP, left + width, made.height - _GAP)))
        left += width + _GAP
    return found


def main(names: list[str]) -> None:
    """Take the pictures of some kinds of pages, or of all."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit("No Chromium found: run `make chromium`, or set DOSSIER_CHROMIUM.")
    wanted = [shot for shot in (*README, *every_shot()) if not names or shot.page in names]
    small: dict[Shot, Image.Image] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        for lang, (_, query) in MAKERS.items():
            with built(lang) as (site, url):
                for shot in (one for one in wanted if one.lang == lang):
                    path = projects.first(site, PAGES[shot.page]).format(query=query)
                    image = take(browser, shot, url + path)
                    keep(image, FOLDER / ("all" if shot.whole else "") / shot.name)
                    if shot.whole:
                        small[shot] = reduced(image)
        browser.close()
    for page in PAGES:
        if images := [small[shot] for shot in every_shot() if shot.page == page and shot in small]:
            keep(sheet(images), FOLDER / "pages" / f"{page}.webp")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Take pictures of the built samples.")
    parser.add_argument("names", metavar="NAME", nargs="*", choices=[*PAGES, []])
    main(list(parser.parse_args().names))
