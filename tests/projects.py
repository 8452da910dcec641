"""Dossiers for tests: copies of the repository's sample, built by the program's command line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

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


def german(target: Path) -> Path:
    """Copy the repository's own dossier to `target`."""
    shutil.copytree(ROOT / "content", target / "content")
    shutil.copy(ROOT / "dossier.toml", target)
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
