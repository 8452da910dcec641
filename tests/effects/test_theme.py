from __future__ import annotations

from pathlib import Path

import pytest

from dossier.effects import theme
from dossier.effects.project import Project
from dossier.errors import ThemeError
from dossier.rendering.theming import Theme


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A default theme of two files and two languages."""
    folder = tmp_path / "default"
    put(folder, "base.html", "base")
    put(folder, "assets/site.css", "css")
    put(folder, "i18n/de.toml", 'a = "A"\nb = "B"\n')
    put(folder, "i18n/en.toml", 'a = "A"\n')
    monkeypatch.setattr(theme, "default_folder", lambda: folder)
    return folder


def test_the_default_theme_is_there_with_both_languages() -> None:
    files, origins = theme.load(Path("/nowhere"))
    assert {"base.html", "i18n/de.toml", "i18n/en.toml", "layouts/home.html"} <= set(files)
    assert origins["base.html"] == "templates/base.html"
    assert set(origins) == set(files)


@pytest.mark.usefixtures("default")
def test_without_files_of_its_own_a_project_has_the_default(tmp_path: Path) -> None:
    files, _ = theme.load(tmp_path / "none")
    assert set(files) == {"base.html", "assets/site.css", "i18n/de.toml", "i18n/en.toml"}


@pytest.mark.usefixtures("default")
def test_a_projects_own_file_goes_before_the_default(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    put(own, "base.html", "mine")
    put(own, "layouts/new.html", "new")
    files, _ = theme.load(own)
    assert files["base.html"] == b"mine"
    assert files["layouts/new.html"] == b"new"
    assert files["assets/site.css"] == b"css"


@pytest.mark.usefixtures("default")
def test_a_projects_own_words_need_only_hold_what_they_change(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    put(own, "i18n/de.toml", 'b = "mein B"\n')
    look = Theme(*theme.load(own))
    words = look.wording("de")
    assert (words.text("a"), words.text("b")) == ("A", "mein B")
    assert look.wording("en").text("a") == "A"
    with pytest.raises(ThemeError, match="the text `c` is missing") as caught:
        words.text("c")
    assert caught.value.where == "templates/i18n/de.toml"


def test_the_default_folder_as_a_projects_own_is_the_default(default: Path) -> None:
    files, _ = theme.load(default)
    assert not [path for path in files if path.startswith("default/")]


@pytest.mark.usefixtures("default")
def test_only_files_of_a_theme_are_taken(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    for name in (".hidden.html", ".git/a.html", "notes.docx", "a.html~", "assets/photo.webp"):
        put(own, name, "x")
    files, _ = theme.load(own)
    assert "assets/photo.webp" in files
    assert len(files) == 5


def test_the_folder_in_the_package_goes_before_the_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "dossier" / "effects" / "theme.py"
    module.parent.mkdir(parents=True)
    monkeypatch.setattr(theme, "__file__", str(module))
    assert theme.default_folder() == tmp_path / "templates"
    (tmp_path / "dossier" / "templates").mkdir()
    assert theme.default_folder() == tmp_path / "dossier" / "templates"


@pytest.mark.usefixtures("default")
def test_links_out_of_the_project_are_no_templates(tmp_path: Path) -> None:
    home = Project(tmp_path / "home")
    put(tmp_path, "outside/base.html", "secret")
    put(home.templates, "mine.html", "mine")
    (home.templates / "base.html").symlink_to(tmp_path / "outside/base.html")
    (home.templates / "layouts").symlink_to(tmp_path / "outside")
    (home.templates / "same.html").symlink_to(home.templates / "mine.html")
    files, _ = theme.load(home.templates)
    assert (files["base.html"], files["same.html"]) == (b"base", b"mine")
    assert b"secret" not in files.values()
    found = theme.refused(home)
    assert [one.where for one in found] == ["templates/base.html", "templates/layouts"]
    assert {(one.level, one.message) for one in found} == {
        ("error", "this link leads out of the dossier's folder")
    }
    assert theme.refused(Project(tmp_path / "none")) == []
