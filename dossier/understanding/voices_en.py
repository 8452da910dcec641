"""Rules of English for who says what in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.attribution import Attribution, Phrase
from dossier.understanding.speech_en import (
    ACCORDING,
    AFTER_COMMA,
    AFTER_QUOTE,
    AFTER_VERB,
    APPOSITION,
    BARE,
    BARE_VERBS,
    BEFORE_VERB,
    COLON,
    EACH_VERB,
    LONGEST_TAIL,
    NAMING,
    PHRASE_END,
    SHORT_TAIL,
    SUBJECT,
    THAT,
    THAT_VERBS,
    VERB_AT,
)


def attribute(sentence: str) -> Attribution | None:
    """Return who says which part of a masked English sentence, or None."""
    for rule in (_after_quotation, _front, _according, _trailing):
        found = rule(sentence)
        if found is not None:
            return found
    return None


def continues_question(sentence: str) -> bool:
    """Whether it is "Merkel asked." after a quotation that ends with a question mark."""
    found = _speaker_at(sentence, 0)
    return found is not None and len(sentence) - found[2] < SHORT_TAIL and "\x02" not in sentence


def is_carried(_sentence: str) -> bool:
    """English has no form that carries reported speech on."""
    return False


def _phrase(match: re.Match[str], name: str = "") -> Phrase:
    if match["pronoun"]:
        return Phrase(nouns="", determiner=match["pronoun"].lower())
    return Phrase(
        nouns=match["nouns"],
        determiner=(match["determiner"] or "").lower(),
        adjectives=(match["adjectives"] or "").strip(),
        addition=(match["addition"] or "").strip(),
        apposition=name,
    )


def _apposition(match: re.Match[str], sentence: str) -> str:
    place = (
        match.start("insertion")
        if "insertion" in match.re.groupindex and match["insertion"]
        else match.end()
    )
    found = APPOSITION.match(sentence, place)
    return found["name"] if found else ""


def _speaker_at(sentence: str, place: int) -> tuple[Phrase, str, int] | None:
    """Read "Miller said" or "said Miller" at `place`: phrase, verb, end."""
    verb = VERB_AT.match(sentence, place)
    if verb:
        match = PHRASE_END.match(sentence, verb.end() + 1)
        if match is None:
            return None
        return _phrase(match, _apposition(match, sentence)), verb["verb"], match.end()
    match = BEFORE_VERB.match(sentence, place)
    while match:
        verb = VERB_AT.match(sentence, match.end())
        if verb:
            return _phrase(match, _apposition(match, sentence)), verb["verb"], verb.end()
        break
    for verb in EACH_VERB.finditer(sentence, place, place + 160):
        match = BEFORE_VERB.fullmatch(sentence, place, verb.start())
        if match:
            return _phrase(match, _apposition(match, sentence)), verb["verb"], verb.end()
    return None


def _rest(sentence: str, end: int) -> Iterator[tuple[int, int]]:
    place = sentence.find("\x02", end)
    if place >= 0:
        # "…, adding that it would pay “a price”": no mark before it, so it is a fragment.
        goes_on = sentence[:place].rstrip().endswith((",", ".", ":", ";", "–", "—"))
        yield (place if goes_on else end), len(sentence)


def _after_quotation(sentence: str) -> Attribution | None:
    for match in AFTER_QUOTE.finditer(sentence):
        found = _speaker_at(sentence, match.end())
        if found is None or found[1] in NAMING:
            continue
        phrase, cue, end = found
        spans = ((0, match.start() + 1), *_rest(sentence, end))
        return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=False)
    return None


def _front(sentence: str) -> Attribution | None:
    for verb in EACH_VERB.finditer(sentence):
        match = SUBJECT.fullmatch(sentence, 0, verb.start())
        if match is None:
            continue
        phrase = _phrase(match, _apposition(match, sentence))
        cue, end = verb["verb"], verb.end()
        quoted = sentence.find("\x02", end)
        spans: tuple[tuple[int, int], ...] = ((end, len(sentence)),)
        that = THAT.match(sentence, end) if cue in THAT_VERBS else None
        if that is None and cue in BARE_VERBS:
            that = BARE.match(sentence, end)
        if quoted >= 0:
            colon = COLON.search(sentence, end)
            if colon and colon.end() == quoted and not that:
                spans = ((quoted, len(sentence)),)
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=False)
        if that:
            spans = ((that.end(), len(sentence)),)
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=True)
        return None
    return None


def _according(sentence: str) -> Attribution | None:
    match = ACCORDING.search(sentence)
    if match is None or match["pronoun"]:
        return None
    before = sentence[: match.start()].rstrip()
    ends = match.end() >= len(sentence) - 1
    span = (0, len(before.rstrip(","))) if ends else (0, len(sentence))
    return Attribution(cue=match["cue"], phrase=_phrase(match), spans=(span,), reportable=True)


def _trailing(sentence: str) -> Attribution | None:
    """Attribute "The missile flew 650 km, South Korea's military said."."""
    for match in AFTER_COMMA.finditer(sentence):
        found = _speaker_at(sentence, match.end())
        if found is None or found[1] not in ("said", "says", "added", "reported", "told"):
            continue
        phrase, cue, end = found
        tail = sentence[end:]
        if not AFTER_VERB.match(tail):  # "…, Republicans said no."
            continue
        if len(tail) > LONGEST_TAIL or re.search(r"\b(?:that|he|she|they|it)\b|[:\x02]", tail):
            continue
        if phrase.determiner in ("i", "we"):
            continue
        if re.match(r"(?:When|As|After|Before|While|If|In|On|At|Asked|Speaking|Since) ", sentence):
            continue
        return Attribution(
            cue=cue, phrase=phrase, spans=((0, match.start()),), reportable=cue != "told"
        )
    return None
