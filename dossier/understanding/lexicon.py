"""Lists of words, written as running text so that they can be read at a glance."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

_LAST = 4  # letters


def words(*texts: str) -> tuple[str, ...]:
    """Return the words of some texts in order.

    >>> words("sagt sagte", "so")
    ('sagt', 'sagte', 'so')
    """
    return tuple(word for text in texts for word in text.split())


def word_set(*texts: str) -> frozenset[str]:
    """Return the words of some texts as a set.

    >>> "sagte" in word_set("sagt sagte")
    True
    """
    return frozenset(words(*texts))


def longest_first(*texts: str) -> str:
    """Return the words as alternatives for a pattern, the longer before the shorter.

    >>> longest_first("sagt sagte")
    'sagte|sagt'
    """
    return "|".join(sorted(set(words(*texts)), key=lambda word: (-len(word), word)))


def ending_in(
    ends: Collection[str], before: str, inflected: Collection[str] = ("",)
) -> Callable[[str], bool]:
    r"""Return what says whether a word ends so, perhaps inflected, behind the pattern `before`.

    Most words end otherwise: to look up their last letters is far quicker than the pattern.

    >>> is_body = ending_in(("amt", "gericht"), before=r"\w+", inflected=("", "es"))
    >>> is_body("Landgerichtes"), is_body("Amt"), is_body("Landrat")
    (True, False, False)
    """
    last = frozenset((end + ending)[-_LAST:] for end in ends for ending in inflected)
    pattern = re.compile(rf"(?:{before})(?:{'|'.join(ends)})(?:{'|'.join(inflected)})")
    return lambda word: (
        (word[-_LAST:] in last or word[1 - _LAST :] in last) and pattern.fullmatch(word) is not None
    )
