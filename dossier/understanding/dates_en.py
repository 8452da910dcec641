"""Dates in English text."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.model import Modifier
from dossier.understanding import dates
from dossier.understanding.dates import YEAR, Found, Maker, Place, Rule, Tense

_NAMES = (
    "January February March April May June July August September October November December"
).split()
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_MONTHS |= {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9,
            "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}  # fmt: skip
_WEEKDAYS = {
    "Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5,
    "Sunday": 6,
}  # fmt: skip
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_DECADES = {"thirties": "30", "forties": "40", "fifties": "50", "sixties": "60",
            "seventies": "70", "eighties": "80", "nineties": "90"}  # fmt: skip
_PARTS: dict[str, Modifier] = {"early": "start", "beginning": "start", "start": "start",
                               "mid": "mid", "middle": "mid", "late": "end", "end": "end"}  # fmt: skip
_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_FULL_MONTH = rf"(?P<month>{'|'.join(_NAMES)})\b"
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})"
_ORDINAL = r"(?:st|nd|rd|th)?"
_PART = (
    r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)(?= of\b))"
    r"(?: in| of(?: the year)?)?[ -])"
)
_NO_NUMBER = r"(?<![\d.,/:$€£-])"

_FUTURE = re.compile(
    r"\b(?:will|plans? to|set to|scheduled|expected|due to|is due|are due|upcoming|next|going to"
    r"|intends? to|is to|are to|planned for)\b"
)
_PAST = re.compile(
    r"\b(?:said|was|were|had|met|told|went|made|took|began|held|came|fired|flew|fell|rose|left|won"
    r"|lost|became|gave|got|led|sent|spoke|struck|wrote|saw|put|shot|hit|broke|brought|drew|found"
    r"|grew|kept|knew|ran|sat|stood|has|have|did|says|tested|since|earlier|[a-z]{2,}ed)\b"
)
_CLAUSE_END = re.compile(r"[;:!?\n]|(?<=[a-z)])\.(?=\s)|[–—]")
_RECURRING = re.compile(r"\b(?:every year|each year|annually|annual|every|each)\b")


def tense(text: str, start: int, end: int) -> Tense:
    """Return the tense of the clause around `text[start:end]`, "" if it tells none or both."""
    begin = max(0, start - 250)
    for mark in _CLAUSE_END.finditer(text, begin, start):
        begin = mark.end()
    closing = _CLAUSE_END.search(text, end)
    clause = text[begin : closing.start() if closing else len(text)]
    if _RECURRING.search(clause):
        return ""
    future = _FUTURE.search(clause) is not None
    past = _PAST.search(clause) is not None
    if future == past:
        return ""
    return "future" if future else "past"


def _part(match: re.Match[str]) -> Modifier:
    word = match.groupdict().get("part")
    return _PARTS[word.lower().removeprefix("the ")] if word else ""


def _day(match: re.Match[str], place: Place) -> Found | None:
    month, number = _MONTHS[match["month"]], int(match["day"])
    if dates.group(match, "year"):
        return dates.day(int(match["year"]), month, number)
    return dates.yearless_day(month, number, place, match)


def _day_range(match: re.Match[str], place: Place) -> Found | None:
    month = _MONTHS[match["month"]]
    other = match.groupdict().get("other")
    last_month = _MONTHS[other] if other else month
    relative = not dates.group(match, "year")
    year = dates.year_of_month(last_month, place, match) if relative else int(match["year"])
    if year is None:
        return None
    first = dates.day(year - (month > last_month), month, int(match["first"]), relative=relative)
    return dates.interval(first, dates.day(year, last_month, int(match["day"]), relative=relative))


def _numbers(match: re.Match[str], _place: Place) -> Found | None:
    return dates.day(int(match["year"]), int(match["month"]), int(match["day"]))


def _slashed(match: re.Match[str], _place: Place) -> Found | None:
    """Read 9/13/2023 or 13/9/2023; where both could be meant, the day is not known."""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    if first == second or second > 12:  # months
        return dates.day(year, first, second)
    return dates.day(year, second, first) if first > 12 else None  # months


def _month(match: re.Match[str], place: Place) -> Found | None:
    month = _MONTHS[match["month"]]
    groups = match.groupdict()
    reference = place.reference
    relative = not groups.get("year")
    year: int | None
    if groups.get("year"):
        year = int(match["year"])
    elif groups.get("of"):
        year = reference.year + _SHIFTS[match["of"]] if reference else None
    elif groups.get("shift"):
        year = _month_by_adjective(month, _SHIFTS[match["shift"].lower()], place)
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


def _years(match: re.Match[str], _place: Place) -> Found | None:
    return dates.interval(Found(match["first"]), Found(match["year"]))


def _decade(match: re.Match[str], _place: Place) -> Found | None:
    digits = dates.group(match, "digits") or _DECADES[match["word"].lower()]
    found = dates.decade(digits)
    return replace(found, modifier=_part(match)) if found else None


def _century(match: re.Match[str], _place: Place) -> Found | None:
    found = dates.century(int(match["number"]))
    return replace(found, modifier=_part(match)) if found else None


def _weekday(match: re.Match[str], place: Place) -> Found | None:
    direction: Tense = ""
    shift = _SHIFTS[match["shift"].lower()] if dates.group(match, "shift") else None
    if shift == 0:
        return None
    if shift is not None:
        direction = "past" if shift < 0 else "future"
    return dates.weekday(_WEEKDAYS[match["weekday"]], place, match, direction)


def _named_day(match: re.Match[str], place: Place) -> Found | None:
    word = match["word"].lower()
    if word in ("today", "tonight") and not place.tense_at(match):
        return None  # "today" may mean nowadays
    amount = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[word]
    return dates.shifted("day", amount, place)


def _ago(match: re.Match[str], place: Place) -> Found | None:
    number = match["number"].lower()
    amount = _NUMBERS.get(number) or int(number)
    vague = bool(dates.group(match, "vague")) or (amount >= 10 and amount % 5 == 0)  # round
    unit = match["unit"]
    if vague and unit in ("day", "week"):
        return None
    return dates.shifted(unit, -amount, place, approximate=vague)


def _period(match: re.Match[str], place: Place) -> Found | None:
    found = dates.shifted(match["unit"], _SHIFTS[match["shift"].lower()], place)
    return replace(found, modifier=_part(match)) if found else None


def _rule(triggers: str, pattern: str, make: Maker) -> Rule:
    return Rule(frozenset(triggers.split()), re.compile(pattern), make)


_MONTH_WORDS = " ".join(_MONTHS)
_NOT_A_YEAR = r"(?! ?(?:%|percent|million|billion|people|cases|km|miles|feet|tons)\b|/\d|s\b|,\d)"
_TO = r"(?:-|–| to | and | through | - )"
RULES: tuple[Rule, ...] = (
    _rule(
        "#iso",
        rf"{_NO_NUMBER}(?P<date>(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d))(?![\d-])",
        _numbers,
    ),
    _rule(
        "#slashed",
        rf"{_NO_NUMBER}(?P<date>(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d{{4}}))(?![\d/])",
        _slashed,
    ),
    _rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{_MONTH} (?P<first>\d\d?){_ORDINAL}{_TO}(?:(?P<other>{'|'.join(_MONTHS)})\b\.? )?"
        rf"(?P<day>\d\d?){_ORDINAL}(?:,? (?P<year>{YEAR}))?)(?!\d|:\d|[.,]\d|,? \d{{3}})",
        _day_range,
    ),
    _rule(
        _MONTH_WORDS,
        rf"{_NO_NUMBER}(?P<date>(?P<first>\d\d?){_ORDINAL}{_TO}(?P<day>\d\d?){_ORDINAL} (?:of )?{_MONTH}(?:,? (?P<year>{YEAR}))?)",
        _day_range,
    ),
    _rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{_MONTH} (?:the )?(?P<day>\d\d?){_ORDINAL}(?:,? (?P<year>{YEAR}))?)(?!\d|:\d|[.,]\d|,? \d{{3}})(?! (?:people|percent|million|[ap]\.?m))",
        _day,
    ),
    _rule(
        _MONTH_WORDS,
        rf"{_NO_NUMBER}(?P<date>(?P<day>\d\d?){_ORDINAL} (?:of )?{_MONTH}(?:,? (?P<year>{YEAR}))?)(?!\d)",
        _day,
    ),
    _rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>{_PART}?{_MONTH},? (?:of )?(?P<year>{YEAR}))(?!/\d)",
        _month,
    ),
    _rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>{_PART}?{_FULL_MONTH} (?:of )?(?P<of>last|this|next) year)\b",
        _month,
    ),
    _rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>(?:(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) |{_PART}|(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=[Dd]uring ))"
        rf"{_FULL_MONTH})(?!,? \d| [A-Z][a-z]|-|[’'])",
        _month,
    ),
    _rule(
        "#year",
        rf"\b(?:[Ff]rom |[Bb]etween )?(?P<date>(?P<first>{YEAR})(?:[–-]| to |(?<=[Bb]etween \d\d\d\d) and )(?P<year>{YEAR}))(?!/\d)",
        _years,
    ),
    _rule(
        "#year",
        rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|of|year|(?:[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[Ss]pring)(?: of)?) "
        rf"(?P<date>(?P<year>{YEAR})){_NOT_A_YEAR}(?!(?<=00) [a-z]+s\b)(?! [A-Z][a-z]+ (?:Conference|Summit|Act)\b)",
        _year,
    ),
    _rule(
        "#year",
        rf"(?<![\w-])(?P<date>(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)(?= of\b))(?: in| of(?: the year)?)?[ -])(?P<year>{YEAR})){_NOT_A_YEAR}",
        _year,
    ),
    _rule("#year", rf"\((?:since |from |until |in )?(?P<date>(?P<year>{YEAR}))\)", _year),
    _rule(
        "#decade",
        rf"(?<![\w$€£.,])(?P<date>{_PART}?(?:the )?[’'‘]?(?P<digits>\d{{4}}|(?<=[’'‘])\d\d)[’']?s)\b",
        _decade,
    ),
    _rule(
        " ".join(_DECADES),
        rf"\b(?P<date>{_PART}?(?<=the )(?P<word>{'|'.join(_DECADES)}))\b",
        _decade,
    ),
    _rule(
        "century",
        rf"{_NO_NUMBER}(?P<date>{_PART}?(?:the )?(?P<number>\d\d)(?:st|nd|rd|th)[ -]century)\b",
        _century,
    ),
    _rule(
        " ".join(_WEEKDAYS),
        rf"(?<![A-Z][a-z][a-z] )(?:(?<=[Oo]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=late )|(?<=early )|(?<=said )|(?<=told reporters )|(?<=[a-z]ed )|(?=[LlNnTt](?:ast|ext|his) ))"
        rf"(?P<date>(?:(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) )?(?P<weekday>{'|'.join(_WEEKDAYS)}))\b(?!-|[’']s|,? (?:the )?(?:{'|'.join(_MONTHS)})\b|,? \d| [A-Z][a-z]+ (?:Football|Live))",
        _weekday,
    ),
    _rule(
        "yesterday Yesterday today Today tomorrow Tomorrow tonight Tonight",
        r"(?<!until )(?<!of )(?<!till )(?<!from )(?<!in )(?<!to )(?<!than )\b(?P<date>(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight))\b(?![’'-]| and| or)",
        _named_day,
    ),
    _rule(
        "ago",
        r"(?<!than )(?<!over )\b(?P<date>(?:(?P<vague>about|around|nearly|almost|roughly|some) )?(?P<number>\d{1,3}|"
        + "|".join(_NUMBERS)
        + r"|A|An|One|Two|Three) (?P<unit>day|week|month|year)s? ago)\b",
        _ago,
    ),
    _rule(
        "week month year",
        rf"(?<![\w-])(?P<date>{_PART}?(?P<shift>[Ll]ast|[Tt]his|[Nn]ext) (?P<unit>week|month|year))\b(?![’'-])",
        _period,
    ),
)
