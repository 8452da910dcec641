"""Words as readers mean them: inflected forms, parts of German compounds, hyphenated parts.

A word is compared in three ways, strongest first: as it is written, by its stem (Snowball,
the family that the search engine uses too), and as a part of a German compound. Compound
parts are matched on the folded word, not on the stem: Snowball maps *Raketen* to `rak` but
*Raketentests* to `raketent`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import snowballstemmer

How = Literal["word", "stem", "head", "part"]
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W_]+)*")

_VOWEL = re.compile(r"[aeiouyäöü]")
_LINKS = ("", "s", "es", "n", "en", "er", "e", "ns", "ens")
_ENDINGS = ("", "s", "es", "n", "en", "er", "e", "ern", "se", "nen")
# What looks like a second noun behind a first one and is none: derivations (freund|schaft) and
# the second half of place names (Brand|en|burg).
_NO_NOUN = re.compile(
    r"(?:schaft|heit|keit|ung|lich|isch|haft|bar|sam|los|ier|ist|ismus|tum|nis|ling|chen|"
    r"burg|berg|dorf|stadt|heim|hausen|feld|furt|stein)(?:e|en|er|es|s|ern|se|sen|ens)?"
)
_SHORT_HEAD = 5  # a head shorter than this (Test) wants a longer first part: not in Pro|test
_MIN_PART = 4


def fold(word: str) -> str:
    """Return `word` in small letters, `ß` as `ss`, typographic apostrophes plain."""
    return word.casefold().replace("’", "'")


@lru_cache(maxsize=4)
def _stemmer(lang: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("german" if lang == "de" else "english")


@lru_cache(maxsize=200_000)
def stem(word: str, lang: str) -> str:
    """Return the Snowball stem of a folded word; German for `de`, English for the rest."""
    stemmed: str = _stemmer(lang).stemWord(word)
    return stemmed


def pieces(word: str) -> tuple[str, ...]:
    """Return a hyphenated word and its parts, longest first.

    >>> pieces("Atom-U-Boote")
    ('Atom-U-Boote', 'U-Boote', 'Atom', 'Boote')
    """
    parts = [part for part in word.split("-") if part]
    if len(parts) < 2:
        return (word,)
    tails = ["-".join(parts[index:]) for index in range(1, len(parts) - 1)]
    return (word, *tails, *(part for part in parts if len(part) > 1))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A single word to look for, prepared once. `noun`: a German noun wants a capital."""

    folded: str
    stem: str
    base: str
    noun: bool
    lang: str


def pattern(word: str, lang: str) -> Pattern:
    """Prepare `word` (as an editor wrote it in the terms) for `match`."""
    folded = fold(word)
    base = folded
    for ending in ("en", "e") if lang == "de" else ():
        if folded.endswith(ending) and len(folded) - len(ending) >= _MIN_PART:
            base = folded[: -len(ending)]
            break
    return Pattern(folded, stem(folded, lang), base, lang == "de" and word[:1].isupper(), lang)


def match(pattern: Pattern, word: str) -> How | None:
    """Say how `word` of a text matches, or None.

    >>> match(pattern("Rakete", "de"), "Kurzstreckenraketen")
    'head'
    >>> match(pattern("Treffen", "de"), "treffen") is None
    True
    """
    best: How | None = None
    for piece in pieces(word):
        if pattern.noun and not (piece[0].isupper() or (piece is not word and word[0].isupper())):
            continue
        how = _match_piece(pattern, fold(piece))
        if how in ("word", "stem"):
            return how
        best = best or how
    return best


def _match_piece(pattern: Pattern, folded: str) -> How | None:
    if folded == pattern.folded:
        return "word"
    if folded[0] == pattern.folded[0] and stem(folded, pattern.lang) == pattern.stem:
        return "stem"
    if not pattern.noun or len(pattern.base) < _MIN_PART:
        return None
    if len(folded) < len(pattern.base) + 3 or pattern.base not in folded:
        return None
    if _is_head(pattern, folded):
        return "head"
    return "part" if _is_part(pattern, folded) else None


def _is_head(pattern: Pattern, folded: str) -> bool:
    """Whether the pattern is the last noun of a compound: Waffen|geschäfte."""
    at = folded.rfind(pattern.base)
    first, rest = folded[:at], folded[at + len(pattern.base) :]
    forms = {pattern.folded + ending for ending in _ENDINGS}
    forms |= {pattern.base + ending for ending in _ENDINGS if pattern.base != pattern.folded}
    if pattern.base + rest not in forms:
        return False
    wanted = _MIN_PART + 1 if len(pattern.base) < _SHORT_HEAD else 3
    return len(first) >= wanted and bool(_VOWEL.search(first))


def _is_part(pattern: Pattern, folded: str) -> bool:
    """Whether the pattern is the first noun of a compound: Raketen|tests."""
    if not folded.startswith(pattern.base):
        return False
    rest = folded[len(pattern.base) :]
    for link in _LINKS:
        second = rest.removeprefix(link)
        if not rest.startswith(link) or len(second) < _MIN_PART:
            continue
        if _VOWEL.search(second) and not _NO_NOUN.fullmatch(second):
            return not any(
                _NO_NOUN.fullmatch(rest.removeprefix(other))
                for other in _LINKS
                if rest.startswith(other)
            )
    return False
