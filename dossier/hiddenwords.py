"""The hidden words of an article: what readers may type for words that stand in it.

They are one line, which the search engine indexes and the search page reads again: heads of
compounds (`geschäfte agenturen`), then groups, each of a code for a word of the text and what else
the word may be called: `; ⣁⡸⠎ treffen traf ; ⢍⠶⡰ Pyongyang`. The code is a hash in Braille signs,
for those are no letters: a word that stands in thousands of articles is not indexed a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

GROUP = " ; "
_BRAILLE = 0x2800
_CODE = 3  # signs for a word: 16 million codes, for some hundred words of an article
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?(?:-[^\W_]+)*")


@lru_cache(maxsize=200_000)
def code(words: str) -> str:
    """Return the code of a word, or of the words of a name, one after the other (FNV-1a).

    >>> len(code("Kim Jong Un"))
    9
    """
    return "".join(map(_code, words.split()))


def _code(word: str) -> str:
    value = 0x811C9DC5
    for byte in word.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return "".join(chr(_BRAILLE + (value >> 8 * at & 0xFF)) for at in range(_CODE))


def write(heads: Iterable[str], groups: Mapping[str, Iterable[str]]) -> str:
    """Write the line: heads, and by word what else it may be called."""
    named = (f"{code(word)} {' '.join(others)}" for word, others in groups.items())
    return GROUP.join([" ".join(heads), *named])


def visible(line: str, text: str) -> str:
    """Cut a line down to the words of `text`, so that it does not tell what the rights hide."""
    heads, *groups = line.split(GROUP)
    words = set(_WORD.findall(text))
    ends = [word.casefold() for word in words]
    kept = [head for head in heads.split() if any(word.endswith(head) for word in ends)]
    codes = {code(word) for word in words}
    told = [group for group in groups if _signs(group) <= codes]
    return GROUP.join([" ".join(kept), *told])


def _signs(group: str) -> set[str]:
    signs = group.partition(" ")[0]
    return {signs[at : at + _CODE] for at in range(0, len(signs), _CODE)}
