"""Prints how well web pages are read, and how fast.

Usage: python tests/evaluate/reading.py [FOLDER…] [--misses]. A folder holds pages with their
truth in `*.expected.json` beside each; the pages that tests put together come besides.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import trafilatura

from dossier.reading.html import read_html
from dossier.reading.read import read_many

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import newspapers

# What stands behind a title in the window's: " - DER SPIEGEL", " | taz.de".
_SUFFIX = re.compile(r"\s+[-–—|·•»]\s+")


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, *, right: bool) -> None:
        self.right += right
        self.of += 1

    @property
    def value(self) -> float:
        return self.right / max(self.of, 1)

    def __str__(self) -> str:
        return f"{self.right}/{self.of} ({self.value:.3f})"


@dataclass(slots=True)
class Crossheads:
    """How many crossheads were found as such, of those said to be any and of those there are."""

    found: int = 0
    said: int = 0
    true: int = 0

    def add(self, said: list[str], true: list[str]) -> None:
        one, other = (Counter(letters(text) for text in texts) for texts in (said, true))
        self.found += (one & other).total()
        self.said += one.total()
        self.true += other.total()

    @property
    def value(self) -> float:
        """Their F1."""
        return 2 * self.found / max(self.said + self.true, 1)

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.found} of {self.true}, {self.said} said)"


@dataclass(slots=True)
class Figures:
    """What one reader got right."""

    wanted: Share = field(default_factory=Share)
    unwanted: Share = field(default_factory=Share)
    title: Share = field(default_factory=Share)
    author: Share = field(default_factory=Share)
    date: Share = field(default_factory=Share)
    bodies: list[float] = field(default_factory=list)
    crossheads: Crossheads = field(default_factory=Crossheads)
    seconds: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    @property
    def body(self) -> float:
        return statistics.fmean(self.bodies) if self.bodies else 0.0

    def lines(self) -> list[str]:
        return [
            f"pieces in      {self.wanted}",
            f"pieces out     {self.unwanted}",
            f"title          {self.title}",
            f"author         {self.author}",
            f"date           {self.date}",
            f"body F1        {self.body:.3f} on {len(self.bodies)} pages",
            f"crossheads F1  {self.crossheads}",
            f"time           {statistics.median(self.seconds) * 1000:.0f} ms a page (median)",
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader says of a page."""

    text: str
    title: str
    author: str
    date: str
    crossheads: list[str]


def ours(data: bytes, url: str) -> Answer:
    draft = read_html(data, where="page", url=url)
    text = " ".join(block.text for block in draft.blocks if block.type != "caption")
    heads = [block.text for block in draft.blocks if block.type == "crosshead"]
    return Answer(text, draft.title, "; ".join(draft.authors), draft.date, heads)


def theirs(data: bytes, url: str) -> Answer:
    found = trafilatura.bare_extraction(
        data, url=url or None, with_metadata=True, include_comments=False, fast=True
    )
    if found is None:
        return Answer("", "", "", "", [])
    heads = [] if found.body is None else found.body.iter("head")
    texts = [plain("".join(head.itertext())) for head in heads]
    return Answer(found.text or "", found.title or "", found.author or "", found.date or "", texts)


def plain(text: object) -> str:
    return re.sub(r"\s+", " ", str(text or "")).strip()


def letters(text: object) -> str:
    return re.sub(r"[\W_]+", "", str(text)).casefold()


def f1(found: str, truth: str) -> float:
    """Return the F1 of the words of a text, each as often as it occurs."""
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (found, truth))
    return 2 * (a & b).total() / max(a.total() + b.total(), 1)


def is_title(found: str, truth: str) -> bool:
    """Whether a title is right: white space aside, and an outlet that the truth has behind it."""
    ends = [len(truth), *(match.start() for match in _SUFFIX.finditer(truth))]
    return plain(found).casefold() in {plain(truth[:end]).casefold() for end in ends}


def judge(answer: Answer, truth: dict[str, Any], figures: Figures, name: str) -> None:
    """Add what an answer is worth to the figures."""
    _judge_text(answer, truth, figures, name)
    if "crossheads" in truth:
        said, true = answer.crossheads, list(truth["crossheads"])
        figures.crossheads.add(said, true)
        if list(map(letters, said)) != list(map(letters, true)):
            figures.misses.append(f"{name}: crossheads: {true!r}, not {said!r}")
    for about in ("title", "author", "date"):
        expected, said = truth.get(about), getattr(answer, about)
        if not expected:
            continue
        right = plain(expected).casefold() == plain(said).casefold()
        right = right or (about == "title" and is_title(said, str(expected)))
        getattr(figures, about).add(right=right)
        if not right:
            figures.misses.append(f"{name}: {about}: {expected!r}, not {said!r}")


def _judge_text(answer: Answer, truth: dict[str, Any], figures: Figures, name: str) -> None:
    text = plain(answer.text)
    for about, share, is_wanted in (
        ("with", figures.wanted, True),
        ("without", figures.unwanted, False),
    ):
        for piece in truth.get(about) or ():
            right = (plain(piece) in text) == is_wanted
            share.add(right=right)
            if not right:
                figures.misses.append(f"{name}: {about}: {plain(piece)[:120]!r}")
    body = truth.get("text") or truth.get("articleBody")
    if body:
        figures.bodies.append(f1(answer.text, str(body)))


Sample: TypeAlias = tuple[str, bytes, dict[str, Any]]


def samples(folder: Path) -> Iterator[Sample]:
    """Yield name, bytes and truth of each page."""
    for page in sorted(folder.rglob("*.html")):
        truth = json.loads(page.with_suffix(".expected.json").read_text("utf-8"))
        yield page.stem, page.read_bytes(), truth


def put_together() -> Iterator[Sample]:
    """Yield the pages that are built like those of outlets."""
    for page in newspapers.pages():
        yield page.name, page.html.encode(), newspapers.truth(page)


def evaluate(pages: Iterable[Sample]) -> dict[str, Figures]:
    """Return the figures of this program and of trafilatura alone."""
    result = {"dossier": Figures(), "trafilatura": Figures()}
    for page, data, truth in pages:
        for name, reader in (("dossier", ours), ("trafilatura", theirs)):
            start = time.process_time()
            answer = reader(data, str(truth.get("url") or ""))
            result[name].seconds.append(time.process_time() - start)
            judge(answer, truth, result[name], page)
    return result


def texts_a_second() -> float:
    """Return how many plain texts of the usual length are read in a second."""
    texts = [page.text.replace("\n", "\n\n").encode() for page in newspapers.pages()]
    start = time.process_time()
    for text in texts:
        read_many(text, name="text.txt", where="text.txt")
    return len(texts) / (time.process_time() - start)


def main() -> None:
    """Print the figures of the folders, and of the pages that are put together."""
    parser = argparse.ArgumentParser(description="How well web pages are read.")
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--misses", action="store_true", help="list what was read wrongly")
    arguments = parser.parse_args()
    sets = {str(folder): samples(folder) for folder in arguments.folders if folder.is_dir()}
    for place, pages in (sets | {"put together": put_together()}).items():
        for name, figures in evaluate(pages).items():
            misses = figures.misses if arguments.misses and name == "dossier" else []
            lines = [f"{name}, {place}", *figures.lines(), *misses]
            sys.stdout.write("\n  ".join(lines) + "\n")
    sys.stdout.write(f"plain texts: {texts_a_second():.0f} a second\n")


if __name__ == "__main__":
    main()
