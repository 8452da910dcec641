"""Who, where and which organisation is named in what may be shown, with every passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dossier.found import MentionKind, Named
from dossier.model import NameKey, PassageKey, Register
from dossier.rendering.sheets import hashed

KINDS: tuple[MentionKind, ...] = ("person", "place", "organisation")
_INFLECTED = re.compile(r"(?<=\w{3})e[rsnm]?(?= )")
_GENITIVES = ("'s", "’s", "s", "'", "’")
_MOST_LINES = 12  # passages shown for a name; the search finds the rest


class Naming(Struct, frozen=True, array_like=True):
    """An article that names somebody: in which passages, with their numbers, None for a hidden one.

    `forms` are the words by which it calls them, none where they are the dossier's own.
    """

    article: str
    passages: tuple[tuple[str, int | None], ...]
    forms: tuple[str, ...] = ()


class Appearances(Struct, frozen=True, array_like=True):
    """A name with the passages that mention it, oldest first, and its other forms there.

    `key` is what it is known by, in the dossier's first language: its address is made of that.
    `count` is the number of passages, `articles` that of articles, `topic` the one that most of
    the passages are in, for a place on the map. `digest` is a hash of all this, `listed` one of
    what its entry in a list tells of articles.

    `packed` are the articles that name it, `latest` the passages that stand in a list if those are
    not all: most names are only counted, so neither is looked into before it is asked for.
    """

    key: NameKey
    entry: Named
    aliases: tuple[str, ...]
    count: int
    articles: int
    topic: str
    digest: bytes
    listed: bytes
    latest: bytes
    packed: bytes

    @property
    def address(self) -> str:
        """The name in the dossier's first language."""
        return self.key[1]

    @property
    def forms(self) -> tuple[str, ...]:
        """All that the dossier calls it, its name first."""
        return (self.entry.name, *self.aliases)

    @property
    def namings(self) -> list[Naming]:
        """The articles that name it, oldest first."""
        return _NAMINGS.decode(self.packed)

    @property
    def passages(self) -> tuple[PassageKey, ...]:
        """The passages that mention it, oldest first."""
        return tuple(_passages(self.namings))

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """The numbers of the passages in their articles, None for one that is not shown."""
        return tuple([number for one in self.namings for _, number in one.passages])

    @property
    def last(self) -> list[PassageKey]:
        """The passages that stand under the name in a list."""
        return _LATEST.decode(self.latest) if self.latest else _passages(self.namings)


_NAMINGS = msgspec.msgpack.Decoder(list[Naming])
_LATEST = msgspec.msgpack.Decoder(list[PassageKey])
_ENCODE = msgspec.msgpack.Encoder().encode


def _passages(namings: Iterable[Naming]) -> list[PassageKey]:
    return [(one.article, passage) for one in namings for passage, _ in one.passages]


def found_at(
    key: NameKey,
    entry: Named,
    namings: list[Naming],
    digests: Mapping[str, bytes],
    topic: str = "",
) -> Appearances:
    """Put together what is known of a name; `namings` are oldest first.

    `digests` are hashes of what pages can tell of each article.
    """
    passages = _passages(namings)
    # A single one more is no reason to cut.
    latest = passages if len(passages) <= _MOST_LINES + 1 else passages[-_MOST_LINES:]
    forms = {form for one in namings for form in one.forms or key[1:]}
    aliases = _aliases(entry, forms)
    told = [(one.article, one.passages) for one in namings]
    return Appearances(
        key=key,
        entry=entry,
        aliases=aliases,
        count=len(passages),
        articles=len(namings),
        topic=topic,
        digest=hashed(entry, aliases, told),
        listed=hashed([(digests.get(article), passage) for article, passage in latest]),
        latest=_ENCODE(latest) if len(latest) < len(passages) else b"",
        packed=_ENCODE(namings),
    )


def by_kind(names: Iterable[Appearances]) -> dict[MentionKind, tuple[Appearances, ...]]:
    """Return names by kind, in their order."""
    held: dict[MentionKind, list[Appearances]] = {kind: [] for kind in KINDS}
    for one in names:
        held[one.key[0]].append(one)
    return {kind: tuple(some) for kind, some in held.items()}


def rank(one: Appearances) -> tuple[int, str, NameKey]:
    """Return what names are ordered by: the most often named first, equals by their letters."""
    return -one.count, one.entry.name, one.key


def _aliases(entry: Named, forms: set[str]) -> tuple[str, ...]:
    """Return the editor's aliases and other forms in the texts.

    Genitives are left out, and what differs by capitals only: JEAN-PIERRE in a transcript.
    """
    if forms == {entry.name}:  # most names have but one form
        return tuple(sorted({*entry.aliases} - forms))
    forms = {_calm(form, entry.name) for form in forms}
    known = forms | {entry.name}
    calm = {form.casefold(): form for form in sorted(known)}  # small letters come last
    calm[entry.name.casefold()] = entry.name
    plain = _INFLECTED.sub("", entry.name)
    own = {
        form
        for form in forms
        if _INFLECTED.sub("", form) != plain  # "im Fernen Osten"
        and calm[form.casefold()] == form
        and not any(
            form.removesuffix(ending) != form and form.removesuffix(ending) in known
            for ending in _GENITIVES
        )
    }
    return tuple(sorted({*entry.aliases, *own} - {entry.name}))


def _calm(form: str, name: str) -> str:
    """Return capitals as the name has them: of Karine Jean-Pierre JEAN-PIERRE is Jean-Pierre."""
    place = f" {name.casefold()} ".find(f" {form.casefold()} ") if form.isupper() else -1
    return form if place < 0 else name[place : place + len(form)]


def names_in(
    named: Mapping[MentionKind, tuple[Appearances, ...]], names: Mapping[NameKey, str]
) -> dict[MentionKind, tuple[Appearances, ...]]:
    """Return the same names in another language; the former ones are other forms of them."""
    return {
        kind: tuple([_renamed(one, names[one.key]) if one.key in names else one for one in held])
        for kind, held in named.items()
    }


def _renamed(one: Appearances, name: str) -> Appearances:
    aliases = {*one.aliases, one.entry.name} - {name}
    entry, forms = replace(one.entry, name=name), tuple(sorted(aliases))
    return replace(one, entry=entry, aliases=forms, digest=hashed(one.digest, entry, forms))


def register_in(register: Register, names: Mapping[NameKey, str]) -> Register:
    """Return the register with its names in another language."""
    held = register.names
    own = {key: replace(held[key], name=name) for key, name in names.items() if key in held}
    return replace(register, names={**held, **own})
