"""Originals: the files that came in, and what is read in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath, PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from dossier.content import Content
from dossier.effects import pool, project
from dossier.effects.project import Project
from dossier.effects.store import Store, key_of
from dossier.errors import DossierError, Finding
from dossier.model import Draft
from dossier.reading.entries import MAX_BYTES, Entry
from dossier.reading.record import Record, from_text, is_record, record_name
from dossier.understanding import language
from dossier.urls import web_url

_NAMED_LINKS = 3
_NUMBER = re.compile(r"\d+")


class Original(Struct, frozen=True):
    """A file that came in: its place for messages, its bytes, their SHA-256.

    Without `data` it is read from `path` when it is needed. `record` says where on the web it was
    fetched, None if it was not. `inside` is its path in `content/`, and `brought` says that it
    was put there just now.
    """

    where: str
    data: bytes | None
    sha256: str
    record: Record | None = None
    path: Path | None = None
    inside: str = ""
    brought: bool = False

    @property
    def name(self) -> str:
        """The name by which its kind is known."""
        return (self.inside or self.where).rpartition("/")[2]


class Readings(Struct, frozen=True, kw_only=True):
    """What an original gave: drafts by the name that tells them apart, and what to say of it.

    `links` are entries of a feed whose text lies elsewhere.
    """

    drafts: tuple[tuple[str, Draft], ...] = ()
    findings: tuple[Finding, ...] = ()
    links: tuple[Entry, ...] = ()


class Shelf(Struct):
    """What lies in `content/originals/`: all by hash, and those that no article was made of."""

    known: dict[str, str] = field(default_factory=dict)
    fresh: list[Original] = field(default_factory=list)


def scan(home: Project, content: Content) -> Shelf:
    """Look through the originals; the order of `fresh` does not depend on the disk."""
    articles = content.articles.values()
    origins = {one.original: one for one in articles if one.original_sha256}
    former = [version for one in articles if one.versions for version in one.versions]
    hashes = {article.original_sha256 for article in articles} | content.claimed
    hashes |= {version.original_sha256 for version in former}
    settled = {version.original for version in former}
    shelf = Shelf()
    for place in project.paths(str(home.originals)):
        if is_record(place):
            continue
        where = home.name(place)
        inside = where.removeprefix("content/")
        sha256 = content.hashes.get(where, "")
        if not sha256 or sha256 not in hashes:
            try:
                sha256 = project.digest(project.read_bytes(home, Path(place), MAX_BYTES))
            except DossierError as error:
                content.findings.append(error.as_finding())
                continue
        first = shelf.known.setdefault(sha256, where)
        if first != where:
            content.findings.append(_same(where, first))
        elif sha256 in hashes or inside in settled:
            continue
        elif inside in origins:
            content.findings.append(_changed(where, origins[inside].path))
        else:
            path = Path(place)
            record = record_of(home, path, content.findings)
            shelf.fresh.append(Original(where, None, sha256, record, path, inside))
    shelf.fresh.sort(key=lambda original: order_of(PurePosixPath(original.inside)))
    return shelf


def order_of(path: PurePath) -> tuple[str, str, str]:
    """Return a key that puts `a-2.html` behind `a.html`, as the versions of an article came."""
    stem = _NUMBER.sub(lambda match: match[0].zfill(9), path.stem)
    return path.parent.as_posix(), stem, path.suffix


def record_of(home: Project, path: Path, findings: list[Finding]) -> Record | None:
    """Return what is known of an original from the web; a broken record is a finding."""
    record = path.with_name(record_name(path.name))
    if not record.is_file():
        return None
    try:
        return from_text(project.read_text(home, record), where=home.name(record))
    except DossierError as error:
        findings.append(error.as_finding())
        return None


def _same(where: str, first: str) -> Finding:
    return Finding(
        where=where,
        message=f"the same as {first}; it is in the dossier once",
        hint="delete one of the two files",
        level="note",
    )


def _changed(where: str, article: str) -> Finding:
    return Finding(
        where=where,
        message=f"this original was changed after {article} was made from it; the article stays",
        hint="put the new text into a file of its own, or delete the article to make it anew",
    )


# --- reading them ---------------------------------------------------------------------------


def reading_key(original: Original) -> bytes:
    """Return what the reading of an original depends on, as a key for the cache."""
    return key_of(original.sha256, original.where, original.name, repr(original.record))


def known_readings(store: Store, originals: Iterable[Original]) -> dict[str, Readings]:
    """Return by place what earlier runs read and kept, see `keep_readings`."""
    keys = {reading_key(original): original.where for original in originals}
    return {keys[key]: one for key, one in store.known("reading", list(keys), Readings).items()}


def keep_readings(store: Store, readings: Iterable[tuple[Original, Readings]]) -> None:
    """Remember what was read in originals that will be fresh the next time as well."""
    store.keep("reading", {reading_key(original): one for original, one in readings})


def read_cached(store: Store, jobs: int, originals: Sequence[Original]) -> list[Readings]:
    """Read originals, from the cache where they were read before."""
    keys = {reading_key(original): original for original in originals}

    def compute(missing: Sequence[Original]) -> list[Readings]:
        return pool.run(read_all, missing, jobs=jobs, gives=Readings)

    found = store.cached("reading", keys, Readings, compute)
    return [found[reading_key(original)] for original in originals]


def read_all(originals: Sequence[Original]) -> list[Readings]:
    """Read originals; what cannot be read becomes a finding."""
    results: list[Readings] = []
    for original in originals:
        try:
            results.append(_read(original))
        except DossierError as error:
            results.append(Readings(findings=(error.as_finding(),)))
    return results


def _read(original: Original) -> Readings:
    # Mostly nothing is new, and all readers together take a tenth of a second to import.
    from dossier.reading.read import read_many  # noqa: PLC0415

    name, record = original.name, original.record
    entries = read_many(
        _bytes_of(original),
        name=name,
        where=original.where,
        url=record.final_url if record else "",
    )
    full = [entry for entry in entries if entry.is_full]
    drafts = [_completed(entry.draft, entry.url, original) for entry in full]
    names = [entry.name if len(entries) > 1 else Path(name).stem for entry in full]
    links = tuple(entry for entry in entries if not entry.is_full)
    return Readings(drafts=tuple(zip(names, drafts, strict=True)), links=links)


def _bytes_of(original: Original) -> bytes:
    if original.data is not None:
        return original.data
    path = original.path or Path(original.where)
    try:
        return path.read_bytes()
    except OSError as error:
        raise DossierError(
            f"the file cannot be read: {error.strerror or error}",
            where=original.where,
            hint="it was there a moment ago; try again",
        ) from error


def _completed(draft: Draft, url: str, original: Original) -> Draft:
    """Add what the text itself does not say: its language, where and when it was fetched."""
    if not draft.lang:
        text = "\n".join(block.text for block in draft.blocks if block.is_passage)
        draft = replace(draft, lang=language.detect(text))
    source, record = draft.source, original.record
    if record:
        url = url or record.final_url
        source = replace(source, accessed=record.accessed.date().isoformat())
    return replace(draft, source=replace(source, url=source.url or web_url(url)))


def only_links(where: str, links: Sequence[Entry]) -> Finding:
    """Say that the text of a feed's entries is not in it."""
    addresses = " ".join(link.url for link in links[:_NAMED_LINKS] if link.url)
    return Finding(
        where=where,
        message=f"it only links to {len(links)} of its articles; their text is not in it",
        hint=f"fetch them all with --fetch, or some by their address: dossier add {addresses}",
        level="note",
    )
