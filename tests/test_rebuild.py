from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from helpers_project import CONFIG, RAIN, build, make

from dossier.effects import search
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
