"""Reading `content/`: articles, topic pages, free pages, as values, with all problems at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from dossier import frontmatter, urls
from dossier.config import Config, nearest
from dossier.effects import pool
from dossier.effects.project import Project, digest, files, paths, read_bytes, read_text, write
from dossier.effects.store import Store, key_of
from dossier.errors import DossierError, Finding
from dossier.model import (
    Article,
    Copies,
    FreePage,
    Register,
    Topic,
    TopicPage,
    Understanding,
)
from dossier.rendering import novelties
from dossier.rendering.assemble import RESERVED
from dossier.rendering.novelties import Record
from dossier.writing import articlefile, topicpage

_MARKDOWN = frozenset((".md",))
_YEAR_PAGE = re.compile(r"\d{4}|undated")
_CLAIM = re.compile(rb"original_sha256\W+([0-9a-f]{64})")
INDEX = "index"
PUBLISHED = "published.json"


class Loaded(Struct, frozen=True, kw_only=True):
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
    of what else their findings follow from; `page_texts` holds the text of each topic page by its
    path, as it is on disk; `claimed` the hashes of originals whose articles are there and cannot be
    used: they are not made again; `written` the hashes of the files that this run wrote, by name;
    `hashes` those of the files as the run found them, as far as it looked.
    """

    config: Config
    topics: tuple[Topic, ...]
    articles: dict[str, Article] = field(default_factory=dict)
    keys: dict[str, bytes] = field(default_factory=dict)
    found: dict[str, Understanding] = field(default_factory=dict)
    understood: dict[str, bytes] = field(default_factory=dict)
    pages: list[TopicPage] = field(default_factory=list)
    page_texts: dict[str, str] = field(default_factory=dict)
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


def load_articles(
    project: Project,
    store: Store,
    jobs: int,
    content: Content,
    given: Mapping[Path, bytes] | None = None,
) -> None:
    """Read article files into `content`; of two with one id the first is taken.

    `given` are files with what is being written into them; without it all are read. What the cache
    knows by its hash is not read again.
    """
    wanted = paths(str(project.articles), _MARKDOWN) if given is None else map(str, given)
    places = {project.name(path): path for path in wanted}
    hashes = content.hashes if given is None else {}  # of what stood there before
    keys = {name: key_of(name, hashes[name]) for name in places if hashes.get(name)}
    loaded = store.known("article", list(keys.values()), Loaded)
    texts: dict[str, bytes] = {}
    for name in (name for name in places if keys.get(name) not in loaded):
        path = Path(places[name])
        try:
            texts[name] = read_bytes(project, path) if given is None else given[path]
        except DossierError as error:
            content.findings.append(error.as_finding())
            keys.pop(name, None)
        else:  # perhaps it was changed since its hash was taken
            keys[name] = content_key(name, texts[name])
    parse = partial(pool.run, parse_articles, jobs=jobs, gives=Loaded)
    unread = {keys[name]: (name, text) for name, text in texts.items()}
    loaded |= store.cached("article", unread, Loaded, parse)
    for name in (name for name in places if name in keys):
        one = loaded[keys[name]]
        content.findings += one.findings
        content.claimed.update(one.claims)
        if one.article and _take(one.article, content):
            content.keys[one.article.id] = keys[name]
        elif one.article:
            content.claimed.add(one.article.original_sha256)


def content_key(path: str, data: bytes) -> bytes:
    """Return a hash of all that is in an article's file, as `Content.keys` has it."""
    return key_of(path, digest(data))


def _take(article: Article, content: Content) -> bool:
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
    known = [topic.id for topic in content.topics]
    for topic in article.topics:
        if topic not in known:
            content.findings.append(
                Finding(
                    where=article.path,
                    message=f"there is no topic `{topic}`",
                    hint=nearest(topic, known),
                )
            )
    return True


