"""Dates in German text."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.model import Modifier
from dossier.understanding import dates
from dossier.understanding.date_words_de import (
    ADJECTIVE,
    ANY_ADJECTIVE,
    DECADES,
    FULL_MONTH,
    MODIFIER,
    MONTH,
    MONTHS,
    NO_NUMBER,
    NUMBERS,
    OF_YEAR,
    PART,
    SHIFTS,
    TIMES,
    TODAY_AFTER,
    TODAY_BEFORE,
    UNITS,
    WEEKDAYS,
)
from dossier.understanding.dates import YEAR, Found, Place, Rule, Tense


def _relative_year(match: re.Match[str], place: Place) -> int | None:
    """Return the year that "vergangenen Jahres" after a month or a day means."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if place.reference is None:
        return None
    if groups.get("previous"):
        return place.reference.year - 1
    return place.reference.year + _shift(groups["of"])


def _shift(word: str) -> int:
    return next(amount for stem, amount in SHIFTS.items() if word.startswith(stem))


def _part(match: re.Match[str]) -> Modifier:
    word = match.groupdict().get("part")
    return PART[word.lower()] if word else ""


def _has_year(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(groups.get("year") or groups.get("of") or groups.get("previous"))


def _day(match: re.Match[str], place: Place) -> Found | None:
    month, number = MONTHS[match["month"]], int(match["day"])
    if not _has_year(match):
        return dates.yearless_day(month, number, place, match)
    year = _relative_year(match, place)
    return dates.day(year, month, number, relative=not dates.group(match, "year")) if year else None


def _day_range(match: re.Match[str], place: Place) -> Found | None:
    month = MONTHS[match["month"]]
    first_month = MONTHS[match["first_month"]] if dates.group(match, "first_month") else month
    year = _relative_year(match, place) if _has_year(match) else None
    relative = not dates.group(match, "year")
    if year is None:
        if _has_year(match):
            return None
        year = dates.year_of_month(month, place, match)
    if year is None:
        return None
    first_year = (
        int(dates.group(match, "first_year"))
        if dates.group(match, "first_year")
        else year - (first_month > month)
    )
    first = dates.day(first_year, first_month, int(match["first"]), relative=relative)
    return dates.interval(first, dates.day(year, month, int(match["day"]), relative=relative))


def _numeric_yearless(match: re.Match[str], place: Place) -> Found | None:
    month = int(match["month"])
    return (
        dates.yearless_day(month, int(match["day"]), place, match) if 1 <= month <= 12 else None
    )  # months


def _month(match: re.Match[str], place: Place) -> Found | None:
    month = MONTHS[match["month"]]
    relative = not dates.group(match, "year")
    if _has_year(match):
        year = _relative_year(match, place)
    elif dates.group(match, "shift"):
        year = _month_by_adjective(month, _shift(dates.group(match, "shift")), place)
    else:
        year = dates.year_of_month(month, place, match)
    if not year:
        return None
    return Found(f"{year:04d}-{month:02d}", _part(match), relative)


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
    year = int(match["year"])
    if place.reference and year > place.reference.year + 80:
        return None
    return Found(match["year"], _part(match))


def _decade(match: re.Match[str], _place: Place) -> Found | None:
    digits = dates.group(match, "digits") or dates.group(match, "digits2")
    digits = digits or DECADES[match["word"].lower()]
    found = dates.decade(digits)
    return replace(found, modifier=_part(match)) if found else None


def _century(match: re.Match[str], _place: Place) -> Found | None:
    found = dates.century(int(match["number"]))
    return replace(found, modifier=_part(match)) if found else None


def _weekday(match: re.Match[str], place: Place) -> Found | None:
    direction: Tense = ""
    if dates.group(match, "shift"):
        shift = _shift(dates.group(match, "shift"))
        direction = "past" if shift < 0 else "future" if shift > 0 else ""
        if shift == 0:
            return None
    name = next(n for n in WEEKDAYS if match["weekday"].startswith(n))
    return dates.weekday(WEEKDAYS[name], place, match, direction)


def _is_today(match: re.Match[str]) -> bool:
    text = match.string
    before = text[max(0, match.start("date") - 60) : match.start("date")]
    return (
        TODAY_AFTER.search(before) is not None
        or TODAY_BEFORE.match(text, match.end("date")) is not None
    )


def _named_day(match: re.Match[str], place: Place) -> Found | None:
    word = match["word"].lower()
    if word == "heute" and not dates.group(match, "time") and not _is_today(match):
        return None  # "heute" may mean nowadays
    amount = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}[word]
    return dates.shifted("day", amount, place)


