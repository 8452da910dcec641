"""How near single words are in meaning, from a table: *Stürmer* to *Fußball*, *Software* to *App*.

The table (`tables/README.md`) gives for the stems of frequent German and English words 128
numbers of four values each, which a multilingual language model taught; both languages lie in
one space. A word that is not in it counts as its parts: a German
compound as its head. Two vectors are
compared by counting bits, so that nothing but Python is needed and the answer is the same
everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from dossier.understanding import compounds, tables, words
from dossier.understanding.stopwords import STOPWORDS

SIZE = 128  # numbers of a vector; 192 and 256 told German news apart no better
_BYTES = SIZE // 8
_SHORTEST = 3
_SAME = 2.25 * SIZE  # the product of two vectors none of whose bits differ


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
    """Return what is known of a word of a text: one vector, of a hyphenated word several.

    >>> len(vectors("Fußballverband", "de")), vectors("und", "de")
    (1, ())
    """
    tongue = "de" if lang == "de" else "en"
    whole = _known(words.fold(word), tongue)
    if whole is not None:
        return (_at(whole),)
    known = [_known(words.fold(part), tongue) for part in words.pieces(word)[1:]]
    if tongue == "de" and not any(known):
        heads = (_known(head, tongue) for head in compounds.heads(word))
        known = [next((place for place in heads if place is not None), None)]
    return tuple(_at(place) for place in dict.fromkeys(known) if place is not None)


def _known(folded: str, lang: str) -> int | None:
    if len(folded) < _SHORTEST or folded in STOPWORDS:
        return None
    return _places().get(f"{lang} {words.stem(folded, lang)}")


def first(texts: Iterable[str], lang: str) -> tuple[Vector, ...]:
    """Return the vectors of an editor's terms, those that are known."""
    found = (vectors(word, lang) for text in texts for word in words.WORD.findall(text))
    return tuple(dict.fromkeys(one for some in found for one in some[:1]))
