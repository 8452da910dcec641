"""A colour for each topic that can be read in both schemes.

Contrast after WCAG 2.2, success criterion 1.4.3: at least 4.5:1.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Topic
from dossier.rendering.fileviews import Hue

# The theme's grounds on which coloured text stands, the less favourable of paper and sheet.
LIGHT_GROUND = "#f4f2ec"
DARK_GROUND = "#1b1e24"
_CONTRAST = 4.6  # a little above 4.5, for what rounding to whole numbers takes away
_STEPS = 50

# The reference palette first, then hues far from each other for dossiers with more topics.
_PALETTE = (
    "#0b5f8a", "#9a4a00", "#6a3d9a", "#0f6e3f", "#a3195b", "#5b6100",
    "#2f4fb3", "#8a2f1d", "#00696b", "#7a4b94", "#6b5200", "#b02a2a",
)  # fmt: skip

Rgb = tuple[int, int, int]


def hues(topics: Sequence[Topic]) -> tuple[Hue, ...]:
    """Return a hue for each topic: the editor's colour, else one of the palette in turn."""
    return tuple(
        _hue(topic.id, topic.colour or _PALETTE[number % len(_PALETTE)])
        for number, topic in enumerate(topics)
    )


def _hue(name: str, colour: str) -> Hue:
    return Hue(
        name=name,
        light=readable(colour, LIGHT_GROUND, towards="#000000"),
        dark=readable(_lighter(colour), DARK_GROUND, towards="#ffffff"),
    )


def readable(colour: str, ground: str, *, towards: str) -> str:
    """Move `colour` towards black or white until it can be read on `ground`."""
    for step in range(_STEPS + 1):
        mixed = mix(colour, towards, step / _STEPS)
        if contrast(mixed, ground) >= _CONTRAST:
            return mixed
    return towards


def _lighter(colour: str) -> str:
    return mix(colour, "#ffffff", 0.3)


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0–1) of `other`, channel by channel."""
    channels = (
        round(one + (two - one) * share) for one, two in zip(_rgb(colour), _rgb(other), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1–21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
