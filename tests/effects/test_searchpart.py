from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from helpers_search import cbor, unpacked

from dossier.effects import search, searchpart
from dossier.effects.cbor import ShapeError, encode
from dossier.effects.search import Batch, Indexer
from dossier.effects.searchpart import Part, Source

PAGE = """<html lang="de"><head><title>T</title>
<meta name="d" content="{date}" data-pagefind-sort="date[content]">
<meta name="t" content="{topic}" data-pagefind-filter="topic[content]"></head>
<body data-pagefind-body><h1>Titel</h1><p>Regen {topic} Größe</p></body></html>"""
PAGES = {"z": "2020", "a": "2021-02", "m": "2019-01-05"}


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the engine itself writes of some pages."""
    folder = tmp_path_factory.mktemp("engine")
    for name, date in PAGES.items():
        page = folder / "site/articles" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(date=date, topic=f"t{name}"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searchpart, "read", _refuse)
        search.index(folder / "site", folder / "bundle")
    return folder / "bundle"


def _refuse(*_: object) -> Part:
    raise ShapeError("not now")


def read(bundle: Path) -> Part:
    sources = {f"/articles/{name}/": Source(date, f"state {name}") for name, date in PAGES.items()}
    return searchpart.read(bundle, sources)


def test_pages_are_in_the_order_of_their_addresses(bundle: Path) -> None:
    part = read(bundle)
    table = part.tables["de"]
    assert part.pages() == 3
    assert [page.date for page in table.pages] == ["2021-02", "2019-01-05", "2020"]
    assert [page.stamp for page in table.pages] == ["state a", "state m", "state z"]
    assert all(page.fields == table.fields for page in table.pages)
    assert {name: sorted(held) for name, held in table.filters.items()} == {
        "topic": [("ta", [0]), ("tm", [1]), ("tz", [2])]
    }
    held = {word: (places[:3], others) for word, places, others in table.words()}
    assert held["reg"][0] == (3, 0, 2)
    assert held["tz"][0] == (1, 2, 2)
    assert held["gross"][1][0][0] in {"größ", "größe"}
    assert {"pagefind.js", "wasm.de.pagefind"} <= part.shared.keys()


def test_what_is_kept_comes_back(bundle: Path, tmp_path: Path) -> None:
    part = read(bundle)
    path = tmp_path / "part"
    searchpart.keep(path, part)
    assert searchpart.kept_part(path) == part
    assert searchpart.kept_part(tmp_path / "none") is None
    data = path.read_bytes()
    for broken in (data[:-1], data[:40], b"", data[:500] + b"x" + data[501:]):
        path.write_bytes(broken)
        assert searchpart.kept_part(path) is None


def test_a_broken_cache_is_an_empty_cache(bundle: Path, tmp_path: Path) -> None:
    site, cache = bundle.parent / "site", tmp_path / "cache"
    batches = [Batch((f"articles/{name}/index.html",), name) for name in sorted(PAGES)]
    Indexer(site, cache).index(tmp_path / "one/pagefind", batches)
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:100])
    Indexer(site, cache).index(tmp_path / "two/pagefind", batches)
    one, two = (
        {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def written(path: Path, value: Any) -> None:  # noqa: ANN401 - of any shape
    import gzip  # noqa: PLC0415 - here only

    path.write_bytes(gzip.compress(b"pagefind_dcd" + encode(value)))


def changed(bundle: Path, folder: Path, place: int, value: Any) -> Path:  # noqa: ANN401
    """Copy a bundle with another value in its table."""
    shutil.copytree(bundle, folder)
    (path,) = folder.glob("*.pf_meta")
    table = cbor(path)
    table[place] = value
    written(path, table)
    return folder


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, 1),
        (1, [["de_1", 2]]),
        (1, [1]),
        (2, [["a", "b", "none"]]),
        (2, [["a", "b"]]),
        (3, [["topic", "none"]]),
        (5, "title"),
        (5, [1]),
    ],
)
def test_a_table_of_another_shape_is_refused(
    bundle: Path, tmp_path: Path, place: int, value: object
) -> None:
    with pytest.raises(ShapeError):
        read(changed(bundle, tmp_path / "other", place, value))


def test_a_table_with_more_in_it_is_refused(bundle: Path, tmp_path: Path) -> None:
    shutil.copytree(bundle, tmp_path / "other")
    (path,) = (tmp_path / "other").glob("*.pf_meta")
    written(path, [*cbor(path), []])
    with pytest.raises(ShapeError):
        read(tmp_path / "other")


def test_texts_of_pages_that_are_joined_are_refused(bundle: Path, tmp_path: Path) -> None:
    (path,) = bundle.glob("*.pf_meta")
    pages = [[*page, "de_group"] for page in cbor(path)[1]]
    with pytest.raises(ShapeError, match="joined"):
        read(changed(bundle, tmp_path / "joined", 1, pages))
    pages = [[*page, ""] for page in cbor(path)[1]]  # 1.6.0
    part = read(changed(bundle, tmp_path / "apart", 1, pages))
    assert [page.rest for page in part.tables["de"].pages] == [[""]] * 3


@pytest.mark.parametrize("data", [b"", b"something else", b"\x1f\x8b\x08"])
def test_files_that_cannot_be_read_are_refused(bundle: Path, tmp_path: Path, data: bytes) -> None:
    shutil.copytree(bundle, tmp_path / "other")
    for path in (tmp_path / "other/index").iterdir():
        assert unpacked(path)
        path.write_bytes(data)
    with pytest.raises(ShapeError):
        read(tmp_path / "other")
