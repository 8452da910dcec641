"""All of `content/` as values, with all problems at once, and the reading of articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from dossier.config import nearest
from dossier.effects import pool
from dossier.effects.project import Project, digest, paths, read_bytes, write
from dossier.effects.store import Store, key_of
from dossier.errors import DossierError, Finding
from dossier.found import Understanding
from dossier.model import Article, Copies, FreePage, Register, Topic, TopicPage
from dossier.rendering.novelties import Record
from dossier.settings import Config
from dossier.sketch import Sketch
from dossier.writing import articlefile

_MARKDOWN = frozenset((".md",))
_CLAIM = re.compile(rb"original_sha256\W+([0-9a-f]{64})")


class Loaded(Struct, frozen=True, kw_only=True, array_like=True):
    """An article's file as read: the article unless it cannot be used, and what to say of it.

    `claims` are hashes of originals that stand in a file whose front matter does not say so, as it
    is broken: they are not read again as if there were no article of them.
    """

    article: Article | None = None
    findings: tuple[Finding, ...] = ()
    claims: tuple[str, ...] = ()


class Content(Struct):
    """All of `content/`, and what the program understands of it.

    `keys` are hashes of all that is in the articles' files, by their ids, `understood` of that and
    of what else their findings follow from, `sketches` these findings in short; `page_keys` holds
    what each topic page is known by, by its path; `claimed` the hashes of originals whose articles
    are there and cannot be used: they are not made again; `written` the hashes of the files that
    this run wrote, by name; `hashes` those of the files as the run found them, as far as it
    looked.
    """

    config: Config
    topics: tuple[Topic, ...]
    articles: dict[str, Article] = field(default_factory=dict)
    keys: dict[str, bytes] = field(default_factory=dict)
    found: Mapping[str, Understanding] = field(default_factory=dict)
    sketches: dict[str, Sketch] = field(default_factory=dict)
    understood: dict[str, bytes] = field(default_factory=dict)
    pages: list[TopicPage] = field(default_factory=list)
    page_keys: dict[str, bytes] = field(default_factory=dict)
    introductions: dict[str, FreePage] = field(default_factory=dict)
    free_pages: list[FreePage] = field(default_factory=list)
    unreadable_topics: set[str] = field(default_factory=set)
    claimed: set[str] = field(default_factory=set)
    written: dict[str, str] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    copies: Copies = field(default_factory=Copies)
    published: Record | None = None
    register: Register = field(default_factory=Register)

    def write(self, home: Project, path: Path, text: str) -> None:
        """Write a file of `content/` and note its hash."""
        data = text.encode()
        write(path, data)
        self.written[home.name(path)] = digest(data)


def parse_articles(items: Sequence[tuple[str, bytes]]) -> list[Loaded]:
    """Parse article files given as (path, bytes)."""
    results = []
    for path, data in items:
        try:
            article, findings = articlefile.parse(_decode(data, path), path=path)
            claims = () if article.original_sha256 else _claims(data)
            results.append(Loaded(article=article, findings=findings, claims=claims))
        except DossierError as error:
            results.append(Loaded(findings=(error.as_finding(),), claims=_claims(data)))
    return results


def _claims(data: bytes) -> tuple[str, ...]:
    return tuple(sha256.decode() for sha256 in _CLAIM.findall(data))


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DossierError(
            "the file is not UTF-8", where=f"{path}:{line}", hint="save it as UTF-8"
        ) from error


def load_articles(  # noqa: PLR0913 - from where, what, and who is told
    project: Project,
    store: Store,
    jobs: int,
    content: Content,
    *,
    given: Mapping[Path, bytes] | None = None,
    tell: Callable[[Mapping[bytes, Article]], None] | None = None,
) -> None:
    """Read article files into `content`; of two with one id the first is taken.

    `given` are files with what is being written into them; without it all are read. What the cache
    knows by its hash is not read again; `tell` gets the others, by their keys.
    """
    wanted = paths(str(project.articles), _MARKDOWN) if given is None else map(str, given)
    reader = _Reader(project, store, jobs, content, project.named(wanted))
    hashes = content.hashes if given is None else {}  # of what stood there before
    keys = reader.keys
    keys |= {name: key_of(name, hashes[name]) for name in reader.places if hashes.get(name)}
    loaded = store.known("article", keys.values(), Loaded, _is_whole)
    fresh = reader.read([name for name in reader.places if keys.get(name) not in loaded], given)
    if tell:
        tell({key: one.article for key, one in fresh.items() if one.article})
    loaded |= fresh
    topics = [topic.id for topic in content.topics]
    for name in (name for name in reader.places if name in keys):
        one = loaded[keys[name]]
        content.findings += one.findings
        content.claimed.update(one.claims)
        if one.article and _take(one.article, content, topics):
            content.keys[one.article.id] = keys[name]
        elif one.article:
            content.claimed.add(one.article.original_sha256)


class _Reader(Struct):
    """Reads articles' files, at `places` by name, and notes their `keys`."""

    project: Project
    store: Store
    jobs: int
    content: Content
    places: dict[str, str]
    keys: dict[str, bytes] = field(default_factory=dict)

    def read(self, names: Iterable[str], given: Mapping[Path, bytes] | None) -> dict[bytes, Loaded]:
        """Read files whose hashes are not known, or are perhaps no longer theirs."""
        texts: dict[bytes, tuple[str, bytes]] = {}
        for name in names:
            path = Path(self.places[name])
            try:
                text = read_bytes(self.project, path) if given is None else given[path]
            except DossierError as error:
                self.content.findings.append(error.as_finding())
                self.keys.pop(name, None)
            else:
                self.keys[name] = content_key(name, text)
                texts[self.keys[name]] = (name, text)
        parse = partial(pool.run, parse_articles, jobs=self.jobs, gives=Loaded)
        return self.store.cached("article", texts, Loaded, parse, _is_whole)


def _is_whole(one: Loaded) -> bool:
    return not one.article or one.article.is_whole()


def content_key(path: str, data: bytes) -> bytes:
    """Return a hash of all that is in an article's file, as `Content.keys` has it."""
    return key_of(path, digest(data))


def _take(article: Article, content: Content, topics: list[str]) -> bool:
    other = content.articles.get(article.id)
    if other:
        content.findings.append(
            Finding(
                where=article.path,
                message=f"its id `{article.id}` is already that of {other.path}; it is left out",
                hint="give one of the two another `id:` in its front matter",
                level="error",
            )
        )
        return False
    content.articles[article.id] = article
    for topic in article.topics:
        if topic not in topics:
            content.findings.append(
                Finding(
                    where=article.path,
                    message=f"there is no topic `{topic}`",
                    hint=nearest(topic, topics),
                )
            )
    return True
