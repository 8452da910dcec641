"""Originals into articles: from whatever lies in `content/originals/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.content import Content, load_articles
from dossier.effects import pool, project
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.errors import DossierError, Finding
from dossier.model import Draft
from dossier.reading.read import MAX_BYTES, read, refuse_unknown, suffix_of
from dossier.understanding import language
from dossier.urls import article_id, is_article_id, slug
from dossier.writing import articlefile


@dataclass(frozen=True, slots=True)
class Original:
    """A file that came in: its path for messages, its bytes, their SHA-256."""

    where: str
    data: bytes
    sha256: str


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


def _copy(home: Project, path: Path, base: Path) -> list[Finding]:
    if path.resolve().is_relative_to(home.originals.resolve()):
        return []  # it lies there already
    suffix = suffix_of(path.name)
    try:
        refuse_unknown(path.name, where=path.as_posix())
        data = project.read_bytes(Project(base.resolve()), path, MAX_BYTES)
    except DossierError as error:
        return [replace(error.as_finding(), where=path.as_posix())]
    stem, count = slug(path.name[: len(path.name) - len(suffix)], "original"), 1
    target = home.originals / f"{stem}{suffix}"
    while target.exists() and target.read_bytes() != data:
        count += 1
        target = home.originals / f"{stem}-{count}{suffix}"
    if not target.exists():
        project.write(target, data)
    return []


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
        if isinstance(result, Finding):
            content.findings.append(result)
            continue
        identifier = result.id if is_article_id(result.id) and result.id not in taken else ""
        identifier = identifier or article_id(result.date, Path(original.where).stem, taken)
        taken.add(identifier)
        topics = tuple(topic for topic in result.topics if topic in known)
        _write_article(home, identifier, replace(result, topics=topics), original)
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
            where, message = written[identifier].where, "no article can be made of it"
            content.findings.append(_refused(where, message, "the reason stands above"))
    return [identifier for identifier in written if identifier in content.articles]


def read_all(originals: Sequence[Original]) -> list[Draft | Finding]:
    """Read originals; what cannot be read becomes a finding."""
    results: list[Draft | Finding] = []
    for original in originals:
        where = original.where
        try:
            draft = read(original.data, name=where.rpartition("/")[2], where=where)
        except DossierError as error:
            results.append(error.as_finding())
            continue
        text = "\n".join(block.text for block in draft.blocks if block.is_passage)
        results.append(draft if draft.lang else replace(draft, lang=language.detect(text)))
    return results


def _unknown_originals(home: Project, content: Content) -> list[Original]:
    """Return the originals that no article was made from."""
    hashes = {article.original_sha256 for article in content.articles.values()} | content.claimed
    origins = {one.original: one for one in content.articles.values() if one.original_sha256}
    fresh: list[Original] = []
    seen: dict[str, str] = {}
    for path in project.files(home.originals):
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
            fresh.append(Original(where, data, sha256))
    return fresh


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


def _write_article(home: Project, identifier: str, draft: Draft, original: Original) -> None:
    text = articlefile.compose(
        draft,
        article=identifier,
        original=original.where.removeprefix("content/"),
        sha256=original.sha256,
    )
    project.write(home.articles / f"{identifier}.md", text.encode())
