"""Wire copies: the same report in several outlets, known by the runs of words that they share.

All articles are compared once (`overlaps.py`); what changes later, with what it touches
(`recompare.py`). Either way the result is the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from dossier.understanding import overlaps
from dossier.understanding.overlaps import Since
from dossier.understanding.recompare import again, are_few
from dossier.understanding.reports import Found, Report, conclude, precedence
from dossier.understanding.shingleindex import Base, Index

__all__ = ["again", "are_few", "compare", "find", "found", "reports_of", "texts_of"]

Text = tuple[Report, bytes]  # an article with its shingles, packed
Texts = Mapping[str, Text]  # by name


def compare(texts: Texts) -> tuple[Base, Since]:
    """Compare all articles with one another; nothing is changed since."""
    every = sorted((one for one, _ in texts.values()), key=precedence)
    free = [one for one in every if not one.copy_of]
    ruled = [one for one in every if one.copy_of]
    made, since = overlaps.compare(free, [array("I", texts[one.name][1]) for one in free])
    return Base(reports=(*free, *ruled), overlaps=made), since


def reports_of(base: Base, since: Since) -> dict[str, Report]:
    """Return all articles that there are."""
    gone = frozenset(since.gone)
    reports = {one.name: one for number, one in enumerate(base.reports) if number not in gone}
    return reports | {one.report.name: one.report for one in since.added}


def texts_of(base: Base, since: Since) -> dict[str, Text]:
    """Return all articles that there are with their shingles; without these, where idle."""
    index = Index(base, since)
    return {
        name: (index.reports[number], array("I", sorted(index.every(number))).tobytes())
        for name, number in index.number.items()
    }


def found(reports: Mapping[str, Report], since: Since) -> Found:
    """Return what a comparison found."""
    return conclude(reports, since.near, since.leads)


def find(texts: Texts) -> Found:
    """Group the copies of a report; the first published leads, of those the longest.

    The same whatever the order of articles. An article's `copy_of` overrules what is found.
    """
    base, since = compare(texts)
    return found(reports_of(base, since), since)
