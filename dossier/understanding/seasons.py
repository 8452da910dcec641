"""Parts of a year that have names: seasons, quarters, half-years, weekends, feasts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dossier.understanding.dates import (
    Found,
    Place,
    Tense,
    day,
    interval,
    year_of_month,
)

# EDTF's numbers of the seasons, and a month that lies in the midst of each.
SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
_MIDST = {SPRING: 4, SUMMER: 7, AUTUMN: 10, WINTER: 12}
_NEAR = 4  # months: in July "im Herbst" is the next one
_SATURDAY = 5
_FEASTS = {
    "new year": (1, 1), "christmas eve": (12, 24), "christmas": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
_AFTER_EASTER = {
    "good friday": -2, "easter": 0, "easter monday": 1, "ascension": 39, "whitsun": 49,
    "whit monday": 50,
}  # fmt: skip


def season(
    number: int, match: re.Match[str], place: Place, *, year: int | None, shift: int | None
) -> Found | None:
    """Return a season; `shift` is -1, 0 or 1 for last, this and next, None if nothing tells."""
    relative = year is None
    if year is None:
        year = _season_year(number, match, place, shift)
    return Found(f"{year:04d}-{number}", relative=relative) if year else None


def _season_year(number: int, match: re.Match[str], place: Place, shift: int | None) -> int | None:
    reference = place.reference
    if reference is None or reference.month is None:
        return None
    month = _MIDST[number]
    if shift is None:
        return year_of_month(month, place, match, ahead=_NEAR)
    this = reference.year - (number == WINTER and reference.month <= 6)  # months: winter is past
    if shift == 0:
        return this
    if shift < 0:
        return this - (month >= reference.month and this == reference.year)
    return this + (month <= reference.month or this < reference.year)


def part_of_year(
    number: int, length: int, match: re.Match[str], place: Place, *, year: int | None
) -> Found | None:
    """Return a quarter (`length` 3 months) or half-year (6) as an interval, `number` from 1."""
    first = (number - 1) * length + 1
    last = first + length - 1
    if not 1 <= first <= last <= 12:  # months
        return None
    relative = year is None
    if year is None:
        reference = place.reference
        if reference is None or reference.month is None:
            return None
        year = reference.year
        if reference.month < first and place.tense_at(match) != "future":
            year -= 1
        elif reference.month > last and place.tense_at(match) == "future":
            year += 1
    found = interval(Found(f"{year:04d}-{first:02d}"), Found(f"{year:04d}-{last:02d}"))
    return Found(found.edtf, relative=relative) if found else None


def weekend(match: re.Match[str], place: Place, direction: Tense) -> Found | None:
    """Return Saturday and Sunday; a weekend under way is the one that is meant."""
    today = place.reference.day if place.reference else None
    if today is None:
        return None
    tense = direction or place.tense_at(match) or "past"
    saturday = today + timedelta(days=_SATURDAY - today.weekday())
    if tense == "past" and (today.weekday() < _SATURDAY or direction):
        saturday -= timedelta(days=7)
    elif tense == "future" and direction and today.weekday() >= _SATURDAY:
        saturday += timedelta(days=7)
    return Found(f"{saturday}/{saturday + timedelta(days=1)}", relative=True)


def feast(
    name: str, match: re.Match[str], place: Place, *, year: int | None, days: int = 0
) -> Found | None:
    """Return a feast of the year, or of the one that the tense tells. `days` are added to it."""
    relative = year is None
    reference = place.reference
    if year is None and reference and reference.month:
        month = _FEASTS[name][0] if name in _FEASTS else easter(reference.year).month
        if place.tense_at(match) == "":
            return None  # "zu Weihnachten" of every year
        year = year_of_month(month, place, match)
    if year is None:
        return None
    if name in _FEASTS:
        return day(year, *_FEASTS[name], relative=relative)
    found = easter(year) + timedelta(days=_AFTER_EASTER[name] + days)
    return Found(found.isoformat(), relative=relative)


def easter(year: int) -> date:
    """Return Easter Sunday (Gauss's rule in the form of Lichtenberg, 1997).

    >>> easter(2024).isoformat()
    '2024-03-31'
    """
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    cycle = year % 19
    seed = (19 * cycle + moon) % 30
    border = 21 + seed - (seed + cycle // 11) // 29
    sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + timedelta(days=border + 7 - (border - sunday) % 7 - 1)
