"""Whether a build has anything to do. It has not if all is as the last one left it.

Told by the contents of all files that a site follows from, never by their times. What a build
writes into `content/` counts as it wrote it, so that an edit made meanwhile is a change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

import msgspec
from msgspec import Struct

from dossier import config
from dossier.effects import hashes, project
from dossier.effects.output import Manifest
from dossier.effects.project import Project
from dossier.errors import Finding

_ENTRY = "./"  # of the whole build in the manifest; no page lies there


class Remembered(Struct, frozen=True, kw_only=True):
    """What a finished build had to say: how many articles there are, and its findings."""

    total: int
    findings: tuple[Finding, ...]


def snapshot(home: Project) -> dict[str, str]:
    """Return a hash of each file of the dossier by its name; "" for what cannot be read."""
    within = project.paths(str(home.content))
    return hashes.of_files(home, [str(home.root / config.NAME), *within])


def state(files: Mapping[str, str], others: Iterable[str]) -> str:
    """Return a hash of a snapshot and of all else that a site follows from."""
    texts = (*others, *(f"{name}\0{sha256}" for name, sha256 in sorted(files.items())))
    return hashlib.blake2b("\0".join(texts).encode(), digest_size=20).hexdigest()


def remember(manifest: Manifest, known: str, build: Remembered) -> None:
    """Note in the manifest what a build followed from and what it said."""
    said = msgspec.json.encode(build.findings).decode()
    manifest[_ENTRY] = {"state": known, "total": str(build.total), "findings": said}


def recall(
    manifest: Manifest, sizes: Callable[[], dict[str, int]], known: str
) -> Remembered | None:
    """Return what the last build said, if it followed from the same and its site still stands.

    `sizes` are those of the site's files; they are asked for only if all else is the same.
    """
    entry = manifest.get(_ENTRY, {})
    if entry.get("state") != known or sizes() != pages(manifest):
        return None
    try:
        findings = msgspec.json.decode(entry["findings"], type=tuple[Finding, ...])
        return Remembered(total=int(entry["total"]), findings=findings)
    except (KeyError, ValueError, msgspec.MsgspecError):
        return None


def pages(manifest: Manifest) -> dict[str, int]:
    """Return the sizes in bytes that the site's files had when they were written."""
    return {path: int(one["size"]) for path, one in manifest.items() if "size" in one}
