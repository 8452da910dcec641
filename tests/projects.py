"""Dossiers for tests: copies of the repository's sample, built by the program's command line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import newsroom
from tools import ROOT

DOSSIER = Path(sys.executable).with_name("dossier")
SAMPLES = ROOT / "tests/samples"
# Each kind of page of the samples but the search; of `*` the first.
PAGES = {
    "home": "",
    "topics": "topics/",
    "topic": "topics/summit/",
    "articles": "articles/",
    "article": "articles/*/",
    "chronology": "chronology/",
    "voices": "voices/",
    "people": "people/",
    "places": "places/",
    "organisations": "organisations/",
    "sources": "sources/",
    "source": "sources/*/",
    "updates": "updates/",
    "data": "data/",
    "method": "method/",
}
_MANY = 16  # enough for lists of several years and for names without room on the map
_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
_LONG = f"""---
title: {_WORD} verhandelt über https://beispiel.example/{"sehr-lange-adresse" * 6} und Sanktionen
date: 2023-09-13
lang: de
authors: [Maximiliane von und zu Hohenlohe-Oehringen-Waldenburg, Karl-Heinz {_WORD}]
source: {{name: "Zeitung der {_WORD}", url: "https://beispiel.example/{"a/" * 60}"}}
rights: excerpt
corrections:
  - {{date: 2023-10-01, text: "In einer früheren Fassung stand {_WORD}."}}
---

Die {_WORD} hat neue Sanktionen gegen Nordkorea verhängt, sagte {_WORD} am Mittwoch in Pjöngjang.

## {_WORD} und die Raketentests

„Der Raketentest von {"sehr" * 40} hat uns überrascht“, sagte Putin in Moskau. Das Gipfeltreffen mit
Kim Jong Un steht unter https://beispiel.example/{"x" * 90} bereit.
"""


_TOPIC = f"""
[[topics]]
id = "lang"
title = "{_WORD}"
description = "Worum es bei der {_WORD} geht."
terms = ["{_WORD}", "Sanktionen"]
"""


def german(target: Path) -> Path:
    """Copy the repository's own dossier to `target`."""
    shutil.copytree(ROOT / "content", target / "content")
    shutil.copy(ROOT / "dossier.toml", target)
    return target


def crowded(target: Path) -> Path:
    """Put the sample among invented articles: many topics, years, languages; all that is long."""
    german(target)
    for number in range(_MANY):
        name, text = newsroom.article(number)
        (target / "content/originals" / name).write_text(text, encoding="utf-8")
    (target / "content/articles/lang.md").write_text(_LONG, encoding="utf-8")
    config = target / "dossier.toml"
    config.write_text(config.read_text(encoding="utf-8") + _TOPIC, encoding="utf-8")
    return target


def english(target: Path) -> Path:
    """Make the same dossier in English, with an English article."""
    (target / "content/originals").mkdir(parents=True)
    for text in SAMPLES.glob("*.txt"):
        shutil.copy(text, target / "content/originals")
    config = (ROOT / "dossier.toml").read_text(encoding="utf-8")
    swapped = config.replace('languages = ["de"]', 'languages = ["en"]')
    if swapped == config:
        raise AssertionError('dossier.toml no longer says languages = ["de"]')
    (target / "dossier.toml").write_text(swapped, encoding="utf-8")
    return target


def first(site: Path, path: str) -> str:
    """Return the address below the site of the first page that a pattern of `PAGES` means."""
    if "*" not in path:
        return path
    pages = (page.parent.relative_to(site).as_posix() + "/" for page in site.glob("**/index.html"))
    return next(page for page in sorted(pages) if fnmatch(page, path))


def bilingual(target: Path) -> Path:
    """Make the sample in two languages, with an article and pages in each, and one in Arabic."""
    german(target)
    for text in SAMPLES.glob("*.txt"):
        written = text.read_text(encoding="utf-8").replace("title:", "lang: en\ntitle:", 1)
        (target / "content/originals" / text.name).write_text(written, encoding="utf-8")
    arabic = (
        "---\ntitle: قمة في روسيا\ndate: 2023-09-14\nlang: ar\n---\n\nالتقى كيم وبوتين في روسيا.\n"
    )
    (target / "content/articles/arabisch.md").write_text(arabic, encoding="utf-8")
    (target / "content/pages").mkdir(exist_ok=True)
    for name, title in (("about", "Über uns"), ("about.en", "About us"), ("imprint", "Impressum")):
        page = f"---\ntitle: {title}\n---\n\n{title}.\n"
        (target / f"content/pages/{name}.md").write_text(page, encoding="utf-8")
    config = (target / "dossier.toml").read_text(encoding="utf-8")
    both = config.replace('languages = ["de"]', 'languages = ["de", "en"]')
    (target / "dossier.toml").write_text(both, encoding="utf-8")
    return target


def dossier(project: Path, *arguments: str) -> str:
    """Run a command of the program in `project`; its words on failure are the error's."""
    done = subprocess.run(
        [str(DOSSIER), *arguments],
        capture_output=True,
        check=False,
        cwd=project,
        encoding="utf-8",
    )
    if done.returncode != 0:
        raise AssertionError(f"dossier {' '.join(arguments)}:\n{done.stdout}{done.stderr}")
    return done.stdout
