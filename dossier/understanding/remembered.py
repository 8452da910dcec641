"""What is found out once per word and kept, as the same words come back in every article."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import chain
from typing import TypeVar

Found = TypeVar("Found")
_MOST_WORDS = 200_000  # words that anything is remembered of: some 30 MB
MOST_PIECES = 50_000  # words with their punctuation, some 10 MB; 1,000 articles have 10,000


class Remembered(dict[str, Found]):
    """What a function says of each word, asked once; forgotten where it becomes too much."""

    def __init__(self, find: Callable[[str], Found], most: int = _MOST_WORDS) -> None:
        super().__init__()
        self._find = find
        self._most = most

    def __missing__(self, word: str) -> Found:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._find(word)
        return found


@lru_cache(maxsize=512)
def pieces(text: str) -> list[str]:
    """Return what stands between the blanks of a text; not to be changed.

    All who read an article ask for the same, and look up what they know of each: a string that
    was looked up once knows its hash.
    """
    return text.split(" ")


def findall(
    pattern: re.Pattern[str], keep: Callable[[str], bool] | None = None
) -> Callable[[str], list[str]]:
    r"""Return the `findall` of a pattern whose matches hold no blank and look at none around them.

    The pattern is tried once on each word with its punctuation, and so is `keep`, which may leave
    some of its matches out. Without `keep`, what is nothing but letters has to be a match.

    >>> findall(re.compile(r"[^\W_]+"))("so so, und so")
    ['so', 'so', 'und', 'so']
    """
    if keep is None:
        every = Remembered(
            lambda piece: (piece,) if piece.isalpha() else tuple(pattern.findall(piece)),
            MOST_PIECES,
        )
        return lambda text: list(chain.from_iterable(map(every.__getitem__, pieces(text))))
    kept = Remembered(lambda piece: tuple(filter(keep, pattern.findall(piece))), MOST_PIECES)
    return lambda text: list(
        chain.from_iterable(filter(None, map(kept.__getitem__, pieces(text))))  # most are empty
    )


@cache  # asked for by words of our own lists
def whole_word(word: str) -> re.Pattern[str]:
    """Return a pattern of a word of letters where no other letter touches it.

    The letters come first: those the engine looks for in the quickest way.
    """
    return re.compile(rf"{word}(?![^\W\d_])(?<![^\W\d_]{word})")
