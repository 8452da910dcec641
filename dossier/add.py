"""`dossier add`: from originals to articles and topic pages in `content/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from dossier import compare
from dossier.arrivals import Arrival
from dossier.content import Content, load_articles
from dossier.effects.project import Project
from dossier.effects.store import Store
from dossier.inbox import Incoming, Tell
from dossier.intake import NOTHING, Workplace, take_in
from dossier.model import Copies
from dossier.pagefiles import load_pages
from dossier.propose import propose_all
from dossier.settings import Config
from dossier.understood import Ahead, understand_all

_UNKNOWN: Mapping[str, str] = {}


class Added(Struct, frozen=True, kw_only=True):
    """What a run of `add` did: what came in, and the number of passages put on pages."""

    content: Content
    arrivals: tuple[Arrival, ...]
    offered: int

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of new articles."""
        return tuple(one.article for one in self.arrivals if one.kind == "new")


def update(  # noqa: PLR0913 - what it works on, and how
    home: Project,
    config: Config,
    store: Store,
    *,
    jobs: int,
    tell: Tell,
    incoming: Incoming = NOTHING,
    hashes: Mapping[str, str] = _UNKNOWN,
    helper: Executor | None = None,
) -> Added:
    """Bring `content/` up to date with what is `incoming`, its originals and the topics' terms.

    `tell` gets the name of a step, how much of it is done, and of how much. In a dry run nothing
    is written, so that nothing is offered either. `hashes` are those of the dossier's files, as
    far as they are known: what is known by its hash is not read again. What articles say
    that are new is found out by the `helper`, where they are few.
    """
    content = Content(config=config, topics=config.topic_values(), hashes=hashes)
    ahead = Ahead(content, None if incoming.dry else helper)
    load_articles(home, store, jobs, content, tell=ahead.begin)
    arrivals = take_in(Workplace(home, store, jobs, tell), content, incoming)
    if incoming.dry:
        compare.compare_all(store, jobs, content)
        return Added(content=content, arrivals=_with_copies(arrivals, content.copies), offered=0)
    comparison = compare.begin(store, jobs, content)
    progress = partial(tell, "understanding")
    understand_all(store, jobs, content, progress, ahead)
    comparison()
    load_pages(home, store, content)
    offered = propose_all(home, store, content)
    found = _with_copies(arrivals, content.copies)
    return Added(content=content, arrivals=found, offered=offered)


def _with_copies(arrivals: Iterable[Arrival], copies: Copies) -> tuple[Arrival, ...]:
    """Name beside each new article the one that tells the same report."""
    leads = {name: group.lead for group in copies.groups for name in group.copies}
    return tuple(
        replace(one, copy_of=leads.get(one.article, "")) if one.kind == "new" else one
        for one in arrivals
    )
