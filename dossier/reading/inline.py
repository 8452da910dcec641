"""Text within a block: words, line breaks, and which of it is linked or bold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from dossier.blocks import normal
from dossier.reading.page import Element

_SKIPPED_TAGS = (
    "script style noscript template svg iframe button select input textarea object embed audio "
    "video canvas map head dialog math option progress meter nav label"
)
SKIPPED = frozenset(_SKIPPED_TAGS.split())
"""Elements that hold no text of an article."""

_FOR_MACHINES = re.compile(r"sr-only|visually-?hidden|screen-?reader|mw-editsection")
_LONGEST_FIRST_LINE = 120  # characters; a crosshead that shares its paragraph is shorter
_PARAGRAPH_BREAK = re.compile(r"\n[ \t\xa0]*\n\s*")


class Part(Struct, frozen=True):
    """A paragraph's text and the shares of it that are linked and bold."""

    text: str
    linked: float
    bold: float


class Run:
    """Text between two blocks, and which of it is linked or bold."""

    __slots__ = ("_bold", "_length", "_linked", "_parts", "is_blank")

    def __init__(self) -> None:
        self.is_blank = True
        self._parts: list[str] = []
        self._length = 0
        self._linked: list[tuple[int, int]] = []
        self._bold: list[tuple[int, int]] = []

    def add(self, text: str | None) -> None:
        """Add text; its line ends are the editor's and mean nothing."""
        if text and not (self.is_blank and text.isspace()):
            self.is_blank = False
            self._parts.append(text.replace("\n", " "))
            self._length += len(text)

    def break_line(self) -> None:
        """Add a line break that the page shows."""
        self._parts.append("\n")
        self._length += 1

    def add_inline(self, element: Element) -> None:
        """Add all that an inline element holds."""
        if element.tag in SKIPPED or _FOR_MACHINES.search(element.get("class") or ""):
            return
        start = self._length
        self.add(element.text)
        for child in element:
            if child.tag == "br":
                self.break_line()
            elif isinstance(child.tag, str):
                self.add_inline(child)
            self.add(child.tail)
        if element.tag == "a":
            self._linked.append((start, self._length))
        elif element.tag in ("b", "strong"):
            self._bold.append((start, self._length))

    def text(self) -> str:
        """Return all text, with the line breaks that the page shows."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def paragraphs(self) -> Iterator[Part]:
        """Yield what double line breaks part, and a first line in bold apart from the rest."""
        text = self.text()
        if not text.strip():
            return
        start = 0
        for gap in [*_PARAGRAPH_BREAK.finditer(text), None]:
            end = gap.start() if gap else len(text)
            first = text.find("\n", start, end)
            if 0 < first - start <= _LONGEST_FIRST_LINE and self._is_bold(start, first):
                yield from self._part(start, first)
                start = first
            yield from self._part(start, end)
            start = gap.end() if gap else end

    def _is_bold(self, start: int, end: int) -> bool:
        return self._share(self._bold, start, end) > 0.95 and bool(self.text()[start:end].strip())

    def _part(self, start: int, end: int) -> Iterator[Part]:
        text = normal(self.text()[start:end])
        if text:
            linked, bold = (self._share(spans, start, end) for spans in (self._linked, self._bold))
            yield Part(text, linked, bold)

    def _share(self, spans: list[tuple[int, int]], start: int, end: int) -> float:
        if not spans:
            return 0.0
        text = self.text()
        inside = sum(_letters(text[max(a, start) : min(b, end)]) for a, b in spans)
        return inside / max(_letters(text[start:end]), 1)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
