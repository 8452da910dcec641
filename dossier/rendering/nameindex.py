"""The index of names: who is named where, kept between builds.

Ten thousand articles name forty thousand people, places and bodies, and an edit concerns a few
dozen of them. So the index is kept with a note on each article: a hash of all that a page can tell
of it, and whom it names. Where the hash is another, or the dossier calls a name otherwise, the
article is taken out of the index and put in again. An index of nothing is the beginning of a full
one: there is no other way to make it, and nothing in it tells in which order things came.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct, field

from dossier.found import Named
from dossier.model import NameKey, Register
from dossier.rendering.intopics import Topics, topics_in
from dossier.rendering.named import Appearances, Naming, found_at, rank
from dossier.rendering.rights import Shown
from dossier.rendering.searchdata import filters


class Noted(Struct, frozen=True, array_like=True):
    """What the index knows of an article: its hash, and whom it names, in the order of its text.

    `facets` are those of the search that are no names, as `filters` has them; `passages` is the
    number of passages that are shown.
    """

    digest: bytes
    packed: bytes
    facets: tuple[tuple[str, str], ...] = ()
    passages: int = 0

    @property
    def names(self) -> list[NameKey]:
        """Whom and what the article names, each once."""
        return _KEYS.decode(self.packed)


class Index(Struct, frozen=True, kw_only=True):
    """All names with the articles that name them, and a note on each article.

    Names are in the order of their `rank`. `of` is that of the register, as it was. `topics` are
    all of the dossier in their order.
    """

    topics: tuple[str, ...] = ()
    of: dict[NameKey, NameKey] = field(default_factory=dict)
    names: dict[NameKey, Appearances] = field(default_factory=dict)
    articles: dict[str, Noted] = field(default_factory=dict)

    def naming(self, names: Iterable[NameKey]) -> set[str]:
        """Return the articles that name any of these."""
        held = (self.names[key] for key in names if key in self.names)
        return {naming.article for one in held for naming in one.namings}


class Told(Struct, frozen=True):
    """What the names of a dossier follow from: its articles and what is known of them."""

    shown: Mapping[str, Shown]
    digests: Mapping[str, bytes]
    register: Register
    topics: tuple[str, ...]
    topics_of: Topics

    def entry(self, key: NameKey) -> Named:
        """Return what the dossier knows of one of its names."""
        return self.register.names.get(key) or Named(kind=key[0], name=key[1])

    def note(self, name: str, names: list[NameKey]) -> Noted:
        """Return what the index is to know of an article that names these."""
        shown = self.shown[name]
        facets = tuple(filters(shown, topics_in(shown, self.topics_of), ()))
        return Noted(self.digests[name], _ENCODE(names), facets, shown.passages)


_FEW = 1_000  # names that are put in their places one by one
_KEYS = msgspec.msgpack.Decoder(list[NameKey])
_ENCODE = msgspec.msgpack.Encoder().encode
Namings = dict[str, Naming]  # by article


def index(told: Told, before: Index | None = None) -> Index:
    """Return the index of all articles; what did not change is taken from that of `before`."""
    if before is None or before.topics != told.topics:
        before = Index()
    articles, opened = dict(before.articles), _Opened(before)
    for name in _stale(told, before):
        for key in articles.pop(name).names:
            opened[key].pop(name)
    for name in (name for name in told.shown if name not in articles):
        namings = _namings(told, name)
        for key, naming in namings.items():
            opened[key][name] = naming
        articles[name] = told.note(name, list(namings))
    for key in _entered_otherwise(told, before):
        opened[key]  # what is opened is put together again
    names = [one for key, one in before.names.items() if key not in opened]
    ordered = {one.key: one for one in _in_order(names, list(_closed(opened, told)))}
    return Index(topics=told.topics, of=dict(told.register.of), names=ordered, articles=articles)


def _in_order(names: list[Appearances], others: list[Appearances]) -> list[Appearances]:
    """Put names among others that are in order."""
    if len(others) > _FEW:
        return sorted([*names, *others], key=rank)
    for one in others:
        insort(names, one, key=rank)
    return names


class _Opened(dict[NameKey, Namings]):
    """The names that change, each with its articles; a name is opened when it is met."""

    def __init__(self, before: Index) -> None:
        super().__init__()
        self._before = before.names

    def __missing__(self, key: NameKey) -> Namings:
        one = self._before.get(key)
        self[key] = {naming.article: naming for naming in one.namings} if one else {}
        return self[key]


def _closed(opened: Mapping[NameKey, Namings], told: Told) -> Iterator[Appearances]:
    """Put together what is known of the names that changed, as far as anything names them still."""
    order = {name: number for number, name in enumerate(told.shown)}
    for key, held in opened.items():
        if held:
            namings = [held[name] for name in sorted(held, key=order.__getitem__)]
            entry = told.entry(key)
            topic = _topic(told, namings) if entry.lat is not None else ""
            yield found_at(key, entry, namings, told.digests, topic)


def _topic(told: Told, namings: Sequence[Naming]) -> str:
    """Return the topic that most of the passages are in, "" if none is in any."""
    keys = ((one.article, passage) for one in namings for passage, _ in one.passages)
    counts = Counter(topic for key in keys for topic in told.topics_of.get(key, ()))
    order = told.topics.index
    return min(counts, key=lambda topic: (-counts[topic], order(topic)), default="")


def _stale(told: Told, before: Index) -> list[str]:
    """Return the articles that have to be taken out, in the order of the index."""
    of, now = before.of, told.register.of
    called = {key for key in of.keys() | now.keys() if of.get(key, key) != now.get(key, key)}
    renamed = before.naming(of.get(key, key) for key in called)
    digests = told.digests
    return [
        name
        for name, one in before.articles.items()
        if name not in told.shown or digests[name] != one.digest or name in renamed
    ]


def _entered_otherwise(told: Told, before: Index) -> list[NameKey]:
    """Return the names of which the register knows something else."""
    known = told.register.names.get
    other = [key for key, one in before.names.items() if known(key) != one.entry]
    return [key for key in other if told.entry(key) != before.names[key].entry]


def _namings(told: Told, name: str) -> dict[NameKey, Naming]:
    """Return where an article names whom."""
    shown, of = told.shown[name], told.register.of
    passages: dict[NameKey, dict[str, int | None]] = {}
    forms: dict[NameKey, dict[str, None]] = {}
    for mention in shown.found.mentions:
        written: NameKey = (mention.kind, mention.name)
        key = of.get(written, written)
        if key not in passages:
            passages[key], forms[key] = {}, {}
        passages[key][mention.passage] = shown.numbers.get(mention.passage)
        forms[key][mention.text] = None
    return {
        key: Naming(name, tuple(held.items()), () if [*forms[key]] == [key[1]] else (*forms[key],))
        for key, held in passages.items()
    }
