"""What is asked of every article's findings in every build, in a few bytes for each.

To unpack all findings of ten thousand articles takes a quarter of a second, their sketches a tenth
of that.
"""

from __future__ import annotations

from msgspec import Struct

from dossier.model import Modifier


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


class Sketch(Struct, frozen=True, array_like=True):
    """What of an `Understanding` is asked for where all articles are looked at.

    `voices` and `events` are in the order of the findings. `names` are those in the article,
    each once, with their kinds, sorted (`understanding/name_facts.py`). `names_key` is a hash of
    them and of `at_home`, which says whether the article is in the dossier's language.
    """

    voices: tuple[Spoken, ...]
    events: tuple[Dated, ...]
    names_key: bytes
    at_home: bool
    names: tuple[str, ...]
