"""Dates in English text."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.model import Modifier
from dossier.understanding import dates
from dossier.understanding.date_words_en import (
    DECADES,
    FULL_MONTH,
    MONTH,
    MONTHS,
    NO_NUMBER,
    NUMBERS,
    ORDINAL,
    PART,
    PARTS,
    SHIFTS,
    WEEKDAYS,
)
from dossier.understanding.dates import YEAR, Found, Place, Rule, Tense


def _part(match: re.Match[str]) -> Modifier:
    word = match.groupdict().get("part")
    return PARTS[word.lower().removeprefix("the ")] if word else ""


def _day(match: re.Match[str], place: Place) -> Found | None:
    month, number = MONTHS[match["month"]], int(match["day"])
    if dates.group(match, "year"):
        return dates.day(int(match["year"]), month, number)
    return dates.yearless_day(month, number, place, match)


def _day_range(match: re.Match[str], place: Place) -> Found | None:
    month = MONTHS[match["month"]]
    other = match.groupdict().get("other")
    last_month = MONTHS[other] if other else month
    relative = not dates.group(match, "year")
    year = dates.year_of_month(last_month, place, match) if relative else int(match["year"])
    if year is None:
        return None
    first = dates.day(year - (month > last_month), month, int(match["first"]), relative=relative)
    return dates.interval(first, dates.day(year, last_month, int(match["day"]), relative=relative))


def _slashed(match: re.Match[str], _place: Place) -> Found | None:
    """Read 9/13/2023 or 13/9/2023; where both could be meant, the day is not known."""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    if first == second or second > 12:  # months
        return dates.day(year, first, second)
    return dates.day(year, second, first) if first > 12 else None  # months


def _month(match: re.Match[str], place: Place) -> Found | None:
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
        year = _month_by_adjective(month, SHIFTS[match["shift"].lower()], place)
    else:
        year = dates.year_of_month(month, place, match)
    return Found(f"{year:04d}-{month:02d}", _part(match), relative) if year else None


def _month_by_adjective(month: int, shift: int, place: Place) -> int | None:
    reference = place.reference
    if reference is None or reference.month is None:
        return None
    if shift < 0:
        return reference.year - (month >= reference.month)
    if shift > 0:
        return reference.year + (month <= reference.month)
    return reference.year


def _year(match: re.Match[str], place: Place) -> Found | None:
    if place.reference and int(match["year"]) > place.reference.year + 80:
        return None
    return Found(match["year"], _part(match))


def _decade(match: re.Match[str], _place: Place) -> Found | None:
    digits = dates.group(match, "digits") or DECADES[match["word"].lower()]
    found = dates.decade(digits)
    return replace(found, modifier=_part(match)) if found else None


def _century(match: re.Match[str], _place: Place) -> Found | None:
    found = dates.century(int(match["number"]))
    return replace(found, modifier=_part(match)) if found else None


def _weekday(match: re.Match[str], place: Place) -> Found | None:
    direction: Tense = ""
    shift = SHIFTS[match["shift"].lower()] if dates.group(match, "shift") else None
    if shift == 0:
        return None
    if shift is not None:
        direction = "past" if shift < 0 else "future"
    return dates.weekday(WEEKDAYS[match["weekday"]], place, match, direction)


def _named_day(match: re.Match[str], place: Place) -> Found | None:
    word = match["word"].lower()
    if word in ("today", "tonight") and not place.tense_at(match):
        return None  # "today" may mean nowadays
    amount = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[word]
    return dates.shifted("day", amount, place)


def _ago(match: re.Match[str], place: Place) -> Found | None:
    number = match["number"].lower()
    amount = NUMBERS.get(number) or int(number)
    vague = bool(dates.group(match, "vague")) or (amount >= 10 and amount % 5 == 0)  # round
    unit = match["unit"]
    if vague and unit in ("day", "week"):
        return None
    return dates.shifted(unit, -amount, place, approximate=vague)


def _period(match: re.Match[str], place: Place) -> Found | None:
    found = dates.shifted(match["unit"], SHIFTS[match["shift"].lower()], place)
    return replace(found, modifier=_part(match)) if found else None


_MONTH_WORDS = " ".join(MONTHS)
_NOT_A_YEAR = r"(?! ?(?:%|percent|million|billion|people|cases|km|miles|feet|tons)\b|/\d|s\b|,\d)"
_TO = r"(?:-|–| to | and | through | - )"
RULES: tuple[Rule, ...] = (
    dates.rule(
        "#iso",
        rf"{NO_NUMBER}(?P<date>(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d))(?![\d-])",
        dates.numbers,
    ),
    dates.rule(
        "#slashed",
        rf"{NO_NUMBER}(?P<date>(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d{{4}}))(?![\d/])",
        _slashed,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{MONTH} (?P<first>\d\d?){ORDINAL}{_TO}(?:"
        rf"(?P<other>{'|'.join(MONTHS)})\b\.? )?"
        rf"(?P<day>\d\d?){ORDINAL}(?:,? (?P<year>{YEAR}))?)(?!\d|:\d|[.,]\d|,? \d{{3}})",
        _day_range,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"{NO_NUMBER}(?P<date>(?P<first>\d\d?){ORDINAL}{_TO}(?P<day>\d\d?){ORDINAL} "
        f"(?:of )?{MONTH}(?:,? (?P<year>{YEAR}))?)",
        _day_range,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{MONTH} (?:the )?(?P<day>\d\d?){ORDINAL}(?:,? (?P<year>{YEAR}))?)"
        rf"(?!\d|:\d|[.,]\d|,? \d{{3}})(?! (?:people|percent|million|[ap]\.?m))",
        _day,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"{NO_NUMBER}(?P<date>(?P<day>\d\d?){ORDINAL} (?:of )?{MONTH}(?:,? "
        rf"(?P<year>{YEAR}))?)(?!\d)",
        _day,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>{PART}?{MONTH},? (?:of )?(?P<year>{YEAR}))(?!/\d)",
        _month,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>{PART}?{FULL_MONTH} (?:of )?(?P<of>last|this|next) year)\b",
        _month,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>(?:(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) |{PART}|(?<=[Ii]n )|"
        "(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=[Dd]uring ))"
        rf"{FULL_MONTH})(?!,? \d| [A-Z][a-z]|-|[’'])",
        _month,
    ),
    dates.rule(
        "#year",
        rf"\b(?:[Ff]rom |[Bb]etween )?(?P<date>(?P<first>{YEAR})(?:[–-]| to |"
        rf"(?<=[Bb]etween \d\d\d\d) and )(?P<year>{YEAR}))(?!/\d)",
        dates.years,
    ),
    dates.rule(
        "#year",
        r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter"
        "|of|year|(?:[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[Ss]pring)(?: of)?) "
        rf"(?P<date>(?P<year>{YEAR})){_NOT_A_YEAR}(?!(?<=00) [a-z]+s\b)(?! [A-Z][a-z]+ "
        r"(?:Conference|Summit|Act)\b)",
        _year,
    ),
    dates.rule(
        "#year",
        r"(?<![\w-])(?P<date>(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?"
        r"(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)(?= of\b))(?: in| of(?: the year)?)?[ "
        f"-])(?P<year>{YEAR})){_NOT_A_YEAR}",
        _year,
    ),
    dates.rule("#year", rf"\((?:since |from |until |in )?(?P<date>(?P<year>{YEAR}))\)", _year),
    dates.rule(
        "#decade",
        rf"(?<![\w$€£.,])(?P<date>{PART}?(?:the )?[’'‘]?(?P<digits>\d{{4}}|"
        r"(?<=[’'‘])\d\d)[’']?s)\b",
        _decade,
    ),
    dates.rule(
        " ".join(DECADES),
        rf"\b(?P<date>{PART}?(?<=the )(?P<word>{'|'.join(DECADES)}))\b",
        _decade,
    ),
    dates.rule(
        "century",
        rf"{NO_NUMBER}(?P<date>{PART}?(?:the )?(?P<number>\d\d)(?:st|nd|rd|th)[ -]century)\b",
        _century,
    ),
    dates.rule(
        " ".join(WEEKDAYS),
        "(?<![A-Z][a-z][a-z] )(?:(?<=[Oo]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y )|"
        "(?<=late )|(?<=early )|(?<=said )|(?<=told reporters )|(?<=[a-z]ed )|(?=[LlNnTt]"
        "(?:ast|ext|his) ))"
        "(?P<date>(?:(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) )?"
        rf"(?P<weekday>{'|'.join(WEEKDAYS)}))\b(?!-|[’']s|,? (?:the )?"
        rf"(?:{'|'.join(MONTHS)})\b|,? \d| [A-Z][a-z]+ (?:Football|Live))",
        _weekday,
    ),
    dates.rule(
        "yesterday Yesterday today Today tomorrow Tomorrow tonight Tonight",
        r"(?<!until )(?<!of )(?<!till )(?<!from )(?<!in )(?<!to )(?<!than )\b(?P<date>"
        r"(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight))\b(?![’'-]| and| or)",
        _named_day,
    ),
    dates.rule(
        "ago",
        r"(?<!than )(?<!over )\b(?P<date>(?:(?P<vague>about|around|nearly|almost|roughly"
        r"|some) )?(?P<number>\d{1,3}|"
        + "|".join(NUMBERS)
        + r"|A|An|One|Two|Three) (?P<unit>day|week|month|year)s? ago)\b",
        _ago,
    ),
    dates.rule(
        "week month year",
        rf"(?<![\w-])(?P<date>{PART}?(?P<shift>[Ll]ast|[Tt]his|[Nn]ext) (?P<unit>week"
        r"|month|year))\b(?![’'-])",
        _period,
    ),
)
