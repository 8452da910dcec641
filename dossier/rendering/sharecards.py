"""Pictures for links that are shared: title, kicker and dossier on the dossier's paper.

Drawn with Pillow and the theme's fonts, so offline and on any machine; the same card gives the
same bytes with the same version of Pillow.
"""

from __future__ import annotations

import io
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dossier.rendering.fileviews import ShareCard

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630  # what the large card of every network wants
_MARGIN, _BAR = 80, 18
_PAPER, _INK, _MUTED = "#fbfaf6", "#1c1b19", "#5d594f"
_TITLE_SIZES = (84, 72, 60, 50, 42)
_TITLE_LINES, _LEADING = 4, 1.16
_SMALL = 34
_COLOURS = 32  # of the palette: letters and their edges need no more
_UNKNOWN = "\uffff"  # no font has it: the shape that stands for missing letters


class _Face(Struct, frozen=True):
    """The theme's fonts in one size; the first that has a letter draws it."""

    fonts: tuple[FreeTypeFont, ...]
    missing: tuple[bytes, ...]
    _known: dict[str, FreeTypeFont | None] = field(default_factory=dict)

    def runs(self, text: str) -> Iterator[tuple[FreeTypeFont, str]]:
        """Cut a text into pieces of one font; letters that none has are left out."""
        held: FreeTypeFont | None = None
        run = ""
        for letter in text:
            if letter not in self._known:
                self._known[letter] = self._font(letter)
            font = self._known[letter]
            if font is None:
                continue
            if held is not None and font is not held:
                yield held, run
                run = ""
            held, run = font, run + letter
        if held is not None and run:
            yield held, run

    def _font(self, letter: str) -> FreeTypeFont | None:
        if letter == " ":
            return self.fonts[0] if self.fonts else None
        for font, missing in zip(self.fonts, self.missing, strict=True):
            if bytes(font.getmask(letter)) != missing:
                return font
        return None

    def width(self, text: str) -> float:
        """Return how wide a text is, in pixels."""
        return sum(font.getlength(run) for font, run in self.runs(text))


def draw(card: ShareCard, fonts: tuple[bytes, ...]) -> bytes:
    """Return the card as PNG, 1200 by 630 pixels; `fonts` are files, the first goes first."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - start-up time

    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, _BAR), fill=card.colour)
    small = _face(fonts, _SMALL)
    _write(pen, small, card.kicker, (_MARGIN, 84), card.colour)
    face, size, lines = _title(fonts, card.title)
    for number, line in enumerate(lines):
        _write(pen, face, line, (_MARGIN, 148 + round(number * size * _LEADING)), _INK)
    pen.line((_MARGIN, 536, WIDTH - _MARGIN, 536), fill="#ddd8cc", width=2)
    _write(pen, small, _fit(small, card.site, WIDTH - 2 * _MARGIN), (_MARGIN, 558), _MUTED)
    buffer = io.BytesIO()
    reduced = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    reduced.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


@lru_cache(maxsize=16)
def _face(fonts: tuple[bytes, ...], size: int) -> _Face:
    from PIL import ImageFont  # noqa: PLC0415 - start-up time

    made = tuple(ImageFont.truetype(io.BytesIO(data), size) for data in fonts)
    return _Face(made, tuple(bytes(font.getmask(_UNKNOWN)) for font in made))


def _title(fonts: tuple[bytes, ...], text: str) -> tuple[_Face, int, list[str]]:
    """Return the largest letters in which the title fits, or the smallest and what fits."""
    for size in _TITLE_SIZES:
        face = _face(fonts, size)
        lines = _wrap(face, text, WIDTH - 2 * _MARGIN)
        if len(lines) <= _TITLE_LINES and len(lines) * size * _LEADING < 380:
            return face, size, lines
    kept = lines[: _TITLE_LINES + 2]
    return face, size, [*kept[:-1], _fit(face, f"{kept[-1]} …", WIDTH - 2 * _MARGIN)]


def _wrap(face: _Face, text: str, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(_fit(face, word, room))
    return lines


def _fit(face: _Face, text: str, room: float) -> str:
    """Cut a text that is too wide, and mark the cut."""
    if face.width(text) <= room:
        return text
    fits = bisect(range(len(text)), room, key=lambda end: face.width(f"{text[:end]}…"))
    return f"{text[: max(fits - 1, 0)].rstrip()}…"


def _write(pen: ImageDraw, face: _Face, text: str, at: tuple[float, float], colour: str) -> None:
    x, y = at
    for font, run in face.runs(text):
        pen.text((x, y), run, font=font, fill=colour)
        x += font.getlength(run)
