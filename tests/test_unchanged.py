from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers_project import CONFIG, RAIN, STORM, build, data, make, put, silent

from dossier import build as building
from dossier import rebuild, unchanged
from dossier.effects import search
from dossier.effects.output import DiskOutput
from dossier.effects.project import Project
from dossier.errors import Finding
from dossier.unchanged import Remembered

EMPTY = {"rain.md": RAIN, "leer.txt": b""}


def no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a build that starts to read the dossier fail."""

    def fail(*_arguments: object, **_named: object) -> None:
        pytest.fail("the build looked for something to do")

    monkeypatch.setattr(rebuild, "rebuild", fail)


def test_a_build_after_a_build_looks_at_nothing_and_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path, originals=EMPTY)
    first = build(home)
    no_work(monkeypatch)
    second = build(home)
    assert second.plan.render == second.plan.delete == {}
    assert sorted(second.plan.keep) == sorted(first.plan.render)
    assert second.total == 1
    assert [finding.where for finding in second.findings] == ["content/originals/leer.txt"]
    assert second.findings == first.findings


def reword(home: Project) -> None:
    put(home, "content/articles/2023-05-04-rain.md", RAIN.replace("kommt", "geht"))


def retitle(home: Project) -> None:
    put(home, "dossier.toml", CONFIG.replace("Wetter", "Klima"))


def restyle(home: Project) -> None:
    put(home, "templates/assets/site.css", "/* leer */")


def forget(home: Project) -> None:
    (home.site / "articles/2023-05-04-rain/index.html").unlink()


def litter(home: Project) -> None:
    put(home, "site/stray.html", "")


def remove(home: Project) -> None:
    (home.articles / "2023-05-04-rain.md").unlink()
    (home.originals / "rain.md").unlink()


@pytest.mark.parametrize("act", [reword, retitle, restyle, forget, litter, remove])
def test_any_change_is_seen(tmp_path: Path, act: Callable[[Project], None]) -> None:
    home = make(tmp_path, originals={"rain.md": RAIN})
    build(home)
    act(home)
    plan = build(home).plan
    assert plan.render or plan.delete


def test_what_an_editor_changes_during_a_build_is_seen_by_the_next(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"rain.md": RAIN, "storm.md": STORM})

    def tell(step: str, _done: int, _of: int) -> None:
        if step == "rendering":
            path = home.articles / "2022-11-storm.md"
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("Der Sturm zieht ab", "Abzug"), encoding="utf-8")

    building.build(home, tell=tell)
    building.build(home, tell=silent)
    assert "Abzug" in [article["title"] for article in data(home)["articles"]]


def test_a_mistake_in_a_template_is_said_until_it_is_mended(tmp_path: Path) -> None:
    wrong = {"templates/partials/_footer.html": "{{ 1 / 0 }}"}
    home = make(tmp_path, originals={"rain.md": RAIN}, files=wrong)
    assert build(home).failed
    assert build(home).failed


def test_a_snapshot_names_each_file_and_hashes_what_is_in_it(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"a.md": "eins", "b.md": "eins"})
    (home.articles / "c.md").symlink_to("nowhere.md")
    files = unchanged.snapshot(home)
    assert set(files) == {"dossier.toml", *(f"content/articles/{name}.md" for name in "abc")}
    assert files["content/articles/a.md"] == files["content/articles/b.md"] != ""
    assert files["content/articles/c.md"] == ""


def test_a_renamed_file_is_another_state() -> None:
    assert unchanged.state({"a": "1"}, ()) != unchanged.state({"b": "1"}, ())
    assert unchanged.state({"a": "1"}, ["x"]) != unchanged.state({"a": "1"}, ["y"])


def test_what_is_remembered_is_recalled_in_the_same_state_only() -> None:
    said = Remembered(total=3, findings=(Finding(where="a", message="b", level="note"),))
    manifest = {"index.html": {"size": "5"}, "pagefind/": {"view": "x"}}
    unchanged.remember(manifest, "s", said)
    assert unchanged.recall(manifest, lambda: {"index.html": 5}, "s") == said
    assert unchanged.recall(manifest, lambda: {"index.html": 5}, "t") is None
    assert unchanged.recall(manifest, lambda: {"index.html": 6}, "s") is None
    manifest["./"]["findings"] = "["
    assert unchanged.recall(manifest, lambda: {"index.html": 5}, "s") is None


def test_without_its_index_a_site_is_not_as_it_was(tmp_path: Path) -> None:
    home = make(tmp_path, config=CONFIG.replace("false", "true"), originals={"rain.md": RAIN})
    building.build(home, tell=silent, output=DiskOutput(home.site, home.cache))
    (home.site / "pagefind" / search.ENTRY).unlink()
    assert building.build(home, tell=silent).indexed == 1
