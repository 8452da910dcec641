"""Rendering what is stale of a site, over all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec.msgpack import decode, encode

from dossier.bindery import Bindery, key_of
from dossier.effects import pool
from dossier.effects.kept import Results
from dossier.effects.output import Left, Manifest, Output
from dossier.effects.store import code_version
from dossier.errors import Finding, ThemeError
from dossier.ground import Means
from dossier.rendering import plan as planning
from dossier.rendering.binder import Bound
from dossier.rendering.packing import Packed, pack, unpack
from dossier.rendering.parts import Parts
from dossier.rendering.plan import Fingerprint
from dossier.rendering.sheets import Sheet
from dossier.rendering.theming import Theme

if TYPE_CHECKING:
    from dossier.rendering.assemble import Content
    from dossier.rendering.render import Renderer

_TEMPLATES = "templates"  # file in the cache
_BATCH = 500  # pages in memory at a time


class Press:
    """Renders what is stale of a stream of pages, over all cores, and writes it in batches.

    Afterwards `manifest` says what was made of what. A page whose template has a mistake stays
    as it was and is in `failed`, not in the manifest, so that it is tried again. Files of parts are
    written while the work goes on.
    """

    def __init__(self, look: Theme, target: Output, left: Left, means: Means) -> None:
        self.fingerprints: dict[str, Fingerprint] = {}
        self.manifest: Manifest = {}
        self.failed: dict[str, Finding] = {}
        self._look, self._target, self._old, self._means = look, target, left.manifest, means
        self._sizes = left.sizes
        self._version = {"theme": look.fingerprint(), "program": code_version()}
        self._keys: dict[str, dict[str, str]] = {}
        self._bindery = Bindery(target)
        self._writer = ThreadPoolExecutor(max_workers=1)
        self._bound: dict[str, Future[Bound]] = {}
        self._begun: list[Future[None]] = []

    @cached_property
    def present(self) -> Mapping[str, int]:
        """The sizes of the site's files as they were before any was written."""
        return self._sizes()

    def __enter__(self) -> Self:
        """Begin to look at the files of parts that are there."""
        self._bindery.look_at(self._old.keys(), self._writer)
        return self

    def __exit__(self, *error: object) -> None:
        """Wait for what is being written."""
        self._writer.shutdown(cancel_futures=error[0] is not None)
        for one in self._begun if error[0] is None else ():
            one.result()

    def run(self, pages: Iterable[Sheet[Content]], expected: int) -> None:
        """Take in pages; `expected` is about how many there are in all."""
        work = partial(render_pages, look=self._look, cache=self._means.cache)
        home = self._old.get("index.html", {})  # a new theme or program makes all pages stale
        all_stale = any(home.get(part) != value for part, value in self._version.items())
        made = pool.stream(
            work,
            self._stale(pages),
            jobs=self._means.jobs,
            expected=expected if all_stale else 0,
            beside=self._means.helper,
        )
        while batch := dict(islice(made, _BATCH)):
            self._means.tell("rendering", len(self.fingerprints), expected)
            self._write(batch)
        for path in tuple(self._bound):
            self._settle(path)
        self._bindery.remember()

    def beside(self, work: Callable[[], None]) -> None:
        """Let something be done while the rest goes on, and before it is left."""
        self._begun.append(self._writer.submit(work))

    def _stale(self, pages: Iterable[Sheet[Content]]) -> Iterator[tuple[str, Packed]]:
        """Pass on what has to be rendered, write what is finished; note what each follows from."""
        for sheet in pages:
            path, old = sheet.path, self._old.get(sheet.path, {})
            if sheet.key and old.get("key") == sheet.key:
                known = {part: old[part] for part in (*self._version, "view") if part in old}
                if self._keep(path, known | self._version, sheet.key):
                    continue
            page = sheet.make()
            if isinstance(page, Parts):
                self._bind(path, page)
                continue
            packed = pack(page)
            view = {"view": packed.fingerprint()}
            wanted = view if isinstance(page, bytes) else view | self._version
            if self._keep(path, wanted, sheet.key):
                continue
            if isinstance(page, bytes):
                self._write({path: page})
            else:
                yield path, packed

    def held(self, path: str, name: str) -> dict[bytes, bytes]:
        """Return parts of a file that the last build made, by their keys; none if it is unknown."""
        if path in self._bound:
            self._settle(path)
        return self._bindery.held(path, name) if path in self._old else {}

    def _bind(self, path: str, file: Parts) -> None:
        """Put a file of parts together, unless all of them are as they were."""
        key, old = key_of(file), self._old.get(path, {})
        if old.get("key") == key and self._keep(path, {"view": old.get("view", "")}, key):
            return
        for one in [one for one, written in self._bound.items() if written.done()]:
            self._settle(one)
        bound = self._bindery.bind(path, file, trusted=path in self._old)
        self.fingerprints[path], self._keys[path] = {}, {"key": key}
        self._bound[path] = self._writer.submit(self._put, path, bound)

    def _put(self, path: str, bound: Bound) -> Bound:
        """Write a file of parts, unless it is as it was. In a thread: it changes nothing else."""
        if not (self._is_there(path, _view_of(bound)) and bound.is_as_it_was()):
            self._target.write({path: bound.data()})
        return bound

    def _settle(self, path: str) -> None:
        """Await that a file of parts is written, and note what it follows from."""
        bound = self._bound.pop(path).result()
        self.fingerprints[path] = _view_of(bound)
        self._note(path, bound.size)
        self._bindery.keep(path)

    def _keep(self, path: str, wanted: Fingerprint, key: str) -> bool:
        """Note what a page follows from; if what is there follows from the same, it stays."""
        self.fingerprints[path] = wanted
        self._keys[path] = {"key": key} if key else {}
        if not self._is_there(path, wanted):
            return False
        self.manifest[path] = self._old[path] | self._keys[path]
        return True

    def _is_there(self, path: str, wanted: Fingerprint) -> bool:
        return not planning.reason(self._old.get(path), wanted, self.present.get(path))

    def _write(self, batch: Mapping[str, bytes | Finding]) -> None:
        files = {path: data for path, data in batch.items() if isinstance(data, bytes)}
        self._target.write(files)
        for path, data in batch.items():
            if isinstance(data, Finding):
                self.failed[path] = data
            else:
                self._note(path, len(data))

    def _note(self, path: str, size: int) -> None:
        """Put a file that was written into the manifest."""
        known = self.fingerprints[path] | self._keys[path]
        self.manifest[path] = known | {"size": str(size)}


