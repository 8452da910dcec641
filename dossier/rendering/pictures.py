"""What the templates of pictures see: marks in SVG's units, and the same in words.

A picture is drawn when the site is built. Lengths that end in `%` are shares of the picture's
width, so that it fits any screen while its text keeps its size; `label` says what a reader who
cannot see it should know.
"""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True, kw_only=True):
    """A name with its number, and the page that tells more, "" for none."""

    text: str
    href: str
    count: str


class Dot(Struct, frozen=True, kw_only=True):
    """A place on the map; `hue` "" when it has no topic."""

    x: int
    y: int
    radius: float
    hue: str


class Label(Struct, frozen=True, kw_only=True):
    """A name on the map; `anchor` is SVG's `text-anchor`."""

    x: int
    y: int
    text: str
    anchor: str


class MapLayer(Struct, frozen=True, kw_only=True):
    """Dots and labels for one width of screen: `size` is the letters' in the map's units."""

    name: str
    size: int
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]


class WorldMap(Struct, frozen=True, kw_only=True):
    """A map of places; `land` are SVG paths, `places` the same as a list with counts."""

    width: int
    height: int
    land: tuple[str, ...]
    layers: tuple[MapLayer, ...]
    label: str
    places: tuple[Entry, ...]


class Tick(Struct, frozen=True, kw_only=True):
    """A line of the time axis; `minor` ones go where the screen is narrow."""

    x: str
    text: str
    minor: bool = False


class Mark(Struct, frozen=True, kw_only=True):
    """Events of one date: a dot on a day (`width` ""), a bar over a longer time.

    `weight` is 1 for one event, 2 for several, 3 for many.
    """

    x: str
    width: str
    weight: int


class Lane(Struct, frozen=True, kw_only=True):
    """One topic's events over time; `y` is the middle of the lane."""

    title: str
    hue: str
    y: int
    marks: tuple[Mark, ...]


class TimeChart(Struct, frozen=True, kw_only=True):
    """Time by topic. `outside` says what the picture leaves out, "" for nothing."""

    height: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    label: str
    outside: str


class Part(Struct, frozen=True, kw_only=True):
    """A piece of a bar: what it stands for, and where it lies. `kind` is a class or ""."""

    text: str
    count: str
    href: str
    hue: str
    x: str
    width: str
    kind: str = ""


class BarRow(Struct, frozen=True, kw_only=True):
    """A row of a chart of bars: a name, its number, and what that consists of."""

    text: str
    href: str
    count: str
    parts: tuple[Part, ...]
    note: str = ""


class BarChart(Struct, frozen=True, kw_only=True):
    """Rows of bars, the longest first. Its words are its text: `rest` counts what is left out."""

    title: str
    rows: tuple[BarRow, ...]
    rest: str = ""
