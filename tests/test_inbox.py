from __future__ import annotations

import io
import os
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from helpers_project import RAIN, make, put, silent, tree
from helpers_web import Answer, running

from dossier.effects.fetch import Fetcher
from dossier.effects.project import Project
from dossier.inbox import Inbox, named, recorded, to_follow
from dossier.model import Draft
from dossier.originals import Shelf
from dossier.reading.entries import Entry


def originals(home: Project) -> dict[str, bytes]:
    return tree(home.originals)


def take(home: Project, *paths: Path, dry: bool = False) -> Inbox:
    made = Inbox(home, Shelf(), dry=dry)
    made.take(paths, silent)
    return made


def test_files_come_in_byte_for_byte_under_a_safe_name(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    outside = tmp_path / "Eingang"
    data = {
        "Müller & Söhne.TXT": b"\xef\xbb\xbf\xe4 caf\xe9\r\n\x00",
        "a.md": RAIN.encode(),
        "Interview Dr. Müller": b"Ein Satz.\r\n",
    }
    outside.mkdir()
    for name, content in data.items():
        (outside / name).write_bytes(content)
    made = take(home, *(outside / name for name in data))
    assert made.findings == []
    assert originals(home) == {
        "mueller-soehne.txt": data["Müller & Söhne.TXT"],
        "a.md": data["a.md"],
        "interview-dr-mueller": data["Interview Dr. Müller"],
    }
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == data
    assert [one.where for one in made.originals] == [str(outside / name) for name in data]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("CON.txt", "con-1.txt"),
        ("aux", "aux-1"),
        ("\N{PARTY POPPER}.txt", "original.txt"),
        ("Zeile\neins.md", "zeile-eins.md"),
        ("..\\..\\etc.txt", "etc.txt"),
        ("ein \x1b[31mroter.txt", "ein-31mroter.txt"),
        (f"{'lang ' * 45}.txt", f"{'lang-' * 13}"[:64].rstrip("-") + ".txt"),
        (os.fsdecode(b"M\xfcller.txt"), "m-ller.txt"),
    ],
)
def test_a_name_that_some_system_cannot_hold_becomes_one_that_all_can(
    tmp_path: Path, given: str, kept: str
) -> None:
    home = make(tmp_path / "home")
    (tmp_path / given).write_bytes(b"Ein Satz.")
    made = take(home, tmp_path / given)
    assert (made.findings, list(originals(home))) == ([], [kept])


