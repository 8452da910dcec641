"""What dates in German and English text have in common: the article's day, years without a name.

A language's module lists *rules*: a pattern, the words or kinds of number that must be there
for it to be tried, and a function that makes a date of a match.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dossier import edtf
from dossier.found import Modifier
from dossier.understanding.lazy import lazy_pattern

Tense = Literal["past", "future", "often", ""]  # "often": again and again
_EARLIEST_YEAR = 1500
_LATEST_YEAR = 2100
# A bare year in running text: earlier ones are more often numbers than years.
BARE_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
YEAR = rf"{BARE_YEAR}(?![\d.,]*\d|[%€$°-]\w)"
_AHEAD = 2  # months: without a tense a month so near lies ahead, others behind
_FAR_AHEAD = 80  # years; beyond it is a number, not a year
_MONTHS = 12
_DAYS = 7
_TWO_DIGITS = 70


class Reference(Struct, frozen=True):
    """The article's date, against which "gestern" is reckoned. None of a part: not known."""

    year: int
    month: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, article_date: str) -> Reference | None:
        """Read an article's EDTF date; one that is vague or an interval is no reference."""
        span = edtf.parse(article_date)
        if span is None or span.uncertain or span.approximate:
            return None
        if span.precision == "day":
            return cls(span.year, span.first.month, span.first)
        if span.precision == "month":
            return cls(span.year, span.first.month)
        return cls(span.year) if span.precision == "year" else None


class Found(Struct, frozen=True):
    """A date that a rule made; `relative` if it hangs on the article's date."""

    edtf: str
    modifier: Modifier = ""
    relative: bool = False


class Place(Struct, frozen=True):
    """What a rule may look at: the text, the article's date and the tense around a place.

    `previous` is the date before it in the text, as EDTF, "" if there is none.
    """

    text: str
    reference: Reference | None
    tense: Callable[[str, int, int], Tense]
    previous: str = ""

    def tense_at(self, match: re.Match[str]) -> Tense:
        """Return the tense of the clause in which the match stands."""
        return self.tense(self.text, match.start(), match.end())


Maker = Callable[[re.Match[str], Place], Found | None]


class Rule(Struct, frozen=True):
    """`triggers` are words; with one of them in the paragraph the pattern is worth trying.

    Where `needs` names words or kinds of number, one of them must be there as well, and so must
    the letters `holds`: most paragraphs are spared the pattern. The match's group `date` is what
    the text says, the whole match may hold words around it.
    """

    triggers: frozenset[str]
    pattern: re.Pattern[str]
    make: Maker
    needs: frozenset[str] = frozenset()
    holds: str = ""


def group(match: re.Match[str], name: str) -> str:
    """Return a named group, "" if the pattern has none of that name or it did not take part."""
    return match.groupdict().get(name) or ""


def day(year: int, month: int, number: int, *, relative: bool = False) -> Found | None:
    """Return a day, None if there is no such."""
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR or not 1 <= month <= _MONTHS:
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return Found(f"{year:04d}-{month:02d}-{number:02d}", relative=relative)


def full_year(digits: str) -> int:
    """Return the year that two or four digits mean.

    >>> full_year("98"), full_year("22")
    (1998, 2022)
    """
    year = int(digits)
    if len(digits) > 2:  # two digits are short for a year
        return year
    return year + (1900 if year >= _TWO_DIGITS else 2000)


def interval(first: Found | None, last: Found | None) -> Found | None:
    """Return the interval between two dates, None unless it runs forward."""
    if first is None or last is None:
        return None
    text = f"{first.edtf}/{last.edtf}"
    if first.edtf >= last.edtf or edtf.parse(text) is None:
        return None
    return Found(text, relative=first.relative or last.relative)


def year_of_month(
    month: int, place: Place, match: re.Match[str], *, ahead: int = _AHEAD
) -> int | None:
    """Return the year of a month without one: the latest in the past, the next in the future.

    The month after the article's is the coming one and the month before it the last one whatever
    the tense: who means another names the year.
    Without a tense one that is at most `ahead` months away is the coming one.
    """
    reference = place.reference
    if reference is None or reference.month is None:
        return None
    distance = (month - reference.month) % _MONTHS
    if distance == 0:
        return reference.year
    next_year = reference.year + (month < reference.month)
    if distance in (1, _MONTHS - 1):
        return next_year if distance == 1 else next_year - 1
    tense = place.tense_at(match)
    if tense == "often":
        return None
    is_next = tense == "future" or (not tense and distance <= ahead)
    return next_year if is_next else next_year - 1


