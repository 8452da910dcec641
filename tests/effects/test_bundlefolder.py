from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dossier.effects.bundlefolder import BundleFolder, Packs


@pytest.mark.parametrize(("name", "number"), [("pagefind", "0"), ("archive-1", "1"), ("b2", "0")])
def test_a_bundle_has_the_number_of_its_archive(tmp_path: Path, name: str, number: str) -> None:
    assert BundleFolder(tmp_path / name).number == number


def test_files_of_the_same_contents_are_compressed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed: list[bytes] = []
    compress = gzip.compress

    def count(data: bytes, *, compresslevel: int, mtime: int) -> bytes:
        packed.append(data.removeprefix(b"pagefind_dcd"))
        return compress(data, compresslevel=compresslevel, mtime=mtime)

    monkeypatch.setattr(gzip, "compress", count)

    def put(files: dict[str, bytes], last: Packs | None) -> Packs:
        return BundleFolder(tmp_path).put_all_packed("index", files, last)

    one = put({"0": b"a", "1": b"b"}, None)
    assert packed == [b"a", b"b"]
    two = put({"0": b"b", "1": b"c"}, one)
    assert packed == [b"a", b"b", b"c"]
    assert gzip.decompress((tmp_path / two.name / "0").read_bytes()) == b"pagefind_dcdb"
    assert put({"0": b"b", "1": b"c"}, two) == two
    assert put({"0": b"b", "1": b"c"}, None).name == two.name
    assert len(packed) == 3


@pytest.mark.parametrize("held", [b"a longer text that was not put there", None])
def test_a_damaged_file_is_not_taken_for_another(tmp_path: Path, held: bytes | None) -> None:
    one = BundleFolder(tmp_path).put_all_packed("index", {"0": b"b"}, None)
    path = tmp_path / one.name / "0"
    path.unlink()
    if held:
        path.write_bytes(gzip.compress(held))
    two = BundleFolder(tmp_path).put_all_packed("index", {"0": b"b", "1": b"c"}, one)
    assert gzip.decompress((tmp_path / two.name / "0").read_bytes()) == b"pagefind_dcdb"


def test_what_was_not_put_goes_but_other_bundles_stay(tmp_path: Path) -> None:
    old = BundleFolder(tmp_path)
    old.put("entry", b"1")
    old.put_packed("filter/a", b"1")
    old.put_all("fragment/a", {"x": b"1"})
    BundleFolder(tmp_path / "archive-1").put("entry", b"1")
    new = BundleFolder(tmp_path)
    new.put("other", b"1")
    new.put_all("fragment/b", {"x": b"1"})
    new.prune()
    held = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert held == {"other", "fragment/b/x", "archive-1/entry"}
