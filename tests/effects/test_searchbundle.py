from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dossier.effects import searchpart
from dossier.effects.cbor import ShapeError, decode
from dossier.effects.search import Batch, Indexer, index


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


def refuse(*_: object) -> None:
    raise ShapeError("something new")


def test_a_bundle_of_another_shape_is_as_the_engine_wrote_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(tmp_path / "site")
    out = tmp_path / "site/pagefind"
    index(tmp_path / "site", out)
    monkeypatch.setattr(searchpart, "read", refuse)
    report = index(tmp_path / "site", out)
    assert report.languages == {"de": 20, "en": 20}
    assert "as the engine wrote it" in caplog.text
    assert len(list((out / "fragment").glob("*.pf_fragment"))) == 40  # none in folders
    entry = json.loads((out / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert all(
        (out / f"pagefind.{one['hash']}.pf_meta").is_file() for one in entry["languages"].values()
    )
    monkeypatch.undo()
    index(tmp_path / "site", out)
    index(tmp_path / "site", tmp_path / "clean/pagefind")
    assert contents(out) == contents(tmp_path / "clean/pagefind")


# --- in place -----------------------------------------------------------------------------------


def batches(changed: int = -1) -> list[Batch]:
    pages = [f"articles/a{number}/index.html" for number in range(40)]
    return [
        Batch(tuple(pages[at : at + 10]), f"{at}{'changed' if changed // 10 * 10 == at else ''}")
        for at in range(0, 40, 10)
    ]


def test_what_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_pages(site)
    out = site / "pagefind"
    Indexer(site, cache).index(out, batches())
    before = {path: path.stat() for path in out.rglob("*") if path.is_file()}
    page = site / "articles/a17/index.html"
    page.write_text(page.read_text().replace("wort17", "neuwort"), encoding="utf-8")
    Indexer(site, cache).index(out, batches(17))
    after = {path: path.stat() for path in out.rglob("*") if path.is_file()}
    fragments = {path for path in after if path.suffix == ".pf_fragment"}
    assert len(fragments) == 40
    assert len(fragments - before.keys()) == 5  # of the part, those in the page's language
    inodes = {one.st_ino for one in before.values()}
    kept = {path for path, one in after.items() if one.st_ino in inodes}
    assert {"pagefind.js", "wasm.de.pagefind"} <= {path.name for path in kept}
    words = {path for path in after if path.suffix == ".pf_index"}
    assert words & kept
    assert words - kept
    Indexer(site, tmp_path / "none").index(tmp_path / "clean/pagefind", batches(17))
    assert contents(out) == contents(tmp_path / "clean/pagefind")


def test_a_killed_build_leaves_the_old_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_pages(site)
    out = site / "pagefind"
    Indexer(site, cache).index(out, batches())
    before = contents(out)
    page = site / "articles/a17/index.html"
    page.write_text(page.read_text().replace("wort17", "neuwort"), encoding="utf-8")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dossier.effects.bundlefolder.BundleFolder.put", killed)
    with pytest.raises(KeyboardInterrupt):
        Indexer(site, cache).index(out, batches(17))
    there = contents(out)
    assert before.items() < there.items()  # all that the old table leads to
    monkeypatch.undo()
    Indexer(site, cache).index(out, batches(17))
    Indexer(site, tmp_path / "none").index(tmp_path / "clean/pagefind", batches(17))
    assert contents(out) == contents(tmp_path / "clean/pagefind")


def test_files_are_copied_where_the_disk_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr("os.link", refuse)
    site, cache = tmp_path / "site", tmp_path / "cache"
    write_pages(site)
    for changed in (-1, 17):
        Indexer(site, cache).index(site / "pagefind", batches(changed))
    assert any((site / "pagefind/index").rglob("*.pf_index"))


# --- files named after dates --------------------------------------------------------------------

DATES = {"a": "2023-09-13", "b": "2023-09", "c": "2021-02-03", "d": "", "e": "2023-09-13"}


def dated_bundle(tmp_path: Path, languages: tuple[str, ...] = ("de",)) -> tuple[Path, list[str]]:
    """Index pages of several dates; return the bundle and the names of its files by date."""
    for number, (name, date) in enumerate(DATES.items()):
        folder = tmp_path / "site/articles" / name
        folder.mkdir(parents=True)
        sort = f'<meta name="d" content="{date}" data-pagefind-sort="date[content]">'
        language = languages[number % len(languages)]
        (folder / "index.html").write_text(
            f'<html lang="{language}"><head><title>T</title>{sort if date else ""}</head>'
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


def test_each_language_has_its_dates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DATES, "e", "of old")
    out, files = dated_bundle(tmp_path, languages=("de", "en"))
    assert len(files) == len(DATES)
    assert [name.startswith("-") for name in files] == [True, True, False, False, False]
    tables = list(out.glob("*.pf_meta"))
    assert sorted(path.name[9:11] for path in tables) == ["de", "en"]
