"""Small dossiers in a folder, and the commands run on them in this process."""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
import pytest
from click.testing import CliRunner, Result
from hypothesis import settings
from jinja2.bccache import Bucket

from dossier import add as adding
from dossier import build as building
from dossier import cli, terminal
from dossier.add import Added
from dossier.build import Built
from dossier.effects.output import Output
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.inbox import Incoming
from dossier.intake import NOTHING
from dossier.rendering import environment

REPOSITORY = Path(__file__).parent.parent
SAMPLES = REPOSITORY.parent / "shared" / "samples"
# How long an example takes says something about the machine, not about the program.
CALM = settings(deadline=None, max_examples=60)
SEED = REPOSITORY / "content" / "originals" / "kim-putin-2023-09.txt"

CONFIG = """\
[site]
title = "Wetter"
standfirst = "Regen und Sturm im Norden."
languages = ["de"]

[[topics]]
id = "regen"
title = "Regen"
terms = ["Regen", "Niederschlag"]

[[topics]]
id = "sturm"
title = "Sturm"
terms = ["Sturm", "Orkan"]

[search]
enabled = false
"""

RAIN = """\
---
title: Der Regen kommt
date: 2023-05-04
---

Der Regen begann am Morgen über der Stadt und hörte bis zum Abend nicht mehr auf.

Die Straßen blieben leer, und niemand wollte das Haus verlassen.
"""

STORM = """\
---
title: Der Sturm zieht ab
date: 2022-11
---

Ein schwerer Sturm deckte in der Nacht die Dächer der alten Häuser am Hafen ab.

Der Regen nach dem Sturm füllte die Keller, wie die Feuerwehr am Morgen mitteilte.
"""


def sample(name: str) -> Path:
    """Return a file of the shared samples; the test is skipped where there are none."""
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"the samples are not here: {name}")
    return path


def make(
    folder: Path,
    *,
    config: str = CONFIG,
    originals: Mapping[str, str | bytes] | None = None,
    articles: Mapping[str, str | bytes] | None = None,
    files: Mapping[str, str | bytes] | None = None,
) -> Project:
    """Make a dossier in `folder`, with files by their names."""
    home = Project(folder)
    put(home, "dossier.toml", config)
    for name in ("originals", "articles"):
        (home.content / name).mkdir(parents=True, exist_ok=True)
    for name, data in (originals or {}).items():
        put(home, f"content/originals/{name}", data)
    for name, data in (articles or {}).items():
        put(home, f"content/articles/{name}", data)
    for name, data in (files or {}).items():
        put(home, name, data)
    return home


def put(home: Project, name: str, data: str | bytes) -> Path:
    """Write a file of the project, exactly these bytes."""
    path = home.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def silent(step: str, done: int, of: int) -> None:
    """Take news of progress and say nothing."""


class _Compiled(jinja2.BytecodeCache):
    """Templates as compiled by an earlier test: compiling is nine tenths of a small build."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._held[bucket.key] = bucket.bytecode_to_string()


_COMPILING = environment._Environment  # noqa: SLF001 - nothing else leads to it
_ENVIRONMENT = functools.partial(_COMPILING, bytecode_cache=_Compiled())


def build(
    home: Project,
    *,
    base_url: str | None = None,
    jobs: int = 1,
    output: Output | None = None,
    force: bool = False,
) -> Built:
    """Build the dossier's site in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "_Environment", _ENVIRONMENT)
        return building.build(
            home, base_url=base_url, jobs=jobs, tell=silent, output=output, force=force
        )


def add(home: Project, *, jobs: int = 1, incoming: Incoming = NOTHING) -> Added:
    """Bring the dossier's content up to date in this process, without its site."""
    store = Store(home.cache / "cache.sqlite", dry=incoming.dry)
    try:
        return adding.update(home, home.config(), store, jobs=jobs, tell=silent, incoming=incoming)
    finally:
        store.close()


def run(home: Project | Path, *arguments: str | Path) -> Result:
    """Run a command as if in the dossier's folder."""
    folder = home.root if isinstance(home, Project) else home
    with contextlib.chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "_Environment", _ENVIRONMENT)
        patch.setattr(terminal, "_PATIENCE", float("inf"))  # a slow machine is no test's business
        return CliRunner().invoke(cli.app, [str(one) for one in arguments])


def tree(folder: Path, *, but: Sequence[str] = ("pagefind", ".gitkeep")) -> dict[str, bytes]:
    """Return all files below `folder` by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in but
    }


def data(home: Project) -> dict[str, Any]:
    """Return the site's `data/dossier.json`."""
    made: dict[str, Any] = json.loads((home.site / "data" / "dossier.json").read_bytes())
    return made


def whole(folder: Path) -> str:
    """Return all the text of a folder's files, to look for what must not be in it."""
    return "\n".join(data.decode("utf-8", "replace") for data in tree(folder).values())
