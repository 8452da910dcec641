"""What German words for dates mean: the makers behind `date_rules_de`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec.structs import replace

from dossier.found import Modifier
from dossier.understanding import dates, seasons
from dossier.understanding.date_words_de import (
    DECADES,
    FEASTS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PART,
    PRESENT,
    SEASONS,
    SHIFTS,
    TODAY_NOT,
    UNITS,
    WEEKDAYS,
)
from dossier.understanding.dates import Found, Place, Reference, Tense, group
from dossier.understanding.lexicon import word_set

_MONTHS_OF_YEAR = 12
_IS_AFTER = re.compile(r"folge|tags darauf|nächsten|folgenden|tag (?:darauf|danach)")
_IS_SAME = re.compile(r"selben|gleichen")
_WORD_BEFORE = re.compile(r"(?<![.!?:] )\b[A-ZÄÖÜ][\w-]* $")
_BEFORE_WEEKDAY = word_set(
    "Am Ab An Bis Seit Für Vom Von Zum Vor Nach Erst Schon Bereits Noch Und Auch Nur Nacht Uhr "
    "Diesen Dieser Jetzt Nächsten Kommenden Letzten Vergangenen Ausgabe"
)
_YEAR_PARTS: dict[str, Modifier] = {
    "ende": "end", "beginn": "start", "anfang": "start", "mitte": "mid",
}  # fmt: skip
_MEANT_TO = re.compile(r"\b(?:sollte|sollten|wollte|wollten) (?:[\w-]+ ){0,4}$")
# With "heute" they tell of nowadays.
_LASTING = word_set("ist sind gibt gilt gelten steht stehen kann können muss müssen")


def _relative_year(match: re.Match[str], place: Place) -> int | None:
    """Return the year that "2023" or "vergangenen Jahres" after a month or a day means."""
    if group(match, "year"):
        return int(match["year"])
    if place.reference is None:
        return None
    if group(match, "previous"):
        return place.reference.year - 1
    if match["of"] in ("desselben", "gleichen"):  # as the date before it
        before = Reference.of(place.previous)
        return before.year if before else None
    return place.reference.year + _shift(match["of"])


def _shift(word: str) -> int:
    lowered = word.lower()
    return next(amount for stem, amount in SHIFTS.items() if lowered.startswith(stem))


def _part(match: re.Match[str]) -> Modifier:
    word = group(match, "part")
    return PART[word.lower()] if word else ""


def _has_year(match: re.Match[str]) -> bool:
    return any(group(match, name) for name in ("year", "of", "previous"))


def day(match: re.Match[str], place: Place) -> Found | None:
    """13. September, 13. September 2023, 13. September vergangenen Jahres."""
    month, number = MONTHS[match["month"]], int(match["day"])
    if not _has_year(match):
        return dates.yearless_day(month, number, place, match)
    year = _relative_year(match, place)
    return dates.day(year, month, number, relative=not group(match, "year")) if year else None


def day_range(match: re.Match[str], place: Place) -> Found | None:
    """7. bis 9. Dezember, 30. Juni bis 2. Juli 2023."""
    month = MONTHS[match["month"]]
    first_month = MONTHS[group(match, "first_month")] if group(match, "first_month") else month
    relative = not group(match, "year")
    if _has_year(match):
        year = _relative_year(match, place)
    else:
        year = dates.year_of_month(month, place, match)
    if year is None:
        return None
    first_year = int(group(match, "first_year") or year - (first_month > month))
    first = dates.day(first_year, first_month, int(match["first"]), relative=relative)
    return dates.interval(first, dates.day(year, month, int(match["day"]), relative=relative))


def numeric_yearless(match: re.Match[str], place: Place) -> Found | None:
    """13.9."""
    month = int(match["month"])
    if not 1 <= month <= _MONTHS_OF_YEAR:
        return None
    return dates.yearless_day(month, int(match["day"]), place, match)


def month(match: re.Match[str], place: Place) -> Found | None:
    """September 2023, Ende September, vergangenen September."""
    number = MONTHS[match["month"]]
    if _has_year(match):
        year = _relative_year(match, place)
    elif group(match, "shift"):
        year = dates.shifted_month(number, _shift(match["shift"]), place)
    else:
        year = dates.year_of_month(number, place, match)
    if not year:
        return None
    return Found(f"{year:04d}-{number:02d}", _part(match), not group(match, "year"))


def months(match: re.Match[str], _place: Place) -> Found | None:
    """August 2015 bis Juli 2020, Mai bis Juli 2020."""
    first, last, year = MONTHS[match["first_month"]], MONTHS[match["month"]], int(match["year"])
    first_year = int(group(match, "first_year") or year - (first > last))
    begin, end = Found(f"{first_year:04d}-{first:02d}"), Found(f"{year:04d}-{last:02d}")
    return dates.interval(begin, end)


def year(match: re.Match[str], place: Place) -> Found | None:
    """2023, Ende 2023."""
    return dates.year(match, _part(match), place)


def season_years(match: re.Match[str], _place: Place) -> Found | None:
    """2022/23, Winter 2022/23."""
    first, last = int(match["first"]), match["last"]
    if int(last) != (first + 1 if len(last) > 2 else (first + 1) % 100):  # digits of a year
        return None
    if group(match, "season"):
        return Found(f"{first}-{seasons.WINTER}") if match["season"] == "Winter" else None
    return dates.interval(Found(f"{first}"), Found(f"{first + 1}"))


def decade(match: re.Match[str], _place: Place) -> Found | None:
    """1990er Jahre, neunziger Jahre."""
    digits = next(filter(None, (group(match, f"digits{n}") for n in ("", "2", "3"))), "")
    found = dates.decade(digits or DECADES[match["word"].lower()])
    return replace(found, modifier=_part(match)) if found else None


def century(match: re.Match[str], _place: Place) -> Found | None:
    """19. Jahrhundert."""
    found = dates.century(int(match["number"]))
    return replace(found, modifier=_part(match)) if found else None


def this_century(match: re.Match[str], place: Place) -> Found | None:
    """Dieses, vergangenen, vorigen Jahrhunderts."""
    if place.reference is None:
        return None
    return dates.century(place.reference.year // 100 + 1 + _shift(match["shift"]))


def weekday(match: re.Match[str], place: Place) -> Found | None:
    """Mittwoch, vergangenen Mittwoch, Mittwochabend, gestrigen Mittwoch."""
    direction: Tense = ""
    before = _WORD_BEFORE.search(match.string, 0, match.start("date"))
    timed = bool(group(match, "time"))
    if before and not timed and before[0].strip() not in _BEFORE_WEEKDAY:
        return None  # "Hans Freitag"
    adjective = group(match, "shift").lower()
    number = next(day for name, day in WEEKDAYS.items() if match["weekday"].startswith(name))
    if adjective.startswith(("gestrig", "heutig", "morgig")):
        amount = {"g": -1, "h": 0, "m": 1}[adjective[0]]
        found = dates.shifted("day", amount, place)
        fits = found and date.fromisoformat(found.edtf).weekday() == number
        return found if fits else None
    if adjective:
        shift = _shift(adjective)
        direction = "past" if shift < 0 else "future" if shift > 0 else ""
    return dates.weekday(number, place, match, direction)


def named_day(match: re.Match[str], place: Place) -> Found | None:
    """Gestern, heute, morgen; "heute" may also mean nowadays."""
    word = match["word"].lower()
    if word == "heute" and not group(match, "time") and not _is_today(match, place):
        return None
    amount = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}[word]
    return dates.shifted("day", amount, place)


def _is_today(match: re.Match[str], place: Place) -> bool:
    if TODAY_NOT.match(match.string, match.end("date")):
        return False
    tense = place.tense_at(match)
    if tense != "future":
        return tense == "past" or _MEANT_TO.search(match.string, 0, match.start()) is not None
    around = match.string[max(0, match.start() - 60) : match.end() + 60]  # about a clause
    verb = PRESENT.search(around)
    return verb is None or verb[0] not in _LASTING


def adjective_day(match: re.Match[str], place: Place) -> Found | None:
    """Am heutigen Tag, am gestrigen Abend."""
    word = group(match, "word") or match["word2"]
    return dates.shifted("day", {"g": -1, "h": 0, "m": 1}[word[0].lower()], place)


def day_by_the_text(match: re.Match[str], place: Place) -> Found | None:
    """Am Vortag, am Vorabend, tags darauf: from the date before, else from the article's."""
    words = match["date"].lower()
    amount = 1 if _IS_AFTER.match(words) else 0 if _IS_SAME.match(words) else -1
    if amount >= 0 or dates.Reference.of(place.previous):
        return dates.from_previous("day", amount, place)
    return dates.shifted("day", amount, place)


