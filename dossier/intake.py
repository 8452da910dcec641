"""Originals into articles: from whatever lies in `content/originals/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.content import Content, load_articles
from dossier.effects import pool, project
from dossier.effects.fetch import Fetcher
from dossier.effects.fetched import name_for, suffix_for
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.errors import DossierError, Finding
from dossier.model import Draft
from dossier.reading.entries import Entry
from dossier.reading.read import MAX_BYTES, read_many, refuse_unknown, suffix_of
from dossier.reading.record import Record, from_text, is_record, record_name, to_text
from dossier.understanding import language
from dossier.urls import article_id, is_article_id, slug, web_url
from dossier.writing import articlefile

_NAMED_LINKS = 3


@dataclass(frozen=True, slots=True)
class Original:
    """A file that came in: its path for messages, its bytes, their SHA-256.

    `record` says where on the web it was fetched, None if it was not.
    """

    where: str
    data: bytes
    sha256: str
    record: Record | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What an original gave: drafts by the name that tells them apart, and what to say of it."""

    drafts: tuple[tuple[str, Draft], ...] = ()
    findings: tuple[Finding, ...] = ()


def take_in(home: Project, paths: Iterable[Path]) -> list[Finding]:
    """Copy files from elsewhere to `content/originals/`, byte for byte."""
    findings: list[Finding] = []
    for given in paths:
        if not given.exists():
            hint = "check the spelling; a folder takes all files in it"
            findings.append(_refused(given.as_posix(), "there is no such file or folder", hint))
            continue
        base = given if given.is_dir() else given.parent
        for path in sorted(project.files(given)) if given.is_dir() else [given]:
            findings += _copy(home, path, base)
    return findings


def fetch_in(home: Project, addresses: Iterable[str], fetcher: Fetcher) -> list[Finding]:
    """Fetch pages to `content/originals/`, each with a record of where and when beside it."""
    findings: list[Finding] = []
    for url in addresses:
        try:
            page = fetcher.get(url)
            target = _place(home, name_for(page.final_url), suffix_for(page) or ".html", page.data)
        except DossierError as error:
            findings.append(error.as_finding())
            continue
        record = target.with_name(record_name(target.name))
        if not record.exists():
            made = Record(
                url=page.url,
                final_url=page.final_url,
                accessed=page.accessed,
                sha256=page.sha256,
                status=page.status,
                content_type=page.content_type,
            )
            project.write(record, to_text(made).encode())
    return findings


def _copy(home: Project, path: Path, base: Path) -> list[Finding]:
    if path.resolve().is_relative_to(home.originals.resolve()):
        return []  # it lies there already
    suffix = suffix_of(path.name)
    try:
        refuse_unknown(path.name, where=path.as_posix())
        data = project.read_bytes(Project(base.resolve()), path, MAX_BYTES)
    except DossierError as error:
        return [replace(error.as_finding(), where=path.as_posix())]
    _place(home, path.name[: len(path.name) - len(suffix)], suffix, data)
    return []


def _place(home: Project, name: str, suffix: str, data: bytes) -> Path:
    """Write an original under a name that no other has; the same bytes are there once."""
    stem, count = slug(name, "original"), 1
    target = home.originals / f"{stem}{suffix}"
    while target.exists() and target.read_bytes() != data:
        count += 1
        target = home.originals / f"{stem}-{count}{suffix}"
    if not target.exists():
        project.write(target, data)
    return target


def _refused(where: str, message: str, hint: str = "") -> Finding:
    return Finding(where=where, message=message, hint=hint, level="error")


