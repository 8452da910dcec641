"""English clauses of saying: noun phrases that speak, and the verb beside them."""

from __future__ import annotations

import re

from dossier.understanding.attribution import Phrase
from dossier.understanding.speech_en import (
    APPOSITION,
    BEFORE_VERB,
    EACH_VERB,
    PHRASE_END,
    VERB_AT,
)


def phrase_of(match: re.Match[str], name: str = "") -> Phrase:
    """Make a phrase of a match; `name` stands in commas beside it."""
    if match["pronoun"]:
        return Phrase(nouns="", determiner=match["pronoun"].lower())
    return Phrase(
        nouns=match["nouns"],
        determiner=(match["determiner"] or "").lower(),
        adjectives=(match["adjectives"] or "").strip(),
        addition=(match["addition"] or "").strip(),
        apposition=name,
    )


def apposition(match: re.Match[str], sentence: str) -> str:
    """Return the name that stands in commas behind a phrase, "" if none does."""
    place = (
        match.start("insertion")
        if "insertion" in match.re.groupindex and match["insertion"]
        else match.end()
    )
    found = APPOSITION.match(sentence, place)
    return found["name"] if found else ""


def speaker_at(sentence: str, place: int) -> tuple[Phrase, str, int] | None:
    """Read "Miller said" or "said Miller" at `place`: phrase, verb, end."""
    verb = VERB_AT.match(sentence, place)
    if verb:
        match = PHRASE_END.match(sentence, verb.end() + 1)
        if match is None:
            return None
        return phrase_of(match, apposition(match, sentence)), verb["verb"], match.end()
    match = BEFORE_VERB.match(sentence, place)
    while match:
        verb = VERB_AT.match(sentence, match.end())
        if verb:
            return phrase_of(match, apposition(match, sentence)), verb["verb"], verb.end()
        break
    for verb in EACH_VERB.finditer(sentence, place, place + 160):
        match = BEFORE_VERB.fullmatch(sentence, place, verb.start())
        if match:
            return phrase_of(match, apposition(match, sentence)), verb["verb"], verb.end()
    return None
