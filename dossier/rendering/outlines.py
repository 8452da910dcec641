"""Outlines of countries, cut to a window and projected: what a map's land is drawn from.

The window is in degrees; the projection is the equirectangular one, true along the window's middle
parallel, so that a region looks as it does on a globe.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby

from msgspec import Struct

UNITS = 10  # of the outlines' file, to a degree
STEP = 2  # units of a map between two points: half the bytes, and the eye sees no difference
_FLATTEST = 0.3  # of a degree's width to its height: beyond 72° it would draw needles
_FEWEST = 3  # corners of what is drawn

Point = tuple[float, float]
Ring = tuple[Point, ...]
Shape = tuple[tuple[int, int], ...]  # a ring in units of a map


class Window(Struct, frozen=True, kw_only=True):
    """A part of the world: degrees, `east` > `west`, beyond 180 where it crosses the date line."""

    west: float
    east: float
    south: float
    north: float

    @property
    def shape(self) -> float:
        """Width by height as drawn."""
        return (self.east - self.west) * self.squeeze / (self.north - self.south)

    @property
    def squeeze(self) -> float:
        """The width of a degree of longitude to that of latitude."""
        return max(math.cos(math.radians((self.south + self.north) / 2)), _FLATTEST)


def parse(text: str) -> tuple[Ring, ...]:
    """Read the theme's `map/outlines.txt` into rings of (longitude, latitude) in degrees."""
    return _parse(text)


@lru_cache(maxsize=2)
def _parse(text: str) -> tuple[Ring, ...]:
    rings = []
    for line in text.splitlines():
        name, tab, written = line.partition("\t")
        if tab and not name.startswith("#"):
            rings += [_ring(one) for one in written.split(";") if one]
    return tuple(rings)


def _ring(written: str) -> Ring:
    steps = [int(one) for one in written.replace(",", " ").split()]
    east, north = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple([(x / UNITS, y / UNITS) for x, y in zip(east, north, strict=True)])


def project(window: Window, width: int, height: int, point: Point) -> tuple[int, int]:
    """Return where a point lies on a map of that size, in whole units from its upper left."""
    longitude, latitude = point
    x = (_near(longitude, window) - window.west) / (window.east - window.west) * width
    y = (window.north - latitude) / (window.north - window.south) * height
    return round(x), round(y)


def _near(longitude: float, window: Window) -> float:
    """Return the same meridian, counted so that it lies as near to the window as can be."""
    middle = (window.west + window.east) / 2
    return longitude + 360 * round((middle - longitude) / 360)


def shapes(rings: Iterable[Ring], window: Window, width: int, height: int) -> tuple[Shape, ...]:
    """Return the land in `window`, cut at its edge, as it lies on a map of that size."""
    found = []
    for ring in rings:
        west, east = _reach(ring, 0)
        for turn in (-360, 0, 360):
            if west + turn < window.east and east + turn > window.west:
                moved = [(x + turn, y) for x, y in ring] if turn else ring
                shape = _shape(_cut(moved, window), window, width, height)
                if len(shape) >= _FEWEST:
                    found.append(shape)
    return tuple(found)


def paths(land: Iterable[Shape], step: int = STEP) -> tuple[str, ...]:
    """Write the land of `shapes` as SVG paths, without what is too small to be seen.

    Points lie at least `step` units of the map apart.
    """
    return tuple([path for one in land if (path := _path(one, step))])


def _reach(ring: Sequence[Point], axis: int) -> tuple[float, float]:
    """Return from where to where a ring reaches along an axis."""
    along = [point[axis] for point in ring]
    return min(along), max(along)


def _cut(ring: Sequence[Point], window: Window) -> Sequence[Point]:
    """Cut a ring to the window, a hair beyond its edge, so that the cut is not seen.

    Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17 (1974).
    """
    hair = (window.east - window.west) / 100
    edges = ((0, window.west - hair, window.east + hair),
             (1, window.south - hair, window.north + hair))  # fmt: skip
    for axis, lower, upper in edges:
        for limit, side in ((lower, 1), (upper, -1)):
            if not ring:
                return ring
            first, last = _reach(ring, axis)  # most rings lie wholly within or without
            inner, outer = (last, first) if side > 0 else (first, last)
            if (inner - limit) * side < 0:
                return ()
            if (outer - limit) * side < 0:
                ring = list(_cut_edge(ring, axis, limit, side))
    return ring


def _cut_edge(ring: Sequence[Point], axis: int, limit: float, side: int) -> Iterator[Point]:
    for number, point in enumerate(ring):
        before = ring[number - 1]
        inside, was_inside = ((one[axis] - limit) * side >= 0 for one in (point, before))
        if inside != was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + (point[1 - axis] - before[1 - axis]) * share
            yield (limit, other) if axis == 0 else (other, limit)
        if inside:
            yield point


def _shape(ring: Iterable[Point], window: Window, width: int, height: int) -> Shape:
    """Put a ring onto the map; of points in one place that follow each other one is enough."""
    west, north = window.west, window.north
    scale_x, scale_y = width / (window.east - west), height / (north - window.south)
    points = [(round((x - west) * scale_x), round((north - y) * scale_y)) for x, y in ring]
    return tuple([point for point, _ in groupby(points)])


def _path(shape: Shape, step: int) -> str:
    """Write a shape as a path of whole steps; "" for one too small to be seen."""
    (x, y), *others = shape
    steps = [f"M{x} {y}l"]
    for to_x, to_y in others:
        east, south = to_x - x, to_y - y
        if not (-step < east < step and -step < south < step):
            steps.append(f"{east} {south}")
            x, y = to_x, to_y
    if len(steps) < _FEWEST:
        return ""
    return f"{steps[0]}{' '.join(steps[1:])}z".replace(" -", "-")
