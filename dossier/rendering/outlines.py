"""Outlines of countries, cut to a window and projected: what a map's land is drawn from.

The window is in degrees; the projection is the equirectangular one, true along the window's middle
parallel, so that a region looks as it does on a globe.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

UNITS = 10  # of the outlines' file, to a degree
STEP = 2  # units of a map between two points: half the bytes, and the eye sees no difference
_FLATTEST = 0.3  # of a degree's width to its height: beyond 72° it would draw needles

Point = tuple[float, float]
Ring = tuple[Point, ...]


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
    x = y = 0
    points = []
    for step in written.split():
        east, _, north = step.partition(",")
        x, y = x + int(east), y + int(north)
        points.append((x / UNITS, y / UNITS))
    return tuple(points)


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


def land(
    rings: Sequence[Ring], window: Window, width: int, height: int, step: int = STEP
) -> tuple[str, ...]:
    """Return the land in `window` as SVG paths, a ring each, cut at the window's edge.

    Points lie at least `step` units of the map apart.
    """
    paths = []
    for ring in rings:
        west, east = min(x for x, _ in ring), max(x for x, _ in ring)
        for turn in (-360, 0, 360):
            if west + turn < window.east and east + turn > window.west:
                moved = [(x + turn, y) for x, y in ring]
                path = _path(_cut(moved, window), window, width, height, step)
                if path:
                    paths.append(path)
    return tuple(paths)


def _cut(ring: Sequence[Point], window: Window) -> Sequence[Point]:
    """Cut a ring to the window, a hair beyond its edge, so that the cut is not seen.

    Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17 (1974).
    """
    hair = (window.east - window.west) / 100
    edges = (
        (0, window.west - hair, 1),
        (0, window.east + hair, -1),
        (1, window.south - hair, 1),
        (1, window.north + hair, -1),
    )
    for axis, limit, side in edges:
        ends = [(one[axis] - limit) * side for one in ring]
        if min(ends, default=-1) < 0:  # most rings lie wholly within or without
            ring = list(_cut_edge(ring, axis, limit, side)) if max(ends, default=-1) >= 0 else ()
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


def _path(ring: Iterable[Point], window: Window, width: int, height: int, step: int) -> str:
    """Write a ring as a path of whole steps; "" for one too small to be seen."""
    points: list[tuple[int, int]] = []
    scale_x, scale_y = width / (window.east - window.west), height / (window.north - window.south)
    for longitude, latitude in ring:
        at = round((longitude - window.west) * scale_x), round((window.north - latitude) * scale_y)
        if not points or max(abs(at[0] - points[-1][0]), abs(at[1] - points[-1][1])) >= step:
            points.append(at)
    if len(points) < 3:
        return ""
    steps = (f"{x - a} {y - b}" for (x, y), (a, b) in zip(points[1:], points, strict=False))
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")