def ago(match: re.Match[str], place: Place) -> Found | None:
    """Vor zwei Jahren, vor rund zehn Tagen."""
    amount = _number(match["number"])
    vague = bool(group(match, "vague")) or (amount >= 10 and amount % 5 == 0)  # round
    unit = UNITS[match["unit"]]
    if vague and unit in ("day", "week"):
        return None
    return dates.shifted(unit, -amount, place, approximate=vague)


def later(match: re.Match[str], place: Place) -> Found | None:
    """Zwei Tage später, ein Jahr zuvor: from the date before in the text."""
    sign = 1 if match["way"] in ("später", "darauf", "danach") else -1
    return dates.from_previous(UNITS[match["unit"]], sign * _number(match["number"]), place)


def _number(word: str) -> int:
    lowered = word.lower()
    return 1 if lowered.startswith("ein") else NUMBERS.get(lowered) or int(word)


def period(match: re.Match[str], place: Place) -> Found | None:
    """Vergangene Woche, Mitte nächsten Jahres."""
    found = dates.shifted(UNITS[match["unit"]], _shift(match["shift"]), place)
    return replace(found, modifier=_part(match)) if found else None


def this_year(match: re.Match[str], place: Place) -> Found | None:
    """Bis Jahresende, seit Jahresbeginn, Ende des Jahres, heuer."""
    found = dates.shifted("year", 0, place)
    part = _YEAR_PARTS.get(group(match, "end")) or _part(match)
    return replace(found, modifier=part) if found else None


