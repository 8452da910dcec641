"""A topic's year page: `content/topics/<topic>/<year>.md`, read without losing a byte.

The editor owns the page. Reading keeps for every piece where it stands, so that `insert`
can add without touching what is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from dossier import frontmatter
from dossier.errors import PageFileError
from dossier.model import PageItem, TopicPage

_COMMENT = re.compile(
    r"[ \t]*<!--\s*passage\s+(?P<article>[a-z0-9-]+)#(?P<passage>p-[0-9a-f]{8}(?:-\d+)?)"
    r"(?P<rest>.*?)-->[ \t]*"
)
_OPENING = re.compile(r"[ \t]*(?:<!--|##)")
_ATTRIBUTE = re.compile(r"(\w+)=(?:\"([^\"]*)\"|(\S+))")
_SCORE = re.compile(r"[01](?:\.\d{1,6})?")
_HEADING = re.compile(r" {0,3}##[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*")
_ARTICLE_LINK = re.compile(r"\]\((?:[^()\s]*/)?articles/(?P<article>[a-z0-9-]+)(?:\.md|/)?\)")
_OFFERED = re.compile(r"p-[0-9a-f]{8}(?:-\d+)?")
WHY_SEPARATOR = " · "


class Placed(Struct, frozen=True, kw_only=True):
    """An item and where it stands: `start` to `end` in the page's body, comment included."""

    item: PageItem
    start: int
    end: int


def parse(text: str, *, topic: str, year: str, path: str) -> TopicPage:
    """Read a year page. Raises `PageFileError` if its front matter cannot be understood."""
    parts = _split(text, path)
    return TopicPage(
        topic=topic,
        year=year,
        path=path,
        items=tuple(placed.item for placed in scan(parts.body)),
        offered=offered(parts, path),
    )


def _split(text: str, path: str) -> frontmatter.Parts:
    try:
        return frontmatter.split(text)
    except PageFileError as error:
        raise PageFileError(error.message, where=f"{path}:1", hint=error.hint) from None


def offered(parts: frontmatter.Parts, path: str) -> dict[str, tuple[str, ...]]:
    """Return what the front matter says was offered: article → passages."""
    value = frontmatter.load(parts, path).get("offered") or {}
    if isinstance(value, dict) and all(_is_offer(article, ids) for article, ids in value.items()):
        return {article: tuple(ids or ()) for article, ids in value.items()}
    raise PageFileError(
        "`offered` is not what the program wrote: a list of passages for each article",
        where=f"{path}:{_line_of_offered(parts.head)}",
        hint="take it back from version control; it says what was proposed and must not come again",
    )


def _is_offer(article: object, passages: object) -> bool:
    return isinstance(article, str) and (
        passages is None
        or (
            isinstance(passages, list)
            and all(isinstance(one, str) and _OFFERED.fullmatch(one) for one in passages)
        )
    )


def _line_of_offered(head: str) -> int:
    lines = head.splitlines()
    return next((n for n, line in enumerate(lines, start=1) if line.startswith("offered")), 1)


def scan(body: str) -> Iterator[Placed]:
    """Yield the items of a page's body in order, with their places."""
    lines = _Lines(body)
    while not lines.at_end():
        line = lines.current()
        if not line.strip():
            lines.advance()
        elif comment := _COMMENT.match(line):
            yield _passage(lines, comment)
        elif heading := _HEADING.fullmatch(line):
            yield _heading(lines, heading)
        else:
            yield _prose(lines)


class _Lines:
    """A cursor over the lines of a text that knows their offsets."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        self.lines = [line.rstrip("\r\n") for line in lines] if "\r" in text else lines
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self.length = len(text)
        self.number = 0

    def at_end(self) -> bool:
        return self.number >= len(self.lines)

    def current(self) -> str:
        return self.lines[self.number]

    def advance(self) -> None:
        self.number += 1

    def take_text(self) -> list[str]:
        """Take the lines up to a blank one or the next item."""
        first = self.number
        while self.number < len(self.lines):
            line = self.lines[self.number]
            if not line.strip() or _opens_item(line):
                break
            self.number += 1
        return self.lines[first : self.number]

    def offset(self) -> int:
        return min(self.starts[self.number], self.length)


def _opens_item(line: str) -> bool:
    if not _OPENING.match(line):  # nearly all lines, and the quicker question
        return False
    return bool(_COMMENT.match(line) or _HEADING.fullmatch(line))


def _passage(lines: _Lines, comment: re.Match[str]) -> Placed:
    """Take the comment and the paragraph behind it, a blank line between them allowed."""
    start = lines.offset()
    text = [rest] if (rest := lines.current()[comment.end() :]) else []
    lines.advance()
    if not text:
        before = lines.number
        while not lines.at_end() and not lines.current().strip():
            lines.advance()
        if lines.at_end() or _opens_item(lines.current()):
            lines.number = before  # the editor took the text away and left the comment
    text += lines.take_text()
    values = {name: quoted or bare for name, quoted, bare in _ATTRIBUTE.findall(comment["rest"])}
    item = PageItem(
        kind="passage",
        markdown="\n".join(text),
        article=comment["article"],
        passage=comment["passage"],
        score=_number(values.get("score", "")),
        why=tuple(word for word in values.get("why", "").split(WHY_SEPARATOR) if word),
    )
    return Placed(item=item, start=start, end=lines.offset())


def _number(text: str) -> float:
    return float(text) if _SCORE.fullmatch(text) else 0.0


def _heading(lines: _Lines, heading: re.Match[str]) -> Placed:
    start = lines.offset()
    lines.advance()
    link = _ARTICLE_LINK.search(heading["text"])
    item = PageItem(
        kind="heading", markdown=heading["text"], article=link["article"] if link else ""
    )
    return Placed(item=item, start=start, end=lines.offset())


def _prose(lines: _Lines) -> Placed:
    start = lines.offset()
    item = PageItem(kind="prose", markdown="\n".join(lines.take_text()))
    return Placed(item=item, start=start, end=lines.offset())
