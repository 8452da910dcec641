from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.effects import theme
from dossier.rendering.outlines import Window, parse, paths, project, shapes
from dossier.rendering.theming import Theme

WORLD = parse(Theme(*theme.load(Path("none"))).text("map/outlines.txt"))
SQUARE = "# a comment\nIsland\t0,0 100,0 0,100 -100,0;-200,0 10,0 0,10\n"


def numbers(path: str) -> list[tuple[int, int]]:
    """Return the corners of a path."""
    head, _, steps = path.removesuffix("z").partition("l")
    x, y = (int(one) for one in re.findall(r"-?\d+", head))
    corners = [(x, y)]
    values = [int(one) for one in re.findall(r"-?\d+", steps)]
    for east, south in zip(values[::2], values[1::2], strict=True):
        x, y = x + east, y + south
        corners.append((x, y))
    return corners


def test_a_line_of_the_file_is_a_country_with_its_rings() -> None:
    assert parse(SQUARE) == (
        ((0, 0), (10, 0), (10, 10), (0, 10)),
        ((-20, 0), (-19, 0), (-19, 1)),
    )


def test_the_world_is_there_and_no_line_runs_across_it() -> None:
    assert len(WORLD) > 250
    for ring in WORLD:
        steps = [abs(x - a) for (x, _), (a, _) in zip(ring[1:-1], ring, strict=False)]
        assert max(steps) < 60


def test_land_is_cut_to_the_window_and_turned_to_its_size() -> None:
    window = Window(west=5, east=25, south=-5, north=5)
    (path,) = paths(shapes(parse(SQUARE), window, 200, 100))
    corners = numbers(path)
    assert {x for x, _ in corners} == {-2, 50}  # cut a little beyond the edge
    assert {y for _, y in corners} == {-2, 50} or {y for _, y in corners} == {-1, 50}


def test_what_lies_beyond_the_date_line_is_found() -> None:
    ring = parse("Fiji\t1780,-180 40,0 0,20\n")
    east = Window(west=170, east=190, south=-30, north=0)
    west = Window(west=-190, east=-170, south=-30, north=0)
    drawn = shapes(ring, east, 200, 300)
    assert len(drawn) == 1
    assert drawn == shapes(ring, west, 200, 300)
    assert project(east, 200, 300, (-178, -15)) == (120, 150)


@pytest.mark.parametrize("size", [(720, 420), (300, 300)])
def test_islands_too_small_to_be_seen_are_left_out(size: tuple[int, int]) -> None:
    whole = Window(west=-180, east=180, south=-90, north=90)
    assert paths(shapes(parse("Dot\t0,0 1,0 0,1\n"), whole, *size)) == ()


def test_far_north_a_window_is_not_squeezed_to_a_needle() -> None:
    assert Window(west=0, east=10, south=85, north=89).squeeze == 0.3


def test_a_ring_that_surrounds_the_window_is_cut_to_it() -> None:
    window = Window(west=2, east=4, south=1, north=2)
    (path,) = paths(shapes(parse("Island\t0,0 100,0 0,100 -100,0\n"), window, 200, 100))
    corners = numbers(path)
    assert {x for x, _ in corners} == {-2, 202}
    assert {y for _, y in corners} == {-2, 102}


def test_a_ring_beside_the_window_is_left_out() -> None:
    for south in (-30, 20):
        window = Window(west=2, east=4, south=south, north=south + 5)
        assert shapes(parse("Island\t0,0 100,0 0,100 -100,0\n"), window, 200, 100) == ()


def test_points_lie_as_far_apart_as_wanted() -> None:
    whole = Window(west=-180, east=180, south=-90, north=90)
    drawn = shapes(WORLD, whole, 300, 150)
    for step in (2, 6):
        made = paths(drawn, step)
        for path in made:
            corners = numbers(path)
            pairs = zip(corners[1:], corners, strict=False)
            assert all(max(abs(x - a), abs(y - b)) >= step for (x, y), (a, b) in pairs)
    assert 0 < len(paths(drawn, 6)) < len(paths(drawn, 2))
