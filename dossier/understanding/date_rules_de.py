"""The patterns of dates in German text, the more exact before the vaguer."""

from __future__ import annotations

from dossier.understanding import dates, dates_de
from dossier.understanding.date_words_de import (
    ADJECTIVE,
    COUNTED,
    DECADES,
    FEASTS,
    FULL_MONTH,
    MODIFIER,
    MONTH,
    MONTHS,
    NO_NUMBER,
    NUMBERS,
    OF_YEAR,
    SEASONS,
    SHIFT,
    SHIFTS,
    TIMES,
    WEEKDAYS,
)
from dossier.understanding.dates import BARE_YEAR, YEAR, Rule

_MONTH_WORDS = " ".join(MONTHS)
_WEEKDAY_WORDS = " ".join([*WEEKDAYS, *(n + t for n in WEEKDAYS for t in TIMES)])
_NUMBER = r"(?P<number>\d{1,3}|" + "|".join((*NUMBERS, *(n.capitalize() for n in NUMBERS))) + ")"
_COUNT = "|".join(("[Ee]ine?n?", *NUMBERS, *(n.capitalize() for n in NUMBERS)))
_UNIT = r"(?P<unit>Tag|Woche|Monat|Jahr)"
_SHIFTED = " ".join(
    form + ending
    for stem in SHIFTS
    for form in (stem, stem.capitalize())
    for ending in ("", "e", "en", "em", "es", "er")
)
_FEAST = rf"(?P<feast>{'|'.join(sorted(FEASTS, key=len, reverse=True))})"
_SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
_BEFORE_MONTH = (
    r"(?:(?<=[Ii]m )|(?<=[Ii]n )|(?<=[Ss]eit )|(?<=[Aa]b )|(?<=[Bb]is )|(?<=[Ff]ür )|(?<=[Vv]or )"
    r"|(?<=[Nn]ach )|(?<=[Zz]um )|(?<=[Vv]om )|(?<=Monats )|(?<=Monat )|(?<=noch )|(?<=bereits )"
    r"|(?<=[Zz]wischen )|(?<=erst )|(?<=schon )|(?<=und )|(?<=oder ))"
)
# With what a month or a part of one begins: asked before all that may stand before it.
_MONTH_LETTER = "[ADEFJMNOSaem]"

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
        r"(?:\b(?:[Aa]m|[Vv]om|[Bb]is(?: zum)?|[Ss]eit(?: dem)?|[Aa]b(?: dem)?|[Zz]um|[Dd]en|"
        rf"{'|'.join(WEEKDAYS)}),?|\() (?P<date>(?P<day>\d\d?)\.(?P<month>\d\d?)\.)"
        r"(?!\d| \d| (?:Klasse|Runde))",
        dates_de.numeric_yearless,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"{NO_NUMBER}(?P<date>(?P<first>\d\d?)\.(?: (?P<first_month>{'|'.join(MONTHS)})\b\.?"
        f"(?: (?P<first_year>{YEAR}))?)? ?(?:bis(?: zum)?|und|auf den|[-–/]) ?"
        rf"(?P<day>\d\d?)\. ?{MONTH}{OF_YEAR}?)(?! \d{{4}}\b)",
        dates_de.day_range,
        "#number",
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"{NO_NUMBER}(?P<date>(?P<day>\d\d?)\. ?{MONTH}{OF_YEAR}?)(?! \d{{4}}\b)",
        dates_de.day,
        "#number",
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?={_MONTH_LETTER})(?P<date>(?P<first_month>{'|'.join(MONTHS)})\b\.?"
        rf"(?: (?P<first_year>{YEAR}))? ?(?:bis(?: zum)?|[–-]) ?{FULL_MONTH} (?P<year>{YEAR}))",
        dates_de.months,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?={_MONTH_LETTER})(?P<date>{MODIFIER}?{MONTH}{OF_YEAR})",
        dates_de.month,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"\b(?={_MONTH_LETTER})"
        rf"(?P<date>(?:(?:{MODIFIER})(?:(?:des )?{ADJECTIVE} )?|{_BEFORE_MONTH}){FULL_MONTH})"
        r"(?! [A-ZÄÖÜ][a-zäöü]+(?:straße|platz|er-Abkommen)|-| \d\d?\.(?!\d))",
        dates_de.month,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{ADJECTIVE} {FULL_MONTH})(?!-)",
        dates_de.month,
        _SHIFTED,
    ),
    dates.rule(
        " ".join(SEASONS),
        rf"\b(?P<date>{_SEASON} (?P<first>(?:19|20)\d\d)/(?P<last>\d\d(?:\d\d)?))\b",
        dates_de.season_years,
    ),
    dates.rule(
        " ".join(SEASONS),
        rf"(?<![\w-])(?P<date>(?:{ADJECTIVE} )?{_SEASON}{OF_YEAR})",
        dates_de.season,
    ),
    dates.rule(
        " ".join(SEASONS),
        rf"\b(?P<date>(?:{ADJECTIVE} |(?:(?<=[Ii]m )|(?<=[Ss]eit )|(?<=[Aa]b )|(?<=[Bb]is )"
        rf"|(?<=[Ff]ür )|(?<=über den )|(?<=[Vv]or dem )|(?<=[Nn]ach dem )|(?<=[Ii]n diesem )"
        rf"|(?<=[Zz]um )|(?<=[Ss]eit dem ))){_SEASON})\b(?! und|-)",
        dates_de.season,
    ),
    dates.rule(
        "Quartal Quartals Halbjahr Halbjahrs Halbjahres",
        r"\b(?P<date>(?P<ordinal>[Ee]rste[nsmr]?|[Zz]weite[nsmr]?|[Dd]ritte[nsmr]?"
        rf"|[Vv]ierte[nsmr]?|\d\.) (?P<unit>Quartal|Halbjahr)(?:e?s)?{OF_YEAR}?)\b",
        dates_de.part_of_year,
    ),
    dates.rule(
        "Wochenende Wochenendes Wochenend",
        rf"\b(?P<date>(?:{ADJECTIVE} |(?<=[Aa]m )|(?<=übers )|(?<=[Zz]um )|(?<=[Ss]eit dem ))"
        r"Wochenend(?:e|es)?)\b(?!-|,? wenn)",
        dates_de.weekend,
    ),
    dates.rule(
        " ".join(FEASTS),
        rf"(?<!zweiten )(?<!Frohe )\b(?P<date>{_FEAST}(?: (?P<year>{YEAR}))?)\b(?!-)",
        dates_de.feast,
    ),
    dates.rule(
        "#year",
        rf"(?<![\w.,/-])(?:[Vv]on |[Zz]wischen (?:den Jahren )?)?(?P<date>(?P<first>{BARE_YEAR})"
        r"(?: ?[–-] ?| bis | und (?<=zwischen \d\d\d\d und )"
        rf"| und (?<=Zwischen \d\d\d\d und ))(?P<year>{YEAR}))(?! (?:{COUNTED})\b|/\d)",
        dates.years,
        "#years",
    ),
    dates.rule(
        "#slashed",
        r"(?<![\w.,/-])(?P<date>(?P<first>(?:19|20)\d\d)/(?P<last>\d\d(?:\d\d)?))(?![\d/.,]*\d)",
        dates_de.season_years,
    ),
    dates.rule(
        "#year",
        rf"(?<![\w-])(?P<date>{MODIFIER}(?:des Jahres |der )?(?P<year>{YEAR}))(?!/\d|er\b"
        r"| [A-ZÄÖÜ]\w+(?:en|er|e) )",
        dates_de.year,
        "Anfang anfang Mitte mitte Ende ende",
    ),
    dates.rule(
        "#year",
        r"\b(?:[Jj]ahr(?:e[sn]?)?|[\w-]+jahr(?:es|s)?) "
        rf"(?:von )?(?P<date>(?P<year>{YEAR}))(?!/\d|er\b)",
        dates_de.year,
        holds="ahr",
    ),
    dates.rule(
        "#year",
        r"(?=[12])(?<![\w.,/:§$€-])(?<!rund )(?<!etwa )(?<!über )(?<!knapp )(?<!fast )(?<!als )"
        r"(?<!zu )"
        r"(?<!mindestens )(?<!insgesamt )(?<!weitere )(?<!gut )(?<!circa )(?<!ca\. )(?<!Nr\. )"
        r"(?<!Nummer )(?<!Artikel )(?<!Seite )(?<!Version )(?<!Windows )(?<!Uhr )(?<!alle )"
        r"(?<!diese )(?<!Typ )(?<!Modell )(?<!Serie )(?<!weiteren )(?<!bisher )(?<!Agenda )(?<!um )"
        r"(?<!davon )"
        rf"(?P<date>(?P<year>{YEAR}))(?!/\d|ern?\b|-| Uhr| im (?:Jahr|vergangenen|letzten)"
        r"|(?<=00) [A-ZÄÖÜa-zäöü]\w+[enrs] "
        rf"| (?:\w+(?:e|en|er) )?(?:{COUNTED})\b)",
        dates_de.year,
    ),
    dates.rule(
        "#decade",
        rf"{NO_NUMBER}(?P<date>{MODIFIER}?(?:(?:der )?(?P<digits>\d{{4}}|\d\d)er[ -]?Jahren?"
        r"|(?:(?<=den )|(?<=den späten )|(?<=den frühen ))(?P<digits2>\d{4}|[2-9]0)ern"
        r"|(?:(?<=nfang )|(?<=itte )|(?<=nde ))der (?P<digits3>\d{4})er(?! [A-ZÄÖÜ])))\b",
        dates_de.decade,
    ),
    dates.rule(
        "Jahre Jahren "
        + " ".join(f"{w.capitalize()}erjahre{n}" for w in DECADES for n in ("", "n")),
        rf"\b(?P<date>{MODIFIER}?(?:der )?(?P<word>{'|'.join(list(DECADES)[1:])}"
        rf"|{'|'.join(w.capitalize() for w in list(DECADES)[1:])})er[ -]?[Jj]ahren?)\b",
        dates_de.decade,
    ),
    dates.rule(
        "Jahrhundert Jahrhunderts",
        rf"{NO_NUMBER}(?P<date>{MODIFIER}?(?:des )?(?P<number>\d\d)\. Jahrhunderts?)\b",
        dates_de.century,
    ),
    dates.rule(
        "Jahrhundert Jahrhunderts",
        rf"\b(?P<date>{ADJECTIVE} Jahrhunderts?)\b",
        dates_de.this_century,
    ),
    dates.rule("heuer Heuer", r"\b(?P<date>[Hh]euer)\b", dates_de.this_year),
    dates.rule(
        _WEEKDAY_WORDS,
        rf"\b[Vv]on (?P<date>(?P<first>{'|'.join(WEEKDAYS)}) bis (?P<last>{'|'.join(WEEKDAYS)}))\b",
        dates_de.days_of_week,
    ),
    dates.rule(
        _WEEKDAY_WORDS,
        r"(?<!Bild am )(?<!Welt am )(?<!Kurier am )(?<!Merkur am )(?<!jeden )(?<![„“”\"»«])"
        rf"\b(?P<date>(?:(?P<shift>{SHIFT}e[nmsr]?|gestrige[nmr]?|heutige[nmr]?|morgige[nmr]?) )?"
        rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?:{'|'.join(TIMES)})?"
        rf"(?P<time> (?:{'|'.join(time.capitalize() for time in TIMES)}|früh))?)\b"
        r"(?!-|,? (?:den |dem )?\(?\d\d?\.(?!\d)|[“”\"»«]|s\b)",
        dates_de.weekday,
    ),
    dates.rule(
        "heutigen heutiger heutige gestrigen gestrige morgigen morgige Heutigen",
        r"\b(?P<date>(?P<word>[Hh]eutig|[Gg]estrig|[Mm]orgig)e[nmr]? (?:Tage?|Abend|Morgen"
        r"|Vormittag|Nachmittag|Nacht)\b|(?P<word2>[Gg]estrig|[Mm]orgig)e[nmrs]?(?= [A-ZÄÖÜ]))",
        dates_de.adjective_day,
    ),
    dates.rule(
        "gestern Gestern heute Heute vorgestern Vorgestern übermorgen Übermorgen morgen",
        "(?<!noch )(?<!von )(?<!heute )(?<!gestern )(?<!über )(?<!auf )"
        r"(?P<date>\b(?P<word>[Vv]orgestern|[Gg]estern|(?<![Bb]is )[Hh]eute|[Üü]bermorgen"
        r"|morgen)\b)(?! \d+-| als| und morgen| wie)(?P<time> (?:früh|Früh|Morgen|morgen|Vormittag"
        r"|Mittag|Nachmittag|Abend|Nacht|um \d))?",
        dates_de.named_day,
    ),
    dates.rule(
        "Vortag Vortags Vorabend tags Tags Tag Folgetag gleichentags Gleichentags",
        r"(?P<date>\b[Gg]leichentags|(?<=[Aa]m )(?P<word>Vortag|Vorabend|Folgetag)"
        r"|[Tt]ags (?:zuvor|darauf)|(?<=[Aa]m )(?:(?:nächsten|folgenden|selben|gleichen) Tag"
        r"|Tag (?:zuvor|davor|darauf|danach))|(?<=dem )Vortag|(?<=des )Vortags)\b",
        dates_de.day_by_the_text,
    ),
    dates.rule(
        "vor Vor",
        r"\b(?P<date>[Vv]or (?P<vague>rund |etwa |knapp |fast |ungefähr |circa |gut |mehr als )?"
        rf"(?:genau |exakt )?{_NUMBER} {_UNIT}(?:e|en|n)?)\b(?! (?:Haft|Gefängnis|Krieg))",
        dates_de.ago,
    ),
    dates.rule(
        "später darauf danach zuvor vorher",
        rf"(?<![\w-])(?P<date>(?P<number>\d{{1,3}}|{_COUNT}) {_UNIT}(?:e|en|n)?"
        r" (?P<way>später|darauf|danach|zuvor|vorher))\b",
        dates_de.later,
    ),
    dates.rule(
        "Woche Monat Monats Jahr Jahres Jahre",
        rf"(?<![\w-])(?P<date>{MODIFIER}?(?:des )?(?P<shift>{SHIFT}|{SHIFT.title()})(?:e[nmsr]?)"
        r" (?P<unit>Woche|Monat|Jahr)(?:e?s)?)\b",
        dates_de.period,
        _SHIFTED,
    ),
    dates.rule("Jahr", r"(?<=[Ii]m )(?P<date>(?:selben|gleichen) Jahr)\b", dates_de.same_year),
    dates.rule(
        "Monats Monatsende Monatsanfang",
        rf"(?<![\w-])(?P<date>{MODIFIER}des Monats(?! \w+ \d)"
        r"|(?:(?<=[Bb]is )|(?<=[Bb]is zum )|(?<=[Zz]um )|(?<=[Zz]u )|(?<=[Ss]eit )|(?<=[Gg]egen ))"
        r"Monats(?P<end>ende|anfang))\b",
        dates_de.this_month,
    ),
    dates.rule(
        "Jahres Jahresende Jahresbeginn Jahresanfang Jahresmitte",
        rf"(?<![\w-])(?P<date>{MODIFIER}des Jahres(?! \d)"
        r"|(?:(?<=[Bb]is )|(?<=[Bb]is zum )|(?<=[Zz]um )|(?<=[Zz]u )|(?<=[Ss]eit )|(?<=[Gg]egen )"
        r"|(?<=[Vv]or )|(?<=[Mm]it ))Jahres(?P<end>ende|beginn|anfang|mitte))\b",
        dates_de.this_year,
    ),
    dates.rule(
        "Vorjahr Vorjahres Vormonat Vormonats Vorjahresmonat Vorjahresmonats Vorwoche",
        rf"\b(?P<date>(?:{MODIFIER}(?:des )?|(?<=[Ii]m )|(?<=dem )|(?<=zum )|(?<=des )|(?<=der ))"
        r"Vor(?P<unit>jahresmonat|jahr|monat|woche)(?:e?s)?)\b",
        dates_de.previous,
    ),
)
