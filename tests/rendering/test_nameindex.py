"""An index that is changed is that of a beginning: whatever came, went or was renamed."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from rendering.test_corpus import article

from dossier.found import Mention, MentionKind, Named, Understanding
from dossier.model import NameKey, Register
from dossier.rendering.named import KINDS, by_kind
from dossier.rendering.nameindex import Index, Told, index
from dossier.rendering.namesaid import KnownNames, said
from dossier.rendering.rights import Shown, shown
from dossier.rendering.searchdata import Names
from dossier.rendering.sheets import hashed

NAMES = ("Kim", "Putin", "Moskau", "Tass", "Anna Weber", "Berlin", "Kirby", "Weber")


class Desk:
    """A dossier that is edited at random: its articles, and what the register says of names."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same edits each time
        self._shown: dict[str, Shown] = {}
        self._entries: dict[NameKey, Named] = {}
        self._of: dict[NameKey, NameKey] = {}
        for number in range(12):
            self._write(f"a{number:02}")

    def told(self) -> Told:
        shown = {name: self._shown[name] for name in sorted(self._shown)}
        ids = [(name, passage) for name, one in shown.items() for passage in one.numbers]
        topics_of = {key: ("x", "y")[len(key[1]) % 2 :] for key in ids[::2]}
        return Told(
            shown=shown,
            digests={name: self._digest(one, topics_of) for name, one in shown.items()},
            register=Register(names=dict(self._entries), of=dict(self._of)),
            topics=("x", "y"),
            topics_of=topics_of,
        )

    @staticmethod
    def _digest(one: Shown, topics_of: dict[tuple[str, str], tuple[str, ...]]) -> bytes:
        return hashed(
            one.article,
            one.found,
            [topics_of.get((one.article.id, passage)) for passage in one.numbers],
        )

    def edit(self) -> None:
        """Do up to two of the things that happen between two builds."""
        for _ in range(self._random.randrange(3)):
            self._edit()

    def _edit(self) -> None:
        pick = self._random
        choice = pick.randrange(5)
        if choice == 0 and len(self._shown) > 1:
            del self._shown[pick.choice(sorted(self._shown))]
        elif choice == 1:
            self._entries[key] = Named(
                kind=(key := self._key())[0], name=key[1], aliases=(pick.choice(NAMES),), lat=1.0,
                lon=pick.choice((1.0, 2.0)),
            )  # fmt: skip
        elif choice == 2:
            written, called = self._key(), self._key()
            self._of = {**self._of, written: called} if written not in self._of else {}
        else:
            self._write(f"a{pick.randrange(16):02}")

    def _key(self) -> NameKey:
        return self._random.choice(KINDS), self._random.choice(NAMES)

    def _write(self, name: str) -> None:
        pick = self._random
        made = article(name, *(f"Absatz {pick.randrange(9)}." for _ in range(3)))
        mentions = []
        for _ in range(pick.randrange(6)):
            kind, called = self._key()
            text = pick.choice((called, f"{called}s", called.upper()))
            passage = pick.choice(made.passages).id
            mentions.append(
                Mention(passage=passage, start=0, end=3, text=text, kind=kind, name=called)
            )
        found = Understanding(mentions=tuple(mentions))
        one = shown(made, found, pick.choice(("full", "excerpt")), 12)
        assert one
        self._shown[name] = one


def names_of(one: Told, made: Index, kept: KnownNames) -> Names:
    named = by_kind(made.names.values())
    return Names.of(one.register, named, made.names, kept.edition("").places)


def built(one: Told, kept: KnownNames) -> KnownNames:
    """Return what a build leaves, by way of a file, as it is."""
    made = index(one, kept.index)
    left = KnownNames(index=made, editions={"": said(made, names_of(one, made, kept), kept, "")})
    return msgspec.msgpack.decode(msgspec.msgpack.encode(left), type=KnownNames)


@pytest.mark.parametrize("seed", range(20))
def test_an_index_that_is_changed_is_that_of_a_beginning(seed: int) -> None:
    desk = Desk(seed)
    kept = KnownNames()
    for _ in range(12):
        desk.edit()
        told = desk.told()
        kept, fresh = built(told, kept), built(told, KnownNames())
        assert kept == fresh
        assert by_kind(kept.index.names.values()) == by_kind(fresh.index.names.values())


def test_what_did_not_change_is_not_looked_into() -> None:
    desk = Desk(1)
    told = desk.told()
    before = index(told)
    first, *others = told.shown
    there: Any = {**told.shown, **dict.fromkeys(others)}  # who looks into another fails
    other = replace(told, shown=there, digests={**told.digests, first: b"new"})
    made = index(other, before)
    assert made.articles[first].names == before.articles[first].names
    assert made.articles[first].digest == b"new"


def test_topics_in_another_order_are_another_index() -> None:
    told = Desk(1).told()
    other = replace(told, topics=("y", "x"))
    assert index(other, index(told)) == index(other)


def test_the_topic_of_a_place_is_that_of_most_of_its_passages() -> None:
    made = article("a", "Eins in Ort.", "Zwei in Ort.", "Drei in Ort.")
    passages = [one.id for one in made.passages]
    kind: MentionKind = "place"
    mentions = tuple(
        Mention(passage=one, start=0, end=3, text="Ort", kind=kind, name="Ort") for one in passages
    )
    one = shown(made, Understanding(mentions=mentions), "full", 0)
    assert one
    entry = Named(kind="place", name="Ort", lat=1.0, lon=2.0)

    def topic(*topics: tuple[str, ...]) -> str:
        held = dict(zip([("a", passage) for passage in passages], topics, strict=True))
        register = Register(names={("place", "Ort"): entry})
        told = Told({"a": one}, {"a": b""}, register, ("x", "y"), held)
        return index(told).names["place", "Ort"].topic

    assert topic(("y",), ("x",), ("y",)) == "y"
    assert topic(("y",), ("x",), ()) == "x"
    assert topic((), (), ()) == ""