def add_originals(
    home: Project, store: Store, jobs: int, content: Content, progress: Callable[[int, int], None]
) -> list[str]:
    """Make an article of each original that none was made of; return the new ids.

    `progress` is told how many of how many are read. What cannot be read is left where it is.
    """
    fresh = _unknown_originals(home, content)
    results = pool.run(
        read_all, fresh, jobs=jobs, progress=lambda count: progress(count, len(fresh))
    )
    taken = set(content.articles) | {path.stem for path in home.articles.glob("*.md")}
    known = {topic.id for topic in content.topics}
    written: dict[str, Original] = {}
    for original, result in zip(fresh, results, strict=True):
        content.findings += result.findings
        for name, draft in result.drafts:
            identifier = draft.id if is_article_id(draft.id) and draft.id not in taken else ""
            identifier = identifier or article_id(draft.date, name, taken)
            taken.add(identifier)
            topics = tuple(topic for topic in draft.topics if topic in known)
            text = _article_file(identifier, replace(draft, topics=topics), original)
            content.write(home, home.articles / f"{identifier}.md", text)
            written[identifier] = original
    return _read_back(home, store, jobs, content, written)


def _read_back(
    home: Project, store: Store, jobs: int, content: Content, written: dict[str, Original]
) -> list[str]:
    """Load the articles just written; one that its file cannot hold is taken back."""
    paths = {identifier: home.articles / f"{identifier}.md" for identifier in written}
    load_articles(home, store, jobs, content, paths.values())
    for identifier, path in paths.items():
        if identifier not in content.articles:
            path.unlink()
            del content.written[home.name(path)]
            where, message = written[identifier].where, "no article can be made of it"
            content.findings.append(_refused(where, message, "the reason stands above"))
    return [identifier for identifier in written if identifier in content.articles]


def read_all(originals: Sequence[Original]) -> list[Readings]:
    """Read originals; what cannot be read becomes a finding."""
    results: list[Readings] = []
    for original in originals:
        name = original.where.rpartition("/")[2]
        try:
            entries = read_many(original.data, name=name, where=original.where)
        except DossierError as error:
            results.append(Readings(findings=(error.as_finding(),)))
            continue
        full = [entry for entry in entries if entry.is_full]
        drafts = [_completed(entry.draft, entry.url, original) for entry in full]
        names = [entry.name if len(entries) > 1 else Path(name).stem for entry in full]
        results.append(
            Readings(
                drafts=tuple(zip(names, drafts, strict=True)),
                findings=_left_out(original.where, [one for one in entries if not one.is_full]),
            )
        )
    return results


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


def _left_out(where: str, links: Sequence[Entry]) -> tuple[Finding, ...]:
    if not links:
        return ()
    addresses = ", ".join(link.url for link in links[:_NAMED_LINKS] if link.url)
    return (
        Finding(
            where=where,
            message=f"it only links to {len(links)} of its articles; their text is not in it",
            hint=f"add them by their address, like: dossier add {addresses.replace(',', '')}",
            level="note",
        ),
    )


def _unknown_originals(home: Project, content: Content) -> list[Original]:
    """Return the originals that no article was made from."""
    hashes = {article.original_sha256 for article in content.articles.values()} | content.claimed
    origins = {one.original: one for one in content.articles.values() if one.original_sha256}
    fresh: list[Original] = []
    seen: dict[str, str] = {}
    for path in project.files(home.originals):
        if is_record(path.name):
            continue
        where = home.name(path)
        inside = path.relative_to(home.content).as_posix()
        try:
            data = project.read_bytes(home, path, MAX_BYTES)
        except DossierError as error:
            content.findings.append(error.as_finding())
            continue
        sha256 = project.digest(data)
        first = seen.setdefault(sha256, where)
        if first != where:
            content.findings.append(_same(where, first))
        elif sha256 in hashes:
            continue
        elif inside in origins:
            content.findings.append(_changed(where, origins[inside].path))
        else:
            fresh.append(Original(where, data, sha256, _record_of(home, path, content)))
    return fresh


def _record_of(home: Project, path: Path, content: Content) -> Record | None:
    """Return what is known of an original from the web; a broken record is a finding."""
    record = path.with_name(record_name(path.name))
    if not record.is_file():
        return None
    try:
        return from_text(project.read_text(home, record), where=home.name(record))
    except DossierError as error:
        content.findings.append(error.as_finding())
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


def _article_file(identifier: str, draft: Draft, original: Original) -> str:
    return articlefile.compose(
        draft,
        article=identifier,
        original=original.where.removeprefix("content/"),
        sha256=original.sha256,
    )
