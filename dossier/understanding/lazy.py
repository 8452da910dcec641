"""Patterns that are compiled when they are first used: of some, each takes up to 20 ms.

A build after one edit reads one article, in one language, with few of the turns that there are.
"""

from __future__ import annotations

import re
from typing import cast

_ASKED = ("findall", "finditer", "fullmatch", "match", "search", "sub")


class _Lazy:
    """Stands for a pattern and passes on what it is asked for."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> object:
        """Compile; from then on the methods are found here, as quickly as those of a pattern."""
        compiled = re.compile(self._pattern)
        for method in _ASKED:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    >>> lazy_pattern("[a-z]+").findall("so, und so")
    ['so', 'und', 'so']
    """
    return cast("re.Pattern[str]", _Lazy(pattern))
