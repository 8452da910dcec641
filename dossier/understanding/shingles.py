"""What texts are compared by: the runs of four words in them, as numbers."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from zlib import crc32

from msgspec import Struct

from dossier.model import Article, Block
from dossier.understanding.agencies import agencies_of

LENGTH = 4  # words of a shingle
_WORD = re.compile(r"\w+")


class TextPrint(Struct, frozen=True, kw_only=True):
    """What an article's text is compared by; follows from the article alone, to be cached.

    `shingles` are 32-bit numbers, ascending, packed in the machine's byte order; `words` is
    the text's length.
    """

    shingles: bytes
    words: int
    agencies: tuple[str, ...] = ()


def shingles(passages: Iterable[Block]) -> frozenset[int]:
    """Return the runs of four folded words of a text, as stable 32-bit numbers."""
    return _shingles(_words(passages))


def _words(passages: Iterable[Block]) -> list[str]:
    return _WORD.findall("\n".join(block.text for block in passages).casefold())


def _shingles(words: Sequence[str]) -> frozenset[int]:
    data = " ".join(words).encode()  # cut by bytes: encoding each run takes twice as long
    starts = list(accumulate([len(word) + 1 for word in data.split(b" ")], initial=0))
    runs = zip(starts, starts[LENGTH:], strict=False)
    return frozenset([crc32(data[start : end - 1]) for start, end in runs])


def containment(one: frozenset[int] | set[int], other: frozenset[int] | set[int]) -> float:
    """Return the share of the smaller set that is in the larger, 0–1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def text_prints(articles: Sequence[Article]) -> list[TextPrint]:
    """Return what each article is compared by."""
    return [_text_print(article) for article in articles]


def _text_print(article: Article) -> TextPrint:
    words = _words(article.passages)
    packed = array("I", sorted(_shingles(words))).tobytes()
    return TextPrint(shingles=packed, words=len(words), agencies=agencies_of(article))
