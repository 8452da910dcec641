"""The lines of a PDF's page, from the pieces of text in which a program set them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot

from msgspec import Struct
from msgspec.structs import replace

# Pieces whose base lines differ by less than this part of the type size stand on one line
# (small capitals, superscripts of notes).
_SAME_LINE = 0.35
_WIDTH = 0.5  # type sizes: the mean width of a letter in text types
_PLAIN_SIZE = 10.0  # points, where a file states none


class TooMuchWorkError(Exception):
    """A page has more drawing commands than allowed."""


class Line(Struct, frozen=True, kw_only=True):
    """A line: its text, where it begins (`x`, `y` in points, y upwards), its size in points."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool = False


def _goes_on(line: Line, piece: Line) -> bool:
    """Whether a piece stands on a line, behind what is there."""
    size = max(line.size, piece.size)
    return abs(line.y - piece.y) <= _SAME_LINE * size and line.x < piece.x


def _is_far(line: Line, piece: Line) -> bool:
    """Whether a piece stands as far to the right of a line as another column does."""
    end = line.x + _WIDTH * line.size * len(line.text)
    return piece.x > end + 2 * max(line.size, piece.size)


class Collector:
    """Takes what pypdf tells while it reads a page. It counts commands, and stops at too many."""

    def __init__(self, *, most_operations: int) -> None:
        self.operations = 0
        self._most = most_operations
        self._lines: list[Line] = []
        self._ended = True

    def count(self, *_: object) -> None:
        """Count one command. Raises `TooMuchWorkError`."""
        self.operations += 1
        if self.operations > self._most:
            raise TooMuchWorkError

    def take_text(
        self,
        text: str,
        page: Sequence[float],
        place: Sequence[float],
        font: Mapping[str, object] | None,
        size: float,
    ) -> None:
        """Take a piece of text; `page` and `place` are PDF matrices, a line feed ends a line."""
        x = place[4] * page[0] + place[5] * page[2] + page[4]
        y = place[4] * page[1] + place[5] * page[3] + page[5]
        scale = hypot(place[2], place[3]) * hypot(page[2], page[3])
        points = abs(size * scale) or _PLAIN_SIZE
        bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
        for index, piece in enumerate(text.split("\n")):
            self._ended = self._ended or index > 0
            if piece.strip():
                self._add(Line(text=piece, x=x, y=y, size=points, is_bold=bold))

    def _add(self, piece: Line) -> None:
        above = self._lines[-1] if self._lines else None
        if above is None or _is_far(above, piece) or (self._ended and not _goes_on(above, piece)):
            self._lines.append(piece)
        else:
            space = " " if self._ended and not above.text.endswith(" ") else ""
            self._lines[-1] = replace(
                above,
                text=f"{above.text}{space}{piece.text}",
                size=max(above.size, piece.size),
                is_bold=above.is_bold and piece.is_bold,
            )
        self._ended = False

    def lines(self) -> list[Line]:
        """Return the lines in the order in which they were set, white space folded."""
        return [replace(line, text=" ".join(line.text.split())) for line in self._lines]
