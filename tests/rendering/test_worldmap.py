from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.effects import theme
from dossier.rendering.outlines import parse, project
from dossier.rendering.theming import Theme
from dossier.rendering.worldmap import LARGE, SMALL, Place, region, world_map

THEME = Theme(*theme.load(Path("none")))
DE = THEME.wording("de")
RINGS = parse(THEME.text("map/outlines.txt"))

SEOUL = Place(name="Seoul", latitude=37.57, longitude=126.98, mentions=4)
PYONGYANG = Place(
    name="Pjöngjang", latitude=39.02, longitude=125.75, mentions=9, href="places/x/", hue="hue-a"
)


def test_dots_are_as_large_as_places_are_often_named() -> None:
    made = world_map([SEOUL, PYONGYANG], RINGS, DE)
    assert made is not None
    wide, middle, _, narrow = made.layers
    seoul, pyongyang = wide.dots
    assert (seoul.radius / pyongyang.radius) ** 2 == pytest.approx(4 / 9, abs=0.02)
    assert pyongyang.hue == "hue-a"
    assert narrow.size > middle.size > wide.size
    assert narrow.dots[0].radius > seoul.radius


def test_the_picture_is_told_in_words_too() -> None:
    made = world_map([SEOUL, PYONGYANG], RINGS, DE)
    assert made is not None
    assert made.label == "Karte der genannten Orte: Pjöngjang, Seoul"
    assert [(one.text, one.count, one.href) for one in made.places] == [
        ("Pjöngjang", "9", "places/x/"),
        ("Seoul", "4", ""),
    ]


def test_the_map_shows_the_region_and_no_more() -> None:
    made = world_map([SEOUL, PYONGYANG], RINGS, DE)
    far = world_map([SEOUL, Place(name="Bern", latitude=47, longitude=7, mentions=1)], RINGS, DE)
    assert made is not None
    assert far is not None
    assert sum(map(len, made.land)) < 3_000 < sum(map(len, far.land)) < 30_000


def test_without_places_there_is_no_map() -> None:
    assert world_map([], RINGS, DE) is None
    lost = Place(name="Nirgendwo", latitude=123.0, longitude=0, mentions=1)
    assert world_map([lost], RINGS, DE) is None


def test_over_the_pacific_the_shorter_way_is_taken() -> None:
    window = region([(139.7, 35.7), (-118.0, 34.0)])
    assert window.east - window.west < 220
    assert window.west < 139.7
    assert window.east > 242


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), min_size=1, max_size=8))
def test_every_place_lies_on_the_map(points: list[tuple[float, float]]) -> None:
    window = region(points)
    assert window.west < window.east <= window.west + 360.001
    assert -90.001 <= window.south < window.north <= 90.001
    for point in points:
        x, y = project(window, 720, 420, point)
        assert 0 <= x <= 720
        assert 0 <= y <= 420


def test_a_small_map_is_light_wherever_its_places_are() -> None:
    far = Place(name="Washington", latitude=38.9, longitude=-77.0, mentions=3)
    for places in ([SEOUL], [SEOUL, PYONGYANG], [SEOUL, PYONGYANG, far]):
        made = world_map(places, RINGS, DE, SMALL)
        assert made is not None
        assert 300 < sum(map(len, made.land)) <= SMALL.most_bytes
        assert (made.width, len(made.layers)) == (SMALL.width, 1)
        assert len(made.layers[0].labels) == len(places)


def test_of_many_places_the_most_named_are_drawn() -> None:
    many = [
        Place(name=f"Ort {number}", latitude=number, longitude=10, mentions=100 - number)
        for number in range(70)
    ]
    for size in (SMALL, LARGE):
        made = world_map(many, RINGS, DE, size)
        assert made is not None
        assert len(made.layers[0].dots) == size.most
        assert len(made.places) == 70


def test_names_are_no_larger_than_the_text_and_can_be_read_on_a_phone() -> None:
    made = world_map([SEOUL, PYONGYANG], RINGS, DE)
    assert made is not None
    wide, middle, small, narrow = (layer.size / made.width for layer in made.layers)
    assert 12 <= wide * 1072 <= 17, "px on a screen of 1280"
    assert middle * 590 >= 12, "and of 640, just not narrow"
    assert small * 440 >= 12, "and of 480"
    assert small * 590 <= 18
    assert narrow * 328 >= 12, "and of 360"
    assert narrow * 430 <= 18
