from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dossier.effects.cbor import decode
from dossier.effects.search import index
from dossier.effects.searchbundle import make_deterministic


def write_pages(site: Path) -> None:
    for number in range(40):
        folder = site / "articles" / f"a{number}"
        folder.mkdir(parents=True)
        topics = "".join(
            f'<meta data-pagefind-filter="topic[content]" content="t{number % size}">'
            for size in (3, 5, 7)
        )
        (folder / "index.html").write_text(
            f'<html lang="{"de" if number % 2 else "en"}"><head><title>T</title>{topics}'
            f'<meta data-pagefind-filter="year[content]" content="{2000 + number % 9}">'
            f'<meta data-pagefind-sort="date[content]" content="{number}">'
            f'<meta data-pagefind-sort="length[content]" content="{-number}"></head>'
            f"<body data-pagefind-body><h1>Titel</h1><p>wort{number}</p></body></html>",
            encoding="utf-8",
        )


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_pages_give_the_same_bundle(tmp_path: Path) -> None:
    write_pages(tmp_path / "site")
    bundles = []
    for number in range(3):
        out = tmp_path / f"bundle{number}"
        index(tmp_path / "site", out)
        bundles.append(contents(out))
    assert bundles[0] == bundles[1] == bundles[2]
    filters = [name for name in bundles[0] if name.startswith("filter/")]
    assert len(filters) == 4  # topic and year in two languages: nothing old is left


def test_a_bundle_of_another_shape_is_left_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entry = {"version": "9", "languages": {"de": {"hash": "de_1"}}}
    (tmp_path / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    (tmp_path / "pagefind.de_1.pf_meta").write_bytes(b"something else")
    before = contents(tmp_path)
    assert make_deterministic(tmp_path) is False
    assert contents(tmp_path) == before
    assert "own order" in caplog.text


@pytest.mark.parametrize("table", [b"\x80", b"\x01", b"\xa0", b"\x9f", b"\x86\x00\x00\x00\x81"])
def test_unknown_tables_are_left_alone(tmp_path: Path, table: bytes) -> None:
    entry = {"languages": {"de": {"hash": "de_1"}}}
    (tmp_path / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
    data = gzip.compress(b"pagefind_dcd" + table)
    (tmp_path / "pagefind.de_1.pf_meta").write_bytes(data)
    assert make_deterministic(tmp_path) is False


# --- files named after dates --------------------------------------------------------------------

DATES = {"a": "2023-09-13", "b": "2023-09", "c": "2021-02-03", "d": "", "e": "2023-09-13"}


def dated_bundle(tmp_path: Path) -> tuple[Path, list[str]]:
    """Index pages of several dates; return the bundle and the names of its files by date."""
    for name, date in DATES.items():
        folder = tmp_path / "site/articles" / name
        folder.mkdir(parents=True)
        sort = f'<meta name="d" content="{date}" data-pagefind-sort="date[content]">'
        (folder / "index.html").write_text(
            f'<html lang="de"><head><title>T</title>{sort if date else ""}</head>'
            f"<body data-pagefind-body><h1>Titel</h1><p>wort {name}</p></body></html>",
            encoding="utf-8",
        )
    out = tmp_path / "bundle"
    index(tmp_path / "site", out)
    return out, sorted(path.name for path in (out / "fragment").glob("*/*.pf_fragment"))


def test_the_files_of_pages_are_in_the_order_of_their_dates(tmp_path: Path) -> None:
    out, files = dated_bundle(tmp_path)
    found = []
    for name in files:
        (path,) = (out / "fragment").glob(f"*/{name}")
        data = gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")
        found.append(DATES[json.loads(data)["url"].split("/")[-2]])
    assert found == ["", "2021-02-03", "2023-09", "2023-09-13", "2023-09-13"]
    assert files[0].startswith("-")
    (table,) = out.glob("*.pf_meta")
    content = decode(gzip.decompress(table.read_bytes()).removeprefix(b"pagefind_dcd"))
    assert isinstance(content, list)
    assert content[4] == []  # the order by date is in the names
    assert isinstance(content[1], list)
    named = {str(page[0]) for page in content[1] if isinstance(page, list)}
    assert len(named) == len(DATES)
    assert all((out / f"fragment/{name}.pf_fragment").is_file() for name in named)


def test_other_contents_have_other_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = dated_bundle(tmp_path / "one")
    monkeypatch.setitem(DATES, "e", "2023-09-14")
    second, _ = dated_bundle(tmp_path / "two")
    folders = [next((bundle / "fragment").iterdir()).name for bundle in (first, second)]
    assert folders[0] != folders[1]  # what a browser has kept of the old is not taken for the new


def test_dates_that_are_not_those_of_the_pages_change_no_name(tmp_path: Path) -> None:
    write_pages(tmp_path / "site")
    out = tmp_path / "out"
    index(tmp_path / "site", out)  # two languages, two orders
    assert len(list((out / "fragment").glob("*.pf_fragment"))) == 40