def _view_of(file: Bound) -> Fingerprint:
    return {"view": f"{file.index.checksum:08x}"}


_RENDERERS: dict[str, Renderer] = {}  # of this process


def render_pages(
    pages: Sequence[tuple[str, Packed]], look: Theme, cache: Path | None
) -> list[tuple[str, bytes | Finding]]:
    """Render views given with their paths; a mistake in a template becomes a finding."""
    renderer = _renderer(look, cache)
    results: list[tuple[str, bytes | Finding]] = []
    for path, packed in pages:
        view = unpack(packed)
        assert not isinstance(view, bytes)  # noqa: S101 - finished files are not rendered
        try:
            results.append((path, renderer.render(path, view)))
        except ThemeError as error:
            results.append((path, error.as_finding()))
    return results


def make_ready(look: Theme, cache: Path | None) -> None:
    """Load the templates for pages that are to come."""
    _renderer(look, cache).compile()


def _renderer(look: Theme, cache: Path | None) -> Renderer:
    """Return what renders with a theme, its templates compiled as the last build left them."""
    from dossier.rendering import render  # noqa: PLC0415 - it is loaded where it is used

    known = look.fingerprint()
    found = _RENDERERS.get(known)  # another thread may be about to put it there anew
    if found:
        return found
    made = render.Renderer(look)
    if cache:
        results = Results(cache / _TEMPLATES, f"{code_version()} {render.JINJA}")
        data = results.of("compiled", known.encode(), lambda: encode(made.compile()))
        made = render.Renderer(look, decode(data, type=dict[str, bytes]))
        results.save()
    _RENDERERS.clear()
    _RENDERERS[known] = made
    return made
