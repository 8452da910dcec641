"""Words as readers mean them: inflected forms, parts of German compounds, hyphenated parts.

A word is compared in three ways, strongest first: as it is written, by its stem (Snowball,
the family that the search engine uses too), and as a part of a German compound. Compound
parts are matched on the folded word, not on the stem: Snowball maps *Raketen* to `rak` but
*Raketentests* to `raketent`. What Snowball misses is made as forms of the term: the past of
German verbs (*warnte*) and plurals after the Latin (*Viren*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

import snowballstemmer
from msgspec import Struct

from dossier.understanding.remembered import Remembered, findall

How = Literal["word", "stem", "head", "part"]
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?(?:-[^\W_]+)*")
_words_in = findall(WORD)

_VOWEL = re.compile(r"[aeiouyäöü]")
_UMLAUTS = str.maketrans("äöü", "aou")
_LINKS = ("", "s", "es", "n", "en", "er", "e", "ns", "ens")
_ENDINGS = ("", "s", "es", "n", "en", "er", "e", "ern", "se", "nen")
_PLURALS = ("e", "en", "er", "ern")  # behind an umlaut: Bränd|e, Länd|ern
# What looks like a second noun behind a first one and is none: derivations (freund|schaft) and
# the second half of place names (Brand|en|burg).
NO_NOUN = re.compile(
    r"(?:schaft|heit|keit|ung|lich|isch|haft|bar|sam|los|ier|ist|ismus|tum|nis|ling|chen|"
    r"burg|berg|dorf|stadt|heim|hausen|feld|furt|stein)(?:e|en|er|es|s|ern|se|sen|ens)?"
)
# Nouns of three letters that often stand second; other rests as short are endings.
_SHORT_NOUN = re.compile(r"(?:tag|hof|amt|rat|bau|zug|weg)(?:e|en|es|s)?|tagung(?:en)?")
# What looks like a first noun and is none: Bei|spiel, Deutsch|land, Nieder|länder.
NO_FIRST = frozenset(("bei", "ver", "ent", "zer"))
COUNTRY = re.compile(
    r"(?:deutsch|russ|weissruss|griechen|nieder|finn|lett|schott|thai|neusee|gron|rhein|saar)land"
    r"(?:s|e|en|er|ern|ers|erin|erinnen)?"
)
_SHORT_HEAD = 5  # a head shorter than this (Test) wants a longer first part: not in Pro|test
_MIN_PART = 4
_SEPARABLE = re.compile(r"(?:ab|an|auf|aus|bei|ein|fort|her|hin|los|mit|nach|vor|weg|zu)(?=\w{4})")


@lru_cache(maxsize=512)  # topics, hidden words and likeness of an article ask for the same
def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are written, in their order."""
    return tuple(_words_in(text))


def fold(word: str) -> str:
    """Return `word` in small letters, `ß` as `ss`, typographic apostrophes plain."""
    return word.casefold().replace("’", "'")


@lru_cache(maxsize=4)
def _stemmer(lang: str) -> snowballstemmer.stemmer:
    stemmer = snowballstemmer.stemmer("german" if lang == "de" else "english")
    stemmer.maxCacheSize = 0  # what `stem` remembers is not asked again: half the time
    return stemmer


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
    if "-" not in word:
        return (word,)
    parts = [part for part in word.split("-") if part]
    if len(parts) < 2:
        return (word,)
    tails = ["-".join(parts[index:]) for index in range(1, len(parts) - 1)]
    return (word, *tails, *(part for part in parts if len(part) > 1))


class Pattern(Struct, frozen=True):
    """A single word to look for, prepared once. `noun`: a German noun wants a capital.

    `base` is what stands in compounds, `flat` the same without umlauts; `forms` are inflected
    forms that the stem does not reach.
    """

    folded: str
    stem: str
    base: str
    flat: str
    noun: bool
    lang: str
    forms: frozenset[str]


