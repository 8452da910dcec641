"""The sample dossier in the repository is what the program makes of its original."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from conftest import BuiltSite

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


def test_home_and_all_that_it_loads_before_a_search_is_small_even_uncompressed(
    german_site: BuiltSite,
) -> None:
    home = (german_site.folder / "index.html").read_text(encoding="utf-8")
    loading = re.findall(r"<(?:script|img|link)\b[^>]*>", home)
    loading = [tag for tag in loading if not re.search(r'rel="(?:alternate|canonical)"', tag)]
    loaded = {found[1] for tag in loading if (found := re.search(r'(?:src|href)="([^"]+)"', tag))}
    assert loaded >= {"./assets/site.css", "./assets/hues.css", "./assets/site.js"}
    assert loaded >= {"./assets/favicon.svg", "./site.webmanifest"}
    sizes = {path: (german_site.folder / path).stat().st_size for path in loaded}
    assert len(home.encode()) + sum(sizes.values()) <= 40_000, sizes
