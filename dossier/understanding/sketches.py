"""What an article says in short, for those who look at all articles."""

from __future__ import annotations

import hashlib

from msgspec import msgpack

from dossier.found import Understanding
from dossier.model import Article
from dossier.sketch import Sketch, brief
from dossier.understanding.name_facts import written


def sketch(article: Article, found: Understanding, lang: str) -> Sketch:
    """Return the sketch of an article; `lang` is the dossier's language."""
    names = tuple(sorted({written(one.kind, one.name) for one in found.mentions}))
    at_home = article.lang in (lang, "")
    told = brief(found)
    return Sketch(
        voices=told.voices,
        events=told.events,
        names_key=hashlib.blake2b(msgpack.encode((at_home, names)), digest_size=16).digest(),
        at_home=at_home,
        names=names,
    )
