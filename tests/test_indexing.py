from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

import pytest

from dossier import bundles
from dossier.effects.engine import Engine
from dossier.effects.output import Manifest
from dossier.effects.search import Batch, IndexReport
from dossier.errors import SearchError
from dossier.indexing import Indexing

if TYPE_CHECKING:
    from dossier.press import Press

ENGINE = Engine(path="/no/engine", version="9.9")
YEARS = range(2010, 2020)


class Made:
    """What a press has made: a page for an article of each year."""

    def __init__(self, **changed: str) -> None:
        views = {f"articles/{year}-05-a/index.html": str(year) for year in YEARS}
        self.fingerprints = {path: {"view": view} for path, view in (views | changed).items()}
        self.failed: dict[str, object] = {}
        self.manifest: Manifest = {}


class Engines:
    """Stands for the search engine; `broken` names the bundle at which it fails."""

    def __init__(self, broken: str = "") -> None:
        self.broken = broken
        self.asked: list[str] = []
        self.batches: list[Batch] = []
        self.prepared: list[Batch] = []
        self.kept: set[str] = set()

    def __call__(self, site: Path, cache: Path, engine: Engine | None) -> Self:
        assert engine == ENGINE
        assert cache == site / "cache"
        self.site = site
        return self

    def knows(self, batch: Batch) -> bool:
        return batch.key in {one.key for one in self.prepared}

    def prepare(self, batch: Batch) -> bool:
        self.prepared.append(batch)
        return True

    def index(self, out: Path, batches: Sequence[Batch]) -> IndexReport:
        assert set(batches) <= set(self.prepared)
        self.asked.append(out.relative_to(self.site).as_posix())
        self.batches += batches
        if self.broken and self.broken in self.asked[-1]:
            raise SearchError("it broke", where="engine")
        out.mkdir(parents=True, exist_ok=True)
        (out / "pagefind-entry.json").write_text("{}", encoding="utf-8")
        return IndexReport(languages={"de": sum(len(batch.pages) for batch in batches)})

    def forget_all_but(self, batches: Iterable[Batch], bundles: Iterable[Path]) -> None:
        self.kept = {batch.key for batch in batches} | {path.name for path in bundles}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.bundles._STEP", 2)


def told(*_: object) -> None:
    """Take no notice."""


def indexed(
    monkeypatch: pytest.MonkeyPatch, site: Path, made: Made, old: Manifest, engines: Engines
) -> int | None:
    monkeypatch.setattr("dossier.indexing.Indexer", engines)
    with Indexing(site, cast("Press", made), old, ENGINE, cache=site / "cache") as indexing:
        begin(indexing, made)
        return indexing.finish(told)


def begin(indexing: Indexing, made: Made) -> None:
    for part in bundles.of_pages(made.fingerprints):
        indexing.begin(part)


def test_only_the_bundle_of_a_changed_page_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Made()
    assert indexed(monkeypatch, tmp_path, first, {}, Engines()) == len(YEARS)
    assert {"pagefind/", "pagefind/archive-1/"} <= first.manifest.keys()
    again = Engines()
    same = Made()
    assert indexed(monkeypatch, tmp_path, same, first.manifest, again) is None
    assert (again.asked, same.manifest) == ([], first.manifest)
    changed = Made(**{"articles/2010-05-a/index.html": "new"})
    assert indexed(monkeypatch, tmp_path, changed, first.manifest, again) == 4
    assert again.asked == ["pagefind/archive-1"]
    assert len(again.kept) == 3 + 3  # what the engine made of each bundle's pages, and the bundles


def test_a_batch_is_known_by_its_pages_and_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, again = Engines(), Engines()
    indexed(monkeypatch, tmp_path, Made(), {}, first)
    indexed(monkeypatch, tmp_path, Made(**{"articles/2010-05-a/index.html": "new"}), {}, again)
    assert len({batch.key for batch in first.batches}) == 3
    assert len({batch.key for batch in (*first.batches, *again.batches)}) == 4


def test_bundles_that_stand_count_when_the_engine_breaks_at_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Made()
    with pytest.raises(SearchError, match="it broke"):
        indexed(monkeypatch, tmp_path, made, {}, Engines(broken="archive-1"))
    assert "pagefind/" in made.manifest
    assert "pagefind/archive-1/" not in made.manifest
    assert not (tmp_path / "pagefind/archive-1").exists()


def test_a_bundle_with_a_page_that_failed_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Made()
    made.failed["articles/2010-05-a/index.html"] = "a mistake"
    engines = Engines()
    indexed(monkeypatch, tmp_path, made, {}, engines)
    assert [batch.key for batch in engines.batches].count("") == 1  # it is not kept
    assert "pagefind/archive-1/" not in made.manifest
    assert (tmp_path / "pagefind/archive-1/pagefind-entry.json").exists()


def test_whoever_leaves_early_takes_back_what_has_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, let = threading.Event(), threading.Event()
    asked: list[Path] = []

    class Slow(Engines):
        def index(self, out: Path, _: Sequence[Batch]) -> IndexReport:
            asked.append(out)
            if len(asked) == 2:
                begun.set()
            let.wait(10)
            return IndexReport()

    def leave(made: Made) -> None:
        cache = tmp_path / "cache"
        with Indexing(tmp_path, cast("Press", made), {}, ENGINE, cache=cache) as indexing:
            begin(indexing, made)
            assert begun.wait(10)
            threading.Timer(0.1, let.set).start()
            raise KeyboardInterrupt

    monkeypatch.setattr("dossier.indexing.Indexer", Slow())
    with pytest.raises(KeyboardInterrupt):
        leave(Made())
    assert len(asked) == 2 < len(bundles.of_pages(Made().fingerprints))


def test_without_an_engine_there_is_nothing_to_do(tmp_path: Path) -> None:
    made = Made()
    with Indexing(tmp_path, cast("Press", made), {}, None, cache=tmp_path) as indexing:
        begin(indexing, made)
        assert indexing.finish(told) is None
    assert made.manifest == {}
