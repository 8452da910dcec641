"""Where an event happened: the place that its sentence names beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dossier.found import DateMention, Mention
from dossier.understanding.lexicon import word_set

_CLAUSE_END = re.compile(r"[,;:–—](?=\s)")
# The word before a place, over an article, an adjective ("im russischen Wladiwostok") or a kind
# of place ("in der Hafenstadt Wladiwostok").
_BEFORE = re.compile(
    r"(?:^|[\s(])(?P<word>[^\W\d_]+) (?:(?:der|dem|den|die|das|the) )?"
    r"(?:(?!gegen |wegen |neben )[a-zäöüß-]+e[nrsm]? |(?!the |a )[a-z]+ern )?"
    r"(?:(?:[\w-]*[Ss]tadt|Metropole|Insel|Provinz|Region|Ort|Dorf|city of|town of) )?$"
)
_LONGEST_BEFORE = 48
_AT = word_set(
    "in im In Im bei beim Bei nahe Nahe nördlich südlich östlich westlich an am auf nach vor über "
    "at At near Near outside inside across off over"
)
# "to Moscow" is where somebody goes, "commitment to Ukraine" is not.
_GOING = re.compile(
    r"\b(?:travel\w*|trip|flew|fl(?:y|ies|ying|own)|went|go(?:es|ing|ne)?|came|come|visit\w*|return\w*"
    r"|mov(?:ed?|ing)|head(?:ed|ing|s)|sent|arriv\w+|tour|journey)\b[^.;:]{0,30} to (?:the )?$"
)
_DATELINE = re.compile(r"(?: \([^)]{2,30}\))? ?[–—-] ?")
# With these a place is a party, an origin or what it is about, not where it happened.
_NOT_AT = word_set(
    "gegen Gegen mit Mit für Für von vom Von aus Aus zwischen Zwischen und um gegenüber zu ohne "
    "durch wegen against with for from From between of about on and toward towards by "
    "Angaben to"
)


def place_of(
    text: str, sentence: tuple[int, int], dated: DateMention, places: Sequence[Mention]
) -> str:
    """Return the name of the place at which the dated event happened, "" if it is not sure.

    `places` are those named in the passage. A place with "in" or "at" before it counts first: the
    only one of the clause with the date, else the only one of the sentence. Else the sentence's
    only place counts, unless it is a party ("gegen Russland", "with Japan").
    """
    start, end = sentence
    here = [one for one in places if start <= one.start < end]
    if not here:
        return ""
    words = {one.start: _word_before(text, start, one.start) for one in here}
    at = [one for one in here if words[one.start] in _AT or _is_goal(text, start, one.start)]
    clause = _clause(text, sentence, dated)
    for chosen in ([one for one in at if clause[0] <= one.start < clause[1]], at):
        names = _names(chosen)
        if len(names) == 1:
            return names[0]
        if names:
            return ""
    names = _names(here)
    first = here[0]
    if len(names) != 1 or words[first.start] in _NOT_AT or _is_genitive(first):
        return ""
    if first.start == start and _DATELINE.match(text, first.end):
        return ""  # "SEOUL – …" is where it was written
    return names[0]


def _is_goal(text: str, start: int, place: int) -> bool:
    return _GOING.search(text, max(start, place - _LONGEST_BEFORE), place) is not None


def _names(places: Iterable[Mention]) -> list[str]:
    return list(dict.fromkeys(one.name for one in places))


def _is_genitive(one: Mention) -> bool:
    """Whether the place owns what is told of: "Südkoreas Militär"."""
    return one.text != one.name and one.text.endswith("s") and not one.name.endswith("s")


def _word_before(text: str, start: int, place: int) -> str:
    found = _BEFORE.search(text, max(start, place - _LONGEST_BEFORE), place)
    return found["word"] if found else ""


def _clause(text: str, sentence: tuple[int, int], dated: DateMention) -> tuple[int, int]:
    """Return the clause in which the date stands."""
    start, end = sentence
    for mark in _CLAUSE_END.finditer(text, start, dated.start):
        start = mark.end()
    closing = _CLAUSE_END.search(text, dated.end, end)
    return start, closing.start() if closing else end
