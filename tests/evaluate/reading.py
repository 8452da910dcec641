"""Prints how well web pages are read: against a folder of pages with `*.expected.json` beside.

Usage: python tests/evaluate/reading.py FOLDER
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import trafilatura

from dossier.reading.html import read_html


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, *, right: bool) -> None:
        self.right += right
        self.of += 1

    def __str__(self) -> str:
        return f"{self.right}/{self.of} ({self.right / max(self.of, 1):.3f})"


@dataclass(slots=True)
class Figures:
    """What one reader got right."""

    wanted: Share = field(default_factory=Share)
    unwanted: Share = field(default_factory=Share)
    title: Share = field(default_factory=Share)
    author: Share = field(default_factory=Share)
    date: Share = field(default_factory=Share)
    body: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def lines(self) -> list[str]:
        body = statistics.fmean(self.body) if self.body else 0.0
        return [
            f"pieces in   {self.wanted}",
            f"pieces out  {self.unwanted}",
            f"title       {self.title}",
            f"author      {self.author}",
            f"date        {self.date}",
            f"body F1     {body:.3f} on {len(self.body)} pages",
            f"time        {statistics.median(self.seconds) * 1000:.0f} ms a page (median)",
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader says of a page."""

    text: str
    title: str
    author: str
    date: str


def ours(data: bytes, url: str) -> Answer:
    draft = read_html(data, where="page", url=url)
    text = " ".join(block.text for block in draft.blocks if block.type != "caption")
    return Answer(text, draft.title, "; ".join(draft.authors), draft.date)


def theirs(data: bytes, url: str) -> Answer:
    found = trafilatura.bare_extraction(
        data, url=url or None, with_metadata=True, include_comments=False, fast=True
    )
    if found is None:
        return Answer("", "", "", "")
    return Answer(found.text or "", found.title or "", found.author or "", found.date or "")


def plain(text: object) -> str:
    return re.sub(r"\s+", " ", str(text or "")).strip()


def f1(found: str, truth: str) -> float:
    """Return the F1 of the words of a text, each as often as it occurs."""
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (found, truth))
    return 2 * (a & b).total() / max(a.total() + b.total(), 1)


def judge(answer: Answer, truth: dict[str, object], figures: Figures) -> None:
    text = plain(answer.text)
    for piece in _list(truth.get("with")):
        figures.wanted.add(right=plain(piece) in text)
    for piece in _list(truth.get("without")):
        figures.unwanted.add(right=plain(piece) not in text)
    body = truth.get("text") or truth.get("articleBody")
    if body:
        figures.body.append(f1(answer.text, str(body)))
    for name in ("title", "author", "date"):
        if truth.get(name):
            right = plain(truth[name]).casefold() == plain(getattr(answer, name)).casefold()
            getattr(figures, name).add(right=right)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def evaluate(folder: Path) -> dict[str, Figures]:
    """Return the figures of this program and of trafilatura alone."""
    result = {"dossier": Figures(), "trafilatura": Figures()}
    for page in sorted(folder.rglob("*.html")):
        truth = json.loads(page.with_suffix(".expected.json").read_text("utf-8"))
        data = page.read_bytes()
        for name, reader in (("dossier", ours), ("trafilatura", theirs)):
            start = time.process_time()
            answer = reader(data, str(truth.get("url") or ""))
            result[name].seconds.append(time.process_time() - start)
            judge(answer, truth, result[name])
    return result


def main() -> None:
    """Print the figures of a folder."""
    for name, figures in evaluate(Path(sys.argv[1])).items():
        sys.stdout.write("\n  ".join([name, *figures.lines()]) + "\n")


if __name__ == "__main__":
    main()
