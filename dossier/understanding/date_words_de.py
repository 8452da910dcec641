"""German words for times, and how a clause tells past from future."""

from __future__ import annotations

import re

from dossier.model import Modifier
from dossier.understanding.dates import YEAR, Tense
from dossier.understanding.lexicon import words

MONTH_NAMES = words(
    "januar februar märz april mai juni juli august september oktober november dezember"
)
MONTHS = {name.capitalize(): number for number, name in enumerate(MONTH_NAMES, start=1)}
MONTHS |= {"Jänner": 1, "Feber": 2, "Jan": 1, "Feb": 2, "Mrz": 3, "Apr": 4, "Aug": 8, "Sept": 9,
            "Sep": 9, "Okt": 10, "Nov": 11, "Dez": 12}  # fmt: skip
WEEKDAYS = {
    "Montag": 0, "Dienstag": 1, "Mittwoch": 2, "Donnerstag": 3, "Freitag": 4, "Samstag": 5,
    "Sonnabend": 5, "Sonntag": 6,
}  # fmt: skip
TIMES = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
NUMBERS = {
    "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
}  # fmt: skip
UNITS = {"Tag": "day", "Woche": "week", "Monat": "month", "Jahr": "year"}
DECADES = {"zwanzig": "", "dreißig": "30", "vierzig": "40", "fünfzig": "50", "sechzig": "60",
            "siebzig": "70", "achtzig": "80", "neunzig": "90"}  # fmt: skip
PART: dict[str, Modifier] = {"anfang": "start", "mitte": "mid", "ende": "end"}
SHIFTS = {"vergangen": -1, "letzt": -1, "vorig": -1, "kommend": 1, "nächst": 1, "dies": 0,
           "laufend": 0}  # fmt: skip

MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
FULL_MONTH = (
    "(?P<month>"
    rf"{'|'.join(n for n in MONTHS if len(n) > 4 or n in ('März', 'Mai', 'Juni', 'Juli'))})\b"
)
MODIFIER = r"(?:(?P<part>[Aa]nfang|[Mm]itte|[Ee]nde) )"
ADJECTIVE = r"(?P<shift>vergangen|letzt|vorig|kommend|nächst|dies|laufend)(?:e[nmsr]?|)\b"
ANY_ADJECTIVE = r"(?:vergangen|letzt|vorig|kommend|nächst)(?:e[nmsr]?)\b "
OF_YEAR = (
    f"(?: (?:des Jahres )?(?P<year>{YEAR})|(?: (?:des )?(?P<of>vergangenen|letzten|vorigen"
    "|kommenden"
    r"|nächsten|dieses|diesen|laufenden) Jahres)| (?P<previous>des Vorjahres))"
)
NO_NUMBER = r"(?<![\d.,/:-])"

FUTURE = re.compile(
    r"\b(?:wird|werden|soll|sollen|will|wollen|plant|planen|geplant|vorgesehen|kommende[nrms]?"
    r"|nächste[nrms]?|bevorsteh\w+|erwartet|ansteh\w+|voraussichtlich)\b"
)
PAST = re.compile(
    r"\b(?:hat|hatte|haben|hatten|war|waren|wurde|wurden|worden|kam|kamen|ging|gingen|gab"
    "|gaben|traf"
    r"|trafen|flog|flogen|starb|starben|begann|begannen|fand|fanden|nahm|nahmen|schoss|schossen"
    r"|stieg|stiegen|fiel|fielen|trat|traten|sprach|sprachen|rief|riefen|hielt|hielten|ließ|ließen"
    r"|schrieb|verließ|lag|stand|standen|blieb|brach|erschien|zog|zogen|schlug|griff|griffen|wies"
    r"|gewann|verlor|betrat|unterschrieb|unterzeichnete|beschloss|beschlossen|empfing|eintraf"
    r"|bekam|erhielt|verbot|verhängte|entschied|zuletzt|bereits|schon|abermals"
    r"|(?!heute|bitte|könnte|möchte|sollte|müsste|letzte|erste|zweite|dritte|vierte|fünfte|sechste"
    r"|achte|neunte|zehnte|rechte|alte|beste|weite|späte|gesamte)[a-zäöüß]{2,}te)\b"
    r"|\b(?<!die )(?<!der )(?<!den )(?<!dem )(?<!ten )[a-zäöüß]{3,}ten\b(?= [a-zäöüß\d]|[.,]|$)"
)
TODAY_VERB = (
    r"(?:sagte|teilte|erklärte|wurde|wurden|kündigte|meldete|berichtete|traf|trafen|hat|haben"
    r"|wird|werden)"
)
TODAY_AFTER = re.compile(rf"\b{TODAY_VERB} (?:[^\s.,;:]+ ){{0,4}}$")
TODAY_BEFORE = re.compile(rf" {TODAY_VERB}\b")
CLAUSE_END = re.compile(r"[,;:.!?–\n](?=\s|$)")
RECURRING = re.compile(r"\b(?:jedes Jahr|jährlich|alljährlich|jeweils|jeden|immer)\b")


def tense(text: str, start: int, end: int) -> Tense:
    """Return the tense of the clause around `text[start:end]`, "" if it tells none or both."""
    begin = 0
    for mark in CLAUSE_END.finditer(text, max(0, start - 250), start):
        if not text[mark.start() - 1 : mark.start()].isdigit():
            begin = mark.end()
    closing = CLAUSE_END.search(text, end)
    clause = text[begin : closing.start() if closing else len(text)]
    if RECURRING.search(clause):
        return ""
    future = FUTURE.search(clause) is not None
    past = PAST.search(clause) is not None
    if future == past:
        return ""
    return "future" if future else "past"
