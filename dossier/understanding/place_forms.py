"""Words whose form makes them a place: Nordhessen, Rhein-Sieg-Kreis, Willy-Brandt-Platz."""

from __future__ import annotations

import re
from functools import cache

from dossier.understanding import gazetteer, name_endings, vocabulary
from dossier.understanding.lexicon import word_set

# "San Remo", "Mount Everest", "Bad Berka", "St. Goar": a place whatever follows.
OPENERS = word_set(
    "San Santa Santo São Sao Saint Sainte St. Sankt Mount Mont Monte Lake Lago Lac Port Puerto "
    "Fort Cape Kap Cabo Rio Río Cerro Sierra Isla Isola Île Côte Valle Via Rue Piazza Plaza Playa "
    "Punta Ponte Bad Wildbad Wadi Ciudad Lido Los Las Camp Schlosspark"
)
# "Bundesstraße 27"
ROADS = word_set("Bundesstraße Landesstraße Kreisstraße Staatsstraße Autobahn Bundesautobahn")
_DIRECTION = re.compile(
    r"(?:Nord(?:ost|west)?|Süd(?:ost|west)?|Ost|West|Mittel|Ober|Unter|Nieder|Zentral|Inner)-?"
    r"(?P<rest>[A-ZÄÖÜa-zäöü][a-zäöüß]{3,})"
)
_HYPHENED = re.compile(
    r"[A-ZÄÖÜ]\w+-(?:\w+-)+(?:Kreis|Gebiet|Platz|Straße|Strasse|Allee|Brücke|Ring|Damm|Ufer|Weg|"
    r"Park|Halle|Stadion|Arena|Gasse|Tunnel|Hafen|Flughafen|Kanal)(?:e?s)?"
)
_OF_TWO = re.compile(
    r"(?P<first>[A-ZÄÖÜ]\w{3,})-(?:Platz|Straße|Strasse|Allee|Brücke|Tunnel|Stadion|Arena|Insel|Kanal)(?:e?s)?"
)
# Below these a word that is a German noun by its parts is a noun (powers of two, by trying).
_AGAINST_NOUNS, _AGAINST_FAMILIES = 4, 2


def is_form_of_place(word: str) -> bool:
    """Whether the word's form alone makes it a place.

    >>> is_form_of_place("Nordhessens"), is_form_of_place("Nordwand")
    (True, False)
    >>> is_form_of_place("Osnatel-Arena"), is_form_of_place("Fußgänger-Brücke")
    (True, False)
    """
    if "-" in word:
        if _HYPHENED.fullmatch(word):
            return True
        if of_two := _OF_TWO.fullmatch(word):
            first = of_two["first"]
            return not (vocabulary.is_noun(first) or vocabulary.is_small(first, "de"))
    direction = _DIRECTION.fullmatch(word)
    return direction is not None and any(
        form in _lands() for form in (direction["rest"], direction["rest"].removesuffix("s"))
    )


@cache
def _lands() -> frozenset[str]:
    """Return countries and regions, and the city that was divided, in small and as they are."""
    names = gazetteer.lands() | {"Berlin"}
    return names | {name.lower() for name in names}


def may_be_place(word: str) -> bool:
    """Whether a word that is made of nouns ends as places do: Franzburg, Gosenbach."""
    noun, family = name_endings.odds(word)
    return noun >= _AGAINST_NOUNS and family >= _AGAINST_FAMILIES
