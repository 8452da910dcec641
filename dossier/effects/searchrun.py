"""Letting the search engine read pages: it takes all that is in a folder."""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path

from dossier.effects import engine as engines
from dossier.effects.bundlefolder import remove
from dossier.effects.searchpart import ENTRY, Source
from dossier.errors import SearchError

_BODY_MARK = b"data-pagefind-body"
_SORTED_BY = re.compile(rb'content="([^"]*)" data-pagefind-sort="date\[content\]"')
# The search page is our own; the engine's ready-made ones are half a megabyte that nobody asks for.
_UNUSED = (
    "pagefind-ui*",
    "pagefind-modular*",
    "pagefind-component*",
    "pagefind-highlight*",
    "playground",
)
_ERROR_LINES = 6
_WORDLESS = "not able to build an index"  # what the engine says of pages without a word
# The engine takes more than one core; what is before and after it does not.
_ONE_AT_A_TIME = threading.Lock()


class WordlessError(SearchError):
    """None of the pages has a word."""


def lay_out(site: Path, ground: Path, pages: Mapping[str, str]) -> dict[str, Source]:
    """Put the pages that ask to be indexed into a folder of their own, for the engine takes all.

    They are given with their stamps. Return what is known of each, by its address.
    """
    sources = {}
    for page, stamp in pages.items():
        source, target = site / page, ground / page
        try:
            data = source.read_bytes()
        except FileNotFoundError:
            continue
        if _BODY_MARK not in data:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except OSError:  # a file system without links
            target.write_bytes(data)
        found = _SORTED_BY.search(data)
        sources[address(page)] = Source(found[1].decode() if found else "", stamp)
    return sources


def address(page: str) -> str:
    """Return the address in the site of one of its files."""
    return f"/{page.removesuffix('index.html')}"


def run(engine: str, ground: Path, staged: Path, jobs: int | None) -> None:
    """Let the engine write, into `staged`, what it makes of the pages in `ground`.

    `jobs` limits its threads; without an `engine` it is the packaged one. Raises `SearchError`.
    """
    scope = ["--site", str(ground.resolve()), "--glob", "**/*.html"]
    arguments = [*scope, "--output-path", str(staged.resolve()), "--quiet"]
    with _ONE_AT_A_TIME:
        done = engines.run(engine or engines.packaged(), arguments, jobs)
    if done.returncode != 0 or not (staged / ENTRY).is_file():
        raise _failure(done)
    for pattern in _UNUSED:
        for path in staged.glob(pattern):
            remove(path)


def _failure(done: subprocess.CompletedProcess[str]) -> SearchError:
    if done.returncode < 0:
        return SearchError(
            f"the search engine was ended by signal {-done.returncode}",
            hint="the machine may have run out of memory",
        )
    lines = [line.strip() for line in (done.stderr or done.stdout).splitlines()]
    words = " ".join([line for line in lines if line][:_ERROR_LINES])
    kind = WordlessError if any(_WORDLESS in line for line in lines) else SearchError
    return kind(
        f"the search index could not be built: {words or 'the engine gave no reason'}",
        hint="the site itself is complete; look for free disk space, then build again",
    )