def load_pages(project: Project, store: Store, content: Content) -> None:
    """Read topic pages, introductions and free pages."""
    known = {topic.id for topic in content.topics}
    others = content.config.site.languages[1:]
    introductions = {INDEX, *(f"{INDEX}.{lang}" for lang in others)}
    for path in files(project.topics, _MARKDOWN):
        parts = path.relative_to(project.topics).parts
        if path.is_symlink() and len(parts) == 1:  # to a folder; reading it gives the reason
            _load_topic_file(project, store, path, content)
        elif len(parts) != 2 or parts[0] not in known:
            content.findings.append(_stray(project.name(path), parts[0], known))
        elif path.stem in introductions or _YEAR_PAGE.fullmatch(path.stem):
            _load_topic_file(project, store, path, content)
        else:
            hint = "year pages are called like 2023.md; free pages go to content/pages/"
            where, message = project.name(path), "this is no year page; it is not shown"
            content.findings.append(Finding(where=where, message=message, hint=hint))
    for path in files(project.pages, _MARKDOWN):
        _load_free_page(project, path, content)
    _load_published(project, content)


def _load_published(project: Project, content: Content) -> None:
    """Read what the last publication held; a record that cannot be read is none."""
    path = project.content / PUBLISHED
    if not path.exists():
        return
    try:
        content.published = novelties.decode(read_bytes(project, path))
    except (DossierError, ValueError) as error:
        hint = "copy site/data/published.json there at the next publication"
        message = f"the record of the last publication cannot be read: {error}"
        content.findings.append(Finding(where=project.name(path), message=message, hint=hint))


def _stray(where: str, topic: str, known: set[str]) -> Finding:
    return Finding(
        where=where,
        message=f"there is no topic `{topic}` in dossier.toml; the page is not shown",
        hint=nearest(topic, sorted(known)),
    )


def _load_topic_file(project: Project, store: Store, path: Path, content: Content) -> None:
    name, topic = project.name(path), path.relative_to(project.topics).parts[0]
    try:
        text = read_text(project, path)
        if path.stem.partition(".")[0] == INDEX:  # index.en.md is that of another edition
            key = topic + path.stem.removeprefix(INDEX)
            content.introductions[key] = _free_page(text, topic, name)
            return
        page = parse_page(store, text, topic=topic, year=path.stem, path=name)
    except DossierError as error:
        content.findings.append(error.as_finding())
        content.unreadable_topics.add(topic)
    else:
        content.pages.append(page)
        content.page_texts[name] = text


def parse_page(store: Store, text: str, *, topic: str, year: str, path: str) -> TopicPage:
    """Parse a year page of a topic, from the cache where it is known.

    Raises `PageFileError` if its front matter cannot be understood.
    """

    def compute(texts: Sequence[str]) -> list[TopicPage]:
        return [topicpage.parse(one, topic=topic, year=year, path=path) for one in texts]

    key = key_of(path, text)
    return store.cached("topic page", {key: text}, TopicPage, compute)[key]


def _load_free_page(project: Project, path: Path, content: Content) -> None:
    name, at = project.name(path), urls.slug(path.stem, "page")
    owner = "the program" if at in RESERVED | set(content.config.site.languages[1:]) else ""
    owner = next((page.path for page in content.free_pages if page.name == at), owner)
    if owner:
        content.findings.append(
            Finding(
                where=name,
                message=f"{owner} has a page of its own at `{at}/`; this is not shown",
                hint="give the file another name",
            )
        )
        return
    try:
        page = _free_page(read_text(project, path), at, name)
    except DossierError as error:
        content.findings.append(error.as_finding())
    else:
        content.free_pages.append(page)


def _free_page(text: str, name: str, path: str) -> FreePage:
    values, body, _ = frontmatter.parse(text, path)
    title = values.get("title")
    return FreePage(
        name=name,
        title=str(title) if title else name.replace("-", " ").capitalize(),
        markdown=body.strip(),
        path=path,
    )
