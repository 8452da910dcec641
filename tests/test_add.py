from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers_project import RAIN, STORM, make, put, run, tree

from dossier import cli
from dossier.add import update
from dossier.effects.project import Project
from dossier.effects.store import Store


def add(home: Project) -> tuple[tuple[str, ...], int, list[tuple[str, int, int]]]:
    told: list[tuple[str, int, int]] = []
    store = Store(home.cache / "cache.sqlite")
    added = update(
        home,
        home.config(),
        store,
        jobs=1,
        tell=lambda step, done, of: told.append((step, done, of)),
    )
    store.close()
    return added.articles, added.offered, told


def test_only_what_is_new_is_read_and_understood(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN})
    assert add(home) == (("2023-05-04-a",), 1, [("reading", 1, 1), ("understanding", 1, 1)])
    before = tree(home.content)
    assert add(home) == ((), 0, [])
    assert tree(home.content) == before
    put(home, "content/originals/b.md", STORM)
    assert add(home) == (("2022-11-b",), 3, [("reading", 1, 1), ("understanding", 1, 1)])


def test_new_terms_are_looked_for_in_all_articles(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    add(home)
    config = (tmp_path / "dossier.toml").read_text(encoding="utf-8")
    put(home, "dossier.toml", config.replace('"Niederschlag"', '"Keller"'))
    articles, _, told = add(home)
    assert (articles, told) == ((), [("understanding", 2, 2)])


def test_without_the_cache_nothing_is_different(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    add(home)
    before = tree(home.content)
    for path in home.cache.iterdir():
        path.unlink()
    assert add(home)[:2] == ((), 0)
    assert tree(home.content) == before


def test_the_command_takes_files_from_outside_and_says_what_it_added(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    rain = tmp_path / "Der Regen.md"
    rain.write_bytes(RAIN.encode())
    done = run(home, "add", "../Der Regen.md")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "added content/articles/2023-05-04-der-regen.md\n"
        "1 new article, 1 passage put on topic pages; 1 article in all\n"
    )
    assert (home.originals / "der-regen.md").read_bytes() == rain.read_bytes() == RAIN.encode()
    assert not home.site.exists()
    again = run(home.articles, "add", "-q", tmp_path / "Der Regen.md")
    assert (again.exit_code, again.output) == (0, "")
    assert len(tree(home.originals)) == 1


def test_the_command_refuses_a_link_and_takes_the_rest(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.md").write_text(RAIN, encoding="utf-8")
    (inbox / "b.md").symlink_to("/etc/hostname")
    done = run(home, "add", inbox)
    assert done.exit_code == 0
    assert done.stderr == (
        f"{inbox.as_posix()}/b.md: error: this link leads out of the dossier's folder\n"
        "    put the file itself here\n"
    )
    assert list(tree(home.originals)) == ["a.md"]
    strict = run(home, "add", "--strict", inbox)
    assert strict.exit_code == 1
    assert run(home, "add", "--strict", inbox / "a.md").exit_code == 0
    assert run(home, "add", "--strict", "none.md").exit_code == 1


def test_an_article_written_by_hand_with_title_and_date_alone(tmp_path: Path) -> None:
    home = make(tmp_path, articles={"regen.md": RAIN})
    assert add(home)[:2] == ((), 1)
    assert (home.articles / "regen.md").read_text(encoding="utf-8") == RAIN
    page = (home.topics / "regen/2023.md").read_text(encoding="utf-8")
    assert "## [Der Regen kommt](../../articles/regen.md) — 2023-05-04" in page


def test_a_list_of_files_comes_in_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path / "project")
    outside = tmp_path / "regen.md"
    outside.write_text(RAIN, encoding="utf-8")
    monkeypatch.chdir(home.root)
    done = CliRunner().invoke(cli.app, ["add", "-"], input=f"{outside}\n\n")
    assert done.exit_code == 0
    assert "1 new article" in done.stdout
    assert (home.originals / "regen.md").read_bytes() == outside.read_bytes()


def test_an_address_that_is_none_is_refused_and_strict_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path)
    monkeypatch.chdir(home.root)
    done = CliRunner().invoke(cli.app, ["add", "--strict", "file:///etc/passwd"])
    assert done.exit_code == 1
    assert "file:///etc/passwd" in done.stderr
    assert list(home.originals.iterdir()) == []


def test_a_dry_run_lists_what_would_come_in(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    inbox = Project(tmp_path / "inbox")
    put(inbox, "a.md", RAIN)
    put(inbox, "leer.txt", "")
    done = run(home, "add", "--dry-run", "../inbox")
    assert done.exit_code == 0
    assert done.stdout == (
        "new             2023-05-04-a  2023-05-04  de  Der Regen kommt  (../inbox/a.md)\n"
        "refused         ../inbox/leer.txt: the file is empty\n"
        "Nothing was written. 1 new article, 1 refused; 1 article in all\n"
    )
    assert done.stderr == ""
    assert sorted(path.name for path in home.root.rglob("*")) == [
        *("articles", "content", "dossier.toml", "originals")
    ]
    assert run(home, "add", "--dry-run", "--strict", "../inbox").exit_code == 1


def test_the_summary_counts_what_came_in_by_kind(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    inbox = Project(tmp_path / "inbox")
    put(inbox, "a.md", RAIN)
    run(home, "add", "-q", inbox.root)
    put(inbox, "a-neu.md", RAIN.replace("am Morgen", "am frühen Morgen"))
    put(inbox, "foto.jpg", "x")
    done = run(home, "add", inbox.root)
    assert done.stdout == (
        "renewed content/articles/2023-05-04-a.md: 1 block reworded\n"
        "0 new articles, 1 new version, 1 already there, 1 refused, "
        "0 passages put on topic pages; 1 article in all\n"
    )
    assert "files like .jpg cannot be read" in done.stderr


# What a shell starts with & has interrupts ignored, and so have its tests.
INTERRUPTIBLE = """
import signal
from dossier.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
if __name__ == "__main__":
    main()
"""


# With two jobs, as many as are worth starting processes for.
@pytest.mark.parametrize(
    ("place", "jobs", "number_of"), [("originals", "1", 60), ("articles", "2", 210)]
)
def test_whoever_interrupts_has_whole_articles_and_can_go_on(
    tmp_path: Path, place: str, jobs: str, number_of: int
) -> None:
    inbox = Project(tmp_path / "inbox")
    for number in range(number_of):
        text = RAIN.replace("title: Der Regen", f"lang: de\ntitle: Nummer {number}")
        put(inbox, f"n{number}.md", text)
    whole, home = make(tmp_path / "whole"), make(tmp_path / "home")
    run(whole, "add", "-q", inbox.root)
    command = [sys.executable, "-c", INTERRUPTIBLE, "add", "-j", jobs]
    with subprocess.Popen(
        [*command, inbox.root], cwd=home.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while not any((home.content / place).iterdir()):
            assert process.poll() is None
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.endswith(b"stopped; what was finished is kept\n")
    there = tree(home.content)
    assert there.items() <= tree(whole.content).items()
    assert len(there) < len(tree(whole.content))
    assert [path for path in home.content.rglob(".*") if path.is_file()] == []
    assert run(home, "add", "-q", inbox.root).exit_code == 0
    assert tree(home.content) == tree(whole.content)
