"""Lists of words, written as running text so that they can be read at a glance."""

from __future__ import annotations


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
