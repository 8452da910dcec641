"""The sample dossier in the repository is what the program makes of its original."""

from __future__ import annotations

import shutil
from pathlib import Path

from dossier.add import update
from dossier.effects.project import Project
from dossier.effects.store import Store

ROOT = Path(__file__).parent.parent


def test_sample_content_follows_from_its_original(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content" / "originals", tmp_path / "content" / "originals")
    shutil.copy(ROOT / "dossier.toml", tmp_path)
    home = Project(tmp_path)
    store = Store(home.cache / "cache.sqlite")
    update(home, home.config(), store, jobs=1, tell=lambda _step, _done, _of: None)
    store.close()
    made = {path.relative_to(tmp_path): path.read_bytes() for path in home.content.rglob("*.md")}
    kept = Project(ROOT).content
    assert made == {path.relative_to(ROOT): path.read_bytes() for path in kept.rglob("*.md")}
    assert len(made) == 1 + 3 * 2  # an article; an introduction and a year for each topic
