"""Lines of a document's pages to paragraphs: by distance, indent, size and length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise, takewhile
from statistics import median

from msgspec import Struct

from dossier.reading import metadata
from dossier.reading.lines import BULLET, Joiner
from dossier.reading.pdflines import Line

# Lines at a page's edges that may be heads, feet and numbers.
_EDGE = 3
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:seite|page|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?\W*", re.IGNORECASE
)
# What browsers print at the edges: the address, the day and the hour.
_ADDRESS = re.compile(r"\s*((?:https?|file)://\S+)(?:\s+\d{1,4}(?:/\d{1,4})?)?\s*")
_PRINTED = re.compile(r"\s*\d{1,2}[./]\d{1,2}[./]\d{2,4},\s+\d{1,2}:\d{2}(?:\s?[AP]M)?.*")
_FINAL = re.compile(r"[.!?:…][\"'“”»«’)\]]*$")
_LARGER = 1.2  # times the text's size: a headline
_OTHER_SIZE = 0.08  # part of the size; the sizes within a line's fonts differ by less
_NEAR = 1.6  # type sizes: lines of one paragraph, unless a text is set wider throughout
_WIDER_GAP = 1.25  # times the usual distance of lines
_SHORT = 0.8  # of the usual length: a paragraph's last line
_INDENT = 0.6, 4.0  # type sizes; a wider one is centred or another column
_LONGEST_TITLE, _MOST_TITLE_LINES = 200, 5


class Body(Struct, frozen=True, kw_only=True):
    """The pages without heads and feet, and the web address that stood there, or ""."""

    pages: list[list[Line]]
    address: str


def body_of(pages: list[list[Line]]) -> Body:
    """Return the pages without what repeats at their edges, and without page numbers."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(
        key for edge in edges for key in {_key(line) for part in edge for line in part}
    )
    addresses = Counter(
        address for edge in edges for address in {_address(line) for part in edge for line in part}
    )
    del addresses[""]
    # What stands at the edge of every page was put there by the browser; else it is a reference.
    printed = {address for address, count in addresses.items() if count == len(pages)}
    kept = []
    for lines, edge in zip(pages, edges, strict=True):
        heights = {round(line.y) for line in chain(*edge) if _PRINTED.fullmatch(line.text)}
        dropped = {
            line
            for part in edge
            for line in takewhile(
                lambda line: (
                    _is_furniture(line, counts, len(pages))
                    or _address(line) in printed
                    or round(line.y) in heights  # noqa: B023 - called at once
                ),
                part,
            )
        }
        kept.append([line for line in lines if line not in dropped])
    address = next(filter(None, map(metadata.web_address, sorted(printed))), "")
    return Body(pages=kept, address=address)


def _address(line: Line) -> str:
    match = _ADDRESS.fullmatch(line.text)
    return match[1] if match else ""


def _edges(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lowest and the highest lines of a page, the outermost first."""
    by_height = sorted(lines, key=lambda line: line.y)
    return by_height[:_EDGE], by_height[_EDGE:][: -_EDGE - 1 : -1]


def _key(line: Line) -> tuple[str, int]:
    """Return what is the same of a head on each page: its text but for numbers, its height."""
    return re.sub(r"\d+", "0", line.text), round(line.y / 4)


def _is_furniture(line: Line, counts: Counter[tuple[str, int]], pages: int) -> bool:
    text, height = _key(line)
    # Left and right pages have different heads: every third page is often enough.
    repeats = sum(counts[text, height + shift] for shift in (-1, 0, 1)) >= max(2, pages / 3)
    alone = (_PAGE_NUMBER, _PRINTED)
    return repeats or any(pattern.fullmatch(line.text) for pattern in alone)


def take_title(pages: list[list[Line]], *, stated: str) -> tuple[str, list[list[Line]]]:
    """Take the headline out of the first page: the largest lines, or those of the stated title.

    Return "" and the pages as they are if no line stands out.
    """
    lines = pages[0] if pages else []
    usual = _usual_size([line for page in pages for line in page])
    largest = max((line.size for line in lines), default=0)
    start = next((i for i, line in enumerate(lines) if line.size >= largest * 0.95), 0)
    end = start
    while end < len(lines) and lines[end].size >= largest * 0.95:
        end += 1
    title = Joiner(stated).join([line.text for line in lines[start:end]]) if lines else ""
    fits = largest >= _LARGER * usual and end - start <= _MOST_TITLE_LINES
    if fits and 3 < len(title) <= _LONGEST_TITLE and any(map(str.isalpha, title)):
        return title, [lines[:start] + lines[end:], *pages[1:]]
    same = [line for line in lines[:_EDGE] if stated and line.text == stated]
    if same:
        return stated, [[line for line in lines if line is not same[0]], *pages[1:]]
    return "", pages


def _usual_size(lines: list[Line]) -> float:
    """Return the size in which most letters are set."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def paragraphs_of(pages: list[list[Line]]) -> list[str]:
    """Return the paragraphs, each on one line, hyphenation undone where that is safe."""
    lines = [line for page in pages for line in page]
    joiner = Joiner("\n".join(line.text for line in lines))
    return [joiner.join([line.text for line in group]) for group in _groups(lines)]


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a paragraph at a time."""
    if not lines:
        return
    usual = _Usual(lines)
    group = [lines[0]]
    for above, below in pairwise(lines):
        if usual.parts(above, below):
            yield group
            group = []
        group.append(below)
    yield group


class _Usual:
    """How a document's text is set: distance and length of lines, left margins."""

    def __init__(self, lines: list[Line]) -> None:
        self._size = _usual_size(lines)
        text = [line for line in lines if self._is_text(line)] or lines
        gaps = [
            round(above.y - below.y, 1)
            for above, below in pairwise(lines)
            if self._is_text(above)
            and self._is_text(below)
            and 0 < above.y - below.y < 4 * self._size
        ]
        # Where paragraphs are short, the distance between them may be the commoner one.
        near = [gap for gap in gaps if gap <= _NEAR * self._size] or gaps
        self._gap = median(near) if near else 1.2 * self._size
        lengths = sorted(len(line.text) for line in text)
        self._length = lengths[int(len(lengths) * 0.9)] if lengths else 0
        margins = Counter(round(line.x) for line in text)
        self._margins = {x for x, count in margins.items() if count >= max(2, len(text) * 0.1)}

    def _is_text(self, line: Line) -> bool:
        return abs(line.size - self._size) <= _OTHER_SIZE * self._size

    def parts(self, above: Line, below: Line) -> bool:
        """Whether a new paragraph begins with `below`."""
        if abs(above.size - below.size) > _OTHER_SIZE * max(above.size, below.size):
            return True
        if above.is_bold != below.is_bold or BULLET.match(below.text):
            return not below.text[:1].islower()
        gap = above.y - below.y
        if gap <= 0 or gap > 4 * self._size:  # the next column or page
            return self._ends(above) and (self._is_short(above) or self._is_indented(below))
        if gap > _WIDER_GAP * self._gap * max(1.0, below.size / (self._size or 1)):
            return True
        if below.x - above.x > _INDENT[0] * below.size and self._is_indented(below):
            return not BULLET.match(above.text)
        return self._ends(above) and self._is_short(above) and not below.text[:1].islower()

    def _ends(self, line: Line) -> bool:
        return _FINAL.search(line.text) is not None

    def _is_short(self, line: Line) -> bool:
        return len(line.text) < _SHORT * self._length

    def _is_indented(self, line: Line) -> bool:
        low, high = _INDENT[0] * line.size, _INDENT[1] * line.size
        return any(low < line.x - margin < high for margin in self._margins)
