"""Making the search index while the rest of the site is rendered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

from dossier import bundles
from dossier.bundles import Bundle
from dossier.effects import search
from dossier.effects.engine import Engine
from dossier.effects.output import Manifest
from dossier.effects.search import Batch, Indexer, IndexReport
from dossier.effects.store import key_of
from dossier.rendering.packing import pack
from dossier.rendering.plan import Fingerprint

if TYPE_CHECKING:
    from dossier.inbox import Tell
    from dossier.press import Press

P = ParamSpec("P")
Result = TypeVar("Result")


class Indexing:
    """The bundles of the index, each made anew unless its articles' pages are as they were.

    A bundle begins when its pages are written, and goes on beside what else is done until all are
    told to `finish`. Without an `engine` there is nothing to do. What the engine makes of a batch
    of pages is kept in `cache`. With a `helper` the work is done there.
    """

    def __init__(  # noqa: PLR0913 - what it works on, and with
        self,
        site: Path,
        made: Press,
        old: Manifest,
        engine: Engine | None,
        *,
        cache: Path,
        helper: Executor | None = None,
    ) -> None:
        self._site, self._made, self._old, self._engine = site, made, old, engine
        self._indexer = Indexer(site, cache, engine)
        self._helper = helper
        self._broken = False
        # The engine works on one batch, while what it wrote of the one before is read.
        self._worker = ThreadPoolExecutor(max_workers=2)
        self._wanted: dict[Bundle, Fingerprint] = {}
        self._batches: dict[Bundle, list[Batch]] = {}
        self._reports: dict[Bundle, Future[IndexReport]] = {}

    def begin(self, part: Bundle) -> None:
        """Make a bundle of pages that are written, unless they are as they were."""
        if not self._engine:
            return
        batches = self._batches[part] = self._batches_of(part, self._engine)
        data = "".join(batch.key for batch in batches)
        wanted = {"view": pack(data.encode()).fingerprint(), "engine": self._engine.version}
        self._wanted[part] = wanted
        out = self._site / part.path
        if self._old.get(part.path) != wanted or not search.is_complete(out):
            unknown = [batch for batch in batches if not self._indexer.knows(batch)]
            begun = [self._worker.submit(self._prepare, batch) for batch in unknown]
            self._reports[part] = self._worker.submit(self._index, out, batches, begun)

    def _batches_of(self, part: Bundle, engine: Engine) -> list[Batch]:
        """Divide a bundle's pages; keys tell all that the engine's result follows from."""
        pages, found = self._made.fingerprints, []
        for batch in part.batches():
            known = self._made.failed.keys().isdisjoint(batch)
            data = [(page, *sorted(pages[page].items())) for page in batch]
            key = key_of("search", engine.version, repr(data)).hex() if known else ""
            one = Batch(batch, key)
            if not self._indexer.knows(one):
                stamps = [key_of("page", engine.version, repr(said)).hex() for said in data]
                one = Batch(batch, key, tuple(stamps))
            found.append(one)
        return found

    def _prepare(self, batch: Batch) -> None:
        """Let the engine read pages, unless it failed: that is told when the bundle is made."""
        if not self._broken:
            self._broken = not self._do(self._indexer.prepare, batch)

    def _index(
        self, out: Path, batches: Sequence[Batch], begun: Sequence[Future[None]]
    ) -> IndexReport:
        wait(begun)  # the last of them may be under way still
        return self._do(self._indexer.index, out, batches)

    def _do(self, work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result:
        if self._helper:
            return self._helper.submit(work, *args, **kwargs).result()
        return work(*args, **kwargs)

    def __enter__(self) -> Self:
        """Return itself: who leaves early takes back what has not begun."""
        return self

    def __exit__(self, *error: object) -> None:
        """Wait for what has begun."""
        self._worker.shutdown(cancel_futures=True)

    def finish(self, tell: Tell) -> int | None:
        """Await all bundles and note them in the manifest; return how many pages were indexed.

        None says that no bundle was due. Raises `SearchError` if the engine fails; the bundles
        that stand are noted.
        """
        indexed = 0
        try:
            for number, report in enumerate(self._reports.values()):
                tell("indexing", number, len(self._reports))
                indexed += report.result().pages
            return indexed or None
        finally:
            self._note()

    def _note(self) -> None:
        """Put what stands into the manifest, and take away what is of no bundle."""
        standing: list[Path] = []
        for part, wanted in self._wanted.items():
            report = self._reports.get(part)
            if report and (not report.done() or report.cancelled() or report.exception()):
                continue
            standing.append(self._site / part.path)
            if not any(page in self._made.failed for page in part.pages()):
                self._made.manifest[part.path] = wanted
        search.keep_only(self._site / bundles.FOLDER, standing)
        if self._engine and len(standing) == len(self._wanted):
            batches = (batch for those in self._batches.values() for batch in those)
            self._indexer.forget_all_but(batches, standing)
