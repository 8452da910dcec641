from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from helpers_project import CONFIG, RAIN, STORM, build, make, put, silent, tree

from dossier import build as building
from dossier.effects import helper, search
from dossier.effects.helper import Helper
from dossier.effects.output import DiskOutput
from dossier.errors import SearchError

LOADED = """
import sys
from pathlib import Path
from dossier import build
from dossier.effects.project import Project
done = build.build(Project(Path.cwd()), tell=lambda *_: None)
print(len(done.plan.render), [name for name in sys.modules if "understanding" in name])
"""


def test_a_build_with_nothing_to_do_does_not_even_load_what_reads_articles(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})

    def loaded() -> str:
        command = [sys.executable, "-c", LOADED]
        return subprocess.run(
            command, cwd=home.root, capture_output=True, text=True, check=True
        ).stdout

    assert "dossier.understanding" in loaded()
    assert loaded().split(maxsplit=1) == ["0", "[]\n"]


def test_what_was_rendered_counts_though_the_search_engine_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = CONFIG.replace("enabled = false", "enabled = true")
    home = make(tmp_path, config=config, originals={"a.md": RAIN})

    def fail(*_arguments: object, **_named: object) -> None:
        raise SearchError("no engine today")

    with monkeypatch.context() as patch:
        patch.setattr(search.Indexer, "index", fail)
        with pytest.raises(SearchError, match="no engine today"):
            build(home)
    assert "index.html" in DiskOutput(home.site, home.cache).manifest()
    built = build(home)
    assert (len(built.plan.render), built.indexed) == (0, 1)


@pytest.mark.parametrize("ended", ["", "begun", "rendering"])
def test_with_a_helper_the_site_is_the_same_even_if_it_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: str
) -> None:
    helpers: list[Helper] = []

    class Watched(Helper):
        def __init__(self) -> None:
            super().__init__()
            helpers.append(self)
            tell("begun", 0, 0)

    def tell(step: str, _done: int, _of: int) -> None:
        if step == ended:
            os.kill(helpers[-1].pid, signal.SIGTERM)

    monkeypatch.setattr(helper, "_WORTH_IT", 0)
    monkeypatch.setattr(helper, "Helper", Watched)
    config = CONFIG.replace("enabled = false", "enabled = true")
    home = make(tmp_path / "one", config=config, originals={"a.md": RAIN, "b.md": STORM})
    assert building.build(home, jobs=2, tell=tell).indexed == 2
    article = home.articles / "2022-11-b.md"
    text = article.read_text(encoding="utf-8").replace("zieht ab", "kommt wieder")
    article.write_text(text, encoding="utf-8")
    put(home, "site/stray.html", "")
    built = building.build(home, jobs=2, tell=tell)
    assert built.indexed == 2
    assert built.plan.delete.keys() == {"stray.html"}
    assert len(helpers) == 2
    content = {f"content/{name}": data for name, data in tree(home.content, but=()).items()}
    other = make(tmp_path / "two", config=config, files=content)
    build(other)
    assert tree(home.site, but=()) == tree(other.site, but=())


def test_who_ends_soon_gets_what_takes_long_to_give_back(tmp_path: Path) -> None:
    home, kept = make(tmp_path, originals={"a.md": RAIN}), list[object]()
    try:
        building.build(home, jobs=1, tell=silent, kept=kept)
    finally:
        gc.enable()
    assert kept
