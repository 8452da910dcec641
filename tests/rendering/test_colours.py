from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering.test_corpus import topic

from dossier.effects import theme
from dossier.rendering.colours import DARK_GROUND, LIGHT_GROUND, contrast, hues, mix, readable

CSS = (theme.default_folder() / "assets" / "site.css").read_text("utf-8")
COLOUR = st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True)


def grounds() -> tuple[set[str], set[str]]:
    """Return paper and sheet of the style sheet, light and dark."""
    pairs = re.findall(r"--(?:paper|sheet):\s*light-dark\((#\w+),\s*(#\w+)\)", CSS)
    assert len(pairs) == 2
    light, dark = ({_long(pair[side]) for pair in pairs} for side in (0, 1))
    return light, dark


def _long(colour: str) -> str:
    digits = colour.lstrip("#")
    return "#" + ("".join(2 * digit for digit in digits) if len(digits) == 3 else digits)


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")
    assert contrast("#123456", "#123456") == 1


@settings(max_examples=50, deadline=None)
@given(COLOUR)
def test_any_colour_of_the_editors_can_be_read_in_both_schemes(colour: str) -> None:
    (hue,) = hues([topic("x", colour=colour)])
    light, dark = grounds()
    assert all(contrast(hue.light, ground) >= 4.5 for ground in (LIGHT_GROUND, *light))
    assert all(contrast(hue.dark, ground) >= 4.5 for ground in (DARK_GROUND, *dark))


def test_the_palette_can_be_read_and_no_two_of_twelve_topics_look_alike() -> None:
    made = hues([topic(f"t{number}") for number in range(14)])
    light, dark = grounds()
    for hue in made:
        assert all(contrast(hue.light, ground) >= 4.5 for ground in light)
        assert all(contrast(hue.dark, ground) >= 4.5 for ground in dark)
    assert len({hue.light for hue in made[:12]}) == len({hue.dark for hue in made[:12]}) == 12
    assert made[12].light == made[0].light
    assert [hue.name for hue in made] == [f"t{number}" for number in range(14)]


def test_a_colour_that_can_be_read_stays_the_editors() -> None:
    (hue,) = hues([topic("x", colour="#0b5f8a")])
    assert hue.light == "#0b5f8a"


@settings(max_examples=50, deadline=None)
@given(COLOUR, COLOUR)
def test_moving_towards_black_ends_in_something_readable(colour: str, ground: str) -> None:
    towards = "#000000" if contrast("#000000", ground) >= contrast("#ffffff", ground) else "#ffffff"
    assert contrast(readable(colour, ground, towards=towards), ground) >= 4.5


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mix("#102030", "#ffffff", 0) == "#102030"
    assert mix("#102030", "#ffffff", 1) == "#ffffff"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_the_style_sheet_is_there() -> None:
    assert Path(theme.default_folder()).is_dir()
    assert "--hue" in CSS
