"""What readers may type for the words of an article: its hidden words.

Heads and other forms that stand in the article anyway are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from dossier import hiddenwords
from dossier.understanding.compounds import heads
from dossier.understanding.remembered import Remembered
from dossier.understanding.spellings import long_names, spellings
from dossier.understanding.strongverbs import forms
from dossier.understanding.words import fold, pieces, words_in

_ENGLISH = (
    (re.compile(r"(\w{2,}[^aeiou])ies"), r"\1y"),
    (re.compile(r"(\w{2,}[^aeiou])y"), r"\1ies"),
    (re.compile(r"(\w{3,})our(ed|ing|s|able)?"), r"\1or\2"),
    (re.compile(r"(arm|lab|col|hon|harb|neighb|behavi|rum|hum|fav)or(ed|ing|s|able)?"), r"\1our\2"),
    (re.compile(r"(\w{3,})is(e[ds]?|ing|ation|ations)"), r"\1iz\2"),
    (re.compile(r"(\w{3,})iz(e[ds]?|ing|ation|ations)"), r"\1is\2"),
    (re.compile(r"(def|off|lic)ence"), r"\1ense"),
    (re.compile(r"(def|off|lic)ense"), r"\1ence"),
)
_IRREGULAR = (
    "man men|woman women|child children|foot feet|person people|crisis crises|life lives|"
    "meet met|say said|tell told|speak spoke spoken|give gave given|take took taken|go went gone|"
    "send sent|strike struck|fight fought|buy bought|sell sold|build built|hold held|lead led|"
    "leave left|lose lost|win won|begin began begun|break broke broken|shoot shot|fly flew flown|"
    "write wrote written|know knew known|think thought|bring brought|choose chose chosen|"
    "rise rose risen|fall fell fallen|draw drew drawn|see saw seen|run ran|pay paid"
)
# Plurals and steps of comparison that share too few letters with their word.
_IRREGULAR_DE = (
    "album alben|datum daten|forum foren|virus viren|visum visa|votum voten|modus modi|bonus boni|"
    "drama dramen|thema themen|firma firmen|villa villen|konto konten|basis basen|"
    "index indizes|lexikon lexika|atlas atlanten|praktikum praktika|"
    "gut besser beste|viel mehr meiste|hoch hohe höher höchste|nah näher nächste|gern lieber"
)
_IRREGULARS_DE = {
    word: tuple(line.split()) for line in _IRREGULAR_DE.split("|") for word in line.split()
}
_IRREGULARS = {word: tuple(verb.split()) for verb in _IRREGULAR.split("|") for word in verb.split()}


def search_words(texts: Sequence[str], lang: str) -> str:
    """Return the line for an article with these texts (title, passages, captions)."""
    words = dict.fromkeys(chain.from_iterable(map(words_in, texts)))
    known = _known(lang)
    every = list(map(known.__getitem__, words))
    there = {one.folded for one in every}
    parts = dict.fromkeys(chain.from_iterable([one.parts for one in every if one.parts]))
    groups: dict[str, tuple[str, ...]] = {
        word: tuple([other for other, folded in one.others if folded not in there])
        for word, one in zip(words, every, strict=True)
        if one.others
    }
    groups.update(_names(texts, words))
    return hiddenwords.write(
        [part for part in parts if part not in there],
        {word: others for word, others in groups.items() if others},
    )


class _Known(Struct, frozen=True):
    """A word folded, its parts, and its other forms, as written and folded."""

    folded: str
    parts: tuple[str, ...]
    others: tuple[tuple[str, str], ...]


@lru_cache(maxsize=8)
def _known(lang: str) -> Remembered[_Known]:
    return Remembered(lambda word: _of_word(word, lang))


def _of_word(word: str, lang: str) -> _Known:
    every = [(piece, fold(piece)) for piece in pieces(word)]  # of most words, itself
    parts = heads(word) if lang == "de" else tuple([folded for _, folded in every[1:]])
    others: dict[str, str] = {}
    for piece, folded in every:
        for other in _others(piece, folded, lang):  # mostly none
            others[other] = fold(other)
    return _Known(every[0][1], parts, tuple(others.items()))


def _others(piece: str, folded: str, lang: str) -> list[str]:
    """Return other forms and spellings of a word or of a part of it."""
    if len(piece) < 2 or piece[0].isdigit():
        return []
    others = [*forms(folded), *_german(folded)] if lang == "de" else list(_english(folded))
    if piece[0].isupper():
        others += spellings(piece)
    return others


def _german(folded: str) -> tuple[str, ...]:
    found = _IRREGULARS_DE.get(folded)
    if not found:  # höheren, Albums
        found = _IRREGULARS_DE.get(folded[: _without_ending(folded)], ())
    return tuple([other for other in found if other != folded])


def _without_ending(folded: str) -> int:
    """Return how many letters stand before an ending of a German noun or adjective."""
    if folded.endswith(("em", "en", "er", "es")):
        return len(folded) - 2
    return len(folded) - folded.endswith(("e", "n", "r", "s"))


def _english(folded: str) -> Iterator[str]:
    for pattern, form in _ENGLISH:
        found = pattern.fullmatch(folded)
        if found:
            yield found.expand(form)
    yield from (form for form in _IRREGULARS.get(folded, ()) if form != folded)


def _names(texts: Sequence[str], words: dict[str, None]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield known names of several words that stand in the texts, with their spellings."""
    known = long_names()
    for word in sorted(known.keys() & words.keys()):
        for name in known[word]:
            if any(name in text for text in texts):
                yield name, spellings(name)
