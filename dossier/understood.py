"""What all articles say, from the cache where it is known, and who is meant by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec
from msgspec import Struct

from dossier.content import Content
from dossier.effects import pool
from dossier.effects.packed import Packed
from dossier.effects.store import Store, key_of
from dossier.model import Article, Named, NameKey, Register, Understanding
from dossier.sketch import Sketch
from dossier.understanding.known import listed
from dossier.understanding.name_facts import Fact, Facts
from dossier.understanding.register import register, tally
from dossier.understanding.sketches import sketch
from dossier.understanding.understand import understand

_STEP = "understanding"
_FACTS, _NAMES = "name facts", "names"  # the names of what is kept


class _Known(Struct, frozen=True):
    """What follows from names alone, as the cache keeps it; `key` for program and language."""

    key: bytes
    facts: dict[str, Fact]


class _Merged(Struct, frozen=True):
    """A register as the cache keeps it; `key` stands for all that it follows from."""

    key: bytes
    names: tuple[Named, ...]
    of: tuple[tuple[NameKey, NameKey], ...]


def understand_all(
    store: Store, jobs: int, content: Content, progress: Callable[[int, int], None]
) -> None:
    """Find out what each article says, from the cache where its text and the terms are known.

    What is known is read when it is asked for, as long as the store is open; else it is found out
    anew. What is asked of all articles is in the sketches.
    """
    lang = content.config.lang
    named = listed(content.config)
    terms = repr([(topic.id, topic.title, topic.terms, topic.exclude) for topic in content.topics])
    ground = key_of(terms, repr(named), lang)
    keys = {name: key_of(ground, content.keys[name]) for name in content.articles}
    work = partial(understand, topics=content.topics, default_lang=lang, named=named)
    there = store.there(_STEP, keys.values())
    missing = [one for name, one in content.articles.items() if keys[name] not in there]
    made = pool.run(
        work,
        missing,
        jobs=jobs,
        progress=lambda done: progress(done, len(missing)),
        takes=Article,
        gives=Understanding,
    )
    fresh = {article.id: found for article, found in zip(missing, made, strict=True)}
    store.keep(_STEP, {keys[name]: found for name, found in fresh.items()})
    read = partial(store.packed, _STEP)
    content.understood = keys
    content.found = Packed(
        Understanding, keys, read, fresh, lambda name: work([content.articles[name]])[0]
    )
    content.sketches = _sketches(store, content, keys)
    content.register = _register(store, content, named)


def _sketches(store: Store, content: Content, keys: Mapping[str, bytes]) -> dict[str, Sketch]:
    def compute(names: Sequence[str]) -> list[Sketch]:
        lang = content.config.lang
        return [sketch(content.articles[name], content.found[name], lang) for name in names]

    found = store.cached("sketch", {key: name for name, key in keys.items()}, Sketch, compute)
    return {name: found[key] for name, key in keys.items()}


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
