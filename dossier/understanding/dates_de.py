"""Dates in German text."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.model import Modifier
from dossier.understanding import dates
from dossier.understanding.dates import YEAR, Found, Maker, Place, Rule, Tense

_MONTH_NAMES = (
    "januar februar märz april mai juni juli august september oktober november dezember"
).split()
_MONTHS = {name.capitalize(): number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTHS |= {"Jänner": 1, "Feber": 2, "Jan": 1, "Feb": 2, "Mrz": 3, "Apr": 4, "Aug": 8, "Sept": 9,
            "Sep": 9, "Okt": 10, "Nov": 11, "Dez": 12}  # fmt: skip
_WEEKDAYS = {
    "Montag": 0, "Dienstag": 1, "Mittwoch": 2, "Donnerstag": 3, "Freitag": 4, "Samstag": 5,
    "Sonnabend": 5, "Sonntag": 6,
}  # fmt: skip
_TIMES = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
_NUMBERS = {
    "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
}  # fmt: skip
_UNITS = {"Tag": "day", "Woche": "week", "Monat": "month", "Jahr": "year"}
_DECADES = {"zwanzig": "", "dreißig": "30", "vierzig": "40", "fünfzig": "50", "sechzig": "60",
            "siebzig": "70", "achtzig": "80", "neunzig": "90"}  # fmt: skip
_PART: dict[str, Modifier] = {"anfang": "start", "mitte": "mid", "ende": "end"}
_SHIFTS = {"vergangen": -1, "letzt": -1, "vorig": -1, "kommend": 1, "nächst": 1, "dies": 0,
           "laufend": 0}  # fmt: skip

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_FULL_MONTH = rf"(?P<month>{'|'.join(n for n in _MONTHS if len(n) > 4 or n in ('März', 'Mai', 'Juni', 'Juli'))})\b"
_MODIFIER = r"(?:(?P<part>[Aa]nfang|[Mm]itte|[Ee]nde) )"
_ADJECTIVE = r"(?P<shift>vergangen|letzt|vorig|kommend|nächst|dies|laufend)(?:e[nmsr]?|)\b"
_ANY_ADJECTIVE = r"(?:vergangen|letzt|vorig|kommend|nächst)(?:e[nmsr]?)\b "
_OF_YEAR = (
    rf"(?: (?:des Jahres )?(?P<year>{YEAR})|(?: (?:des )?(?P<of>vergangenen|letzten|vorigen|kommenden"
    r"|nächsten|dieses|diesen|laufenden) Jahres)| (?P<previous>des Vorjahres))"
)
_NO_NUMBER = r"(?<![\d.,/:-])"

_FUTURE = re.compile(
    r"\b(?:wird|werden|soll|sollen|will|wollen|plant|planen|geplant|vorgesehen|kommende[nrms]?"
    r"|nächste[nrms]?|bevorsteh\w+|erwartet|ansteh\w+|voraussichtlich)\b"
)
_PAST = re.compile(
    r"\b(?:hat|hatte|haben|hatten|war|waren|wurde|wurden|worden|kam|kamen|ging|gingen|gab|gaben|traf"
    r"|trafen|flog|flogen|starb|starben|begann|begannen|fand|fanden|nahm|nahmen|schoss|schossen"
    r"|stieg|stiegen|fiel|fielen|trat|traten|sprach|sprachen|rief|riefen|hielt|hielten|ließ|ließen"
    r"|schrieb|verließ|lag|stand|standen|blieb|brach|erschien|zog|zogen|schlug|griff|griffen|wies"
    r"|gewann|verlor|betrat|unterschrieb|unterzeichnete|beschloss|beschlossen|empfing|eintraf"
    r"|bekam|erhielt|verbot|verhängte|entschied|zuletzt|bereits|schon|abermals"
    r"|(?!heute|bitte|könnte|möchte|sollte|müsste|letzte|erste|zweite|dritte|vierte|fünfte|sechste"
    r"|achte|neunte|zehnte|rechte|alte|beste|weite|späte|gesamte)[a-zäöüß]{2,}te)\b"
    r"|\b(?<!die )(?<!der )(?<!den )(?<!dem )(?<!ten )[a-zäöüß]{3,}ten\b(?= [a-zäöüß\d]|[.,]|$)"
)
_TODAY_VERB = (
    r"(?:sagte|teilte|erklärte|wurde|wurden|kündigte|meldete|berichtete|traf|trafen|hat|haben"
    r"|wird|werden)"
)
_TODAY_AFTER = re.compile(rf"\b{_TODAY_VERB} (?:[^\s.,;:]+ ){{0,4}}$")
_TODAY_BEFORE = re.compile(rf" {_TODAY_VERB}\b")
_CLAUSE_END = re.compile(r"[,;:.!?–\n](?=\s|$)")
_RECURRING = re.compile(r"\b(?:jedes Jahr|jährlich|alljährlich|jeweils|jeden|immer)\b")


def tense(text: str, start: int, end: int) -> Tense:
    """Return the tense of the clause around `text[start:end]`, "" if it tells none or both."""
    begin = 0
    for mark in _CLAUSE_END.finditer(text, max(0, start - 250), start):
        if not text[mark.start() - 1 : mark.start()].isdigit():
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
    return next(amount for stem, amount in _SHIFTS.items() if word.startswith(stem))


def _part(match: re.Match[str]) -> Modifier:
    word = match.groupdict().get("part")
    return _PART[word.lower()] if word else ""


def _has_year(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(groups.get("year") or groups.get("of") or groups.get("previous"))


def _day(match: re.Match[str], place: Place) -> Found | None:
    month, number = _MONTHS[match["month"]], int(match["day"])
    if not _has_year(match):
        return dates.yearless_day(month, number, place, match)
    year = _relative_year(match, place)
    return dates.day(year, month, number, relative=not dates.group(match, "year")) if year else None


def _day_range(match: re.Match[str], place: Place) -> Found | None:
    month = _MONTHS[match["month"]]
    first_month = _MONTHS[match["first_month"]] if dates.group(match, "first_month") else month
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


def _numeric(match: re.Match[str], _place: Place) -> Found | None:
    return dates.day(dates.full_year(match["year"]), int(match["month"]), int(match["day"]))


def _numeric_yearless(match: re.Match[str], place: Place) -> Found | None:
    month = int(match["month"])
    return dates.yearless_day(month, int(match["day"]), place, match) if 1 <= month <= 12 else None  # months


def _iso(match: re.Match[str], _place: Place) -> Found | None:
    return dates.day(int(match["year"]), int(match["month"]), int(match["day"]))


def _month(match: re.Match[str], place: Place) -> Found | None:
    month = _MONTHS[match["month"]]
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


def _years(match: re.Match[str], _place: Place) -> Found | None:
    return dates.interval(Found(match["first"]), Found(match["year"]))


def _decade(match: re.Match[str], _place: Place) -> Found | None:
    digits = dates.group(match, "digits") or dates.group(match, "digits2")
    digits = digits or _DECADES[match["word"].lower()]
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
    name = next(n for n in _WEEKDAYS if match["weekday"].startswith(n))
    return dates.weekday(_WEEKDAYS[name], place, match, direction)


def _is_today(match: re.Match[str]) -> bool:
    text = match.string
    before = text[max(0, match.start("date") - 60) : match.start("date")]
    return _TODAY_AFTER.search(before) is not None or _TODAY_BEFORE.match(text, match.end("date")) is not None


def _named_day(match: re.Match[str], place: Place) -> Found | None:
    word = match["word"].lower()
    if word == "heute" and not dates.group(match, "time") and not _is_today(match):
        return None  # "heute" may mean nowadays
    amount = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}[word]
    return dates.shifted("day", amount, place)


def _ago(match: re.Match[str], place: Place) -> Found | None:
    number = match["number"].lower()
    amount = _NUMBERS.get(number) or int(number)
    vague = bool(dates.group(match, "vague")) or (amount >= 10 and amount % 5 == 0)  # round
    unit = _UNITS[match["unit"]]
    if vague and unit in ("day", "week"):
        return None
    return dates.shifted(unit, -amount, place, approximate=vague)


def _period(match: re.Match[str], place: Place) -> Found | None:
    found = dates.shifted(_UNITS[match["unit"]], _shift(match["shift"].lower()), place)
    return replace(found, modifier=_part(match)) if found else None


def _previous(match: re.Match[str], place: Place) -> Found | None:
    found = dates.shifted("year" if match["unit"].startswith("jahr") else "month", -1, place)
    return replace(found, modifier=_part(match)) if found else None


def _rule(triggers: str, pattern: str, make: Maker) -> Rule:
    return Rule(frozenset(triggers.split()), re.compile(pattern), make)


_MONTH_WORDS = " ".join(_MONTHS)
_WEEKDAY_WORDS = " ".join([*_WEEKDAYS, *(n + t for n in _WEEKDAYS for t in _TIMES)])
RULES: tuple[Rule, ...] = (
    _rule(
        "#iso",
        rf"{_NO_NUMBER}(?P<date>(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d))(?![\d-])",
        _iso,
    ),
    _rule(
        "#dotted",
        rf"{_NO_NUMBER}(?<!Version )(?P<date>(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?(?P<year>\d{{4}}|(?<=\.)\d\d))(?![\d.:]?\d)",
        _numeric,
    ),
    _rule(
        "#dotted",
        rf"\b(?:[Aa]m|[Vv]om|[Bb]is(?: zum)?|[Ss]eit(?: dem)?|[Aa]b(?: dem)?) (?P<date>(?P<day>\d\d?)\.(?P<month>\d\d?)\.)(?!\d| \d)",
        _numeric_yearless,
    ),
    _rule(
        _MONTH_WORDS,
        rf"{_NO_NUMBER}(?P<date>(?P<first>\d\d?)\.(?: (?P<first_month>{'|'.join(_MONTHS)})\b\.?"
        rf"(?: (?P<first_year>{YEAR}))?)? ?(?:bis(?: zum)?|und|auf den|[-–/]) ?(?P<day>\d\d?)\. ?{_MONTH}{_OF_YEAR}?)(?! \d)",
        _day_range,
    ),
    _rule(_MONTH_WORDS, rf"{_NO_NUMBER}(?P<date>(?P<day>\d\d?)\. ?{_MONTH}{_OF_YEAR}?)(?! \d)", _day),
    _rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>{_MODIFIER}?{_MONTH}{_OF_YEAR})",
        _month,
    ),
    _rule(
        _MONTH_WORDS,
        rf"\b(?:(?:[Ii]m|[Ss]eit(?: dem)?|[Aa]b|[Bb]is|[Zz]um|[Vv]om) )?(?P<date>(?:{_MODIFIER}|(?<=[Ii]m )|(?<=[Ss]eit )|(?<=[Aa]b )|(?<=[Bb]is ))"
        rf"(?:(?:des )?{_ADJECTIVE} )?{_FULL_MONTH})(?! [A-ZÄÖÜ][a-zäöü]+(?:straße|platz|er-Abkommen)|-| \d)",
        _month,
    ),
    _rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{_ADJECTIVE} {_FULL_MONTH})(?!-)",
        _month,
    ),
    _rule(
        "#year",
        rf"(?<![\w.,/-])(?:[Vv]on |[Zz]wischen (?:den Jahren )?)?(?P<date>(?P<first>{YEAR})(?: ?[–-] ?| bis | und (?<=zwischen \d\d\d\d und )"
        rf"| und (?<=Zwischen \d\d\d\d und ))(?P<year>{YEAR}))(?! [A-ZÄÖÜ]|/\d)",
        _years,
    ),
    _rule(
        "#year",
        rf"\b(?:Jahr(?:e[sn]?)?|[Ss]eit|[Aa]b|[Bb]is|[Ii]m (?:Sommer|Herbst|Winter|Frühjahr|Frühling)|[Ii]n|[Vv]or|[Nn]ach|Sommer|Herbst|Frühjahr|Frühling) "
        rf"(?P<date>(?P<year>{YEAR}))(?! ?(?:[A-ZÄÖÜ]|km|m|kg|t|qm|von|mal)\b|/\d| [A-ZÄÖÜ]|er\b)",
        _year,
    ),
    _rule(
        "#year",
        rf"(?<![\w-])(?P<date>{_MODIFIER}(?:des Jahres |der )?(?P<year>{YEAR}))(?!/\d|er\b| [A-ZÄÖÜ]\w+(?:en|er|e) )",
        _year,
    ),
    _rule(
        "#year",
        rf"(?:(?:^|(?<=[.!?] )|(?<=\n))(?P<date>(?P<year>{YEAR}))(?= [a-zäöü]{{3,}}(?:e|en|te|ten|t|d|m|g|f|b|r|ß|s) )(?! (?:weitere|neue|Menschen|davon|bis|von|mal)\b))",
        _year,
    ),
    _rule(
        "#year",
        rf"\((?:seit |ab |bis )?(?P<date>(?P<year>{YEAR}))\)",
        _year,
    ),
    _rule(
        "#year",
        rf"\b(?:die|der|das|dem|den|hatte|hatten|war|waren|wurde|wurden|bereits|schon|erst|zuletzt|auch|er|sie|es|erstmals|und) (?P<date>(?P<year>{YEAR}))(?= (?:erst|zum|in|im|mit|von|bei|an|auf|nach|aus|unter|eine?n?|die|der|das|den|ver|be|ge|ab|ein|er|ent)\w* )(?! von)",
        _year,
    ),
    _rule(
        "#decade",
        rf"{_NO_NUMBER}(?P<date>{_MODIFIER}?(?:der )?(?P<digits>\d{{4}}|\d\d)er[ -]?Jahren?|(?<=den )(?P<digits2>\d{{4}})ern)\b",
        _decade,
    ),
    _rule(
        "Jahre Jahren "
        + " ".join(f"{w.capitalize()}erjahre{n}" for w in _DECADES for n in ("", "n")),
        rf"\b(?P<date>{_MODIFIER}?(?:der )?(?P<word>{'|'.join(list(_DECADES)[1:])}|{'|'.join(w.capitalize() for w in list(_DECADES)[1:])})er[ -]?[Jj]ahren?)\b",
        _decade,
    ),
    _rule(
        "Jahrhundert Jahrhunderts",
        rf"{_NO_NUMBER}(?P<date>{_MODIFIER}?(?:des )?(?P<number>\d\d)\. Jahrhunderts?)\b",
        _century,
    ),
    _rule(
        _WEEKDAY_WORDS,
        rf"(?<!Bild am )(?<!Welt am )(?<!Kurier am )\b(?P<date>(?:(?<=[Aa]m )|(?<=[Vv]om )|(?<=[Bb]is )|(?<=[Ss]eit )|(?<=[Zz]um )|(?={_ANY_ADJECTIVE}))"
        rf"(?:{_ADJECTIVE} )?(?P<weekday>{'|'.join(_WEEKDAYS)})(?:{'|'.join(_TIMES)})?)\b(?!-|,? (?:den |dem )?\(?\d\d?\.)",
        _weekday,
    ),
    _rule(
        "gestern Gestern heute Heute vorgestern Vorgestern übermorgen Übermorgen morgen",
        r"(?<!bis )(?<!noch )(?<!von )(?<!heute )(?<!gestern )(?<!über )(?<!auf )(?P<date>\b(?P<word>[Vv]orgestern|[Gg]estern|[Hh]eute|[Üü]bermorgen|morgen)\b)"
        r"(?! noch| \d+-| als| und morgen| wie)(?P<time> (?:früh|Morgen|morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht|um \d))?",
        _named_day,
    ),
    _rule(
        "vor Vor",
        r"\b(?P<date>[Vv]or (?P<vague>rund |etwa |knapp |fast |ungefähr |circa |gut )?(?:genau )?(?P<number>\d{1,3}|"
        + "|".join(_NUMBERS)
        + r") (?P<unit>Tag|Woche|Monat|Jahr)(?:e|en|n)?)\b(?! (?:Haft|Gefängnis|Krieg))",
        _ago,
    ),
    _rule(
        "Woche Monat Monats Jahr Jahres Jahre",
        rf"(?<![\w-])(?P<date>{_MODIFIER}?(?:des )?(?P<shift>(?:[Vv]ergangen|[Ll]etzt|[Vv]orig|[Kk]ommend|[Nn]ächst|[Dd]ies|laufend))(?:e[nmsr]?) (?P<unit>Woche|Monat|Jahr)(?:e?s)?)\b",
        _period,
    ),
    _rule(
        "Vorjahr Vorjahres Vormonat Vormonats",
        rf"\b(?P<date>(?:{_MODIFIER}(?:des )?|(?<=[Ii]m ))Vor(?P<unit>jahr|monat)(?:e?s)?)\b(?!e?sz)",
        _previous,
    ),
)
