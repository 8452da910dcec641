from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers_project import RAIN, STORM, add, build, make, put

from dossier.arrivals import Arrival
from dossier.errors import Finding
from dossier.inbox import Incoming
from dossier.outcome import (
    called,
    count,
    of_add,
    of_build,
    of_check,
    of_init,
    problems,
    reasons,
    summary,
    what_came_in,
    what_would_come_in,
)

CAME = [
    Arrival(
        kind="new",
        where="in/a.md",
        article="2023-a",
        path="content/articles/2023-a.md",
        title="A",
        date="2023",
        lang="de",
    ),
    Arrival(
        kind="new",
        where="in/b.md",
        article="b",
        path="content/articles/b.md",
        title="B\033[31m",
        copy_of="2023-a",
    ),
    Arrival(
        kind="version",
        where="in/c.md",
        article="c",
        path="content/articles/c.md",
        title="C",
        date="2023-09",
        lang="en",
        note="1 block added",
    ),
    Arrival(kind="present", where="in/d.md"),
    Arrival(kind="refused", where="in/e\n.md", note="the file is empty"),
]


def test_one_of_a_thing_is_no_plural() -> None:
    assert (count(1, "page", "pages"), count(0, "page", "pages")) == ("1 page", "0 pages")


def test_what_was_written_is_named() -> None:
    assert list(what_came_in(CAME)) == [
        "added content/articles/2023-a.md",
        "added content/articles/b.md (tells the same as 2023-a)",
        "renewed content/articles/c.md: 1 block added",
    ]


def test_what_would_come_in_is_a_table_that_no_name_can_break() -> None:
    assert list(what_would_come_in(CAME)) == [
        "new             2023-a  2023  de  A  (in/a.md)",
        "wire copy       b  no date  ??  B\\x1b[31m  (in/b.md, tells the same as 2023-a)",
        "new version     c  2023-09  en  C  (in/c.md, 1 block added)",
        "already there   in/d.md",
        "refused         in/e\\n.md: the file is empty",
    ]


def test_the_summary_counts_by_kind() -> None:
    assert summary(CAME, 1, 3) == (
        "2 new articles (1 wire copy), 1 new version, 1 already there, 1 refused, "
        "1 passage put on topic pages; 3 articles in all"
    )
    assert summary([], None, 1) == "0 new articles; 1 article in all"


def program(folder: Path, name: str = "dossier") -> Path:
    """Put a program into a folder, one that says that it ran."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\necho it ran", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_program_is_called_by_its_name_where_that_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, other = program(tmp_path / "own"), program(tmp_path / "other")
    monkeypatch.setenv("PATH", str(own.parent))
    monkeypatch.setattr(sys, "argv", [str(own)])
    assert called() == called(anywhere=True) == "dossier"
    monkeypatch.setenv("PATH", str(other.parent))
    monkeypatch.chdir(tmp_path)
    assert (called(), called(anywhere=True)) == ("own/dossier", str(own))
    monkeypatch.setattr(sys, "argv", ["own/dossier"])
    assert (called(), called(anywhere=True)) == ("own/dossier", str(own))
    monkeypatch.setattr(sys, "argv", [str(program(tmp_path / "own", "pytest"))])
    assert called() == "dossier"  # it has been imported by something else


def test_what_to_do_next_works_in_the_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = program(tmp_path / "my programs")
    home = tmp_path / "somewhere" / "else"
    home.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["my programs/dossier"])
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    said = of_init(home)
    assert str(home) in said
    command = said.partition("`")[2].partition("`")[0]
    assert command == f"'{own}' build"
    done = subprocess.run(["sh", "-c", command], cwd=home, capture_output=True, check=True)
    assert done.stdout == b"it ran\n"


def test_findings_are_counted_by_how_grave_they_are() -> None:
    found = [Finding(where="", message="x"), Finding(where="", message="x", level="note")]
    assert of_check([*found, *found]) == "0 errors, 2 warnings, 2 notes"
    assert of_check([Finding(where="", message="x", level="error")]) == (
        "1 error, 0 warnings, 0 notes"
    )


def test_what_a_dry_run_lists_as_refused_is_no_problem_besides(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    put(home, "content/articles/x.md", "---\na: b: c\n---\n")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.md").write_text(RAIN, encoding="utf-8")
    (inbox / "leer.txt").touch()
    for dry, refused in ((True, 0), (False, 1)):
        added = add(home, incoming=Incoming(paths=(inbox,), dry=dry))
        where = [one.where for one in problems(added, dry=dry)]
        assert len([one for one in where if one.endswith("leer.txt")]) == refused
        assert len(where) == refused + 1
        assert ("Nothing was written" in of_add(added, dry=dry)) == dry


def test_a_build_says_what_it_rendered_and_why(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"a.md": RAIN, "b.md": STORM})
    said = of_build(build(home), 1.23)
    assert said.startswith("2 new articles, 4 passages put on topic pages; 2 articles in all\n")
    assert "site/ (1.2 s)" in said
    put(home, "site/stray.html", "x")
    again = build(home)
    kept = len(again.plan.keep)
    assert reasons(again.plan) == f"delete  stray.html: no page of this site\nkeep    {kept} files"
    assert f"0 pages rendered, {kept} kept, 1 deleted" in of_build(again, 0)
