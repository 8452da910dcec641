from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from dossier.effects import theme
from dossier.rendering.fileviews import ShareCard
from dossier.rendering.render import Renderer
from dossier.rendering.sharecards import draw
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
FONTS = THEME.card_fonts()


def card(title: str, **fields: str) -> ShareCard:
    values = {"kicker": "Thema", "site": "Kim trifft Putin", "colour": "#0b5f8a"}
    return ShareCard(title=title, **(values | fields))


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """Return how many dark pixels lie in a part of a picture."""
    return sum(image.crop(box).convert("L").histogram()[:128])


def test_a_card_shows_title_kicker_and_dossier() -> None:
    image = picture(draw(card("Sanktionsdrohungen"), FONTS))
    assert image.size == (1200, 630)
    assert image.getpixel((600, 5)) == pytest.approx((11, 95, 138), abs=4)
    assert ink(image, (80, 80, 1120, 130)) > 300
    assert ink(image, (80, 140, 1120, 260)) > 3_000
    assert ink(image, (80, 550, 1120, 610)) > 800


def test_the_same_card_gives_the_same_bytes() -> None:
    assert draw(card("Gipfel"), FONTS) == draw(card("Gipfel"), FONTS)
    assert draw(card("Gipfel"), FONTS) != draw(card("Treffen"), FONTS)


@pytest.mark.parametrize(
    "title",
    [
        "Ein langer Titel, der über mehrere Zeilen geht und deshalb kleiner geschrieben wird " * 5,
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsanstalt" * 3,
        "Łódź, Αθήνα, Москва",
        "",
    ],
)
def test_nothing_runs_over_the_edge(title: str) -> None:
    data = draw(card(title, site=title), FONTS)
    image = picture(data)
    assert ink(image, (1122, 30, 1200, 630)) == 0
    assert len(data) < 60_000


def test_letters_that_no_font_has_are_left_out() -> None:
    assert draw(card("平壌Pjöngjang"), FONTS) == draw(card("Pjöngjang"), FONTS)
    assert draw(card("平壌"), ()) == draw(card(""), ())


def test_the_theme_draws_it() -> None:
    assert Renderer(THEME).render("share/home.png", card("X")) == draw(card("X"), FONTS)
    assert len(FONTS) == 4
