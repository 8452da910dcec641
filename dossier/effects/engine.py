"""Which Pagefind to use: the one that came with the program, or a newer one that the user has."""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import pagefind_bin  # type: ignore[import-untyped]  # it has no stubs
from msgspec import Struct

from dossier.errors import SearchError

log = logging.getLogger(__name__)

REINSTALL = "reinstall the engine: python -m pip install --force-reinstall pagefind-bin"
_NAME = "pagefind"


class Engine(Struct, frozen=True):
    """A Pagefind on this machine; `version` as it says itself, `1.5.2`."""

    path: str
    version: str

    def order(self) -> tuple[int, ...]:
        """Return what a newer version has more of."""
        return tuple(map(int, re.findall(r"\d+", self.version)[:3]))


def packaged() -> str:
    """Return the path of the engine that is installed with the program."""
    return str(pagefind_bin.get_executable())


@lru_cache(maxsize=8)
def choose(configured: str = "", root: str = "") -> Engine:
    """Return the newest of the packaged engine, one on the PATH, and the configured one.

    `configured` is a path, from the dossier's folder `root`, or a name on the PATH. Raises
    `SearchError` if it cannot be started; one on the PATH that does not answer is passed over.
    """
    known = [_ask(packaged(), REINSTALL)]
    on_path = shutil.which(_NAME)
    if on_path:
        try:
            known.append(_ask(on_path, ""))
        except SearchError as error:
            log.info("%s is no engine: %s", on_path, error)
    if configured:
        place = Path(root, configured)
        path = str(place) if place.is_file() else shutil.which(configured) or str(place)
        hint = "correct `engine` in [search] of dossier.toml, or leave it out"
        known.append(_ask(path, hint))
    return max(known, key=Engine.order)  # of equals the packaged one


def _ask(path: str, hint: str) -> Engine:
    done = run(path, ["--version"], hint=hint)
    version = re.search(r"\d+\.\d+[\w.-]*", done.stdout)
    if done.returncode != 0 or not version:
        words = (done.stderr or done.stdout).strip().partition("\n")[0]
        message = f"`{path}` does not tell its version: {words or 'it says nothing'}"
        raise SearchError(message, hint=hint)
    return Engine(path, version[0])


def run(
    path: str, arguments: list[str], jobs: int | None = None, hint: str = REINSTALL
) -> subprocess.CompletedProcess[str]:
    """Run the engine; `jobs` limits its threads. Raises `SearchError` if it does not start."""
    environment = dict(os.environ)
    if jobs is not None:
        environment["RAYON_NUM_THREADS"] = str(jobs)
    try:
        return subprocess.run(  # noqa: S603 - our own dependency's program or the user's, no shell
            [path, *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=environment,
            errors="replace",
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise SearchError(f"the search engine cannot be started: {error}", hint=hint) from error
