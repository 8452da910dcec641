"""What all articles say, from the cache where it is known, and who is meant by their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from msgspec import Struct

from dossier.content import Content
from dossier.effects import pool
from dossier.effects.store import Store, key_of
from dossier.model import Article, Named, NameKey, Register, Understanding
from dossier.understanding.known import listed
from dossier.understanding.register import register, tally
from dossier.understanding.understand import understand


class _Merged(Struct, frozen=True):
    """A register as the cache keeps it."""

    names: tuple[Named, ...]
    of: tuple[tuple[NameKey, NameKey], ...]


def understand_all(
    store: Store, jobs: int, content: Content, progress: Callable[[int, int], None]
) -> None:
    """Find out what each article says, from the cache where its text and the terms are known."""
    lang = content.config.lang
    named = listed(content.config)
    terms = repr([(topic.id, topic.title, topic.terms, topic.exclude) for topic in content.topics])
    ground = key_of(terms, repr(named), lang)
    inputs = {
        key_of(ground, content.keys[name]): article for name, article in content.articles.items()
    }
    work = partial(understand, topics=content.topics, default_lang=lang, named=named)

    def compute(articles: Sequence[Article]) -> list[Understanding]:
        total = len(articles)
        return pool.run(
            work,
            articles,
            jobs=jobs,
            progress=lambda done: progress(done, total),
            takes=Article,
            gives=Understanding,
        )

    found = store.cached("understanding", inputs, Understanding, compute)
    content.found = {article.id: found[key] for key, article in inputs.items()}
    content.understood = {article.id: key for key, article in inputs.items()}
    content.register = _register(store, content, named)


def _register(store: Store, content: Content, named: tuple[Named, ...]) -> Register:
    """Merge all names, from the cache where no article has another name than before."""
    lang = content.config.lang
    mentions = ((one, content.found[one.id].mentions) for one in content.articles.values())
    told = tally(mentions, lang)
    key = key_of(lang, msgspec.msgpack.encode((named, told.rows())))

    def compute(_: object) -> list[_Merged]:
        made = register(told, named, lang)
        return [_Merged(tuple(made.names.values()), tuple(made.of.items()))]

    merged = store.cached("names", {key: None}, _Merged, compute)[key]
    names = {(one.kind, one.name): one for one in merged.names}
    return Register(names=names, of=dict(merged.of))
