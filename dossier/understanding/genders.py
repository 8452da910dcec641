"""Whether a given name is a woman's or a man's, where only one of them has it."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from dossier.understanding import tables


@cache
def _women_and_men() -> tuple[frozenset[str], frozenset[str]]:
    lines = iter(tables.lines("given_by_gender.txt.gz"))
    next(lines)  # the line "f"
    women = frozenset(takewhile(lambda line: line != "m", lines))
    return women, frozenset(lines)


def gender_of(name: str) -> str:
    """Return `f` or `m` of the person whose full name it is, "" where the given name is unknown.

    >>> gender_of("Annalena Baerbock"), gender_of("Robert Habeck"), gender_of("Kim Jong Un")
    ('f', 'm', '')
    """
    given, _, family = name.partition(" ")
    if not family:
        return ""
    women, men = _women_and_men()
    for form in (given, given.partition("-")[0]):
        if form in women:
            return "f"
        if form in men:
            return "m"
    return ""
