"""Read the built site: which files there are, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def names(site: Path) -> tuple[str, ...]:
    """Return the paths of all files of the site, with `/`, in order; hidden ones are left out."""
    return tuple(sorted(_walk(site)))


def _walk(site: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(site):
        folders[:] = [name for name in folders if not name.startswith(".")]
        prefix = Path(folder).relative_to(site).as_posix()
        for name in files:
            if not name.startswith("."):
                yield name if prefix == "." else f"{prefix}/{name}"


def read(site: Path, name: str) -> bytes:
    """Return what is in a file of the site."""
    return (site / name).read_bytes()
