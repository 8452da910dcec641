"""Reading the pages in `content/`: those of topics, introductions and free pages, as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from dossier import frontmatter, urls
from dossier.config import nearest
from dossier.content import Content
from dossier.effects.project import Project, digest, files, read_bytes, read_text
from dossier.effects.store import Store, key_of
from dossier.errors import DossierError, Finding
from dossier.model import FreePage, TopicPage
from dossier.rendering import novelties
from dossier.rendering.assemble import RESERVED
from dossier.writing import topicpage

_MARKDOWN = frozenset((".md",))
_YEAR_PAGE = re.compile(r"\d{4}|undated")
INDEX = "index"
PUBLISHED = "published.json"


def load_pages(project: Project, store: Store, content: Content) -> None:
    """Read topic pages, introductions and free pages."""
    paths = list(files(project.topics, _MARKDOWN))
    known = _known_pages(project, store, paths, content)
    topics = {topic.id for topic in content.topics}
    others = content.config.site.languages[1:]
    introductions = {INDEX, *(f"{INDEX}.{lang}" for lang in others)}
    for path in paths:
        name, parts = project.name(path), path.relative_to(project.topics).parts
        if path.is_symlink() and len(parts) == 1:  # to a folder; reading it gives the reason
            _load_year_page(project, store, path, content, None)
        elif len(parts) != 2 or parts[0] not in topics:
            content.findings.append(_stray(name, parts[0], topics))
        elif path.stem in introductions:
            _load_introduction(project, path, content)
        elif _YEAR_PAGE.fullmatch(path.stem):
            _load_year_page(project, store, path, content, known.get(name))
        else:
            hint = "year pages are called like 2023.md; free pages go to content/pages/"
            message = "this is no year page; it is not shown"
            content.findings.append(Finding(where=name, message=message, hint=hint))
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


def _load_introduction(project: Project, path: Path, content: Content) -> None:
    topic = path.parent.name
    try:
        page = free_page(read_text(project, path), topic, project.name(path))
    except DossierError as error:
        content.findings.append(error.as_finding())
        content.unreadable_topics.add(topic)
    else:  # index.en.md is that of another edition
        content.introductions[topic + path.stem.removeprefix(INDEX)] = page


def _known_pages(
    project: Project, store: Store, paths: Iterable[Path], content: Content
) -> dict[str, TopicPage]:
    """Return the topics' pages that the cache knows by their hashes, by name."""
    names = map(project.name, paths)
    keys = {
        name: page_key(name, content.hashes[name]) for name in names if content.hashes.get(name)
    }
    known = store.known("topic page", keys.values(), TopicPage)
    return {name: known[key] for name, key in keys.items() if key in known}


def _load_year_page(
    project: Project, store: Store, path: Path, content: Content, known: TopicPage | None
) -> None:
    """Read a topic's page, unless it is known."""
    name, topic = project.name(path), path.relative_to(project.topics).parts[0]
    if known:
        content.pages.append(known)
        content.page_keys[name] = page_key(name, content.hashes[name])
        return
    try:
        put_page(store, content, read_text(project, path), topic, name)
    except DossierError as error:
        content.findings.append(error.as_finding())
        content.unreadable_topics.add(topic)


def page_key(path: str, sha256: str) -> bytes:
    """Return what a topic's page is known by."""
    return key_of(path, sha256)


def put_page(store: Store, content: Content, text: str, topic: str, path: str) -> None:
    """Take a topic's page into `content`, from the cache where it is known.

    Raises `PageFileError` if its front matter cannot be understood.
    """
    year = PurePosixPath(path).stem

    def compute(texts: Sequence[str]) -> list[TopicPage]:
        return [topicpage.parse(one, topic=topic, year=year, path=path) for one in texts]

    key = page_key(path, digest(text.encode()))
    page = store.cached("topic page", {key: text}, TopicPage, compute)[key]
    content.pages = [one for one in content.pages if one.path != path]
    content.pages.append(page)
    content.page_keys[path] = key


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
        page = free_page(read_text(project, path), at, name)
    except DossierError as error:
        content.findings.append(error.as_finding())
    else:
        content.free_pages.append(page)


def free_page(text: str, name: str, path: str) -> FreePage:
    """Parse a page of the editor's own; `name` is its place in the site, or its topic."""
    values, body, _ = frontmatter.parse(text, path)
    title = values.get("title")
    return FreePage(
        name=name,
        title=str(title) if title else name.replace("-", " ").capitalize(),
        markdown=body.strip(),
        path=path,
    )
