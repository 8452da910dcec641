from __future__ import annotations

from test_press import Folder

from dossier.bindery import Bindery, key_of
from dossier.rendering.parts import Parts, Section
from dossier.rendering.sheets import hashed


def file(*texts: str) -> Parts:
    keys = b"".join(map(hashed, texts))
    return Parts((Section("all", keys, lambda place: texts[place].encode()),))


def refusing() -> Parts:
    """Return the file of "a" and "b" that can only be put together of what is there."""

    def make(place: int) -> bytes:
        raise AssertionError(place)

    return Parts((Section("all", hashed("a") + hashed("b"), make),))


def test_what_was_put_together_is_known_to_the_next_build() -> None:
    folder = Folder()
    first = Bindery(folder)
    folder.write({"a.txt": first.bind("a.txt", file("a", "b"), trusted=False).data()})
    first.remember()
    assert Bindery(folder).bind("a.txt", refusing(), trusted=True).is_as_it_was()


def test_nothing_is_written_down_where_nothing_is_new() -> None:
    folder = Folder()
    first = Bindery(folder)
    first.remember()
    assert folder.remembered == b""
    first.bind("a.txt", file("a"), trusted=False)
    first.remember()
    known, folder.remembered = folder.remembered, b""
    first.remember()
    assert known != folder.remembered == b""


def test_what_other_files_consist_of_stays_known() -> None:
    folder = Folder()
    for path in ("a.txt", "b.txt"):
        one = Bindery(folder)
        folder.write({path: one.bind(path, file("a", "b"), trusted=False).data()})
        one.remember()
    last = Bindery(folder)
    assert all(last.bind(path, refusing(), trusted=True).index.size for path in folder.files)


def test_the_key_of_a_file_is_another_with_another_program(monkeypatch) -> None:  # noqa: ANN001
    before = key_of(file("a"))
    assert before == key_of(file("a")) != key_of(file("b"))
    monkeypatch.setattr("dossier.bindery.code_version", lambda: "another")
    assert key_of(file("a")) != before


def test_parts_that_the_last_build_made_are_found_by_their_keys() -> None:
    folder = Folder()
    first = Bindery(folder)
    folder.write({"a.txt": first.bind("a.txt", file("a", "b"), trusted=False).data()})
    first.remember()
    assert Bindery(folder).held("a.txt", "all") == {hashed("a"): b"a", hashed("b"): b"b"}
    assert Bindery(folder).held("b.txt", "all") == {}
