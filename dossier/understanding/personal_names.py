"""Whether a run of capitalised words is a person's name: "Karin Krapp", not "Diakonie Bayern"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dossier.understanding import gazetteer
from dossier.understanding import name_words as w
from dossier.understanding.lexicon import word_set

# What a name may begin with that is also a place, an article or a word in some language.
_PREFIXES = word_set("Abu Al El Bin Ben Ibn Van De Di Da Le La Mac St")
# Given names in some list: "Art Fortbildungsbetrieb", "Fall von Gaetz".
_NO_GIVEN_NAMES = word_set(
    "Art Fall Norden Süden Osten Westen Ende Mitte Land Stadt Form Zahl Tag Rande Beginn Falle "
    "Sache Grund Reihe Summe Gast Kern Anfang Leben Welt Bund Markt Platz Teil Rolle Kraft Hand"
)
# What names of institutions, places and things end in.
_NO_SURNAME = w.HEAD | w.KIND | w.OTHER | w.DEMONYM | w.ACRONYM
_COMMON = _NO_SURNAME | w.NOUN | w.SMALL | w.LISTED | w.PLACE | w.OFFICE


@lru_cache(maxsize=1 << 14)
def person_in(words: tuple[str, ...], lang: str, *, titled: bool = False) -> tuple[str, ...]:
    """Return the words of a run that are a person's name, () if they name none.

    Common nouns before a given name go: "Herausforderer Friedrich Merz". `titled`: an office
    stands before the run, so it is a person even if a word of it is a common one.

    >>> person_in(("Eyewitness", "Karl", "Mitchell"), "en")
    ('Karl', 'Mitchell')
    """
    words = _without_home(words) if lang == "de" else words
    flags = [w.flags(word, lang) if word[0].isupper() else w.NAME for word in words]
    first = _first(words, flags)
    words, flags = words[first:], flags[first:]
    if (
        words[0][0].islower()
        or any(map(_has_digit, words))
        or " ".join(words) in gazetteer.places()
    ):
        return ()
    if len(words) > 2 and flags[-1] & w.DULL and words[-2].endswith("s") and lang == "de":
        # "Andreas Bablers Analyse"
        words, flags = (*words[:-2], w.without_genitive(words[-2])), flags[:-1]
    if len(words) == 1:
        return () if first or (titled and flags[0] & w.DULL) else words
    if flags[-1] & _NO_SURNAME and not flags[-1] & w.NAME and not _sounds_like_a_name(words, flags):
        return ()
    if words[0] in _NO_GIVEN_NAMES:
        return ()
    if titled or _given(flags):
        return words
    return () if any(map(_is_common, words, flags)) else words


def _sounds_like_a_name(words: Sequence[str], flags: Sequence[int]) -> bool:
    """Whether a family name only ends as those of a place do: "Boris Schommers"."""
    ends_so = flags[-1] & _NO_SURNAME == w.DEMONYM and not w.comes_from_a_place(words[-1])
    return ends_so and bool(flags[0] & w.GIVEN)


def is_surname(word: str, lang: str) -> bool:
    """Whether a single word is a family name and nothing else that is known.

    >>> is_surname("Saluschnyj", "de"), is_surname("Müller", "de")
    (True, False)
    """
    flags = w.flags(word, lang)
    return bool(flags & w.FAMILY) and not flags & (_COMMON | w.GIVEN | w.HAMLET | w.BODY)


def may_be_surname(word: str, lang: str) -> bool:
    """Whether a single word can be the name of somebody who speaks."""
    flags = w.flags(word, lang)
    return bool(flags & (w.NAME | w.UNKNOWN)) and not flags & (_COMMON & ~w.SMALL)


def gives_a_name(given: str, family: str, lang: str) -> bool:
    """Whether two words can be given and family name, though the second is a word: "Huw Pill"."""
    first, last = w.flags(given, lang), w.flags(family, lang)
    return bool(first & (w.GIVEN | w.UNKNOWN)) and not (first | last) & (
        w.OFFICE | w.PLACE | w.ACRONYM | w.HEAD
    )


def _without_home(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out where somebody works: "Andreas Pfeiffer von der Charité"; "Ursula von …" stays."""
    place = words.index("von") if "von" in words else 0
    if place < 2 or words[place - 2][0].islower() or _is_plain(w.flags(words[place - 2], "de")):
        return words  # "Apfelbauer Henning von Riegen"
    return words[:place]


def _first(words: Sequence[str], flags: Sequence[int]) -> int:
    """Return how many words stand before the name that are none: offices, occupations.

    In "Human Rights Michelle Bachelet" all before the given name.
    """
    first = next((place for place, one in enumerate(flags) if not _is_plain(one)), 0)
    if first < len(words) - 1 and flags[first] & (w.GIVEN | w.INITIAL):
        return first
    first = 0
    while first < len(words) - 1 and _is_plain(flags[first]) and _leads(flags[first + 1]):
        first += 1
    return first


def _leads(flags: int) -> bool:
    return bool(flags & (w.GIVEN | w.NOUN | w.OFFICE | w.INITIAL))


def _is_plain(flags: int) -> bool:
    return bool(flags & (w.NOUN | w.SMALL | w.OFFICE | w.DEMONYM)) and not flags & w.NAME


def _given(flags: Sequence[int]) -> bool:
    """Whether a given name or an initial stands before the last word."""
    return any(one & (w.GIVEN | w.INITIAL) for one in flags[:-1])


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _is_common(word: str, flags: int) -> bool:
    return bool(flags & _COMMON) and not flags & w.NAME and word not in _PREFIXES