def this_month(match: re.Match[str], place: Place) -> Found | None:
    """Return the article's month: Ende des Monats, bis Monatsende."""
    found = dates.shifted("month", 0, place)
    part = _YEAR_PARTS.get(group(match, "end")) or _part(match)
    return replace(found, modifier=part) if found else None


def same_year(_match: re.Match[str], place: Place) -> Found | None:
    """Im selben Jahr: as the date before in the text."""
    return dates.from_previous("year", 0, place)


def previous(match: re.Match[str], place: Place) -> Found | None:
    """Im Vorjahr, Ende des Vorjahres, im Vorjahresmonat."""
    if match["unit"] == "jahresmonat":
        return dates.from_previous("month", -_MONTHS_OF_YEAR, place)
    unit = {"jahr": "year", "monat": "month", "woche": "week"}[match["unit"]]
    found = dates.shifted(unit, -1, place)
    return replace(found, modifier=_part(match)) if found else None


def season(match: re.Match[str], place: Place) -> Found | None:
    """Sommer 2023, vergangenen Winter, im Herbst."""
    number = SEASONS[match["season"]]
    if group(match, "year"):
        return seasons.season(number, match, place, year=int(match["year"]), shift=None)
    shift = _shift(match["shift"]) if group(match, "shift") else None
    if _has_year(match):
        year = _relative_year(match, place)
        found = seasons.season(number, match, place, year=year, shift=None) if year else None
        return replace(found, relative=True) if found else None
    return seasons.season(number, match, place, year=None, shift=shift)


def part_of_year(match: re.Match[str], place: Place) -> Found | None:
    """Ersten Quartal 2023, zweiten Halbjahr."""
    ordinal = match["ordinal"].lower()
    number = int(ordinal[0]) if ordinal[0].isdigit() else ORDINALS[ordinal.rstrip("nsmr")]
    year = _relative_year(match, place) if _has_year(match) else None
    length = 6 if match["unit"].startswith("Halb") else 3  # months
    return seasons.part_of_year(number, length, match, place, year=year)


def weekend(match: re.Match[str], place: Place) -> Found | None:
    """Am Wochenende, kommendes Wochenende."""
    shift = _shift(match["shift"]) if group(match, "shift") else 0
    direction: Tense = "past" if shift < 0 else "future" if shift > 0 else ""
    return seasons.weekend(match, place, direction)


def feast(match: re.Match[str], place: Place) -> Found | None:
    """Ostern, Weihnachten 2023."""
    year = int(match["year"]) if group(match, "year") else None
    return seasons.feast(FEASTS[match["feast"]], match, place, year=year)


def days_of_week(match: re.Match[str], place: Place) -> Found | None:
    """Von Montag bis Mittwoch: the first by the tense, the last after it."""
    first = dates.weekday(WEEKDAYS[match["first"]], place, match, "")
    if first is None:
        return None
    begin = date.fromisoformat(first.edtf)
    length = (WEEKDAYS[match["last"]] - WEEKDAYS[match["first"]]) % 7  # days
    return dates.interval(first, Found((begin + timedelta(days=length)).isoformat(), relative=True))
