from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from jinja2 import Environment

from dossier.effects import theme
from dossier.effects.output import Data, Left, Manifest
from dossier.errors import DossierError
from dossier.ground import Means
from dossier.press import Press, render_pages
from dossier.rendering.fileviews import SitemapView
from dossier.rendering.packing import pack
from dossier.rendering.parts import Parts, Section
from dossier.rendering.sheets import Sheet, hashed, ready
from dossier.rendering.theming import Theme

LOOK = Theme(*theme.load(Path("none")))
MAP = SitemapView(
    hrefs=("a/",), sitemap_url="https://x.example/sitemap.xml", editions=(("de", ""),)
)


class Folder:
    """A site in memory; `writes` counts the files that were written."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.writes: list[str] = []
        self.remembered = b""

    def sizes(self) -> dict[str, int]:
        return {path: len(data) for path, data in self.files.items()}

    def read(self, path: str) -> memoryview:
        return memoryview(self.files.get(path, b""))

    def write(self, files: Mapping[str, Data]) -> None:
        for path, data in files.items():
            self.files[path] = data if isinstance(data, bytes) else b"".join(data)
        self.writes += files

    def delete(self, paths: Iterable[str]) -> None:
        for path in paths:
            del self.files[path]

    def manifest(self) -> Manifest:
        return {}

    def finish(self, manifest: Manifest) -> None:
        raise AssertionError(manifest)

    def parts(self) -> bytes:
        return self.remembered

    def remember_parts(self, data: bytes) -> None:
        self.remembered = data


def press(look: Theme, folder: Folder, old: Manifest) -> Press:
    means = Means(jobs=1, tell=lambda *_: None)
    return Press(look, folder, Left(old, folder.sizes), means)


def test_views_are_rendered_and_finished_files_written_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str] = []

    def watched(pages: list[tuple[str, object]], look: Theme, cache: Path | None) -> object:
        sent.extend(path for path, _ in pages)
        return render_pages(pages, look, cache)  # type: ignore[arg-type]

    monkeypatch.setattr("dossier.press.render_pages", watched)
    folder = Folder()
    made = press(LOOK, folder, {})
    made.run([ready("robots.txt", MAP), ready("data/a.bin", b"\xff\x00")], expected=2)
    assert folder.files["data/a.bin"] == b"\xff\x00"
    assert folder.files["robots.txt"].endswith(b"Sitemap: https://x.example/sitemap.xml\n")
    assert sent == ["robots.txt"]
    assert made.manifest["data/a.bin"]["size"] == "2"


def test_what_follows_from_the_same_is_kept() -> None:
    folder = Folder()
    pages = [ready("robots.txt", MAP), ready("a.bin", b"a")]
    first = press(LOOK, folder, {})
    first.run(pages, expected=2)
    again = press(LOOK, folder, first.manifest)
    folder.writes.clear()
    again.run(pages, expected=2)
    assert (folder.writes, again.manifest) == ([], first.manifest)
    other = press(LOOK, folder, first.manifest)
    other.run([ready("robots.txt", MAP), ready("a.bin", b"b")], expected=2)
    assert folder.writes == ["a.bin"]


def test_a_page_whose_template_has_a_mistake_stays_as_it_was() -> None:
    folder = Folder()
    folder.files["robots.txt"] = b"before"
    files = LOOK.files | {"robots.txt": b"{{ view.nothing }}"}
    made = press(Theme(files, LOOK.origins), folder, {})
    made.run([ready("robots.txt", MAP), ready("a.bin", b"a")], expected=2)
    assert folder.files == {"robots.txt": b"before", "a.bin": b"a"}
    assert list(made.manifest) == ["a.bin"]
    assert made.failed["robots.txt"].where.startswith("templates/robots.txt:1")


def test_a_page_whose_key_is_known_is_not_even_made() -> None:
    folder, made = Folder(), []

    def page(key: str, made_of: SitemapView = MAP) -> Sheet[SitemapView]:
        def make() -> SitemapView:
            made.append(key)
            return made_of

        return Sheet("robots.txt", make, key)

    first = press(LOOK, folder, {})
    first.run([page("one")], expected=1)
    again = press(LOOK, folder, first.manifest)
    again.run([page("one")], expected=1)
    assert (made, again.manifest) == (["one"], first.manifest)
    # Another key and yet the same view: nothing is written, and the new key is known from then on.
    folder.writes.clear()
    other = press(LOOK, folder, first.manifest)
    other.run([page("two")], expected=1)
    assert (made, folder.writes) == (["one", "two"], [])
    last = press(LOOK, folder, other.manifest)
    last.run([page("two")], expected=1)
    assert made == ["one", "two"]


@pytest.mark.parametrize("what", ["file", "theme"])
def test_a_known_key_does_not_hide_that_the_file_or_the_theme_is_another(what: str) -> None:
    folder = Folder()
    pages = [Sheet("robots.txt", lambda: MAP, "one")]
    first = press(LOOK, folder, {})
    first.run(pages, expected=1)
    if what == "file":
        folder.files["robots.txt"] = b"changed by hand"
    look = LOOK if what == "file" else Theme({**LOOK.files, "robots.txt": b"new"}, LOOK.origins)
    folder.writes.clear()
    again = press(look, folder, first.manifest)
    again.run(pages, expected=1)
    assert folder.writes == ["robots.txt"]


def listed(*texts: str, made: list[str] | None = None) -> Sheet[Parts]:
    """Return a file that is made of a part for each text; those that are made go into `made`."""

    def make(place: int) -> bytes:
        if made is not None:
            made.append(texts[place])
        return texts[place].encode()

    keys = b"".join(map(hashed, texts))
    return Sheet("a.txt", lambda: Parts((b"[", Section("all", keys, make, b","), b"]")))


def test_of_a_file_of_parts_only_the_new_ones_are_made() -> None:
    folder, made = Folder(), list[str]()
    first = press(LOOK, folder, {})
    first.run([listed("a", "b", "c")], expected=1)
    assert folder.files["a.txt"] == b"[a,b,c]"
    again = press(LOOK, folder, first.manifest)
    again.run([listed("a", "other", "c", made=made)], expected=1)
    assert (made, folder.files["a.txt"]) == (["other"], b"[a,other,c]")
    assert again.manifest["a.txt"]["size"] == str(len(b"[a,other,c]"))
    made.clear()
    last = press(LOOK, folder, again.manifest)
    last.run([listed("c", "new", "a", made=made)], expected=1)
    assert (made, folder.files["a.txt"]) == (["new"], b"[c,new,a]")
    clean = press(LOOK, Folder(), {})
    clean.run([listed("c", "new", "a")], expected=1)
    assert clean.manifest == last.manifest


def test_a_file_whose_parts_are_all_known_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, made = Folder(), list[str]()
    first = press(LOOK, folder, {})
    first.run([listed("a", "b")], expected=1)
    folder.writes.clear()
    monkeypatch.setattr(Folder, "read", None)
    monkeypatch.setattr(Folder, "parts", None)
    again = press(LOOK, folder, first.manifest)
    again.run([listed("a", "b", made=made)], expected=1)
    assert (made, folder.writes, again.manifest) == ([], [], first.manifest)


def test_a_file_that_comes_out_as_it_was_is_not_written() -> None:
    folder, made = Folder(), list[str]()

    def page(key: str) -> Sheet[Parts]:
        def make(_place: int) -> bytes:
            made.append(key)
            return b"the same"

        return Sheet("a.txt", lambda: Parts((Section("all", hashed(key), make),)))

    first = press(LOOK, folder, {})
    first.run([page("one")], expected=1)
    folder.writes.clear()
    for _ in range(2):  # the other key is known from then on
        again = press(LOOK, folder, first.manifest)
        again.run([page("two")], expected=1)
        first = again
    assert (made, folder.writes) == (["one", "two"], [])


@pytest.mark.parametrize("what", ["by hand", "program", "index", "no index", "forced"])
def test_parts_are_only_taken_from_what_the_last_build_wrote(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, made = Folder(), list[str]()
    first = press(LOOK, folder, {})
    first.run([listed("a", "b", "c")], expected=1)
    if what == "by hand":  # of the same size
        folder.files["a.txt"] = b"[x,b,c]"
    if what == "program":
        monkeypatch.setattr("dossier.bindery.code_version", lambda: "another")
    if what in {"index", "no index"}:
        folder.remembered = b"broken" if what == "index" else b""
    again = press(LOOK, folder, {} if what == "forced" else first.manifest)
    again.run([listed("a", "other", "c", made=made)], expected=1)
    assert (made, folder.files["a.txt"]) == (["a", "other", "c"], b"[a,other,c]")


def test_a_file_of_parts_that_is_gone_is_made_again() -> None:
    folder, made = Folder(), list[str]()
    first = press(LOOK, folder, {})
    first.run([listed("a", "b")], expected=1)
    del folder.files["a.txt"]
    again = press(LOOK, folder, first.manifest)
    again.run([listed("a", "b", made=made)], expected=1)
    assert (made, folder.files["a.txt"]) == (["a", "b"], b"[a,b]")
    assert again.manifest == first.manifest


def test_what_is_held_of_a_file_is_only_what_the_last_build_made() -> None:
    folder = Folder()
    first = press(LOOK, folder, {})
    first.run([listed("a")], expected=1)
    assert press(LOOK, folder, first.manifest).held("a.txt", "all") == {hashed("a"): b"a"}
    assert press(LOOK, folder, {}).held("a.txt", "all") == {}


class Full(Folder):
    """A site in which no file of parts finds room."""

    def write(self, files: Mapping[str, Data]) -> None:
        if "a.txt" in files:
            raise DossierError("the disk is full", where="a.txt")
        super().write(files)


def test_a_file_of_parts_that_finds_no_room_ends_the_run() -> None:
    folder = Full()
    with press(LOOK, folder, {}) as made, pytest.raises(DossierError, match="the disk is full"):
        made.run([listed("a"), ready("b.bin", b"b")], expected=2)
    assert folder.remembered == b""


def test_parts_are_held_of_a_file_that_is_being_written() -> None:
    folder = Folder()
    first = press(LOOK, folder, {})
    first.run([listed("a")], expected=1)
    again = press(LOOK, folder, first.manifest)
    found: list[dict[bytes, bytes]] = []

    def ask() -> bytes:
        found.append(again.held("a.txt", "all"))
        return b""

    with again:
        again.run([listed("a", "b"), Sheet("b.bin", ask)], expected=2)
    assert found == [{hashed("a"): b"a", hashed("b"): b"b"}]
    assert folder.files["a.txt"] == b"[a,b]"


@pytest.mark.parametrize("changed", [False, True])
def test_files_of_parts_that_are_looked_at_before_come_out_the_same(*, changed: bool) -> None:
    folder = Folder()
    first = press(LOOK, folder, {})
    first.run([listed("a", "b")], expected=1)
    if changed:
        folder.files["a.txt"] = b"[x,y]"
    calls: list[str] = []
    with press(LOOK, folder, first.manifest) as again:
        again.run([listed("a", "b", "c", made=calls)], expected=1)
    assert folder.files["a.txt"] == b"[a,b,c]"
    assert calls == (["a", "b", "c"] if changed else ["c"])


def test_what_is_done_beside_is_done_when_the_press_is_left_and_its_mistakes_come_out() -> None:
    done: list[int] = []
    with press(LOOK, Folder(), {}) as made:
        made.beside(lambda: done.append(1))
    assert done == [1]

    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"), press(LOOK, Folder(), {}) as made:
        made.beside(fail)


def test_templates_are_compiled_once_for_all_builds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiled: list[str] = []
    compile_one = Environment.compile

    def counted(self: Environment, source: str, *args: object, **kwargs: object) -> object:
        compiled.append(source)
        return compile_one(self, source, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counted)
    page = [("robots.txt", pack(MAP))]

    def built(look: Theme) -> tuple[object, bool]:
        """Render as another process would, and say whether anything was compiled."""
        monkeypatch.setattr("dossier.press._RENDERERS", {})
        compiled.clear()
        [(_, data)] = render_pages(page, look, tmp_path)
        return data, bool(compiled)

    first, new = built(LOOK)
    assert new
    assert built(LOOK) == (first, False)
    changed = Theme(LOOK.files | {"robots.txt": b"{{ view.sitemap_url }}"}, LOOK.origins)
    assert built(changed) == (b"https://x.example/sitemap.xml", True)
    kept = next(tmp_path.iterdir())
    kept.write_bytes(kept.read_bytes().replace(b"sitemap", b"simetap"))
    assert built(changed) == (b"https://x.example/sitemap.xml", True)
