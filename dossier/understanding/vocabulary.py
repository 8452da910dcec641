"""Words that are no names: German common nouns, and what is written small in German and English.

A noun is known, inflected, derived by an ending, or a compound of known ones. Who asks keeps what
was found out of a word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dossier.understanding import tables
from dossier.understanding.lexicon import ending_in, words
from dossier.understanding.words import stem

_is_derived = ending_in(
    words(
        "ung heit keit schaft ität ismus tion sion chen logie ling nis tum ment ierer "
        "graf graph isierung lein ologe ologin enz anz eur eurin ation ist istin ler lerin"
    ),
    before=r"\w{2,}",
    inflected=("", *words("en es e s n er ern se sen innen")),
)
# Participles and adjectives used as nouns: die Verletzten, ein Angeklagter, das Wichtigste.
_NOMINAL = re.compile(
    r"(?:\w*ge\w{3,}(?:t|en)|\w{3,}(?:iert|nd|lich|ig|isch|los|haft|bar|sam)|(?:ver|be|er|ent|an|über)\w{3,}t)"
    r"(?:er|st)?e[rnms]?"
)
_NOMINAL_ENDS = frozenset(("e", "er", "en", "em", "es"))
# What is added to a noun, by its last letter.
_ENDINGS = {
    "s": ("s", "es", "ns", "ses"),
    "n": ("n", "en", "ern", "nen", "innen", "in", "sen"),
    "e": ("e", "se"),
    "r": ("er",),
}
_LINKS = ("", "s", "es", "n", "en", "er", "e", "ns", "ens")
_PLAIN = str.maketrans("äöü", "aou")
_PREFIX = re.compile(
    r"(?:zurück|zusammen|weiter|wieder|unter|nieder|wider|über|durch|gegen|nach|miss|fest|fort|los|"
    r"vor|ver|ent|her|hin|aus|auf|ein|mit|bei|weg|zer|be|er|ab|an|um|un|zu)(?:ge|zu)?(?=\w{3})"
)
_UNSTRESSED = re.compile(r"(?:ver|be|er|ent|zer|ge|über|unter|miss)\w{3}|\w+iert$")
_SHORTEST = 3  # letters of a part of a compound


@cache
def _known() -> frozenset[str]:
    """Return the nouns of the table in small letters."""
    return frozenset(tables.text("nouns_de.txt.gz").lower().splitlines())


def is_noun(word: str) -> bool:
    """Whether `word` is or can be a German common noun; names that are nouns count (*Fischer*).

    >>> [is_noun(word) for word in ("Waffengeschäfte", "Atom-U-Boote", "Merkel", "Fischer")]
    [True, True, False, True]
    """
    return finds((word.rpartition("-")[2] or word).lower())


def is_simple(word: str) -> bool:
    """Whether `word` is a noun of the table, perhaps inflected, not a compound or derived."""
    return is_known((word.rpartition("-")[2] or word).lower())


def is_woman(word: str) -> bool:
    """Whether `word` is only made of a noun as a woman's: Ärztin, but Putin also of Pute."""
    lowered = word.lower()
    return lowered.endswith("in") and lowered not in _known()


def finds(word: str) -> bool:
    """Whether `word`, in small letters and without hyphens, is a noun."""
    if is_known(word) or is_made(word):
        return True
    return word[word.rfind("e") :] in _NOMINAL_ENDS and _NOMINAL.fullmatch(word) is not None


def is_made(word: str) -> bool:
    """Whether `word`, in small letters, is derived by an ending or a compound of known nouns."""
    return _is_derived(word) or _is_compound(word)


@lru_cache(maxsize=1 << 16)
def is_known(word: str) -> bool:
    """Whether `word` (small letters) is in the table, perhaps inflected."""
    known = _known()
    if word in known or _is_base(word, known):
        return True
    for ending in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and _is_base(word.removesuffix(ending), known):
            return True
    # Virus, Viren; Medium, Medien; Firma, Firmen
    return word.endswith("en") and any(word[:-2] + latin in known for latin in ("us", "um", "a"))


def _is_base(word: str, known: frozenset[str]) -> bool:
    """Whether what is left of a word without its ending is known, with or without an umlaut."""
    if len(word) < _SHORTEST:
        return False
    if word in known or f"{word}e" in known:
        return True
    if word.isascii():
        return False
    flat = word.translate(_PLAIN)
    return flat != word and (flat in known or f"{flat}e" in known)


def _is_compound(word: str) -> bool:
    """Whether `word` ends in a known noun behind another."""
    # Where letters are before it, the end of a word that is not derived is not derived either.
    is_odd, is_verb = not word.isalnum(), word.endswith("n")
    for cut in range(_SHORTEST, len(word) - _SHORTEST):
        last = word[cut:]
        if (
            is_known(last) or (is_odd and _is_derived(last)) or (is_verb and _is_infinitive(last))
        ) and _is_first(word[:cut]):
            return True
    return False


def _is_infinitive(word: str) -> bool:
    """Whether `word`, which ends in n, can be a verb that ends a compound: Händeschütteln."""
    return len(word) > 6 and stem(word, "de") in _stems("de")


@cache
def _stems(lang: str) -> frozenset[str]:
    return frozenset(tables.lines(f"small_{lang}.txt.gz"))


@cache
def verb_forms() -> frozenset[str]:
    """Return German verbs in the form that "ich" has and reported speech: reihe, beginne."""
    return frozenset(tables.lines("subjunctive_de.txt.gz"))


def is_present(word: str) -> bool:
    """Whether `word` is a German verb as one or several have it now, if it is a regular one.

    A participle without "ge" looks the same: "verletzt" counts as none.

    >>> [is_present(word) for word in ("spielt", "greifen", "trafen", "verletzt")]
    [True, True, False, False]
    """
    if word.endswith("en"):
        return word[:-1] in verb_forms()
    return word.endswith("t") and f"{word[:-1]}e" in verb_forms() and not _UNSTRESSED.match(word)


def is_small(word: str, lang: str) -> bool:
    """Whether `word` is one that is written small within a sentence: verb, adjective, adverb.

    >>> [is_small(word, "de") for word in ("Zudem", "Gestiegene", "Putin")]
    [True, True, False]
    """
    lang = "de" if lang == "de" else "en"
    return is_small_word(word.lower(), lang)


def is_small_word(word: str, lang: str) -> bool:
    """Like `is_small`, for a word in small letters."""
    stems = _stems(lang)
    stemmed = stem(word, lang)
    if stemmed in stems:
        return True
    prefix = _PREFIX.match(stemmed) if lang == "de" else None
    return prefix is not None and stemmed[prefix.end() :] in stems


@lru_cache(maxsize=1 << 16)
def _is_first(part: str) -> bool:
    """Whether `part` can stand first in a compound: a noun, with or without a link, or a stem."""
    if len(part) > 3 and (part in _stems("de") or is_known(part)):
        return True
    known = _known()
    for link in _LINKS:
        stem = part.removesuffix(link)
        if stem + link != part or len(stem) < _SHORTEST:
            continue
        if stem in known or f"{stem}e" in known or f"{stem}en" in known or is_made(stem):
            return True
    return False