def pattern(word: str, lang: str) -> Pattern:
    """Prepare `word` (as an editor wrote it in the terms) for `match`."""
    folded = fold(word)
    base = folded
    for ending in ("en", "e") if lang == "de" else ():
        if folded.endswith(ending) and len(folded) - len(ending) >= _MIN_PART:
            base = folded[: -len(ending)]
            break
    noun = lang == "de" and word[:1].isupper()
    forms = frozenset(_forms(folded, noun=noun)) if lang == "de" else frozenset[str]()
    return Pattern(folded, stem(folded, lang), base, _flat(base), noun, lang, forms)


def _flat(word: str) -> str:
    return word if word.isascii() else word.translate(_UMLAUTS)


def _forms(folded: str, *, noun: bool) -> set[str]:
    """Return forms of a German word that Snowball takes for other words."""
    if noun:
        latin = re.fullmatch(r"(\w{3,})(?:us|um|a)", folded)
        return {f"{latin[1]}en", f"{latin[1]}ens"} if latin else set()
    verb = re.fullmatch(r"(\w{3,}?)(?:en|(?<=e[lr])n)", folded)
    if not verb:
        return set()
    base = verb[1]
    link = "e" if base.endswith(("d", "t")) else ""
    past = base + link + "t"
    separable = _SEPARABLE.match(base)
    cut = separable.end() if separable else 0
    participle = f"{base[:cut]}ge{base[cut:]}{link}t"
    adjective = ("", "e", "en", "er", "es", "em")
    return {
        f"{base}{link}st",
        *(past + ending for ending in ("", "e", "en", "est", "et")),
        *(participle + ending for ending in adjective),
        *(f"{folded}d{ending}" for ending in adjective),
    }


class _Piece(Struct, frozen=True):
    folded: str
    flat: str
    capital: bool


@lru_cache(maxsize=1024)  # one word of a text is compared with all terms in a row
def _prepared(word: str) -> tuple[_Piece, ...]:
    capital = word[0].isupper()
    return tuple(
        [
            _Piece(folded := fold(piece), _flat(folded), capital or piece[0].isupper())
            for piece in pieces(word)
        ]
    )


def match(pattern: Pattern, word: str) -> How | None:
    """Say how `word` of a text matches, or None.

    >>> match(pattern("Rakete", "de"), "Kurzstreckenraketen")
    'head'
    >>> match(pattern("Treffen", "de"), "treffen") is None
    True
    """
    best: How | None = None
    for piece in _prepared(word):
        if pattern.noun and not piece.capital:
            continue
        how = _match_piece(pattern, piece)
        if how in ("word", "stem"):
            return how
        best = best or how
    return best


def _match_piece(pattern: Pattern, piece: _Piece) -> How | None:
    folded = piece.folded
    if folded == pattern.folded:
        return "word"
    if folded in pattern.forms or _is_inflected(pattern, piece):
        return "stem"
    if not pattern.noun or pattern.flat not in piece.flat or len(pattern.base) < _MIN_PART:
        return None
    if len(folded) < len(pattern.base) + 3:
        return None
    if _is_head(pattern, piece):
        return "head"
    return "part" if _is_part(pattern, folded) else None


def _is_inflected(pattern: Pattern, piece: _Piece) -> bool:
    """Whether both have one stem, apart from pairs that Snowball wrongly makes one."""
    folded, term = piece.folded, pattern.folded
    if piece.flat[0] != pattern.flat[0] or stem(folded, pattern.lang) != pattern.stem:
        return False
    if pattern.lang != "de":
        return True
    if not pattern.noun:  # fordern is not fördern
        shared = min(len(folded), len(term), len(pattern.stem))
        return folded[:shared] == term[:shared]
    # A plural in -er turns the vowel (Häuser); who does something need not (Bau, Bauer).
    doer = len(term) < _MIN_PART and re.fullmatch(rf"{re.escape(term)}(?:er[ns]?|erin\w*)", folded)
    return not doer


