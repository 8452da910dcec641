"""What English words for dates mean: the makers behind `date_rules_en`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.found import Modifier
from dossier.understanding import dates, seasons
from dossier.understanding.date_words_en import (
    CLAUSE_END,
    DECADES,
    DECADES_AGO,
    MONTHS,
    NOWADAYS_AFTER,
    NOWADAYS_BEFORE,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASONS,
    SHIFTS,
    WEEKDAYS,
)
from dossier.understanding.dates import Found, Place, Tense
from dossier.understanding.lexicon import word_set


def _part(match: re.Match[str]) -> Modifier:
    word = match.groupdict().get("part")
    return PARTS[word.lower().removeprefix("the ")] if word else ""


def day(match: re.Match[str], place: Place) -> Found | None:
    """September 13, September 13, 2023."""
    month, number = MONTHS[match["month"]], int(match["day"])
    if dates.group(match, "year"):
        return dates.day(int(match["year"]), month, number)
    return dates.yearless_day(month, number, place, match)


def day_range(match: re.Match[str], place: Place) -> Found | None:
    """June 29-30, September 30 to October 2."""
    month = MONTHS[match["month"]]
    other = match.groupdict().get("other")
    last_month = MONTHS[other] if other else month
    relative = not dates.group(match, "year")
    year = dates.year_of_month(last_month, place, match) if relative else int(match["year"])
    if year is None:
        return None
    first = dates.day(year - (month > last_month), month, int(match["first"]), relative=relative)
    return dates.interval(first, dates.day(year, last_month, int(match["day"]), relative=relative))


def slashed(match: re.Match[str], _place: Place) -> Found | None:
    """Read 9/13/2023 or 13/9/2023; where both could be meant, the day is not known."""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    if first == second or second > 12:  # months
        return dates.day(year, first, second)
    return dates.day(year, second, first) if first > 12 else None  # months


def month(match: re.Match[str], place: Place) -> Found | None:
    """September 2023, late September, last September."""
    month = MONTHS[match["month"]]
    groups = match.groupdict()
    reference = place.reference
    relative = not groups.get("year")
    year: int | None
    if groups.get("year"):
        year = int(match["year"])
    elif groups.get("of"):
        year = reference.year + SHIFTS[match["of"]] if reference else None
    elif groups.get("shift"):
        year = dates.shifted_month(month, SHIFTS[match["shift"].lower()], place)
    else:
        year = dates.year_of_month(month, place, match)
    return Found(f"{year:04d}-{month:02d}", _part(match), relative) if year else None


def year(match: re.Match[str], place: Place) -> Found | None:
    """2023, late 2023."""
    return dates.year(match, _part(match), place)


def decade(match: re.Match[str], _place: Place) -> Found | None:
    """1990s, the nineties."""
    digits = dates.group(match, "digits") or DECADES[match["word"].lower()]
    found = dates.decade(digits)
    return replace(found, modifier=_part(match)) if found else None


def century(match: re.Match[str], _place: Place) -> Found | None:
    """19th century."""
    found = dates.century(int(match["number"]))
    return replace(found, modifier=_part(match)) if found else None


_NAME_BEFORE = re.compile(r"(?<![.!?:] )\b[A-Z][a-z]+ $")
_BEFORE_WEEKDAY = word_set("On By Since Until Late Early From Last Next This Only And Through")


def weekday(match: re.Match[str], place: Place) -> Found | None:
    """Tuesday, last Tuesday."""
    shifted = dates.group(match, "shift")
    before = None if shifted else _NAME_BEFORE.search(match.string, 0, match.start("date"))
    if before and before[0].strip() not in _BEFORE_WEEKDAY:
        return None  # "Billy Sunday"
    direction: Tense = ""
    shift = SHIFTS[shifted.lower()] if shifted else None
    if shift == 0:
        return None
    if shift is not None:
        direction = "past" if shift < 0 else "future"
    return dates.weekday(WEEKDAYS[match["weekday"]], place, match, direction)


def named_day(match: re.Match[str], place: Place) -> Found | None:
    """Yesterday, today, tomorrow; "today" may also mean nowadays."""
    word = match["word"].lower()
    if word == "today" and _is_nowadays(match):
        return None
    amount = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return dates.shifted("day", amount, place)


def _is_nowadays(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start("date"), match.end("date")
    if NOWADAYS_BEFORE.search(text, max(0, start - 20), start):
        return True
    clause = CLAUSE_END.search(text, end)
    after = text[end : clause.start() if clause else len(text)]
    return NOWADAYS_AFTER.match(after) is not None


def season(match: re.Match[str], place: Place) -> Found | None:
    """Summer 2023, last summer, spring of last year."""
    number = SEASONS[match["season"].lower()]
    year = int(match["year"]) if dates.group(match, "year") else None
    if year is None and dates.group(match, "of"):
        if place.reference is None:
            return None
        year = place.reference.year + SHIFTS[match["of"]]
        return Found(f"{year:04d}-{number}", relative=True)
    shift = SHIFTS[match["shift"].lower()] if dates.group(match, "shift") else None
    return seasons.season(number, match, place, year=year, shift=shift)


def part_of_year(match: re.Match[str], place: Place) -> Found | None:
    """First quarter of 2023."""
    year = int(match["year"]) if dates.group(match, "year") else None
    length = 6 if match["unit"] == "half" else 3  # months
    return seasons.part_of_year(ORDINALS[match["ordinal"]], length, match, place, year=year)


def weekend(match: re.Match[str], place: Place) -> Found | None:
    """Last weekend, over the weekend."""
    shift = SHIFTS[match["shift"].lower()] if dates.group(match, "shift") else 0
    direction: Tense = "past" if shift < 0 else "future" if shift > 0 else ""
    return seasons.weekend(match, place, direction)


def feast(match: re.Match[str], place: Place) -> Found | None:
    """Christmas, Easter 2023."""
    year = int(match["year"]) if dates.group(match, "year") else None
    name = match["feast"].lower().replace("’", "'")
    return seasons.feast(name, match, place, year=year)


def part_of_this(match: re.Match[str], place: Place) -> Found | None:
    """Return the article's year for "the end of the year" ahead; of which else nobody knows."""
    found = None if place.tense_at(match) == "past" else dates.shifted(match["unit"], 0, place)
    return replace(found, modifier=_part(match)) if found else None


def later(match: re.Match[str], place: Place) -> Found | None:
    """Two days later: from the date before in the text."""
    number = match["number"].lower()
    amount = NUMBERS.get(number) or int(number)
    sign = 1 if match["way"] == "later" else -1
    return dates.from_previous(match["unit"], sign * amount, place)


def decade_ago(match: re.Match[str], place: Place) -> Found | None:
    """One decade ago."""
    return dates.shifted("year", -10 * DECADES_AGO[match["number"].lower()], place)


def ago(match: re.Match[str], place: Place) -> Found | None:
    """Two years ago, about ten years ago."""
    number = match["number"].lower()
    amount = NUMBERS.get(number) or int(number)
    vague = bool(dates.group(match, "vague")) or (amount >= 10 and amount % 5 == 0)  # round
    unit = match["unit"]
    if vague and unit in ("day", "week"):
        return None
    return dates.shifted(unit, -amount, place, approximate=vague)


def period(match: re.Match[str], place: Place) -> Found | None:
    """Last week, late this month."""
    found = dates.shifted(match["unit"], SHIFTS[match["shift"].lower()], place)
    return replace(found, modifier=_part(match)) if found else None
