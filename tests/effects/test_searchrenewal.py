"""What the engine says of few changed pages, put in their places, is what it says of all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from helpers_search import COUNT, files, put

from dossier.effects import search, searchrun
from dossier.effects.search import Batch, Indexer
from dossier.effects.searchpart import Source

EDGE = 22  # the pages from here on are a batch of their own, which stays as it is


class Desk:
    """A site of which pages change; two batches, and what the engine had to read."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.site, self.out = folder, folder / "site", folder / "pagefind"
        self.states = {put(self.site, number): "" for number in range(COUNT)}
        self.read: list[str] = []
        monkeypatch.setattr(search, "lay_out", self._lay_out)

    def _lay_out(self, site: Path, ground: Path, pages: Mapping[str, str]) -> dict[str, Source]:
        self.read += pages
        return searchrun.lay_out(site, ground, pages)

    def put(self, number: int, edition: str = "", kind: int = -1) -> None:
        self.states[put(self.site, number, edition, kind)] = f"{edition}{kind}"

    def remove(self, number: int) -> None:
        page = f"articles/a{number:02}/index.html"
        (self.site / page).unlink()
        del self.states[page]

    def batches(self) -> list[Batch]:
        edge = f"articles/a{EDGE}"
        pages = sorted(self.states)
        parts = [page for page in pages if page < edge], [page for page in pages if page >= edge]
        return [
            Batch(tuple(part), "".join(stamps).encode().hex() or "0", stamps)
            for part in parts
            for stamps in [tuple(f"{self.states[page]}/" for page in part)]
        ]

    def index(self) -> list[int]:
        """Bring the index up to date, and return the numbers of the pages that the engine read."""
        self.read.clear()
        Indexer(self.site, self.folder / "cache").index(self.out, self.batches())
        return [int(page.removeprefix("articles/a")[:2]) for page in self.read]

    def is_as_if_made_anew(self) -> bool:
        clean = self.folder / "clean/pagefind"
        Indexer(self.site, self.folder / "none").index(clean, self.batches())
        return files(self.out) == files(clean)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, monkeypatch)
    assert len(desk.index()) == COUNT
    return desk


@pytest.mark.parametrize("numbers", [[0], [8], [21], [3, 4, 17], [1], [5]])
def test_only_changed_pages_are_read(desk: Desk, numbers: list[int]) -> None:
    for number in numbers:
        desk.put(number, "new")
    assert desk.index() == numbers
    assert desk.is_as_if_made_anew()
    assert desk.index() == []


@pytest.mark.parametrize("number", [1, 12, 21])
def test_a_page_goes_and_comes_back(desk: Desk, number: int) -> None:
    desk.remove(number)
    assert desk.index() == []
    assert desk.is_as_if_made_anew()
    desk.put(number, "back")
    desk.put(2, "too")
    assert desk.index() == sorted({number, 2})
    assert desk.is_as_if_made_anew()


def test_a_page_is_in_another_language(desk: Desk) -> None:
    desk.put(3, kind=4)
    assert desk.index() == [3]
    assert desk.is_as_if_made_anew()


def test_the_last_page_of_a_language_or_with_a_field_goes(desk: Desk) -> None:
    """Then all are read: what a bundle says of itself follows from all of them."""
    for number in (1, 4, 7, 13, 16):
        desk.put(number, kind=3)
    assert desk.index() == [1, 4, 7, 13, 16]
    assert desk.is_as_if_made_anew()
    desk.put(10, kind=3)  # the last in English with a field of its own
    assert desk.index() == [10, *range(EDGE)]
    assert desk.is_as_if_made_anew()
    desk.put(19, kind=3)  # the last in English
    assert desk.index() == [19, *range(EDGE)]
    assert desk.is_as_if_made_anew()
    desk.put(20, kind=4)  # the first in English again
    assert desk.index() == [20, *range(EDGE)]
    assert desk.is_as_if_made_anew()


def test_where_most_has_changed_all_is_read(desk: Desk) -> None:
    for number in range(12):
        desk.put(number, "new")
    assert desk.index() == list(range(EDGE))
    assert desk.is_as_if_made_anew()


def test_a_broken_cache_is_no_help(desk: Desk) -> None:
    for path in (desk.folder / "cache").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    desk.put(8, "new")
    assert desk.index() == [*range(EDGE), *range(EDGE, COUNT)]
    assert desk.is_as_if_made_anew()


def test_a_page_that_asks_for_nothing_is_in_no_index(desk: Desk) -> None:
    (desk.site / "articles/a08/index.html").write_text("<html><p>Regen</p></html>")
    desk.states["articles/a08/index.html"] = "unmarked"
    assert desk.index() == [8]
    assert desk.is_as_if_made_anew()
