"""What all articles say, from the cache where it is known, and who is meant by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from functools import partial

import msgspec
from msgspec import Struct

from dossier.content import Content
from dossier.effects import pool
from dossier.effects.packed import Packed
from dossier.effects.store import Store, key_of
from dossier.found import Named, Understanding
from dossier.model import Article, NameKey, Register
from dossier.sketch import Sketch
from dossier.understanding.anew import understand
from dossier.understanding.known import listed
from dossier.understanding.name_facts import Fact, Facts
from dossier.understanding.register import register, tally
from dossier.understanding.sketches import sketch

_STEP = "understanding"
_FACTS, _NAMES, _SKETCHES = "name facts", "names", "sketches"  # the names of what is kept


class _Known(Struct, frozen=True):
    """What follows from names alone, as the cache keeps it; `key` for program and language."""

    key: bytes
    facts: dict[str, Fact]


class _Sketched(Struct, frozen=True):
    """The sketches of the last run, by what each follows from."""

    of: dict[bytes, Sketch]


class _Merged(Struct, frozen=True):
    """A register as the cache keeps it; `key` stands for all that it follows from."""

    key: bytes
    names: tuple[Named, ...]
    of: tuple[tuple[NameKey, NameKey], ...]


class Ahead:
    """Articles that a helper understands as soon as they are known, while others are read.

    They have to be few: many are understood over all cores. `keys` are those of `Content.keys`.
    """

    def __init__(self, content: Content, helper: Executor | None = None) -> None:
        config, topics = content.config, content.topics
        self.named = listed(config)
        self.work = partial(understand, topics=topics, default_lang=config.lang, named=self.named)
        self._helper = helper
        self._asked: dict[bytes, Future[list[Understanding]]] = {}

    def begin(self, articles: Mapping[bytes, Article]) -> None:
        """Let articles be understood, each by itself, if there is a helper and they are few."""
        if self._helper and not pool.is_worth_it(len(articles)):
            for key, article in articles.items():
                self._asked[key] = self._helper.submit(self.work, [article])

    def of(
        self, articles: Mapping[bytes, Article], jobs: int, progress: Callable[[int, int], None]
    ) -> list[Understanding]:
        """Return what articles say, in their order; what was not begun with is done now."""
        self.begin({key: one for key, one in articles.items() if key not in self._asked})
        here = [key for key in articles if key not in self._asked]
        made = pool.run(
            self.work,
            [articles[key] for key in here],
            jobs=jobs,
            progress=lambda done: progress(done, len(articles)),
            takes=Article,
            gives=Understanding,
        )
        found = dict(zip(here, made, strict=True))
        for key in articles:
            if key not in found:
                (found[key],) = self._asked[key].result()
                progress(len(found), len(articles))
        return [found[key] for key in articles]


def understand_all(
    store: Store,
    jobs: int,
    content: Content,
    progress: Callable[[int, int], None],
    ahead: Ahead | None = None,
) -> None:
    """Find out what each article says, from the cache where its text and the terms are known.

    What is known is read when it is asked for, as long as the store is open; else it is found out
    anew, or was begun with `ahead`. What is asked of all articles is in the sketches.
    """
    ahead = ahead or Ahead(content)
    terms = repr([(topic.id, topic.title, topic.terms, topic.exclude) for topic in content.topics])
    ground = key_of(terms, repr(ahead.named), content.config.lang)
    keys = {name: key_of(ground, content.keys[name]) for name in content.articles}
    there = store.there(_STEP, keys.values())
    missing = [one for name, one in content.articles.items() if keys[name] not in there]
    made = ahead.of({content.keys[one.id]: one for one in missing}, jobs, progress)
    fresh = {article.id: found for article, found in zip(missing, made, strict=True)}
    store.keep(_STEP, {keys[name]: found for name, found in fresh.items()})
    content.understood = keys
    content.found = Packed(
        Understanding,
        keys,
        partial(store.packed, _STEP),
        fresh,
        lambda name: ahead.work([content.articles[name]])[0],
    )
    content.sketches = _sketches(store, content, keys)
    content.register = _register(store, content, ahead.named)


def _sketches(store: Store, content: Content, keys: Mapping[str, bytes]) -> dict[str, Sketch]:
    """Return the sketches of all articles; those of the last run lie in one file."""
    lang, articles = content.config.lang, content.articles
    held = store.recall_large(_SKETCHES, _Sketched)
    known = held.of if held else {}
    found: dict[str, Sketch] = {}
    for name, key in keys.items():
        found[name] = known.get(key) or sketch(articles[name], content.found[name], lang)
    of = {key: found[name] for name, key in keys.items()}
    if of.keys() != known.keys():
        store.remember_large(_SKETCHES, _Sketched(of))
    return found


def _register(store: Store, content: Content, named: tuple[Named, ...]) -> Register:
    """Merge all names, unless no article has another name than in the last run."""
    lang = content.config.lang
    held = content.sketches.values()
    all_names = b"".join(sorted(one.names_key for one in held))
    key = key_of(lang, msgspec.msgpack.encode(named), all_names)
    known = store.recall(_NAMES, _Merged)
    if known and known.key == key:
        names = {(one.kind, one.name): one for one in known.names}
        return Register(names=names, of=dict(known.of))
    facts = _facts(store, lang)
    made = register(tally(held), facts, named)
    if facts.is_new:
        store.remember(_FACTS, _Known(key_of(lang), facts.asked))
    store.remember(_NAMES, _Merged(key, tuple(made.names.values()), tuple(made.of.items())))
    return made


def _facts(store: Store, lang: str) -> Facts:
    known = store.recall(_FACTS, _Known)
    return Facts(lang, known.facts if known and known.key == key_of(lang) else {})
