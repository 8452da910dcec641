"""Parts that are joined say what the engine says of all their pages at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from helpers_search import COUNT, files, put, said

from dossier.effects import searchmerge, searchpart
from dossier.effects.search import Batch, Indexer, index
from dossier.effects.searchpart import Part


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parts") / "site"
    for number in range(COUNT):
        put(folder, number)
    return folder


def batches(site: Path, edition: str = "", steps: Sequence[int] = (7, 9, 15, 22)) -> list[Batch]:
    borders = [0, *steps, COUNT]
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    return [
        Batch(tuple(names[start:end]), f"{edition}{start}-{end}")
        for start, end in pairwise(borders)
    ]


@pytest.fixture(scope="module")
def once(site: Path) -> Path:
    """What the engine itself writes of all pages, as it is."""
    out = site.parent / "once"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dossier.effects.searchpart.read", _refuse)
        index(site, out)
    return out


def _refuse(*_: object) -> Part:
    raise searchpart.ShapeError("not now")


def test_parts_say_what_the_engine_says_of_all_pages_at_once(site: Path, once: Path) -> None:
    out = site.parent / "joined"
    report = Indexer(site, site.parent / "cache").index(out, batches(site))
    assert report.languages == {"de": 20, "en": 10}
    whole, joined = said(once), said(out)
    german = joined["languages"]["de"]
    assert {"größe0", "größe"} & {other for _, held in german["words"].values() for other in held}
    assert german["fields"] == ["place", "title", "words"]
    assert joined == whole


def test_how_the_pages_are_divided_is_of_no_matter(site: Path, once: Path) -> None:
    for steps in ((), (1,), (29,), tuple(range(1, COUNT))):
        out = site.parent / f"joined-by-{len(steps)}-{sum(steps)}"
        Indexer(site, site.parent / "cache").index(out, batches(site, "", steps))
        assert said(out) == said(once)


@pytest.mark.parametrize(
    ("changed", "steps"),
    [
        ((0,), (7, 9, 15, 22)),
        ((8, 29), (7, 9, 15, 22)),
        ((29,), (7, 9, 15, 29)),  # its part is another language's first
        (tuple(range(COUNT)), (7, 9, 15, 22)),
        ((), (7, 9, 15)),
        ((), (7, 9, 16, 22)),
        ((), ()),
    ],
)
def test_what_was_joined_before_is_of_no_matter(
    tmp_path: Path, changed: tuple[int, ...], steps: tuple[int, ...]
) -> None:
    site, cache, out = tmp_path / "site", tmp_path / "cache", tmp_path / "pagefind"
    for number in range(COUNT):
        put(site, number)
    Indexer(site, cache).index(out, batches(site))
    for number in changed:
        put(site, number, "new")
    now = [
        Batch(batch.pages, f"new{batch.key}" if set(batch.pages) & touched else batch.key)
        for touched in [{f"articles/a{number:02}/index.html" for number in changed}]
        for batch in batches(site, "", steps)
    ]
    Indexer(site, cache).index(out, now)
    Indexer(site, tmp_path / "none").index(tmp_path / "clean/pagefind", now)
    assert files(out) == files(tmp_path / "clean/pagefind")


def test_a_page_that_goes_or_comes(tmp_path: Path) -> None:
    site, cache, out = tmp_path / "site", tmp_path / "cache", tmp_path / "pagefind"
    for number in range(COUNT):
        put(site, number)
    every = batches(site)
    for at, batch in ((1, every[1]), (4, every[4])):
        less = [*every]
        less[at] = Batch(batch.pages[1:], f"less{batch.key}")
        for edition, now in (("all", every), ("less", less), ("again", every)):
            Indexer(site, cache).index(out, now)
            clean = tmp_path / f"clean-{edition}{at}" / "pagefind"
            Indexer(site, tmp_path / "none").index(clean, now)
            assert files(out) == files(clean)


def test_only_words_of_changed_parts_are_joined_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, cache, out = tmp_path / "site", tmp_path / "cache", tmp_path / "pagefind"
    for number in range(COUNT):
        put(site, number)
    Indexer(site, cache).index(out, batches(site))
    put(site, 8, "new")
    now = batches(site)
    now[1] = Batch(now[1].pages, "new")

    def never(*_: object) -> None:
        pytest.fail("all words are joined anew")

    monkeypatch.setattr(searchmerge, "_joined", never)
    Indexer(site, cache).index(out, now)
