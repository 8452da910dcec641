"""How near single words are in meaning, from a table: *Stürmer* to *Fußball*, *Software* to *App*.

The table (`tables/README.md`) gives for the frequent words of German and English, each form for
itself, 96 numbers of four values each, which a multilingual language model taught; both languages
lie in one space. A form that is not in it counts as another form of the same word, a hyphenated
word as its parts, a German compound as its head and its first noun. Two vectors are compared by
counting bits, so that nothing but Python is needed and the answer is the same everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from dossier.understanding import compounds, tables, words
from dossier.understanding.stopwords import STOPWORDS

LANGUAGES = frozenset(("de",))  # in which words have `numbers`
SIZE = 96  # numbers of a vector; 128 and 192 told German news apart no better, 64 worse by .03
_BYTES = SIZE // 8
_SHORTEST = 3
_SHORTEST_FIRST = 4  # letters of a compound's first noun
_SAME = 2.25 * SIZE  # the product of two vectors none of whose bits differ
# Another form of a word that is not in the table: the first that is, without an ending or with one.
_ENDINGS = {
    "de": ("es", "en", "er", "em", "ern", "nen", "s", "n", "e"),
    "en": ("'s", "ing", "ed", "es", "s", "ly"),
}
_ADDED = {"de": ("", "e", "en", "n", "s", "er", "es"), "en": ("", "e", "s")}
_LINKS = ("", "s", "es", "n", "en", "e", "er")  # between a compound's nouns


class Vector(Struct, frozen=True):
    """A word's numbers, each -1.5, -.5, .5 or 1.5, as `high` (±1) plus half of `low` (±1).

    `both` and `turned` hold high and low bits behind each other, and the other way round.
    """

    both: int
    turned: int
    high: int
    low: int
    length: float

    def near(self, other: Vector) -> float:
        """Return the cosine of the angle between two vectors, -1 to 1."""
        differ = (
            2 * (self.high ^ other.high).bit_count()
            + (self.both ^ other.turned).bit_count()
            + (self.low ^ other.low).bit_count() / 2
        )
        return (_SAME - differ) / (self.length * other.length)

    def numbers(self) -> list[float]:
        """Return the numbers, scaled to a vector of length one."""
        levels = [value / self.length for value in (-1.5, -0.5, 0.5, 1.5)]
        high, low = f"{self.high:0{SIZE}b}", f"{self.low:0{SIZE}b}"
        return [levels[2 * (one == "1") + (two == "1")] for one, two in zip(high, low, strict=True)]


def _vector(high: int, low: int) -> Vector:
    bare = Vector(high << SIZE | low, low << SIZE | high, high, low, 1.0)
    return replace(bare, length=math.sqrt(bare.near(bare)))


@cache
def _places() -> dict[str, int]:
    return {line: place for place, line in enumerate(tables.lines("word_vectors.txt.gz"))}


@cache
def _numbers() -> bytes:
    return tables.data("word_vectors.bin")


@lru_cache(maxsize=50_000)
def _at(place: int) -> Vector:
    row = _numbers()[2 * _BYTES * place : 2 * _BYTES * (place + 1)]
    return _vector(int.from_bytes(row[:_BYTES]), int.from_bytes(row[_BYTES:]))


def vectors(word: str, lang: str) -> tuple[Vector, ...]:
    """Return what is known of a word of a text: one vector, of a word of several parts several.

    >>> len(vectors("Fußball", "de")), vectors("und", "de")
    (1, ())
    """
    tongue = "de" if lang == "de" else "en"
    folded = words.fold(word)
    whole = _known(folded, tongue)
    if whole is not None:
        return (_at(whole),)
    known = [_known(words.fold(part), tongue) for part in words.pieces(word)[1:]]
    if tongue == "de" and not any(place is not None for place in known):
        known = list(_parts(word, folded))
    return tuple(_at(place) for place in dict.fromkeys(known) if place is not None)


def numbers(word: str, lang: str) -> list[float] | None:
    """Return what a German word means as numbers; None if it is not known.

    In the English statements that the topics are measured on, the middle of passages (`middles`)
    drowns the terms: best-scored right in 61 of 74 instead of 67. So English words have none.
    """
    found = [vector.numbers() for vector in vectors(word, lang)] if lang in LANGUAGES else []
    if len(found) < 2:
        return found[0] if found else None
    return [sum(column) / math.sqrt(len(found)) for column in zip(*found, strict=True)]


def _parts(word: str, folded: str) -> Iterator[int]:
    """Yield the longest known head of a compound and, if known, the noun before it."""
    for head in compounds.heads(word):
        place = _known(head, "de")
        if place is not None:
            yield place
            before = folded.removesuffix(head)
            for link in _LINKS:
                first = before.removesuffix(link) if before.endswith(link) else ""
                if len(first) >= _SHORTEST_FIRST and (known := _known(first, "de")) is not None:
                    yield known
                    return
            return


@lru_cache(maxsize=200_000)
def _known(folded: str, lang: str) -> int | None:
    if len(folded) < _SHORTEST or folded in STOPWORDS:
        return None
    places = _places()
    for form in _forms(folded, lang):
        if (place := places.get(f"{lang} {form}")) is not None:
            return place
    return None


def _forms(folded: str, lang: str) -> Iterator[str]:
    yield folded
    bare = dict.fromkeys((folded, *map(folded.removesuffix, _ENDINGS[lang])))
    for stem in bare:
        if len(stem) > _SHORTEST:
            yield from (stem + ending for ending in _ADDED[lang])


def first(texts: Iterable[str], lang: str) -> tuple[Vector, ...]:
    """Return the vectors of an editor's terms, those that are known."""
    found = (vectors(word, lang) for text in texts for word in words.WORD.findall(text))
    return tuple(dict.fromkeys(one for some in found for one in some[:1]))
