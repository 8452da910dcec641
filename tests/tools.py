"""The tools that tests need and a machine may lack. `python tests/tools.py chromium` prints one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# A machine without a graphics card, a root user, a network that must stay silent.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A Java that is gone in seconds: what it would spend on faster code it never earns back. That code
# needs a larger stack, else the checker refuses.
_SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-Xss4m")


def require_tools() -> bool:
    """Whether a missing tool is a failure rather than a reason to skip."""
    return bool(os.environ.get("DOSSIER_REQUIRE_TOOLS"))


@lru_cache(maxsize=1)
def find_chromium() -> str:
    """Return the path of a Chromium that starts, or "" if there is none."""
    named = os.environ.get("DOSSIER_CHROMIUM", "")
    names = [named] if named else [shutil.which(name) or "" for name in _NAMES]
    found = next((path for path in names if path and _starts(path)), "")
    if found or named:
        return found
    own = _playwrights_own()
    return own if _starts(own) else ""


def _playwrights_own() -> str:
    """Ask where Playwright would put its browser; not to be called while it runs."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - takes half a second

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    try:
        done = subprocess.run(
            [path, "--version"], capture_output=True, check=False, timeout=60, text=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "chrom" in done.stdout.lower()


def find_checker() -> tuple[str, ...]:
    """Return the command line that starts the Nu Html Checker, or () if a part is missing."""
    jar = Path(sys.prefix) / "checker/node_modules/vnu-jar/build/dist/vnu.jar"
    java = shutil.which("java")
    return (java, *_SHORT_LIVED, "-jar", str(jar)) if java and jar.is_file() else ()


if __name__ == "__main__":
    found = find_chromium()
    if not found:
        sys.exit(1)
    sys.stdout.write(f"{found}\n")
