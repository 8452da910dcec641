"""Passages onto topic pages: what was never offered to a topic, and nothing else."""

from __future__ import annotations

from dossier import edtf
from dossier.config import text_in
from dossier.content import INDEX, Content, parse_page
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.errors import PageFileError
from dossier.model import Topic
from dossier.writing import articlefile, insert, offers


def propose_all(home: Project, store: Store, content: Content) -> int:
    """Put on each topic's pages what was never offered to it; return how many passages."""
    matches = {
        article.id: offers.matches_of(article, content.found[article.id].topics, content.topics)
        for article in content.articles.values()
    }
    offered = 0
    for topic in content.topics:
        if topic.id in content.unreadable_topics:
            continue  # what was offered is not known, and nothing may be offered twice
        _introduce(home, topic, content)
        pages = [page for page in content.pages if page.topic == topic.id]
        found = offers.propose(topic.id, pages, content.articles, matches, content.copies)
        for year, additions in found.items():
            try:
                _extend(home, store, topic, year, additions, content)
            except PageFileError as error:
                content.findings.append(error.as_finding())
                continue
            offered += sum(len(addition.passages) for addition in additions)
    return offered


def _extend(  # noqa: PLR0913, PLR0917 - the page, what comes onto it, and the effects
    home: Project,
    store: Store,
    topic: Topic,
    year: str,
    additions: tuple[insert.Addition, ...],
    content: Content,
) -> None:
    path = home.topics / topic.id / f"{year}.md"
    name = home.name(path)
    if name in content.page_texts:
        text = insert.insert(content.page_texts[name], additions, content.articles, path=name)
        content.pages = [page for page in content.pages if page.path != name]
    else:
        title = text_in(topic.title, content.config.lang)
        label = "" if year == edtf.UNDATED else f" {year}"
        text = insert.new_page(f"{title}{label}", additions)
    content.pages.append(parse_page(store, text, topic=topic.id, year=year, path=name))
    content.page_texts[name] = text
    content.write(home, path, text)


def _introduce(home: Project, topic: Topic, content: Content) -> None:
    """Make the editor's own page of a topic once, when the topic is new."""
    folder = home.topics / topic.id
    if folder.exists():
        return
    title = text_in(topic.title, content.config.lang)
    content.write(home, folder / f"{INDEX}.md", articlefile.introduction(title))
