"""What is new since the dossier was last published: pure, from a record of what was published.

The site holds the record of itself in `data/published.json`. Who keeps a copy of it as
`content/published.json` at each publication gets a list of what came since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from dossier.rendering.corpus import Corpus
from dossier.rendering.parts import Parts
from dossier.rendering.partsof import Rows
from dossier.rendering.rights import Shown

FILE, SECTION = "data/published.json", "articles"
Record = Mapping[str, str]  # an article's id and a hash of what its page tells


class News(Struct, frozen=True, kw_only=True):
    """Articles that came, changed or went since a record was made; each in order of date."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def record(corpus: Corpus, known: Mapping[bytes, bytes] | None = None) -> dict[str, str]:
    """Return the record of what is shown today; `known` are parts of the last one by their keys."""
    known = known or {}
    today: dict[str, str] = {}
    for name in corpus.shown:
        entry = known.get(corpus.digests[name]) or _entry(corpus.shown[name])
        today |= msgspec.json.decode(b"{" + entry + b"}", type=dict[str, str])
    return today


def parts(rows: Rows) -> Parts:
    """Return the record as the file `data/published.json`, in the order of ids."""
    ids = sorted(rows.corpus.shown)
    articles = rows.by_article(SECTION, _entry, separator=b",", ids=ids)
    return Parts((b'{"articles":{', articles, b"}}\n"))


def _entry(shown: Shown) -> bytes:
    return msgspec.json.encode({shown.article.id: _hash(shown)})[1:-1]


def decode(data: bytes) -> Record:
    """Read such a file. Raises `ValueError` if it is none."""
    try:
        return msgspec.json.decode(data, type=dict[str, dict[str, str]])["articles"]
    except (msgspec.MsgspecError, KeyError) as error:
        raise ValueError(str(error)) from error


def since(published: Record, corpus: Corpus, known: Mapping[bytes, bytes] | None = None) -> News:
    """Compare what is shown today with a record; `known` as for `record`."""
    today = record(corpus, known)
    return News(
        added=tuple(name for name in today if name not in published),
        changed=tuple(name for name, value in today.items() if published.get(name, value) != value),
        gone=tuple(sorted(name for name in published if name not in today)),
    )


def _hash(shown: Shown) -> str:
    """Hash what a reader sees of an article: not its place in topics, nor what was found."""
    article = shown.article
    told = (article.title, article.date, *(block.text for block in article.blocks))
    return hashlib.blake2b("\0".join(told).encode(), digest_size=6).hexdigest()
