"""A folder full of odd things: what can be read comes in, for the rest there is a reason each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from helpers_project import RAIN, add, make, tree

from dossier.inbox import Incoming

ODD = ("a\nb.txt", "😀.txt", "CON.txt", "nul.md", "a..b.txt", "-rf.txt", "\u202egpj.txt", "~.md")


def test_odd_names_come_in_under_plain_ones(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    inbox = tmp_path / "in..box"
    inbox.mkdir()
    for number, name in enumerate(ODD):
        word = "".join(chr(97 + number) for _ in range(9))
        (inbox / name).write_text(f"{word.title()} {word * 2} {word * 3}.\n", encoding="utf-8")
    added = add(home, incoming=Incoming(paths=(inbox,)))
    assert added.content.findings == []
    assert len(added.articles) == len(ODD)
    names = tree(home.originals)
    assert len(names) == len(ODD)
    assert all(
        name.isascii() and name.replace("-", "").replace(".", "").isalnum() for name in names
    )
    assert not {name.partition(".")[0] for name in names} & {"con", "nul", "", "prn", "aux"}
    assert {path.name for path in tmp_path.iterdir()} == {"home", "in..box"}


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path / "home")
    inbox = tmp_path / "inbox"
    (inbox / "x.html").mkdir(parents=True)
    (inbox / "good.txt").write_text(RAIN, encoding="utf-8")
    (inbox / "locked.txt").write_text("secret", encoding="utf-8")
    (inbox / "gone.txt").symlink_to(inbox / "nothing.txt")
    (inbox / "loop.txt").symlink_to(inbox / "loop.txt")
    (inbox / "out.txt").symlink_to("/etc/passwd")
    os.mkfifo(inbox / "pipe.html")
    read = Path.read_bytes

    def locked(path: Path, *rest: Any) -> bytes:  # noqa: ANN401 - whatever the base takes
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return read(path, *rest)

    monkeypatch.setattr(Path, "read_bytes", locked)
    found = add(home, incoming=Incoming(paths=(inbox,))).content.findings
    assert sorted(Path(one.where).name for one in found) == [
        *("gone.txt", "locked.txt", "loop.txt", "out.txt", "pipe.html")
    ]
    assert all(one.message and one.hint for one in found)
    (reason,) = (one.message for one in found if one.where.endswith("locked.txt"))
    assert "Permission denied" in reason
    assert list(tree(home.originals)) == ["good.txt"]


@pytest.mark.parametrize(("key", "counts"), [("topics", True), ("tags", False)])
def test_an_outlets_tag_is_no_editors_word(tmp_path: Path, key: str, *, counts: bool) -> None:
    home = make(tmp_path)
    known = home.config().topic_values()[0].id
    front = f"title: T\n{key}: [{known}, Sport]\nlastmod: 2023-09-14\n"
    text = f"---\n{front}---\nEin Satz steht hier.\n"
    (home.originals / "a.md").write_text(text, encoding="utf-8")
    (article,) = add(home).articles
    written = (home.articles / f"{article}.md").read_text(encoding="utf-8")
    assert (f"topics:\n- {known}\n" in written or f"topics: [{known}]" in written) == counts
    assert "Sport" not in written
    assert "modified: '2023-09-14'" in written or "modified: 2023-09-14" in written
