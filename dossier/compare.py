"""Articles compared with one another: which are copies of one report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import msgspec
from msgspec import Struct

from dossier.config import nearest
from dossier.content import Content
from dossier.effects import pool
from dossier.effects.store import Store, key_of
from dossier.errors import Finding
from dossier.model import Article, Copies, PassageKey, Rights
from dossier.rendering.rights import allowed
from dossier.understanding import copies
from dossier.understanding.copies import KEEP_APART, Candidate, Found, TextPrint
from dossier.understanding.twins import twins

_RANK: dict[Rights, int] = {"full": 0, "excerpt": 1, "link": 2, "private": 3}


class _Compared(Struct, frozen=True):
    """What is known once all articles are compared, as the cache keeps it."""

    found: Found
    twins: tuple[tuple[PassageKey, PassageKey], ...]


def compare_all(store: Store, jobs: int, content: Content) -> Found:
    """Find the copies of a report into `content.copies`; nothing is computed twice."""
    return begin(store, jobs, content)()


def begin(store: Store, jobs: int, content: Content) -> Callable[[], Found]:
    """Begin to find the copies of a report; what is returned puts them into `content.copies`.

    All articles are compared by one process, where several are at work already; the others go on
    with something else meanwhile.
    """
    content.findings += _unknown(content.articles)
    candidates, whole = _candidates(store, jobs, content)
    known = store.known("copies", [whole], _Compared).get(whole)
    if known:
        return partial(_hold, content, known)
    found = pool.later(copies.find, candidates, jobs=jobs)

    def finish() -> Found:
        result = found()
        pairs = twins(result.groups, content.articles)
        made = _Compared(result, tuple(pairs.items()))
        store.keep("copies", {whole: made})
        return _hold(content, made)

    return finish


def _candidates(store: Store, jobs: int, content: Content) -> tuple[dict[str, Candidate], bytes]:
    """Return what to compare, and a key for all of it."""
    articles = content.articles
    keys = {
        name: key_of(name, msgspec.msgpack.encode((one.passages, one.source.agency, one.authors)))
        for name, one in articles.items()
    }
    work = partial(pool.run, copies.text_prints, jobs=jobs, takes=Article, gives=TextPrint)
    inputs = {key: articles[name] for name, key in keys.items()}
    prints = store.cached("text", inputs, TextPrint, work)
    rights, outlets = content.config.rights.default, content.config.source_rights()
    candidates = {
        name: copies.candidate(one, prints[keys[name]], _RANK[allowed(one, outlets, rights)])
        for name, one in articles.items()
    }
    about = (
        (keys[name], one.date, one.title, one.source, one.rank, one.copy_of)
        for name, one in candidates.items()
    )
    return candidates, key_of(*sorted(map(repr, about)))


def _hold(content: Content, compared: _Compared) -> Found:
    content.copies = Copies(groups=compared.found.groups, twins=dict(compared.twins))
    return compared.found


def _unknown(articles: Mapping[str, Article]) -> Iterator[Finding]:
    """Name the articles that are called copies of what is not there."""
    for one in articles.values():
        if one.copy_of and one.copy_of != KEEP_APART and one.copy_of not in articles:
            yield Finding(
                where=one.path,
                message=f"it is called a copy of `{one.copy_of}`, and there is no such article",
                hint=nearest(one.copy_of, [*articles, KEEP_APART]),
            )
