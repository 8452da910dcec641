"""Lighthouse over the sample: `python tests/lighthouse.py PROGRAM [--desktop]`.

As Lighthouse does it by default: a slow telephone, simulated from one visit. Prints the scores of
each page and what cost points; ends with 1 if one is under its floor.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import projects
from tools import CHROMIUM_FLAGS, find_chromium

from dossier.effects.server import serve

PAGES = ("home", "topic", "article", "chronology", "search")
# Performance is measured, and machines are noisy; the others are looked up.
FLOORS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def report(program: str, url: str, extra: tuple[str, ...]) -> dict[str, Any]:
    """Run Lighthouse on an address and return what it says."""
    flags = " ".join(("--headless=new", *CHROMIUM_FLAGS))
    done = subprocess.run(
        [program, url, "--quiet", "--output=json", f"--chrome-flags={flags}", *extra],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "CHROME_PATH": find_chromium()},
        timeout=300,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def lost(found: dict[str, Any]) -> Iterator[str]:
    """Tell what cost points, with its figure."""
    for category in found["categories"].values():
        for reference in category["auditRefs"]:
            audit = found["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.995:
                yield f"{audit['id']}: {audit.get('displayValue') or audit['title']}"


def main(program: str, *extra: str) -> int:
    """Build, serve, measure, print; returns the exit code."""
    low = 0
    with tempfile.TemporaryDirectory(prefix="dossier-lighthouse-") as folder:
        project = projects.german(Path(folder))
        site = project / "site"
        site.mkdir()
        with serve(site, base="/repo/", port=0) as server:
            projects.dossier(project, "build", "--quiet", "--base-url", server.url)
            for name in PAGES:
                path = {**projects.PAGES, "search": "search/"}[name]
                found = report(program, server.url + projects.first(site, path), extra)
                scores = {one: round(found["categories"][one]["score"] * 100) for one in FLOORS}
                low += sum(scores[one] < floor for one, floor in FLOORS.items())
                figures = ", ".join(f"{one} {score}" for one, score in scores.items())
                size = found["audits"]["total-byte-weight"]["numericValue"] / 1000
                sys.stdout.write(f"{name}: {figures}; {size:.1f} kB\n")
                sys.stdout.writelines(f"    {one}\n" for one in lost(found))
    return 1 if low else 0


if __name__ == "__main__":
    if not find_chromium():
        raise SystemExit("No Chromium found: run `make chromium`, or set DOSSIER_CHROMIUM.")
    desktop = ("--preset=desktop",) if "--desktop" in sys.argv else ()
    raise SystemExit(main(sys.argv[1], *desktop))
