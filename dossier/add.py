"""`dossier add`: from originals to articles and topic pages in `content/`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dossier.compare import compare_all
from dossier.config import Config
from dossier.content import Content, load_articles, load_pages, understand_all
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.intake import add_originals
from dossier.propose import propose_all

Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What a run of `add` did: ids of new articles, number of passages put on pages."""

    content: Content
    articles: tuple[str, ...]
    offered: int


def update(home: Project, config: Config, store: Store, *, jobs: int, tell: Tell) -> Added:
    """Bring `content/` up to date with its originals and the topics' terms.

    `tell` gets the name of a step, how much of it is done, and of how much.
    """
    content = Content(config=config, topics=config.topic_values())
    load_articles(home, store, jobs, content)
    added = add_originals(home, store, jobs, content, lambda done, of: tell("reading", done, of))
    understand_all(store, jobs, content, lambda done, of: tell("understanding", done, of))
    compare_all(store, jobs, content)
    load_pages(home, content)
    offered = propose_all(home, content)
    return Added(content=content, articles=tuple(added), offered=offered)
