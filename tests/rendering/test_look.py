from __future__ import annotations

from pathlib import Path

import pytest
from corpora import assembled
from rendering.test_corpus import rich

from dossier.effects import theme
from dossier.rendering.colours import DARK_GROUND, contrast
from dossier.rendering.look import Look, variables
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))


def sheet(look: Look) -> str:
    view = assembled(rich(look=look), THEME.wording("de"))["assets/hues.css"]
    assert not isinstance(view, bytes)
    return Renderer(THEME).render("assets/hues.css", view).decode()


def test_without_a_wish_the_theme_stays_as_it_is() -> None:
    assert variables(Look()) == ()
    assert ":root" not in sheet(Look())


@pytest.mark.parametrize("colour", ["#ffee00", "#0b5f8a", "#111111", "#ffffff"])
def test_an_accent_can_be_read_in_both_schemes(colour: str) -> None:
    (accent,) = variables(Look(accent_colour=colour))
    assert contrast(accent.light, "#fbfaf6") >= 4.5
    assert contrast(accent.dark, DARK_GROUND) >= 4.5


def test_text_can_be_read_on_the_chosen_paper() -> None:
    paper, ink = variables(Look(paper_colour="#888888"))
    assert paper.light == "#888888"
    assert contrast(ink.light, paper.light) >= 4.5


def test_the_style_sheet_has_what_was_chosen() -> None:
    css = sheet(Look(accent_colour="#0b5f8a", text_font='"PT Serif", Georgia, serif'))
    assert '--serif: "PT Serif", Georgia, serif;' in css
    assert "--accent: #0b5f8a;" in css
    assert "--accent: light-dark(#0b5f8a, #" in css
    assert css.count("{") == css.count("}")


def test_a_logo_stands_in_the_header_of_every_page() -> None:
    renderer = Renderer(THEME)
    for path, view in assembled(rich(look=Look(logo="logo.svg")), THEME.wording("de")).items():
        if path.endswith(".html") and path != "404.html":
            assert not isinstance(view, bytes)
            html = renderer.render(path, view).decode()
            assert 'assets/logo.svg" alt=""' in html, path
