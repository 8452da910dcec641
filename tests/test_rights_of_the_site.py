"""No run of twelve words that an article's rights hide is anywhere in the built site."""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_project import CONFIG, build, make

RUN = 12  # words
OPEN = (
    "Am Dienstag trafen sich die Unterhändler im alten Rathaus von Hafenstadt, um über die "
    "Lieferung von Getreide, Kohle und Ersatzteilen für die beschädigten Kraftwerke zu beraten."
)
CLOSED = (
    "Nach Angaben von Teilnehmern ging es dabei am 3. Juni 2021 auch um Regen, um Sturm und um "
    "eine Zahlung von zwölf Millionen, die bisher in keiner der Unterlagen erwähnt worden war. "
    "»Wir haben das nie bestätigt und werden das auch künftig nicht öffentlich bestätigen«, sagte "
    "die Sprecherin Paula Quitte, die den Regen seit 2019 für das Ministerium beobachtet hatte."
)
TEXT = f"""---
title: Getreide für Hafenstadt
date: 2023-05-04
source: {{name: Anzeiger, url: "https://anzeiger.example/1"}}
HEAD
---

{OPEN} {CLOSED}

## {CLOSED[:60]}

{CLOSED}

![{CLOSED[:150]}](<> "dpa")
"""


def written(head: str) -> str:
    return TEXT.replace("HEAD", head)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", text)).lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


def contents(site: Path) -> Iterator[tuple[str, str]]:
    """Yield all that the site says, the search index unpacked and escapes undone."""
    for path in site.rglob("*"):
        if path.is_file() and path.suffix not in (".png", ".wasm"):
            data = path.read_bytes()
            for unpack in (gzip.decompress, zlib.decompress):
                try:
                    data = unpack(data)
                except (OSError, EOFError, zlib.error):
                    continue
            text = data.decode("utf-8", errors="replace")
            yield path.relative_to(site).as_posix(), text
            yield path.name, re.sub(r"\\u([0-9a-f]{4})", lambda one: chr(int(one[1], 16)), text)


@pytest.mark.parametrize(
    ("head", "more", "allowed"),
    [
        ("rights: excerpt", "[rights]\nexcerpt_chars = 120\n", OPEN[:120]),
        ("rights: link", "", ""),
        ("rights: private", "", ""),
        ("lang: de", '[[sources]]\nname = "Anzeiger"\nrights = "link"\n', ""),
    ],
)
def test_no_twelve_words_beyond_the_excerpt_are_on_the_site(
    tmp_path: Path, head: str, more: str, allowed: str
) -> None:
    config = CONFIG.replace("enabled = false", "enabled = true") + more
    config = config.replace("[[topics]]", 'og_images = "all"\n\n[[topics]]', 1)
    other = "---\ntitle: Frei\ndate: 2023\n---\n\nRegen und Sturm sind hier ganz frei zu lesen.\n"
    home = make(tmp_path, config=config, articles={"x.md": written(head), "y.md": other})
    build(home, base_url="https://desk.example.org/repo/")
    hidden = runs(f"{OPEN} {CLOSED}") - runs(allowed)
    files = 0
    for name, text in contents(home.site):
        files += 1
        assert not hidden & runs(text), name
    assert files > 40


def test_the_search_does_see_what_may_be_shown(tmp_path: Path) -> None:
    """The test above would find what there is: with full rights it does, in the index too."""
    config = CONFIG.replace("enabled = false", "enabled = true")
    home = make(tmp_path, config=config, articles={"x.md": written("rights: full")})
    build(home)
    hidden = runs(CLOSED)
    found = {name for name, text in contents(home.site) if hidden & runs(text)}
    assert any(name.startswith("pagefind/fragment/") for name in found)
    assert {"articles/x/index.html", "data/dossier.json"} <= found
