"""Dates as publishers write them in metadata, turned into EDTF no more precise than given.

Only whole values are read ("13. September 2023, 10:23 Uhr"); dates within running text are
another stage's work. What could mean two days (03/04/2023) means nothing here.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from dossier import edtf

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner jan jän",
            "february februar feber feb febr",
            "march märz maerz mar mär mrz maer",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sept sep",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = (
    r"(?:(?:mon|diens|donners|frei|sams)tag|mittwoch|sonnabend|sonntag|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mo|di|mi|do|fr|sa|so)\.?,?\s+"
)
_LABEL = (
    r"(?:stand|datum|date|veröffentlicht|erschienen|erstellt|published|posted|publiziert)"
    r"(?:\s+(?:am|on|vom))?\s*:?\s+|(?:am|vom|den|on)\s+"
)
_START = re.compile(rf"\s*(?:{_LABEL})?(?:{_WEEKDAY})?(?:(?:den|the)\s+)?", re.IGNORECASE)
_ZONE = r"(?:z|utc|gmt|mesz|mez|cest|cet|[ecmp][sd]t|e[td]|bst|[+-]\d{2}:?\d{2}|[+-]\d{2})"
# What may follow the day: a time of day, its zone, a weekday in brackets.
_REST = re.compile(
    rf"[\s,;|·–\-]*(?:(?:um|at|t)?\s*\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}}(?:[.,]\d+)?)?"
    rf"\s*(?:uhr|h|a\.?m\.?|p\.?m\.?)?|\d{{1,2}}\s*(?:uhr|am|pm))?"
    rf"\s*(?:{_ZONE}|[a-z]+/[a-z_]+)?(?:\s*\([a-z ]+\))?\s*\.?\s*",
    re.IGNORECASE,
)
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})(?=t\d|\s|$)",
        r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})(?!\d)",
        rf"{_DAY}(?:\.|st|nd|rd|th)?(?:\s+of)?[\s-]*{_MONTH},?[\s-]*{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})(?!\d)",
        r"(?P<number>\d{1,2})[./](?P<year>\d{4})(?!\d)",
        r"(?P<year>\d{4})(?!\d)",
        r"(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<year>\d{4})(?!\d)",
    )
)
# RFC 822 puts the year before the time, the C library and Twitter after it.
_TIME_BEFORE_YEAR = re.compile(
    rf"(?P<start>{_MONTH}\s+\d{{1,2}})\s+\d\d:\d\d:\d\d(?:\s+{_ZONE})?\s+(?P<end>\d{{4}})",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?"
    r"(?P<zone>[Zz]|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_EARLIEST, _LATEST = 1400, 2199  # printing; beyond it is a misread number
_LONGEST = 80  # characters; a longer value is a sentence, not a date


def to_edtf(value: object) -> str:
    """Return the EDTF string for a metadata value, or "" if its meaning is unclear.

    >>> to_edtf("Mittwoch, 13. September 2023, 10:23 Uhr")
    '2023-09-13'
    >>> to_edtf("September 2023")
    '2023-09'
    >>> to_edtf("03/04/2023")
    ''
    """
    if isinstance(value, datetime | date):
        return _checked(value.year, value.month, value.day)
    if isinstance(value, bool) or not isinstance(value, int | str):
        return ""
    return _read(str(value).strip())


def to_moment(value: object) -> str:
    """Return a day with its time, if both are stated in full, else what `to_edtf` makes of it.

    >>> to_moment("2023-09-13 21:30:00+0200")
    '2023-09-13T21:30:00+02:00'
    >>> to_moment("13.09.2023")
    '2023-09-13'
    """
    day = to_edtf(value)
    if isinstance(value, datetime):
        value = value.isoformat()
    found = _MOMENT.fullmatch(value.strip()) if isinstance(value, str) and day else None
    if found is None:
        return day
    zone = found["zone"] or ""
    zone = f"{zone[:3]}:{zone[-2:]}" if len(zone) > 1 else zone.upper()
    moment = f"{found['day']}T{found['time']}{zone}"
    return moment if edtf.is_moment(moment) else day


@lru_cache(maxsize=4096)
def _read(text: str) -> str:
    if not text or len(text) > _LONGEST:
        return ""
    if edtf.is_valid(text):
        span = edtf.parse(text)
        return text if span and _EARLIEST <= span.year <= _LATEST else ""
    start = _START.match(text)
    text = text[start.end() :] if start else text
    text = _TIME_BEFORE_YEAR.sub(r"\g<start>, \g<end>", text)
    for form in _FORMS:
        match = form.match(text)
        if match and _REST.fullmatch(text, match.end()):
            return _from(match.groupdict())
    return ""


def _from(found: dict[str, str | None]) -> str:
    year = int(found["year"] or 0)
    if len(found["year"] or "") == 2:  # 13.09.23: of this century up to 68, as strptime reads it
        year += 2000 if year <= 68 else 1900
    if found.get("a"):
        return _from_slashes(year, int(found["a"] or 0), int(found["b"] or 0))
    month = found.get("month")
    number = _MONTHS[month.lower()] if month else int(found.get("number") or 0)
    return _checked(year, number, int(found.get("day") or 0))


def _from_slashes(year: int, first: int, second: int) -> str:
    """Read 13/09/2023 and 09/13/2023; when both may be the month, nobody knows the day."""
    if first == second or (first > 12) == (second > 12):
        return _checked(year, first, second) if first == second else ""
    return _checked(year, min(first, second), max(first, second))


def _checked(year: int, month: int, day: int) -> str:
    if not _EARLIEST <= year <= _LATEST:
        return ""
    text = f"{year:04d}"
    text += f"-{month:02d}" if month else ""
    text += f"-{day:02d}" if day else ""
    return text if edtf.is_valid(text) else ""
