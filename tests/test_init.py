from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers_project import RAIN, build, put, run, tree

from dossier.effects.project import Project
from dossier.errors import DossierError
from dossier.init import init


@pytest.mark.parametrize(("lang", "topic"), [("de", "thema"), ("en", "topic")])
def test_a_new_dossier_has_its_folders_and_a_configuration_that_holds(
    tmp_path: Path, lang: str, topic: str
) -> None:
    home = init(tmp_path / "neu", lang=lang)
    config = home.config()
    assert config.lang == lang
    assert [one.id for one in config.topic_values()] == [topic]
    folders = (home.originals, home.articles, home.topics, home.pages, home.site)
    assert all(folder.is_dir() for folder in folders)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_new_dossier_builds_and_takes_an_article(tmp_path: Path, lang: str) -> None:
    home = init(tmp_path, lang=lang)
    config = (tmp_path / "dossier.toml").read_text(encoding="utf-8")
    put(home, "dossier.toml", config + "[search]\nenabled = false\n")
    assert build(home).findings == []
    assert f'lang="{lang}"' in (home.site / "index.html").read_text(encoding="utf-8")
    put(home, "content/originals/a.md", RAIN.replace("Regen", "noch ein Begriff / another term"))
    built = build(home)
    assert (built.findings, built.offered) == ([], 1)


def test_the_site_and_the_cache_stay_out_of_version_control(tmp_path: Path) -> None:
    home = init(tmp_path)
    config = (tmp_path / "dossier.toml").read_text(encoding="utf-8")
    put(home, "dossier.toml", config + "[search]\nenabled = false\n")
    build(home)
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    listed = subprocess.run(
        ["git", "-C", tmp_path, "ls-files", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.split()
    assert sorted(listed) == [
        ".gitignore",
        "content/originals/.gitkeep",
        "content/topics/thema/index.md",
        "dossier.toml",
        "site/.gitkeep",
    ]


def test_nothing_that_exists_is_changed(tmp_path: Path) -> None:
    home = Project(tmp_path)
    put(home, ".gitignore", "mine\n")
    put(home, "content/originals/a.txt", "mine")
    put(home, "README.md", "mine")
    before = tree(tmp_path)
    init(tmp_path)
    after = tree(tmp_path)
    assert {name: after[name] for name in before} == before
    with pytest.raises(DossierError, match="a dossier here already") as caught:
        init(tmp_path)
    assert "dossier build" in caught.value.hint
    assert tree(tmp_path) == after


def test_a_file_in_the_way_is_an_error_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(DossierError, match="cannot be written") as caught:
        init(path)
    assert caught.value.where == path.as_posix()


def test_the_command_says_what_comes_next(tmp_path: Path) -> None:
    done = run(tmp_path, "init", "neu", "--lang", "en")
    assert done.exit_code == 0
    assert str(tmp_path / "neu") in done.stdout
    assert "then run `dossier build`" in done.stdout
    again = run(tmp_path, "init", "neu")
    assert again.exit_code == 1
    assert "neu/dossier.toml: error: there is a dossier here already" in again.stderr
    assert run(tmp_path, "init", "other", "--lang", "fr").exit_code == 2
    assert not (tmp_path / "other").exists()


def test_off_the_path_the_command_names_itself_so_that_it_is_found_from_the_new_folder(
    tmp_path: Path,
) -> None:
    own = tmp_path / "bin" / "dossier"
    own.parent.mkdir()
    own.write_text(f"#!{sys.executable}\nfrom dossier.cli import main\nmain()\n", encoding="utf-8")
    own.chmod(0o755)
    path = {"PATH": os.defpath}
    made = subprocess.run(
        ["bin/dossier", "init", "neu"], cwd=tmp_path, env=path, capture_output=True, check=True
    )
    command = made.stdout.decode().partition("then run `")[2].partition("`")[0]
    assert command.endswith(" build")
    home = tmp_path / "neu"
    built = subprocess.run(["sh", "-c", f"{command} --help"], cwd=home, env=path, check=False)
    assert built.returncode == 0
