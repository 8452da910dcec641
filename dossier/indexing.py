"""Making the search index while the rest of the site is rendered."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self

from dossier import bundles
from dossier.bundles import Bundle
from dossier.effects import search
from dossier.effects.engine import Engine
from dossier.effects.output import Manifest
from dossier.effects.search import IndexReport
from dossier.inbox import Tell
from dossier.press import Press
from dossier.rendering.plan import Fingerprint
from dossier.rendering.render import pack


class Indexing:
    """The bundles of the index, each made anew unless its articles' pages are as they were.

    A bundle begins when its pages are written, and goes on beside what else is done until all are
    told to `finish`. Without an `engine` there is nothing to do.
    """

    def __init__(self, site: Path, made: Press, old: Manifest, engine: Engine | None) -> None:
        self._site, self._made, self._old, self._engine = site, made, old, engine
        # The engine works on one bundle, while the one before is put in order.
        self._worker = ThreadPoolExecutor(max_workers=2)
        self._wanted: dict[Bundle, Fingerprint] = {}
        self._reports: dict[Bundle, Future[IndexReport]] = {}

    def begin(self, part: Bundle) -> None:
        """Make a bundle of pages that are written, unless they are as they were."""
        if not self._engine:
            return
        pages = self._made.fingerprints
        data = "".join(f"{page}{sorted(pages[page].items())}" for page in part.pages())
        wanted = {"view": pack(data.encode()).fingerprint(), "engine": self._engine.version}
        self._wanted[part] = wanted
        out = self._site / part.path
        if self._old.get(part.path) != wanted or not search.is_complete(out):
            self._reports[part] = self._worker.submit(
                search.index, self._site, out, pages=part.pages(), engine=self._engine
            )

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
