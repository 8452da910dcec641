"""Time and memory of a build: `python tests/bench.py [N …]`, by default 100, 1,000 and 10,000.

For each N it makes a dossier of N invented articles (always the same), and measures the first
build, one with nothing to do, and those after a change in the newest and in the oldest article, of
which another part of the search index is made anew. Memory is the sum over
the program and all that it starts, as resident at the same moment, sampled.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import newsroom
from projects import DOSSIER
from tools import ROOT

_SAMPLE_SECONDS = 0.25  # a look at all processes takes 5 ms of one core
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True)
class Measure:
    """One build: wall time in seconds, peak memory in MB, the program's own words."""

    seconds: float
    megabytes: float
    words: str


def make(project: Path, count: int) -> None:
    """Write a dossier of `count` originals."""
    originals = project / "content/originals"
    originals.mkdir(parents=True)
    (project / "dossier.toml").write_bytes((ROOT / "dossier.toml").read_bytes())
    for number in range(count):
        name, text = newsroom.article(number)
        (originals / name).write_text(text, encoding="utf-8")


def build(project: Path) -> Measure:
    """Build once and measure; if it fails, its words are the message."""
    start = time.perf_counter()
    with subprocess.Popen(
        [str(DOSSIER), "build", "--base-url", "https://desk.example.org/"],
        cwd=project,
        encoding="utf-8",
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
    ) as process:
        peak = _Peak(process.pid)
        peak.start()
        words = process.stdout.read() if process.stdout else ""
        process.wait()
        seconds = time.perf_counter() - start
        peak.done.set()
        peak.join()
    if process.returncode != 0:
        raise SystemExit(f"dossier build ended with {process.returncode}:\n{words}")
    return Measure(seconds, peak.bytes / 1e6, words)


class _Peak(threading.Thread):
    """Samples the memory of a process and its descendants; 0 where there is no /proc."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.bytes = 0
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(_SAMPLE_SECONDS):
            self.bytes = max(self.bytes, sum(map(_resident, _family(self.pid))))


def _family(pid: int) -> list[int]:
    """Return a process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(entry.parent.name))
    family, pending = [], [pid]
    while pending:
        one = pending.pop()
        family.append(one)
        pending += children.get(one, [])
    return family


def _resident(pid: int) -> int:
    """Return resident bytes, shared pages (the interpreter's own) counted for each process."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def change(article: Path) -> None:
    """Let an editor reword the headline and the first sentence of an article."""
    text = article.read_text(encoding="utf-8")
    head, mark, body = text.partition("\n---\n")
    changed = re.sub(r"^title: .*$", "title: Neu gefasst", head, count=1, flags=re.MULTILINE)
    words = body.split(" ")
    words.insert(3, "(geändert)")
    article.write_text(changed + mark + " ".join(words), encoding="utf-8")


def measure(count: int) -> Iterator[tuple[str, Measure]]:
    """Make a dossier in a temporary folder and measure its builds, one after the other."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
        project = Path(folder)
        make(project, count)
        yield "first", build(project)
        yield "no change", build(project)
        articles = sorted((project / "content/articles").glob("*.md"))
        for name, article in (("newest edited", articles[-1]), ("oldest edited", articles[0])):
            change(article)
            yield name, build(project)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def line(count: int, name: str, one: Measure, before: float) -> str:
    """Say what was measured; `before` is the time per article of the run before, 0 if none."""
    each = one.seconds / count * 1000
    said = [text for text in one.words.splitlines() if "rendered" in text]
    ratio = [f"×{each / before:.2f} per article"] if before and name == "first" else []
    return (
        f"{count:>7,} {name:<13} {one.seconds:>8.1f} s {one.megabytes:>8.0f} MB"
        f" {each:>8.2f} ms each  {'  '.join(ratio + said)}"
    )


def main(numbers: list[int]) -> None:
    before = 0.0
    say(f"{'N':>7} {'build':<13} {'time':>10} {'memory':>11} {'an article':>16}")
    for count in numbers:
        results = {}
        for name, one in measure(count):
            say(line(count, name, one, before))
            results[name] = one.seconds / count * 1000
        before = results["first"]


if __name__ == "__main__":
    main([int(number.replace(",", "")) for number in sys.argv[1:]] or [100, 1_000, 10_000])