def test_a_folder_called_like_a_page_is_a_folder(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    put(Project(tmp_path), "inbox/x.html/a.txt", "A")
    put(Project(tmp_path), "inbox/b.html", "<p>B")
    assert take(home, tmp_path / "inbox").findings == []
    assert set(originals(home)) == {"a.txt", "b.html"}


def test_a_folder_gives_all_its_files_and_says_which_it_cannot(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    inbox = Project(tmp_path / "inbox")
    put(inbox, "deep/er/a.txt", "A")
    put(inbox, "b.md", "B")
    put(inbox, "photo.jpg", "J")
    put(inbox, ".hidden.txt", "H")
    (finding,) = take(home, inbox.root).findings
    assert originals(home) == {"a.txt": b"A", "b.md": b"B"}
    assert finding.where == (inbox.root / "photo.jpg").as_posix()
    assert ("files like .jpg cannot be read" in finding.message, finding.level) == (True, "error")
    assert ".txt" in finding.hint


def test_a_folder_that_nobody_may_look_into_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path / "home")
    put(Project(tmp_path), "inbox/shut/a.txt", "A")
    put(Project(tmp_path), "inbox/b.txt", "B")
    real = os.scandir

    def shut(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", shut)  # whoever runs the tests may be allowed everything
    (finding,) = take(home, tmp_path / "inbox").findings
    assert finding.where == (tmp_path / "inbox/shut").as_posix()
    assert "cannot be looked into: Permission denied" in finding.message
    assert list(originals(home)) == ["b.txt"]


def test_the_same_name_with_another_text_gets_a_number(tmp_path: Path) -> None:
    home = make(tmp_path / "home", originals={"a.txt": "first"})
    shelf = Shelf()
    for text in ("second", "third", "second"):
        inbox = Inbox(home, shelf, dry=False)
        inbox.take([put(Project(tmp_path / text), "A.txt", text)], silent)
    assert originals(home) == {"a.txt": b"first", "a-2.txt": b"second", "a-3.txt": b"third"}
    assert [where for where, _ in inbox.present] == [str(tmp_path / "second/A.txt")]


def test_versions_come_in_in_their_order(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    names = ["a.html", "a-2.html", "a-10.html", "b.html"]
    for name in reversed(names):
        put(Project(tmp_path), f"inbox/{name}", name)
    made = take(home, tmp_path / "inbox")
    assert [one.where.rpartition("/")[2] for one in made.originals] == names


def test_what_lies_in_the_originals_already_stays(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"Ein Name.txt": "x"})
    made = take(home, home.originals, home.originals / "Ein Name.txt")
    assert (made.findings, made.originals) == ([], [])
    assert originals(home) == {"Ein Name.txt": b"x"}


def test_links_out_of_the_folder_and_what_is_missing_are_refused(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (inbox / "a.txt").symlink_to(tmp_path / "secret.txt")
    (inbox / "folder").symlink_to(tmp_path)
    (inbox / "circle.txt").symlink_to(inbox / "circle.txt")
    os.mkfifo(inbox / "pipe.txt")
    found = take(home, inbox, inbox / "a.txt", tmp_path / "none.txt", Path("a\0b")).findings
    out = "this link leads out of the dossier's folder"
    assert [(one.where.rpartition("/")[2], one.message.partition(":")[0]) for one in found] == [
        ("none.txt", "there is no such file or folder"),
        ("a\0b", "it cannot be read"),
        ("a.txt", out),
        ("circle.txt", "the file cannot be read"),
        ("folder", out),
        ("pipe.txt", "this is no file"),
        ("a.txt", out),
    ]
    assert originals(home) == {}


def test_in_a_dry_run_nothing_is_written_and_all_is_known(tmp_path: Path) -> None:
    home = make(tmp_path / "home", originals={"a.md": "other"})
    put(Project(tmp_path), "inbox/a.md", RAIN)
    put(Project(tmp_path), "inbox/deep/a.md", RAIN + "x")
    before = tree(tmp_path)
    made = take(home, tmp_path / "inbox", dry=True)
    assert [one.inside for one in made.originals] == ["originals/a-2.md", "originals/a-3.md"]
    for one in made.originals:
        made.discard(one)
    assert tree(tmp_path) == before


def test_what_is_of_no_use_is_taken_away_again(tmp_path: Path) -> None:
    home = make(tmp_path, originals={"kept.md": RAIN})
    with running() as site, Fetcher(allow_private=True) as fetcher:
        site.pages["/der-regen-kommt"] = Answer()
        made = Inbox(home, Shelf(), dry=False)
        (page,) = made.fetch([site.url("/der-regen-kommt")], fetcher, silent)
        assert set(originals(home)) == {
            *("kept.md", "der-regen-kommt.html", "der-regen-kommt.html.source.json")
        }
        assert recorded(home) == {"127.0.0.1/der-regen-kommt"}
    made.discard(page)
    assert set(originals(home)) == {"kept.md"}


def test_an_address_is_asked_for_once_and_its_fault_is_named(tmp_path: Path) -> None:
    home = make(tmp_path)
    told: list[tuple[str, int, int]] = []
    with running() as site, Fetcher(allow_private=True) as fetcher:
        site.pages["/a"] = Answer()
        wanted = [site.url("/a"), site.url("/none"), site.url("/a"), "ftp://example.org/a"]
        made = Inbox(home, Shelf(), dry=True)
        made.fetch(wanted, fetcher, lambda *step: told.append(step))
        assert site.asked.count("/a") == 1
    assert [one.where for one in made.findings] == [wanted[1], wanted[3]]
    assert told == [("fetching", number, 3) for number in range(3)]
    assert originals(home) == {}


def test_of_a_feeds_articles_only_those_are_wanted_that_are_not_there() -> None:
    links = [
        Entry(name=url, draft=Draft(blocks=()), url=url)
        for url in ("https://a.example/1", "https://a.example/2", "", "https://a.example/2")
    ]
    assert to_follow(links, lambda url: url.endswith("1")) == ["https://a.example/2"]


def test_of_what_is_named_addresses_are_fetched_and_the_rest_are_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("b.md\n\n  https://b.example/  \n"))
    wishes = {"allow_private": False, "ignore_robots": False, "dry": True}
    with ExitStack() as held:
        both = named(["a.md", "-", "https://a.example/"], held, fetch=False, **wishes)
        assert both.paths == (Path("a.md"), Path("b.md"))
        assert both.addresses == ("https://b.example/", "https://a.example/")
        assert both.fetcher
        assert both.dry
        assert named(["C:/a.md"], held, fetch=False, **wishes).fetcher is None
        assert named(["feed.xml"], held, fetch=True, **wishes).fetcher
