"""Names beside dots on a map, none on top of another.

The most important dot chooses first, of four sides and four corners in the order of Imhof,
"Positioning names on maps", The American Cartographer 2 (1975).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from dossier.rendering.pictures import Dot, Label

# Of a letter's size; the widest of the system fonts that the theme names, measured on 200 names.
_LETTER, _WIDE_LETTER = 0.62, 1.05
_LINE = 1.15
_GAP = 3


class Box(Struct, frozen=True):
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def text_width(text: str, size: int) -> float:
    """Estimate how wide a name is, rather too wide than too narrow."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return size * (wide * _WIDE_LETTER + (len(text) - wide) * _LETTER)


def place(
    named: Sequence[tuple[Dot, str]], size: int, width: int, height: int
) -> tuple[Label, ...]:
    """Return a label for each dot that has room for one, given the most important first."""
    taken = [
        Box(dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius)
        for dot, _ in named
    ]
    labels = []
    for number, (dot, name) in enumerate(named):
        others = taken[:number] + taken[number + 1 :]
        for label, box in _choices(dot, name, size):
            inside = box.left >= 0 and box.right <= width and box.top >= 0 and box.bottom <= height
            if inside and not any(box.meets(other) for other in others):
                labels.append(label)
                taken.append(box)
                break
    return tuple(labels)


def _choices(dot: Dot, name: str, size: int) -> list[tuple[Label, Box]]:
    """Return where a name may stand, the best place first: right, left, above, below, corners."""
    long, high = text_width(name, size), size * _LINE
    away, near = dot.radius + _GAP, dot.radius * 0.7 + _GAP
    middle, above, below = dot.y + size * 0.35, dot.y - near, dot.y + near + size * 0.8
    spots = (
        (dot.x + away, middle, "start"),
        (dot.x - away, middle, "end"),
        (dot.x, dot.y - away, "middle"),
        (dot.x, dot.y + away + size * 0.8, "middle"),
        (dot.x + near, above, "start"),
        (dot.x + near, below, "start"),
        (dot.x - near, above, "end"),
        (dot.x - near, below, "end"),
    )
    start = {"start": 0.0, "middle": 0.5, "end": 1.0}
    made = []
    for x, base, anchor in spots:
        left = x - long * start[anchor]
        box = Box(left, base - size * 0.85, left + long, base - size * 0.85 + high)
        made.append((Label(x=round(x), y=round(base), text=name, anchor=anchor), box))
    return made