def shifted_month(month: int, shift: int, place: Place) -> int | None:
    """Return the year of last (`shift` -1), next (1) or this (0) month of a name."""
    reference = place.reference
    if reference is None or reference.month is None:
        return None
    if shift < 0:
        return reference.year - (month >= reference.month)
    if shift > 0:
        return reference.year + (month <= reference.month)
    return reference.year


def year(match: re.Match[str], part: Modifier, place: Place) -> Found | None:
    """Return the year in the group `year`; far ahead of the article it is a number."""
    if place.reference and int(match["year"]) > place.reference.year + _FAR_AHEAD:
        return None
    return Found(match["year"], part)


def yearless_day(month: int, number: int, place: Place, match: re.Match[str]) -> Found | None:
    """Return the day without a year that fits the tense best."""
    year = year_of_month(month, place, match)
    return day(year, month, number, relative=True) if year else None


def weekday(number: int, place: Place, match: re.Match[str], direction: Tense) -> Found | None:
    """Return the day of a weekday's name, Monday 0; `direction` as the words around it say.

    Without a tense it is the last one: news tells what happened.
    """
    reference = place.reference
    if reference is None or reference.day is None:
        return None
    tense = direction or place.tense_at(match) or "past"
    today = reference.day
    if tense == "past":
        back = (today.weekday() - number) % _DAYS
        if direction and back == 0:
            back = _DAYS
        that = today - timedelta(days=back)
    elif tense == "future":
        ahead = (number - today.weekday()) % _DAYS
        if direction and ahead == 0:
            ahead = _DAYS
        that = today + timedelta(days=ahead)
    else:
        return None
    return Found(that.isoformat(), relative=True)


def from_previous(unit: str, amount: int, place: Place) -> Found | None:
    """Return what lies `amount` days, weeks, months or years from the date before in the text."""
    reference = Reference.of(place.previous)
    if reference is None or (unit in ("day", "week") and reference.day is None):
        return None
    if unit == "week":
        unit, amount = "day", amount * _DAYS
    return shifted(unit, amount, replace(place, reference=reference))


def shifted(unit: str, amount: int, place: Place, *, approximate: bool = False) -> Found | None:
    """Return the `day`, `week`, `month` or `year` that lies `amount` units from the article's.

    A week is its Monday to Sunday. Nothing is more precise than the article's date.
    """
    reference = place.reference
    if reference is None:
        return None
    mark = "~" if approximate else ""
    if unit == "year":
        text = f"{reference.year + amount:04d}{mark}"
    elif unit == "month":
        if reference.month is None:
            return None
        months = reference.year * _MONTHS + reference.month - 1 + amount
        text = f"{months // _MONTHS:04d}-{months % _MONTHS + 1:02d}{mark}"
    elif reference.day is None or abs(amount) > _LATEST_YEAR:
        return None
    elif unit == "week":
        monday = reference.day - timedelta(days=reference.day.weekday()) + timedelta(weeks=amount)
        text = f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    else:
        text = (reference.day + timedelta(days=amount)).isoformat() + mark
    return Found(text, relative=True) if edtf.is_valid(text) else None


def decade(digits: str) -> Found | None:
    """Return the decade of "1990" or of a clear two-digit "90"; "20" may be either century."""
    if len(digits) == 4:  # a year's digits
        return Found(digits[:3] + "X") if digits.endswith("0") else None
    return (
        Found(f"19{digits[0]}X") if digits in ("30", "40", "50", "60", "70", "80", "90") else None
    )


def century(number: int) -> Found | None:
    """Return the century: the 19th is `18XX`."""
    return Found(f"{number - 1:02d}XX") if 10 <= number <= 21 else None  # modern ones


def numbers(match: re.Match[str], _place: Place) -> Found | None:
    """Make a day of a match with `year`, `month` and `day` in digits."""
    return day(full_year(match["year"]), int(match["month"]), int(match["day"]))


def years(match: re.Match[str], _place: Place) -> Found | None:
    """Make an interval of a match with the years `first` and `year`."""
    return interval(Found(match["first"]), Found(match["year"]))


def rule(triggers: str, pattern: str, make: Maker, needs: str = "", holds: str = "") -> Rule:
    """Make a rule; `triggers` are words with blanks between them, any of which is enough.

    So are `needs`, see `Rule`.
    """
    return Rule(
        frozenset(triggers.split()), lazy_pattern(pattern), make, frozenset(needs.split()), holds
    )
