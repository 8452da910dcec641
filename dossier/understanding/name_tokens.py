"""A block's text as words, and what stands around them."""

from __future__ import annotations

import re
from itertools import accumulate

from dossier.understanding import name_words
from dossier.understanding.remembered import MOST_PIECES, Remembered, pieces

_TOKEN = re.compile(
    r"([a-zäöüß]+(?![\w.'’&+-])|"  # the quick way for most words
    r"(?:St|Dr|Prof|Mr|Mrs|Ms|Sen|Gen|Gov|Rep|Lt|Col|Jr|Sr|Adm|Capt|Sgt|Maj)\.(?!\w)"
    r"|(?:[^\W\d_]\.-?){1,4}(?![a-zäöüß])"
    r"|\d+\.(?= [A-ZÄÖÜ])"
    r"|[^\W_]+(?:(?:[-’'&+]|(?<=[a-z])\.(?=(?:de|com|on|di|net|org)\b))[^\W_]+)*)"
)
_BLANKS = frozenset((" ", "\xa0"))
_ENDS = frozenset('.!?:…\n„“”"»«‚‘()[]/;•–—')


# "1. FC" is a word by what stands behind the blank.
_NUMBERED = re.compile(r"\. (?<=\d\. )(?=[A-ZÄÖÜ])")


def _pieces(piece: str) -> tuple[str, tuple[str, ...]]:
    if piece.isalpha():  # most are
        return "", (piece, " ")
    before, *others = _TOKEN.split(f"{piece} ")
    return before, tuple(others)


_PIECES = Remembered(_pieces, MOST_PIECES)


def _split(text: str) -> list[str]:
    """Return what stands between words, and the words, in turn."""
    if _NUMBERED.search(text):
        return _TOKEN.split(text)
    parts = [""]
    for before, others in map(_PIECES.__getitem__, pieces(text)):
        if before:
            parts[-1] += before
        parts += others
    parts[-1] = parts[-1][:-1]
    return parts


class Tokens:
    """The words of a text: `words`, where they `starts` and `ends`, and their `flags`.

    Flags of 0 belong to words that no name begins with. `gaps` stand before the words and behind
    the last; `joins` says whether only a blank stands between a word and the next.
    """

    __slots__ = ("ends", "flags", "gaps", "joins", "lang", "starts", "text", "words")

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        self.lang = lang
        parts = _split(text)
        places = list(accumulate(map(len, parts)))
        self.gaps = parts[::2]
        self.words = parts[1::2]
        self.starts = places[:-1:2]
        self.ends = places[1::2]
        self.flags = list(map(name_words.all_flags(lang).__getitem__, self.words))
        self.joins = [*map(_BLANKS.__contains__, self.gaps[1:-1]), False]

    def __len__(self) -> int:
        return len(self.words)

    def is_capital(self, place: int) -> bool:
        """Whether the word at `place` begins with a capital letter."""
        return 0 <= place < len(self.words) and self.words[place][0].isupper()

    def joined(self, place: int) -> bool:
        """Whether only a blank stands between the word at `place` and the next."""
        return self.joins[place]

    def opens(self, place: int) -> bool:
        """Whether a sentence, a line or a quotation may begin with the word at `place`."""
        if place == 0:
            return True
        between = self.gaps[place]
        return between != " " and not _ENDS.isdisjoint(between)

    def before(self, place: int) -> str:
        """Return the word before `place` if only a blank stands between, else ""."""
        return self.words[place - 1] if place > 0 and self.joins[place - 1] else ""

    def after(self, place: int) -> str:
        """Return the word after `place` if only a blank stands between, else ""."""
        return self.words[place + 1] if self.joins[place] else ""

    def follows(self, place: int) -> str:
        """Return the character right after the word at `place`."""
        end = self.ends[place]
        return self.text[end : end + 1]

    def precedes(self, place: int) -> str:
        """Return the character right before the word at `place`."""
        start = self.starts[place]
        return self.text[start - 1 : start] if start else ""
