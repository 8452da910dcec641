from __future__ import annotations

from pathlib import Path

from dossier.effects.sitefiles import names, read


def test_all_files_but_hidden_ones_are_named(tmp_path: Path) -> None:
    for name in ("index.html", "b/index.html", "b/a.css", ".nojekyll", ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert names(tmp_path) == ("b/a.css", "b/index.html", "index.html")
    assert read(tmp_path, "b/a.css") == b"b/a.css"


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    assert names(tmp_path / "none") == ()
