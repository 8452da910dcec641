"""What the search is told of an article beside its text: other words, names, and its facets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field

from dossier import edtf, hiddenwords
from dossier.found import Mention, MentionKind
from dossier.model import NameKey, Register
from dossier.rendering.named import Appearances
from dossier.rendering.nameplaces import NamePlaces, Places
from dossier.rendering.rights import Shown

_KINDS: tuple[MentionKind, ...] = ("person", "place")  # of names that results can be narrowed by
# Of each kind. The engine counts all values after each query: 10,000 invented articles with 39,000
# names took it 0.8 s, and the reader 620 kB.
_MOST = 200
_SPACES, _HYPHENS = re.compile(r"\s+"), re.compile(r"-{2,}")


_NOWHERE = NamePlaces()
_UNPLACED: Mapping[MentionKind, Places] = {}


class Names(Struct, frozen=True):
    """Who and what a dossier names, and what is known of them.

    `facets` are the marks of those by whom results can be narrowed, the persons and places most
    often named. `places` says which page has a name.
    """

    register: Register = field(default_factory=Register)
    known: Mapping[NameKey, Appearances] = field(default_factory=dict)
    facets: Mapping[NameKey, str] = field(default_factory=dict)
    places: NamePlaces = _NOWHERE

    def who(self, mention: Mention) -> NameKey:
        """Return who or what is meant by a mention."""
        written: NameKey = (mention.kind, mention.name)
        return self.register.of.get(written, written)

    def others(self, shown: Shown) -> dict[str, list[str]]:
        """Return what else they are called whom an article names, by the words of its text."""
        found: dict[str, list[str]] = {}
        for mention in shown.found.mentions:
            known = self.known.get(self.who(mention))
            forms = known.forms if known else ()
            if others := [form for form in forms if form != mention.text]:
                found[mention.text] = others
        return found

    def by_passage(self, shown: Shown) -> dict[str, list[str]]:
        """Return the marks of the persons and places of each passage."""
        found: dict[str, list[str]] = {}
        for mention in shown.found.mentions:
            if mark := self.facets.get(self.who(mention)):
                found.setdefault(mention.passage, []).append(mark)
        return found

    def marks(self, names: Iterable[NameKey]) -> Iterator[str]:
        """Yield the facets of names."""
        return (self.facets[key] for key in names if key in self.facets)

    @classmethod
    def of(
        cls,
        register: Register,
        named: Mapping[MentionKind, Sequence[Appearances]],
        known: Mapping[NameKey, Appearances],
        before: Mapping[MentionKind, Places] = _UNPLACED,
    ) -> Names:
        """Choose the facets and places, too.

        `named` are all names, the most frequent first, `known` the same by what they are known by;
        `before` is where names stood at the last build.
        """
        facets = {
            one.key: _mark(kind, one.entry.name)
            for kind in _KINDS
            for one in named.get(kind, ())[:_MOST]
        }
        return cls(register, known, facets, NamePlaces(known, named, before))


def search_words(shown: Shown, names: Names) -> str:
    """Return the hidden words of an article, as far as its text is shown."""
    line = shown.found.search_words
    text = "\n".join([shown.article.title, *(block.text for block in shown.article.blocks)])
    if shown.rights != "full":
        line = hiddenwords.visible(line, text)
    others = names.others(shown)
    return line + hiddenwords.write((), others) if others else line


def marks(
    shown: Shown, topics: Callable[[str], Iterable[str]], names: Names
) -> dict[str, tuple[str, ...]]:
    """Return the facets of each passage, as `topic.summit`.

    `topics` gives those of a passage.
    """
    told, named = _told(shown), names.by_passage(shown)
    found: dict[str, tuple[str, ...]] = {}
    for block in shown.article.passages:
        kinds = [kind for kind, passages in told.items() if block.id in passages]
        held = [
            *(_mark("topic", topic) for topic in topics(block.id)),
            *(_mark("kind", kind) for kind in kinds or ("article",)),
            *named.get(block.id, ()),
        ]
        found[block.id] = tuple(dict.fromkeys(held))
    return found


@lru_cache(maxsize=32768)  # the same few names in most passages
def _mark(facet: str, value: str) -> str:
    return f"{facet}.{mark(value)}"


def mark(value: str) -> str:
    """Write a value so that it can stand in an id: no spaces, and no double hyphen."""
    return _HYPHENS.sub("-", _SPACES.sub("_", value)).strip("-")


def filters(shown: Shown, topics: Iterable[str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the facets of an article for the engine, as pairs of name and value.

    `topics` are those of its passages, `names` the marks of whom it names.
    """
    article = shown.article
    yield from (("topic", mark(topic)) for topic in topics)
    yield from (("kind", kind) for kind in _kinds(shown))
    for one in names:
        name, _, value = one.partition(".")
        yield name, value
    if article.source.name:
        yield "source", mark(article.source.name)
    if article.lang:
        yield "lang", article.lang
    period = period_of(article.date)
    if period:
        yield "date", period


def _kinds(shown: Shown) -> Iterator[str]:
    """Yield what an article has, as `marks` has it passage by passage."""
    told = _told(shown)
    yield from (kind for kind, passages in told.items() if passages & shown.numbers.keys())
    if shown.numbers.keys() - set().union(*told.values()):
        yield "article"


def _told(shown: Shown) -> dict[str, set[str]]:
    """Return the passages in which somebody speaks, and those that tell of something dated."""
    return {
        "quotation": {voice.passage for voice in shown.brief.voices},
        "event": {event.passage for event in shown.brief.events},
    }


def period_of(date: str) -> str:
    """Return the month of a date, the year where no more is known, "" for what is undated."""
    span = edtf.parse(date)
    if not span:
        return ""
    known = span.precision in ("day", "month")
    return span.first.isoformat()[: 7 if known else 4]
