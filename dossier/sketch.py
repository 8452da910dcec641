"""What is asked of every article's findings in every build, in a few bytes for each.

To unpack all findings of ten thousand articles takes a quarter of a second, their sketches a tenth
of that.
"""

from __future__ import annotations

from msgspec import Struct

from dossier.found import Modifier, Understanding


class Spoken(Struct, frozen=True, array_like=True):
    """Who has a voice in a passage; "" is unknown."""

    speaker: str
    passage: str


class Dated(Struct, frozen=True, array_like=True):
    """What an `Event` is told apart by."""

    passage: str
    date: str
    modifier: Modifier
    place: str
    gist: str


class Brief(Struct, frozen=True, array_like=True):
    """Who speaks in an article, and what in it is dated, in the order of the findings."""

    voices: tuple[Spoken, ...]
    events: tuple[Dated, ...]


class Sketch(Brief, frozen=True, array_like=True):
    """What of an `Understanding` is asked for where all articles are looked at.

    `names` are those in the article, each once, with their kinds, sorted
    (`understanding/name_facts.py`). `names_key` is a hash of them and of `at_home`, which says
    whether the article is in the dossier's language.
    """

    names_key: bytes
    at_home: bool
    names: tuple[str, ...]


def brief(found: Understanding) -> Brief:
    """Return what was found in brief."""
    return Brief(
        voices=tuple([Spoken(one.speaker, one.passage) for one in found.voices]),
        events=tuple(
            [
                Dated(one.passage, one.date, one.modifier, one.place, one.gist)
                for one in found.events
            ]
        ),
    )
