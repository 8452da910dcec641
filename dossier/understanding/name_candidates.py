"""A possible name in a text, and questions about words that all who look for names ask."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from dossier.understanding import name_words as w
from dossier.understanding.gazetteer import Entry
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.organisations import Organisation

Kind: TypeAlias = Literal["person", "place", "organisation", ""]

PARTICLES = word_set(
    "von van de del di da du der den dos la le el al bin ibn ten ter zu vom zur Al El"
)
# Before these the name of a place stands without an article.
PLACE_WORDS = {
    "de": word_set(
        "in nach aus bei um nahe nördlich südlich östlich westlich In Aus Nach Bei Nahe"
    ),
    "en": word_set("in near at from to outside across In Near At From throughout into"),
}
DETERMINERS = word_set(
    "der die das dem den des ein eine einen einem einer eines im am zum zur beim vom kein keine "
    "sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer the a an his her their its our"
)
_ADDRESS = word_set("Herr Herrn Frau Dr Prof Mr Mrs Ms Sir Lord Lady Papst Sankt")


class Candidate(Struct):
    """A possible name: the words `first` to `last` (excluded) of a block.

    `kind` "" is undecided, or if `sure` no name; `sure` candidates teach the rest of the article.
    `entry` is what the tables know of it, `name` what the editor calls it, `title` whether an
    office stands before. `row` is what it is in a row with, `head` the word at which that row
    begins, -1 without one.
    """

    first: int
    last: int
    kind: Kind = ""
    sure: bool = False
    entry: Entry | Organisation | None = None
    name: str = ""
    title: bool = False
    row: tuple[str, ...] = ()
    head: int = -1


def organisation(first: int, last: int) -> Candidate:
    """Make a sure candidate for an organisation."""
    return Candidate(first, last, "organisation", sure=True)


def is_proper(tokens: Tokens, place: int) -> bool:
    """Whether a name or an unknown word stands at `place`."""
    if not tokens.is_capital(place):
        return False
    flags = tokens.flags[place]
    if flags & w.PLACE:
        return True
    return not flags & (w.OTHER | w.OFFICE) and bool(flags & w.NAME or not flags & w.NOUN)


def is_plain(tokens: Tokens, place: int) -> bool:
    """Whether the word at `place` is a common noun or an office and no name."""
    flags = tokens.flags[place]
    return bool(flags & (w.NOUN | w.OFFICE | w.OTHER | w.KIND)) and not flags & w.NAME


def has_title(tokens: Tokens, place: int) -> bool:
    """Whether an office or a title stands right before `place`."""
    if place == 0 or not tokens.joined(place - 1):
        return False
    if tokens.flags[place - 1] & w.OFFICE:
        return True
    return tokens.words[place - 1].rstrip(".") in _ADDRESS


def is_after_given_name(tokens: Tokens, place: int) -> bool:
    """Whether a given name or an initial stands right before `place`."""
    if place == 0 or not tokens.joined(place - 1):
        return False
    before = tokens.flags[place - 1]
    return bool(before & (w.GIVEN | w.INITIAL)) and not before & (
        w.OTHER | w.OFFICE | w.HEAD | w.PLACE
    )