def _is_head(pattern: Pattern, piece: _Piece) -> bool:
    """Whether the pattern is the last noun of a compound: Waffen|geschäfte, Wald|brände."""
    at = piece.flat.rfind(pattern.flat)
    end = at + len(pattern.base)
    first, inner, rest = piece.folded[:at], piece.folded[at:end], piece.folded[end:]
    if inner != pattern.base:
        if inner == _flat(inner) or rest not in _PLURALS:
            return False
    else:
        forms = {pattern.folded + ending for ending in _ENDINGS}
        forms |= {pattern.base + ending for ending in _ENDINGS if pattern.base != pattern.folded}
        if pattern.base + rest not in forms:
            return False
    if first in NO_FIRST or first.endswith("sc") or COUNTRY.fullmatch(piece.flat):
        return False  # no noun ends in -sc: Botsc|haft
    wanted = _MIN_PART if len(pattern.base) < _SHORT_HEAD else 3
    return len(first) >= wanted and bool(_VOWEL.search(first))


def _is_part(pattern: Pattern, folded: str) -> bool:
    """Whether the pattern is the first noun of a compound: Raketen|tests."""
    if not folded.startswith(pattern.base):
        return False
    rest = folded[len(pattern.base) :]
    seconds = [rest.removeprefix(link) for link in _LINKS if rest.startswith(link)]
    if any(NO_NOUN.fullmatch(second) for second in seconds):
        return False
    whole = pattern.base == pattern.folded  # Wahl|tag, but not Sonn|tag for Sonne
    return any(
        (whole and _SHORT_NOUN.fullmatch(second))
        or (len(second) >= _MIN_PART and _VOWEL.search(second))
        for second in seconds
    )


def _start(flat: str, lang: str) -> str:
    """Return the letters that all words of one stem have in common at their beginning.

    German stems have three letters and more; English *dying* has the stem `die`.
    """
    if lang != "de":
        return flat[:1]
    return flat.replace("ae", "a").replace("oe", "o").replace("ue", "u")[:3]


class Lexicon:
    """Many patterns at once: the answers of `match`, without trying every pattern on a word.

    `found` gives for a word (number of the pattern, how it matches) for each that it matches.
    Patterns are found by the letters that their forms begin with, those of `_nouns`, which may
    stand anywhere in a compound, by their first four.
    """

    def __init__(
        self,
        patterns: tuple[Pattern, ...],
        starts: Mapping[str, Mapping[str, tuple[int, ...]]],
        nouns: Mapping[str, tuple[int, ...]],
    ) -> None:
        self.patterns = patterns
        self.found = Remembered(self._find)
        self._starts, self._nouns = starts, nouns

    def _find(self, word: str) -> tuple[tuple[int, How], ...]:
        likely: set[int] = set()
        nouns = self._nouns
        for piece in pieces(word):
            flat = _flat(fold(piece))
            for lang, starts in self._starts.items():
                likely.update(starts.get(_start(flat, lang), ()))
            if word[0].isupper() or piece[0].isupper():
                fours = [flat[at : at + _MIN_PART] for at in range(len(flat) - _MIN_PART + 1)]
                if not nouns.keys().isdisjoint(fours):
                    likely.update(*[nouns[four] for four in fours if four in nouns])
        if not likely:  # nearly always
            return ()
        found = [(number, match(self.patterns[number], word)) for number in sorted(likely)]
        return tuple([(number, how) for number, how in found if how])


def lexicon(patterns: Iterable[Pattern]) -> Lexicon:
    """Prepare patterns for texts; equal ones are one."""
    return _lexicon(tuple(dict.fromkeys(patterns)))


@lru_cache(maxsize=4)  # articles come in chunks, all with the same terms: words are met again
def _lexicon(unique: tuple[Pattern, ...]) -> Lexicon:
    starts: dict[str, dict[str, tuple[int, ...]]] = {}
    nouns: dict[str, tuple[int, ...]] = {}
    for number, one in enumerate(unique):
        lang = "de" if one.lang == "de" else "en"
        known = starts.setdefault(lang, {})
        for start in dict.fromkeys(_start(_flat(form), lang) for form in (one.folded, *one.forms)):
            known[start] = (*known.get(start, ()), number)
        if one.noun and len(one.base) >= _MIN_PART:
            first = one.flat[:_MIN_PART]
            nouns[first] = (*nouns.get(first, ()), number)
    return Lexicon(unique, starts, nouns)
