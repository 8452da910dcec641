"""What the templates of pictures see: marks in SVG's units, and the same in words.

A picture is drawn when the site is built. Lengths that end in `%` are shares of the picture's
width, so that it fits any screen while its text keeps its size; `label` says what a reader who
cannot see it should know.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A name with its number, and the page that tells more, "" for none."""

    text: str
    href: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on the map; `hue` "" when it has no topic."""

    x: int
    y: int
    radius: float
    hue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name on the map; `anchor` is SVG's `text-anchor`."""

    x: int
    y: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLayer:
    """Dots and labels for one width of screen: `size` is the letters' in the map's units."""

    name: str
    size: int
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldMap:
    """A map of places; `land` are SVG paths, `places` the same as a list with counts."""

    width: int
    height: int
    land: tuple[str, ...]
    layers: tuple[MapLayer, ...]
    label: str
    places: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of the time axis; `minor` ones go where the screen is narrow."""

    x: str
    text: str
    minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Events of one date: a dot on a day (`width` ""), a bar over a longer time.

    `weight` is 1 for one event, 2 for several, 3 for many.
    """

    x: str
    width: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One topic's events over time; `y` is the middle of the lane."""

    title: str
    hue: str
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeChart:
    """Time by topic. `outside` says what the picture leaves out, "" for nothing."""

    height: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    label: str
    outside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a bar: what it stands for, and where it lies. `kind` is a class or ""."""

    text: str
    count: str
    href: str
    hue: str
    x: str
    width: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """A row of a chart of bars: a name, its number, and what that consists of."""

    text: str
    href: str
    count: str
    parts: tuple[Part, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Rows of bars, the longest first. Its words are its text: `rest` counts what is left out."""

    title: str
    rows: tuple[BarRow, ...]
    rest: str = ""
