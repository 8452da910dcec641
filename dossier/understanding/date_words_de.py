"""German words for times, and how a clause tells past from future."""

from __future__ import annotations

import re

from dossier.found import Modifier
from dossier.understanding import vocabulary
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
SEASONS = {
    "Frühjahr": 21, "Frühling": 21, "Sommer": 22, "Spätsommer": 22, "Frühsommer": 22,
    "Hochsommer": 22, "Herbst": 23, "Spätherbst": 23, "Winter": 24,
}  # fmt: skip
ORDINALS = {"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4}
FEASTS = {
    "Neujahr": "new year", "Neujahrstag": "new year", "Heiligabend": "christmas eve",
    "Heiligabends": "christmas eve", "Weihnachten": "christmas",
    "Silvester": "new year's eve", "Silvesterabend": "new year's eve",
    "Silvesternacht": "new year's eve", "Neujahrsnacht": "new year", "Karfreitag": "good friday",
    "Ostern": "easter", "Ostersonntag": "easter", "Ostermontag": "easter monday",
    "Pfingsten": "whitsun", "Pfingstsonntag": "whitsun", "Pfingstmontag": "whit monday",
    "Himmelfahrt": "ascension",
}  # fmt: skip
TIMES = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
NUMBERS = {
    "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "fünfzehn": 15, "zwanzig": 20,
    "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100,
}  # fmt: skip
UNITS = {"Tag": "day", "Woche": "week", "Monat": "month", "Jahr": "year"}
DECADES = {"zwanzig": "", "dreißig": "30", "vierzig": "40", "fünfzig": "50", "sechzig": "60",
            "siebzig": "70", "achtzig": "80", "neunzig": "90"}  # fmt: skip
PART: dict[str, Modifier] = {"anfang": "start", "mitte": "mid", "ende": "end"}
SHIFTS = {"vergangen": -1, "letzt": -1, "vorig": -1, "zurückliegend": -1, "kommend": 1,
           "nächst": 1, "dies": 0, "laufend": 0, "heurig": 0}  # fmt: skip

MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
FULL_MONTH = (
    "(?P<month>"
    rf"{'|'.join(n for n in MONTHS if len(n) > 4 or n in ('März', 'Mai', 'Juni', 'Juli'))})\b"
)
MODIFIER = r"(?:(?P<part>[Aa]nfang|[Mm]itte|[Ee]nde) )"
SHIFT = f"(?:{'|'.join(SHIFTS)})"
ADJECTIVE = rf"(?P<shift>{SHIFT}|{SHIFT.title()})(?:e[nmsr]?|)\b"
OF_YEAR = (
    f"(?: (?:des Jahres )?(?P<year>{YEAR})|(?: (?:des )?(?P<of>vergangenen|letzten|vorigen"
    "|kommenden"
    r"|nächsten|dieses|diesen|laufenden|desselben|gleichen) Jahres)| (?P<previous>des Vorjahres))"
)
NO_NUMBER = r"(?<![\d.,/:-])"

FUTURE = re.compile(
    r"\b(?:wird|werden|werde|soll|sollen|solle|will|wollen|wolle|plant|planen|geplant|vorgesehen"
    r"|kommende[nrms]?|nächste[nrms]?|bevorsteh\w+|erwartet|ansteh\w+|voraussichtlich"
    r"|angesetzt|anberaumt|terminiert|könnte|könnten|dürfte|dürften|möchte|möchten)\b"
)
# Present tense: with a date that is the future, or a report of today.
PRESENT = re.compile(
    r"\b(?:beginnt|beginnen|startet|starten|findet|finden|trifft|treffen|tritt|treten|kommt|kommen"
    r"|reist|reisen|entscheidet|entscheiden|berät|beraten|endet|enden|steht|stehen|gibt|geht|gehen"
    r"|öffnet|öffnen|eröffnet|tagt|tagen|wählt|wählen|stimmt|ist|sind|läuft|laufen|folgt|feiert"
    r"|feiern|muss|müssen|kann|können|darf|dürfen|bleibt|bleiben|spielt|spielen|empfängt|fliegt"
    r"|hofft|streiken|lädt|laden|bestreitet|erscheint|erscheinen|fährt|erhalten|erhält|wartet"
    r"|rechnen|rechnet|erwarten|drohen|droht|schließt|schließen|jährt|gilt|gelten|rufen|ruft)\b"
)
_PARTICIPLE = (
    r"(?:(?!geplant|erwartet|angesetzt|gefragt)(?:[a-zäöü]{0,9}ge[a-zäöüß]{2,}(?:t|en)"
    r"|[a-zäöüß]{3,}iert|(?:ver|be|er|ent|zer|über|unter|miss)[a-zäöüß]{3,}(?:t|en)|worden))"
)
PAST = re.compile(
    r"\b(?:hat|hatte|haben|hatten|habe|hätten|war|waren|wurde|wurden|worden|kam|kamen|ging|gingen"
    "|gab|gaben|traf"
    r"|trafen|flog|flogen|starb|starben|begann|begannen|fand|fanden|nahm|nahmen|schoss|schossen"
    r"|stieg|stiegen|fiel|fielen|trat|traten|sprach|sprachen|rief|riefen|hielt|hielten|ließ|ließen"
    r"|schrieb|verließ|lag|lagen|stand|standen|blieb|brach|brachen|erschien|zog|zogen|schlug|griff"
    r"|griffen|wies|fuhr|fuhren|lief|liefen|sank|sanken|bat|baten|hieß|hiess|heißt es|heisst es"
    r"|gewann|gewannen|verlor|verloren|betrat|unterschrieb|unterzeichnete|beschloss|beschlossen"
    r"|hob|hoben|lud|luden|trug|trugen|schloss|schlossen|wuchs|wuchsen|sprang|sprangen|fing|fingen"
    r"|riss|rissen|trieb|trieben|stieß|stießen|schob|schoben|zwang|zwangen|drang|gelang|misslang"
    r"|verschwand|verschwanden|verschob|verschoben|erhob|erhoben|betrug|betrugen|vertrat|verbot"
    r"|empfing|eintraf|bekam|erhielt|verbot|verhängte|entschied|entschieden|zuletzt|bereits|schon"
    r"|abermals|sah|sahen|tat|taten|warf|warfen|schied|geriet|gerieten|unterlag|besiegte|erfuhr"
    r"|(?!heute|bitte|könnte|möchte|sollte|müsste|dürfte|letzte|erste|zweite|dritte|vierte|fünfte"
    r"|sechste|sollte|achte|neunte|zehnte|rechte|alte|beste|weite|späte|gesamte|ganze|konkrete"
    r"|rote|tote|gute|laute|private|leichte|direkte|harte|echte)[a-zäöüß]{2,}te)\b"
    r"|\b(?<!die )(?<!der )(?<!den )(?<!dem )(?<!ten )(?!könnten|möchten|dürften|letzten|ersten"
    r"|zweiten|dritten|vierten|zehnten|meisten|besten|rechten|alten|guten|weiten)"
    r"[a-zäöüß]{3,}ten\b(?= [a-zäöüß\d]|[.,]|$"
    r"| (?:[A-ZÄÖÜ]\w+ ){1,3}(?:am|im|in|auf|den|die|das)\b)"
    rf"|\b(?:ist|sind|sei|seien) (?:[^,;:]* )?{_PARTICIPLE}\b"
    rf"|\b{_PARTICIPLE} (?:ist|sind|sei|seien)\b"
)
# After "heute": it means nowadays.
TODAY_NOT = re.compile(r" (?:noch|schon|nur|so|kaum|selten|meist|oft|wohl|vor allem|lebt|leben)\b")
# What follows a number that counts things and is no year.
COUNTED = (
    r"[Mm]enschen|[Pp]ersonen|[\w-]*(?:[Mm]itarbeiter|[Bb]eschäftigte|[Ee]inwohner|[Ss]oldaten"
    r"|[Bb]esucher|[Tt]eilnehmer|[Zz]uschauer|[Dd]emonstranten|[Pp]olizisten|[Ff]lüchtlinge"
    r"|[Mm]itglieder|[Ss]tellen|[Aa]rbeitsplätze|[Ww]ohnungen|[Ff]ahrzeuge|[Hh]elfer|kräfte|gäste"
    r"|meter|[Kk]inder|[Ss]chüler|[Ss]tudenten|[Hh]äuser|[Ff]ans|jährige)\w*|Tote\w*|Opfer|Fälle\w*"
    r"|Euro|Dollar|Mark|Franken|Rubel|Pfund|Cent|Meter|Kilo\w*|Liter|Tonnen|Stück|Prozent|Punkte\w*"
    r"|Jahre\w*|Tage\w*|Stunden|Minuten|Wochen|Monate\w*|Mal|Exemplare|Seiten|Zeichen|Unterschriften"
    r"|Stimmen|Autos|Bände|Hektar|Grad|Watt|Volt|Mann|Kalorien|Karten|Tickets|Plätze\w*|km|kg|qm|m|t"
    r"|Mio|Mrd|Millionen|Milliarden|davon|repräsentativ|mal|Teile"
    r"|Bürger\w*|Frauen|Männer|Familien|Läufer|Sportler|Aussteller|Firmen|Unternehmen|Betriebe|Titel"
)
CLAUSE_END = re.compile(r"[,;:.!?–\n](?=\s|$)")
SENTENCE_END = re.compile(r"(?<!\d)[.!?](?=\s|$)|\n")
RECURRING = re.compile(
    r"\b(?:jedes Jahr|jährlich|alljährlich|jeweils|jede[nmsr]?|immer|üblicherweise|regelmäßig"
    r"|wöchentlich|monatlich|täglich|traditionell)\b"
)
_HOUR = re.compile(r" \((?:ab |um )?\d{1,2}(?:[.:]\d\d)? ?Uhr")
_SAID_THEN = re.compile(r": ?[„“\"»]")  # "Der Chef am Mittwoch: „Das zerfällt“"
_SINCE = re.compile(r"\b[Ss]eit (?:dem )?$")
_OF_DAY = re.compile(r"\b[Vv]om $")  # "der Streik vom Montag", but "vom 7. bis 9. Dezember"
_VERB_BEFORE = re.compile(r"\b(?P<verb>[a-zäöüß]{4,}) (?:(?:am|im|ab|zum|bis) )?$")
_VERB_BEHIND = re.compile(r" (?P<verb>[a-zäöüß]{4,})\b")
_CLAUSES = 3
_REACH = 250  # characters before and after in which a sentence's verb is looked for


def tense(text: str, start: int, end: int) -> Tense:
    """Return the tense around `text[start:end]`: of the clause, else of the nearest with one.

    "often" is what happens again and again, "" when nothing tells.
    """
    begin = max(0, start - _REACH)
    for mark in SENTENCE_END.finditer(text, begin, start):
        begin = mark.end()
    bounds = [
        mark.end()
        for mark in CLAUSE_END.finditer(text, begin, start)
        if not text[mark.start() - 1 : mark.start()].isdigit()
    ]
    closing = CLAUSE_END.search(text, end)
    close = closing.start() if closing else len(text)
    clause = text[bounds[-1] if bounds else begin : close]
    if RECURRING.search(clause):
        return "often"
    if _SAID_THEN.match(text, end):
        return "past"
    if _SINCE.search(text, begin, start) or (
        _OF_DAY.search(text, begin, start) and text[start].isalpha()
    ):
        return "past"
    found = _clause_tense(clause) or _tense_beside(text, start, end)
    edges = [begin, *bounds]
    for number in range(len(edges) - 1, max(0, len(edges) - _CLAUSES), -1):
        if found:
            return found
        found = _clause_tense(text[edges[number - 1] : edges[number]])
    if not found and closing and text[close] in ",;:–":
        following = SENTENCE_END.search(text, close)
        found = _clause_tense(text[close : following.start() if following else close + _REACH])
    return found


def _tense_beside(text: str, start: int, end: int) -> Tense:
    """Return what the verb right before or behind the date tells, or an hour behind it."""
    if _HOUR.match(text, end):  # "am Samstag (19 Uhr)"
        return "future"
    if text[start:end].lower() == "heute":  # "lebt heute in Berlin": nowadays
        return ""
    before, behind = _VERB_BEFORE.search(text, 0, start), _VERB_BEHIND.match(text, end)
    verbs = [found["verb"] for found in (before, behind) if found]
    return "future" if any(map(vocabulary.is_present, verbs)) else ""


def _clause_tense(clause: str) -> Tense:
    past, future = PAST.search(clause), FUTURE.search(clause)
    if past:
        return "" if future else "past"
    return "future" if future or PRESENT.search(clause) else ""
