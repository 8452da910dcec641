"""A map of places: as much of the world as they need, dots as large as they are often named."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from dossier.rendering import labels, outlines
from dossier.rendering.outlines import Ring, Window
from dossier.rendering.pictures import Dot, Entry, MapLayer, WorldMap
from dossier.rendering.wording import Wording

_SMALLEST = 14.0  # degrees from south to north: the outlines show nothing finer
_MARGIN = 0.22  # of the span on each side, room for names
_DOT, _LARGEST = 4.5, 15.0  # radius of a place named once, and of the one named most at most
_COARSER = (1, 1.5, 2, 3, 4, 6)


class Size(Struct, frozen=True, kw_only=True):
    """How large a map is, in its own units and in bytes.

    `layers` are drawn on the same land for screens of different width: a name, the height of
    letters, a factor for the dots. `most` dots are drawn; outlines are simplified until they take
    no more than `most_bytes`.
    """

    width: int
    height: int
    layers: tuple[tuple[str, int, float], ...]
    most: int
    most_bytes: int


# Letters of 16 px on the widest map, 1072 px; of 18 to 12 px from 60rem down to 40rem, of 16 to 12
# down to 30rem, of 18 to 11 below, to 286 px on the narrowest screen. The list has all places.
LARGE = Size(
    width=720,
    height=420,
    layers=(("wide", 11, 0.8), ("middle", 15, 1.0), ("small", 20, 1.3), ("narrow", 29, 1.8)),
    most=60,
    most_bytes=40_000,
)
# For a column of 19rem or a narrow screen; the home page has to stay light.
SMALL = Size(width=300, height=190, layers=(("", 12, 0.8),), most=12, most_bytes=2_600)


class Place(Struct, frozen=True, kw_only=True):
    """A place to show: degrees north and east, how often it is named, its page and colour."""

    name: str
    latitude: float
    longitude: float
    mentions: int
    href: str = ""
    hue: str = ""


def world_map(
    places: Sequence[Place], rings: Sequence[Ring], wording: Wording, size: Size = LARGE
) -> WorldMap | None:
    """Draw `places` on the `rings` of `outlines.parse`; None if there is none to draw."""
    known = [one for one in places if abs(one.latitude) <= 90 and abs(one.longitude) <= 360]
    if not known:
        return None
    ordered = sorted(known, key=lambda one: (-one.mentions, one.name))
    drawn = ordered[: size.most]
    window = region([(one.longitude, one.latitude) for one in drawn], size)
    return WorldMap(
        width=size.width,
        height=size.height,
        land=_land(rings, window, size),
        layers=tuple(_layer(drawn, window, size, *layer) for layer in size.layers),
        label=wording.text("map_label", places=", ".join(one.name for one in ordered)),
        places=tuple(
            Entry(text=one.name, href=one.href, count=wording.number(one.mentions))
            for one in ordered
        ),
    )


def _land(rings: Sequence[Ring], window: Window, size: Size) -> tuple[str, ...]:
    """Return the land, as coarse as it has to be."""
    shapes = outlines.shapes(rings, window, size.width, size.height)
    land: tuple[str, ...] = ()
    for factor in _COARSER:
        land = outlines.paths(shapes, round(outlines.STEP * factor))
        if sum(map(len, land)) <= size.most_bytes:
            break
    return land


def region(points: Sequence[tuple[float, float]], size: Size = LARGE) -> Window:
    """Return the smallest window that shows all points (longitude, latitude), with a margin.

    Round the world the shorter way: Tokyo and Los Angeles lie on the Pacific.
    """
    west, span = _shortest_arc([round(longitude, 6) % 360 for longitude, _ in points])
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle, high = (south + north) / 2, max((north - south) * (1 + 2 * _MARGIN), _SMALLEST)
    wide = min(span * (1 + 2 * _MARGIN), 360.0)
    squeeze = max(math.cos(math.radians(middle)), 0.3)
    shape = size.width / size.height
    high = min(max(high, wide * squeeze / shape), 180.0)
    middle = min(max(middle, high / 2 - 90), 90 - high / 2)
    squeeze = Window(west=0, east=1, south=middle - high / 2, north=middle + high / 2).squeeze
    wide = min(max(wide, high * shape / squeeze), 360.0)
    centre = west + span / 2
    return Window(
        west=centre - wide / 2,
        east=centre + wide / 2,
        south=middle - high / 2,
        north=middle + high / 2,
    )


def _shortest_arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return where the shortest arc over all meridians begins, and its length, in degrees."""
    ordered = sorted(set(longitudes))
    gaps = [
        ((ordered[(number + 1) % len(ordered)] - one) % 360 or 360.0, number)
        for number, one in enumerate(ordered)
    ]
    gap, number = max(gaps, key=lambda pair: (pair[0], -pair[1]))
    west = ordered[(number + 1) % len(ordered)]
    return (west - 360 if west > 180 else west), 360 - gap


def _layer(  # noqa: PLR0913, PLR0917 - all that a layer is drawn from
    places: Sequence[Place], window: Window, size: Size, name: str, letters: int, factor: float
) -> MapLayer:
    most = max(one.mentions for one in places)
    named = [(_dot(one, window, size, most, factor), one.name) for one in places]
    return MapLayer(
        name=name,
        size=letters,
        dots=tuple(dot for dot, _ in reversed(named)),  # the small ones lie above
        labels=labels.place(named, letters, size.width, size.height),
    )


def _dot(place: Place, window: Window, size: Size, most: int, factor: float) -> Dot:
    """Make a dot whose area grows with the mentions."""
    x, y = outlines.project(window, size.width, size.height, (place.longitude, place.latitude))
    share = math.sqrt(max(place.mentions, 1) / max(most, 1))
    largest = min(_DOT * math.sqrt(max(most, 1)), _LARGEST)
    radius = round(max(largest * share, _DOT) * factor, 1)
    return Dot(x=x, y=y, radius=radius, hue=place.hue)