def _ago(match: re.Match[str], place: Place) -> Found | None:
    number = match["number"].lower()
    amount = NUMBERS.get(number) or int(number)
    vague = bool(dates.group(match, "vague")) or (amount >= 10 and amount % 5 == 0)  # round
    unit = UNITS[match["unit"]]
    if vague and unit in ("day", "week"):
        return None
    return dates.shifted(unit, -amount, place, approximate=vague)


def _period(match: re.Match[str], place: Place) -> Found | None:
    found = dates.shifted(UNITS[match["unit"]], _shift(match["shift"].lower()), place)
    return replace(found, modifier=_part(match)) if found else None


def _previous(match: re.Match[str], place: Place) -> Found | None:
    found = dates.shifted("year" if match["unit"].startswith("jahr") else "month", -1, place)
    return replace(found, modifier=_part(match)) if found else None


_MONTH_WORDS = " ".join(MONTHS)
_WEEKDAY_WORDS = " ".join([*WEEKDAYS, *(n + t for n in WEEKDAYS for t in TIMES)])
RULES: tuple[Rule, ...] = (
    dates.rule(
        "#iso",
        rf"{NO_NUMBER}(?P<date>(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d))(?![\d-])",
        dates.numbers,
    ),
    dates.rule(
        "#dotted",
        rf"{NO_NUMBER}(?<!Version )(?P<date>(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?"
        rf"(?P<year>\d{{4}}|(?<=\.)\d\d))(?![\d.:]?\d)",
        dates.numbers,
    ),
    dates.rule(
        "#dotted",
        r"\b(?:[Aa]m|[Vv]om|[Bb]is(?: zum)?|[Ss]eit(?: dem)?|[Aa]b(?: dem)?) (?P<date>"
        r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.)(?!\d| \d)",
        _numeric_yearless,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"{NO_NUMBER}(?P<date>(?P<first>\d\d?)\.(?: (?P<first_month>{'|'.join(MONTHS)})\b\.?"
        f"(?: (?P<first_year>{YEAR}))?)? ?(?:bis(?: zum)?|und|auf den|[-–/]) ?"
        rf"(?P<day>\d\d?)\. ?{MONTH}{OF_YEAR}?)(?! \d)",
        _day_range,
    ),
    dates.rule(
        _MONTH_WORDS, rf"{NO_NUMBER}(?P<date>(?P<day>\d\d?)\. ?{MONTH}{OF_YEAR}?)(?! \d)", _day
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>{MODIFIER}?{MONTH}{OF_YEAR})",
        _month,
    ),
    dates.rule(
        _MONTH_WORDS,
        r"\b(?:(?:[Ii]m|[Ss]eit(?: dem)?|[Aa]b|[Bb]is|[Zz]um|[Vv]om) )?(?P<date>"
        f"(?:{MODIFIER}|(?<=[Ii]m )|(?<=[Ss]eit )|(?<=[Aa]b )|(?<=[Bb]is ))"
        f"(?:(?:des )?{ADJECTIVE} )?{FULL_MONTH})(?! [A-ZÄÖÜ][a-zäöü]+(?:straße|platz"
        r"|er-Abkommen)|-| \d)",
        _month,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{ADJECTIVE} {FULL_MONTH})(?!-)",
        _month,
    ),
    dates.rule(
        "#year",
        rf"(?<![\w.,/-])(?:[Vv]on |[Zz]wischen (?:den Jahren )?)?(?P<date>(?P<first>{YEAR})"
        r"(?: ?[–-] ?| bis | und (?<=zwischen \d\d\d\d und )"
        rf"| und (?<=Zwischen \d\d\d\d und ))(?P<year>{YEAR}))(?! [A-ZÄÖÜ]|/\d)",
        dates.years,
    ),
    dates.rule(
        "#year",
        r"\b(?:Jahr(?:e[sn]?)?|[Ss]eit|[Aa]b|[Bb]is|[Ii]m (?:Sommer|Herbst|Winter|Frühjahr"
        "|Frühling)|[Ii]n|[Vv]or|[Nn]ach|Sommer|Herbst|Frühjahr|Frühling) "
        rf"(?P<date>(?P<year>{YEAR}))(?! ?(?:[A-ZÄÖÜ]|km|m|kg|t|qm|von|mal)\b|/\d| [A-ZÄÖÜ]|er\b)",
        _year,
    ),
    dates.rule(
        "#year",
        rf"(?<![\w-])(?P<date>{MODIFIER}(?:des Jahres |der )?(?P<year>{YEAR}))(?!/\d|er\b"
        r"| [A-ZÄÖÜ]\w+(?:en|er|e) )",
        _year,
    ),
    dates.rule(
        "#year",
        rf"(?:(?:^|(?<=[.!?] )|(?<=\n))(?P<date>(?P<year>{YEAR}))(?= [a-zäöü]{{3,}}(?:e|en"
        r"|te|ten|t|d|m|g|f|b|r|ß|s) )(?! (?:weitere|neue|Menschen|davon|bis|von|mal)\b))",
        _year,
    ),
    dates.rule(
        "#year",
        rf"\((?:seit |ab |bis )?(?P<date>(?P<year>{YEAR}))\)",
        _year,
    ),
    dates.rule(
        "#year",
        r"\b(?:die|der|das|dem|den|hatte|hatten|war|waren|wurde|wurden|bereits|schon|erst"
        f"|zuletzt|auch|er|sie|es|erstmals|und) (?P<date>(?P<year>{YEAR}))(?= (?:erst|zum"
        "|in|im|mit|von|bei|an|auf|nach|aus|unter|eine?n?|die|der|das|den|ver|be|ge|ab"
        r"|ein|er|ent)\w* )(?! von)",
        _year,
    ),
    dates.rule(
        "#decade",
        rf"{NO_NUMBER}(?P<date>{MODIFIER}?(?:der )?(?P<digits>\d{{4}}|\d\d)er[ -]?Jahren?"
        rf"|(?<=den )(?P<digits2>\d{{4}})ern)\b",
        _decade,
    ),
    dates.rule(
        "Jahre Jahren "
        + " ".join(f"{w.capitalize()}erjahre{n}" for w in DECADES for n in ("", "n")),
        rf"\b(?P<date>{MODIFIER}?(?:der )?(?P<word>{'|'.join(list(DECADES)[1:])}"
        rf"|{'|'.join(w.capitalize() for w in list(DECADES)[1:])})er[ -]?[Jj]ahren?)\b",
        _decade,
    ),
    dates.rule(
        "Jahrhundert Jahrhunderts",
        rf"{NO_NUMBER}(?P<date>{MODIFIER}?(?:des )?(?P<number>\d\d)\. Jahrhunderts?)\b",
        _century,
    ),
    dates.rule(
        _WEEKDAY_WORDS,
        r"(?<!Bild am )(?<!Welt am )(?<!Kurier am )\b(?P<date>(?:(?<=[Aa]m )|(?<=[Vv]om )|"
        f"(?<=[Bb]is )|(?<=[Ss]eit )|(?<=[Zz]um )|(?={ANY_ADJECTIVE}))"
        rf"(?:{ADJECTIVE} )?(?P<weekday>{'|'.join(WEEKDAYS)})(?:{'|'.join(TIMES)})?)\b"
        r"(?!-|,? (?:den |dem )?\(?\d\d?\.)",
        _weekday,
    ),
    dates.rule(
        "gestern Gestern heute Heute vorgestern Vorgestern übermorgen Übermorgen morgen",
        "(?<!bis )(?<!noch )(?<!von )(?<!heute )(?<!gestern )(?<!über )(?<!auf )"
        r"(?P<date>\b(?P<word>[Vv]orgestern|[Gg]estern|[Hh]eute|[Üü]bermorgen|morgen)\b)"
        r"(?! noch| \d+-| als| und morgen| wie)(?P<time> (?:früh|Morgen|morgen|Vormittag"
        r"|Mittag|Nachmittag|Abend|Nacht|um \d))?",
        _named_day,
    ),
    dates.rule(
        "vor Vor",
        r"\b(?P<date>[Vv]or (?P<vague>rund |etwa |knapp |fast |ungefähr |circa |gut )?"
        r"(?:genau )?(?P<number>\d{1,3}|"
        + "|".join(NUMBERS)
        + r") (?P<unit>Tag|Woche|Monat|Jahr)(?:e|en|n)?)\b(?! (?:Haft|Gefängnis|Krieg))",
        _ago,
    ),
    dates.rule(
        "Woche Monat Monats Jahr Jahres Jahre",
        rf"(?<![\w-])(?P<date>{MODIFIER}?(?:des )?(?P<shift>(?:[Vv]ergangen|[Ll]etzt"
        "|[Vv]orig|[Kk]ommend|[Nn]ächst|[Dd]ies|laufend))(?:e[nmsr]?) (?P<unit>Woche"
        r"|Monat|Jahr)(?:e?s)?)\b",
        _period,
    ),
    dates.rule(
        "Vorjahr Vorjahres Vormonat Vormonats",
        rf"\b(?P<date>(?:{MODIFIER}(?:des )?|(?<=[Ii]m ))Vor(?P<unit>jahr|monat)"
        r"(?:e?s)?)\b(?!e?sz)",
        _previous,
    ),
)
