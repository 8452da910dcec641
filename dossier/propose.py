"""Passages onto topic pages: what was never offered to a topic, and nothing else."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct, field

from dossier import edtf
from dossier.content import Content
from dossier.effects.project import Project, read_text
from dossier.effects.store import Store, key_of
from dossier.errors import PageFileError
from dossier.model import Topic, TopicPage
from dossier.pagefiles import INDEX, free_page, put_page
from dossier.settings import text_in
from dossier.writing import articlefile, insert, offers

_NAME = "proposals"  # of what is kept


class _Settled(Struct, frozen=True, kw_only=True):
    """A state in which nothing was left to propose, as the cache keeps it.

    `program` stands for the code, `pages` for those of each topic, `marks` for all that an article
    offers and that its copies do.
    """

    program: bytes
    pages: dict[str, bytes] = field(default_factory=dict)
    marks: dict[str, bytes] = field(default_factory=dict)


def propose_all(home: Project, store: Store, content: Content) -> int:
    """Put on each topic's pages what was never offered to it; return how many passages.

    Where a topic's pages are as the last run left them, only articles that offer something else
    than then, or whose copies do, are looked at.
    """
    before, marks = _recall(store), _marks(content)
    new = [name for name, mark in marks.items() if before.marks.get(name) != mark]
    after = _Settled(program=before.program, marks=marks)
    offered = 0
    for topic in content.topics:
        if topic.id in content.unreadable_topics:
            continue  # what was offered is not known, and nothing may be offered twice
        _introduce(home, topic, content)
        known = before.pages.get(topic.id) == _pages_key(topic, content)
        number, is_noted = _propose(home, store, topic, new if known else marks, content)
        offered += number
        if is_noted:
            after.pages[topic.id] = _pages_key(topic, content)
    if after != before:
        store.remember(_NAME, after)
    return offered


def _recall(store: Store) -> _Settled:
    known = store.recall(_NAME, _Settled)
    return known if known and known.program == key_of() else _Settled(program=key_of())


def _marks(content: Content) -> dict[str, bytes]:
    """Return by article a hash of all that it offers, and of its copies where it has some."""
    marks = dict(content.understood)
    for group in content.copies.groups:
        told = [content.keys[name] for name in group.members]
        marks |= {name: key_of(content.understood[name], *told) for name in group.members}
    return marks


def _pages_key(topic: Topic, content: Content) -> bytes:
    return key_of(*(content.page_keys[one.path] for one in _pages(topic, content)))


def _pages(topic: Topic, content: Content) -> list[TopicPage]:
    """Return a topic's pages in an order that does not depend on what was written last."""
    return sorted((one for one in content.pages if one.topic == topic.id), key=lambda one: one.path)


def _propose(
    home: Project, store: Store, topic: Topic, names: Collection[str], content: Content
) -> tuple[int, bool]:
    """Propose what articles offer to a topic; return how much, and whether pages say so."""
    if not names:
        return 0, True
    matches = {
        name: offers.matches_of(content.articles[name], content.found[name].topics, content.topics)
        for name in names
    }
    pages = _pages(topic, content)
    found = offers.propose(topic.id, pages, content.articles, matches, content.copies)
    number, is_noted = 0, True
    for year, additions in found.items():
        try:
            _extend(home, store, topic, year, additions, content)
        except PageFileError as error:
            content.findings.append(error.as_finding())
            is_noted = False
        else:
            number += sum(len(addition.passages) for addition in additions)
    return number, is_noted


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
    if name in content.page_keys:
        text = insert.insert(read_text(home, path), additions, content.articles, path=name)
    else:
        title = text_in(topic.title, content.config.lang)
        label = "" if year == edtf.UNDATED else f" {year}"
        text = insert.new_page(f"{title}{label}", additions)
    put_page(store, content, text, topic.id, name)
    content.write(home, path, text)


def _introduce(home: Project, topic: Topic, content: Content) -> None:
    """Make the editor's own page of a topic once, when the topic is new."""
    folder = home.topics / topic.id
    if folder.exists():
        return
    path = folder / f"{INDEX}.md"
    text = articlefile.introduction(text_in(topic.title, content.config.lang))
    content.write(home, path, text)
    content.introductions[topic.id] = free_page(text, topic.id, home.name(path))
