"""English words for times, and how a clause tells past from future."""

from __future__ import annotations

import re

from dossier.found import Modifier
from dossier.understanding.dates import Tense
from dossier.understanding.lexicon import words

NAMES = words(
    "January February March April May June July August September October November December"
)
MONTHS = {name: number for number, name in enumerate(NAMES, start=1)}
MONTHS |= {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9,
            "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}  # fmt: skip
WEEKDAYS = {
    "Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5,
    "Sunday": 6,
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
DECADES = {"thirties": "30", "forties": "40", "fifties": "50", "sixties": "60",
            "seventies": "70", "eighties": "80", "nineties": "90"}  # fmt: skip
DECADES_AGO = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
FEASTS = ("New Year's Eve", "New Year’s Eve", "Christmas Eve", "Christmas", "Boxing Day",
          "Good Friday", "Easter Monday", "Easter")  # fmt: skip
PARTS: dict[str, Modifier] = {
    "early": "start",
    "beginning": "start",
    "start": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "end",
    "end": "end",
}
SHIFTS = {"last": -1, "the past": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
FULL_MONTH = rf"(?P<month>{'|'.join(NAMES)})\b"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
ORDINAL = r"(?:st|nd|rd|th)?"
PART = (
    "(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?(?:[Bb]eginning|[Ss]tart|[Mm]iddle"
    r"|[Ee]nd)(?= of\b))"
    r"(?: in| of(?: the year)?)?[ -])"
)
NO_NUMBER = r"(?<![\d.,/:$€£-])"

FUTURE = re.compile(
    r"\b(?:will|plans? to|set to|scheduled|expected|due to|is due|are due|upcoming|next|going to"
    r"|intends? to|is to|are to|planned for|wo[nu]['’]?t|would|should|could|may|might|must"
    r"|wants? to|hopes? to|aims? to)\b"
)
_LEADS_TO = re.compile(r"\b(?:for|ahead of) $")  # "a timetable for Wednesday"
_OWNS = re.compile(r"[’']s\b")  # "blamed for Tuesday's attack"
PAST = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bmay )(?<!\bcould )"
    r"\b(?:said|was|were|had|met|told|went|made|took|began|held|came|fired|flew|fell|rose"
    r"|left|won|lost|became|gave|got|led|sent|spoke|struck|wrote|saw|put|shot|hit|broke|brought|drew"
    r"|found|grew|kept|knew|ran|sat|stood|has|have|did|(?:did|was|were|had|has|have)n|says|tested|since|earlier|[a-z]{2,}ed)\b(?!(?<=won)['’]t)"
)
# "today" that means nowadays, by the words before and after it.
NOWADAYS_BEFORE = re.compile(r"\b(?:[Tt]he world|even|still|alive|living|world of) $")
NOWADAYS_AFTER = re.compile(
    r"[’']s (?:world|society|youth|standards|economy|generation|challenges|terms)"
    r"|,? (?:we|you|they|it|most|many|there|more than|about|some|he|she|the \w+)"
    r" (?:need|are(?! (?:\w+ing|pleased|proud)\b)"
    r"|is(?! \w+ing\b)|live|know|has become|have become|remains?|stands?|lives?)\b"
)
# What follows a number that counts things and is no year.
COUNTED = (
    "people|troops|soldiers|workers|employees|jobs|homes|houses|families|members|residents|students"
    "|children|men|women|feet|meters|metres|miles|kilometers|kilometres|tons|tonnes|acres|hours|days"
    "|years|weeks|months|minutes|pounds|dollars|euros|calories|words|pages|copies|units|votes|points"
    "|cases|deaths|cars|vehicles|drones|missiles|rounds|protesters|fans|visitors|refugees|civilians"
    "|percent|times|words|more"
)
CLAUSE_END = re.compile(r"[;:!?\n]|(?<=[a-z)])(?<!\b[ap]\.m)\.(?=\s)|[–—]")
RECURRING = re.compile(r"\b(?:every year|each year|annually|annual|every|each)\b")


def tense(text: str, start: int, end: int) -> Tense:
    """Return the tense of the clause around `text[start:end]`, "" if it tells none or both.

    "often" is what happens again and again.
    """
    begin = max(0, start - 250)
    for mark in CLAUSE_END.finditer(text, begin, start):
        begin = mark.end()
    closing = CLAUSE_END.search(text, end)
    clause = text[begin : closing.start() if closing else len(text)]
    if RECURRING.search(clause):
        return "often"
    if _LEADS_TO.search(text, begin, start) and not _OWNS.match(text, end):
        return "future"
    future = FUTURE.search(clause) is not None
    past = PAST.search(clause) is not None
    if future == past:
        return _nearest(clause, start - begin) if future else ""
    return "future" if future else "past"


def _nearest(clause: str, place: int) -> Tense:
    """Return the tense of the verb next before `place`: "said the Senate will vote Wednesday"."""
    future, past = (
        max((match.start() for match in pattern.finditer(clause, 0, place)), default=-1)
        for pattern in (FUTURE, PAST)
    )
    if future == past:
        return ""
    return "future" if future > past else "past"
