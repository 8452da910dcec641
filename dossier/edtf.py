"""Dates as precise as they are known: a small part of EDTF (ISO 8601-2, levels 0 and 1).

`2023`, `2023-09`, `2023-22` (a season, 21 spring to 24 winter), `2023-09-13`, `202X`, each with
`?`, `~` or `%` behind it, and intervals `2023-08/2023-09`, open with `..`. Source: Library of
Congress, *Extended Date/Time Format Specification*, 2019.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from functools import lru_cache

from msgspec import Struct

_ONE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?", re.ASCII)
UNDATED = "undated"
_MANY = 1 << 16  # dates of a large dossier: a list asks for all of them in turn
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # the month in which each begins, north of the equator


class Span(Struct, frozen=True):
    """A parsed EDTF date: first and last day it may mean, and how it was written.

    `precision` is `decade`, `century`, `year`, `season`, `month`, `day` or `interval`.
    """

    first: date
    last: date
    precision: str
    uncertain: bool = False
    approximate: bool = False

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.first.year


@lru_cache(maxsize=_MANY)
def parse(text: str) -> Span | None:
    """Return the span that `text` means, or None if it is no date of ours.

    >>> parse("2023-09").last
    datetime.date(2023, 9, 30)
    """
    if "/" in text:
        return _parse_interval(text)
    match = _ONE.fullmatch(text)
    if match is None:
        return None
    years, month, day, qualifier = match.groups()
    try:
        first, last, precision = _bounds(years, month, day)
    except ValueError:
        return None
    return Span(first, last, precision, qualifier in ("?", "%"), qualifier in ("~", "%"))


def _bounds(years: str, month: str | None, day: str | None) -> tuple[date, date, str]:
    if "X" in years:
        if month:
            raise ValueError(years)
        start, end = int(years.replace("X", "0")), int(years.replace("X", "9"))
        precision = "century" if years.endswith("XX") else "decade"
        return date(max(start, 1), 1, 1), date(end, 12, 31), precision
    year = int(years)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if int(month) in _SEASONS and day is None:
        return (*_season(year, _SEASONS[int(month)]), "season")
    if day is None:
        days = calendar.monthrange(year, int(month))[1] if 1 <= int(month) <= 12 else 0
        return date(year, int(month), 1), date(year, int(month), days), "month"
    exact = date(year, int(month), int(day))
    return exact, exact, "day"


def _season(year: int, month: int) -> tuple[date, date]:
    """Return first and last day of the three months from `month` on; winter ends next year."""
    last = month + 2
    year_of_last, last = (year, last) if last <= 12 else (year + 1, last - 12)  # months
    days = calendar.monthrange(year_of_last, last)[1]
    return date(year, month, 1), date(year_of_last, last, days)


def _parse_interval(text: str) -> Span | None:
    start_text, _, end_text = text.partition("/")
    start, end = _parse_side(start_text), _parse_side(end_text)
    if (start is None and start_text != "..") or (end is None and end_text != ".."):
        return None
    first = start.first if start else date.min
    last = end.last if end else date.max
    if (start is None and end is None) or first > last:
        return None
    parts = [part for part in (start, end) if part]
    return Span(
        first,
        last,
        "interval",
        any(part.uncertain for part in parts),
        any(part.approximate for part in parts),
    )


def _parse_side(text: str) -> Span | None:
    return None if "/" in text else parse(text)


def is_moment(text: str) -> bool:
    """Whether `text` is a day with its time, as EDTF and ISO 8601 write it; the zone may lack."""
    if _MOMENT.fullmatch(text) is None:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_valid(text: str) -> bool:
    """Whether `text` is a date that this module understands."""
    return parse(text) is not None


@lru_cache(maxsize=_MANY)
def sort_key(text: str) -> tuple[date, int]:
    """Order dates by their first day, the more precise first; what has no date comes last.

    >>> sorted(["", "2023", "2023-01-02", "2022-12"], key=sort_key)
    ['2022-12', '2023', '2023-01-02', '']
    """
    span = parse(text)
    if span is None:
        return (date.max, 0)
    first = span.last if span.first == date.min else span.first
    return (first, (span.last - first).days)


@lru_cache(maxsize=_MANY)
def year_of(text: str) -> str:
    """Return the year as the name of a page: `2023`, or `undated` without one."""
    span = parse(text)
    if span is None:
        return UNDATED
    year = span.last.year if span.first == date.min else span.first.year
    return f"{year:04d}"
