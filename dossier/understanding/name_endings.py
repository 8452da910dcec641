"""What the ending of an unknown word says: -ingen and -hagen are places, -ung is a noun."""

from __future__ import annotations

from functools import cache

from dossier.understanding import tables

_LONGEST = 6  # letters


@cache
def _endings() -> dict[str, str]:
    """Return the table's figures by ending, to be read when they are asked for."""
    rows = (line.partition("\t") for line in tables.lines("endings.tsv.gz"))
    return {ending: figures for ending, _, figures in rows}


def odds(word: str) -> tuple[int, int]:
    """Return how much more often places end so than nouns and than family names, as powers of two.

    The longest ending that the table has counts: how names of places in German-speaking countries
    end (GeoNames), against German nouns and against family names.

    >>> against_nouns, against_families = odds("Schweningen")
    >>> against_nouns > 2 and against_families > 2
    True
    """
    known, lowered = _endings(), word.lower()
    for size in range(min(_LONGEST, len(word) - 1), 1, -1):
        found = known.get(lowered[-size:])
        if found:
            noun, _, family = found.partition("\t")
            return int(noun), int(family)
    return 0, 0
