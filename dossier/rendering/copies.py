"""Reports that several outlets print: the site tells each once and names all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dossier import blocks
from dossier.found import Event, Voice
from dossier.model import Copies, CopyGroup, PassageKey
from dossier.rendering.rights import Shown

Statement = TypeVar("Statement", Voice, Event)


class Wire(Struct, frozen=True, kw_only=True):
    """The groups of copies as far as they may be shown.

    `groups` has each group of two and more shown articles, `group_of` it by its articles;
    `first` maps a passage to the one that its likes go by, `likes` that one to all of them, of
    shown articles only, in the order of the group: "" for a passage that its rights hide.
    """

    groups: tuple[CopyGroup, ...] = ()
    group_of: Mapping[str, CopyGroup]
    first: Mapping[PassageKey, PassageKey]
    likes: Mapping[PassageKey, tuple[PassageKey, ...]]

    def is_copy(self, article: str) -> bool:
        """Whether another article stands for this one."""
        return self.rank(article) > 0

    def rank(self, article: str) -> int:
        """Return the place of an article in its group, 0 for the lead and for what has none."""
        group = self.group_of.get(article)
        return group.members.index(article) if group else 0

    def same(self, article: str, passage: str) -> tuple[PassageKey, ...]:
        """Return the passages that tell the same, this one among them, one an article."""
        return self.likes.get(self.first.get((article, passage), ("", "")), ())

    def also(self, article: str, passage: str = "") -> tuple[PassageKey, ...]:
        """Return where else a passage stands, or without one, the other articles of the group."""
        if passage:
            return tuple(key for key in self.same(article, passage) if key[0] != article)
        group = self.group_of.get(article)
        return tuple((name, "") for name in group.members if name != article) if group else ()

    def repeats(self, article: str, passage: str) -> PassageKey | None:
        """Return the passage that tells the same and comes first on the site, if it is another."""
        readable = (key for key in self.same(article, passage) if key[1])
        first = next(readable, (article, passage))
        return None if first[0] == article else first


def wire(copies: Copies, shown: Mapping[str, Shown]) -> Wire:
    """Cut the groups down to what may be shown."""
    groups = []
    for group in copies.groups:
        held = tuple(name for name in group.members if name in shown)
        if len(held) > 1:
            groups.append(replace(group, lead=held[0], copies=held[1:]))
    group_of = {name: group for group in groups for name in group.members}
    places = {name: place for group in groups for place, name in enumerate(group.members)}
    likes: dict[PassageKey, dict[str, PassageKey]] = {}
    for (name, passage), first in copies.twins.items():
        if name in group_of:
            at = (name, passage if passage in shown[name].numbers else "")
            likes.setdefault(first, {}).setdefault(name, at)
    return Wire(
        groups=tuple(groups),
        group_of=group_of,
        first={key: first for key, first in copies.twins.items() if key[0] in group_of},
        likes={
            first: tuple(sorted(held.values(), key=lambda key: places[key[0]]))
            for first, held in likes.items()
        },
    )


def told_once(made: Wire, shown: Mapping[str, Shown]) -> dict[str, Shown]:
    """Take from copies the voices and events that the passage they repeat tells already."""
    return {
        name: _without_repeats(made, shown, one) if made.is_copy(name) else one
        for name, one in shown.items()
    }


def _without_repeats(made: Wire, shown: Mapping[str, Shown], one: Shown) -> Shown:
    name, found = one.article.id, one.found

    def new(statements: Iterable[Statement], kind: str) -> tuple[Statement, ...]:
        kept = []
        for statement in statements:
            first = made.repeats(name, statement.passage)
            told: Iterable[Voice | Event] = ()
            if first:
                told = getattr(shown[first[0]].found, kind)
                told = [other for other in told if other.passage == first[1]]
            if not any(blocks.likeness(statement.text, other.text) > blocks.SAME for other in told):
                kept.append(statement)
        return tuple(kept)

    return one.with_found(
        replace(found, voices=new(found.voices, "voices"), events=new(found.events, "events"))
    )
