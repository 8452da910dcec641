"""Lines of a plain text to paragraphs: which line ends are the author's, which the editor's.

Four ways of setting text are told apart: blank lines between paragraphs; one line a paragraph;
lines wrapped at a width; first lines indented.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from statistics import quantiles

from msgspec import Struct

BULLET = re.compile(r"\s*(?:[•●▪◦‣∙·*–—-]|\d{1,2}[.)]|\([a-z0-9]\))\s+(?=\S)")
QUOTED = re.compile(r"\s*>\s?")

# A wrapped line is full: the next word would not have fitted. Texts are wrapped at 60–100
# characters; beyond the limit a line is a paragraph.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 30
_SLACK = 0.12  # of the width: ragged edges of proportional fonts and hyphenation
# Found on 171 wrapped English texts and 26 German ones with a line per paragraph. Full line ends:
# at least .75 and at most .28 (one short blog .67); line ends that close a sentence: at most .25,
# and more than .7 in most of the others.
_SHARE_FULL, _SHARE_SENTENCES = 0.5, 0.5
_SENTENCE_END = re.compile(r"[.!?…:][\"'“”»«’)\]]*\s*$")
_LETTERS = re.compile(r"[^\W\d_]*")
_HYPHEN = re.compile(r"[^\W\d_]{2,}-$")
# After these a hyphen stands for a word left out: "Kurz- und Langstrecken".
_AFTER_ELLIPSIS = frozenset(
    ("und", "oder", "bzw", "sowie", "bis", "wie", "als", "noch", "and", "or", "to")
)
_GERMAN = re.compile(r"\b(?:der|die|das|und|nicht|ist|mit|von)\b")
_ENGLISH = re.compile(r"\b(?:the|and|of|to|in|is|that|with)\b")
_SAMPLE = 5_000  # characters


class Paragraph(Struct, frozen=True):
    """A paragraph as set: its text on one line, and how it stands.

    `lines` is the number of lines it took; `apart` whether a blank line stands before it.
    """

    text: str
    lines: int
    apart: bool


def looks_german(text: str) -> bool:
    """Whether German spelling rules apply: a rough count, for typography only."""
    sample = text[:_SAMPLE]
    return len(_GERMAN.findall(sample)) > len(_ENGLISH.findall(sample))


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a plain text, wrapped lines joined."""
    groups = [group.split("\n") for group in re.split(r"\n(?:[ \t\xa0]*\n)+", text)]
    width = _wrap_width(groups)
    joiner = Joiner(text)
    found: list[Paragraph] = []
    for group in groups:
        lines = [line for line in group if line.strip()]
        start = 0
        for index in range(1, len(lines) + 1):
            if index < len(lines) and _continues(lines[index - 1], lines[index], width):
                continue
            if part := lines[start:index]:
                found.append(Paragraph(joiner.join(part), len(part), apart=start == 0))
            start = index
    return found


def _wrap_width(groups: list[list[str]]) -> int:
    """Return the width at which the lines are wrapped, 0 if they are not."""
    pairs = [
        (above.rstrip(), below.strip())
        for group in groups
        for above, below in pairwise(group)
        if above.strip() and below.strip()
    ]
    if not pairs:
        return 0
    lengths = [len(above) for above, _ in pairs]
    width = int(quantiles(lengths, n=10)[-1]) if len(lengths) > 1 else lengths[0]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    full = sum(_is_full(above, below, width) for above, below in pairs)
    closed = sum(bool(_SENTENCE_END.search(above)) for above, _ in pairs)
    wrapped = full >= _SHARE_FULL * len(pairs) and closed <= _SHARE_SENTENCES * len(pairs)
    return width if wrapped else 0


def _is_full(above: str, below: str, width: int) -> bool:
    first = below.split(maxsplit=1)[0]
    return len(above) + 1 + len(first) > width * (1 - _SLACK)


def _continues(above: str, below: str, width: int) -> bool:
    """Whether `below` goes on with the paragraph of `above`."""
    above, start = above.rstrip(), below.lstrip()
    if QUOTED.match(below):
        return bool(QUOTED.match(above))
    if BULLET.match(below) and not start[0].isdigit():
        return False
    if start[0].islower():  # no paragraph begins in lower case
        return not start.startswith(("http:", "https:", "www."))
    indent = len(below) - len(start)
    if indent > len(above) - len(above.lstrip()) and not BULLET.match(above):
        return False
    if not width or len(above) > width * 1.5:
        return False
    return _is_full(above, start, width) and not (BULLET.match(below) and BULLET.match(above))


class Joiner:
    """Joins wrapped lines; knows the text, so as to tell a hyphen from a hyphenation."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _german(self) -> bool:
        return looks_german(self._text)

    def join(self, lines: list[str]) -> str:
        """Return the lines of one paragraph on one line."""
        joined = [lines[0].strip()]
        quoted = bool(QUOTED.match(lines[0]))
        for line in lines[1:]:
            below = QUOTED.sub("", line, count=1).strip() if quoted else line.strip()
            above, between = self._between(joined[-1], below)
            joined[-1] = above + between
            joined.append(below)
        return "".join(joined)

    def _between(self, above: str, below: str) -> tuple[str, str]:
        """Return `above`, its hyphen gone if it was one of hyphenation, and what follows it."""
        if not _HYPHEN.search(above):
            return above, " "
        before = above.rsplit(maxsplit=1)[-1]
        after = _LETTERS.match(below)
        word = after[0] if after else ""
        if not word or word in _AFTER_ELLIPSIS:
            return above, " "
        if word[0].islower() and self._is_hyphenation(before[:-1], word):
            return above[:-1], ""
        return above, ""

    def _is_hyphenation(self, before: str, after: str) -> bool:
        """Whether the word is otherwise written without the hyphen; when unsure, not."""
        if f"{before}-{after}" in self._text:
            return False
        # A German compound with a hyphen goes on with a capital (US-Präsident).
        return self._german or f"{before}{after}" in self._text
