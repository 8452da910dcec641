"""English rules for who is named behind the words said: "“…,” Miller said", "…, said Miller"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.attribution import Attribution, Phrase
from dossier.understanding.clauses_en import speaker_at
from dossier.understanding.lexicon import word_set
from dossier.understanding.speech_en import (
    AFTER_COMMA,
    AFTER_QUOTE,
    AFTER_VERB,
    LONGEST_TAIL,
    NAMING,
    SHORT_TAIL,
    TO_WHOM_AT_END,
    VERB_AT,
)
from dossier.understanding.statements_en import further, goes_on

_TRAILING = word_set(
    "said says say added adds reported reports told announced confirmed writes wrote argued argues "
    "argue say believe explained suggests suggested believes estimated estimates claimed claims "
    "stated tweeted testified acknowledged admitted recalled revealed predicted"
)
_NO_TAIL = re.compile(r"[:\x02]")
_NEW = re.compile(r"\b(?:that|he|she|they|it)\b|[:\x02]")  # what follows is said by itself
_CONTRAST = re.compile(r"(?: (?:on )?[A-Z]\w+day)?, (?:but|though|although|while) ")
# "…, while Facebook said there was no place for it": what stands before is somebody else's.
_OTHER_CLAUSE = re.compile(r"(?:while|and|but|although|though|whereas) ")
_INVERTED = word_set("said says added adds reported reports wrote writes")
# "On Monday, police said.": what was said comes later, unless the sentence ends there.
_OPENS_ELSEWHERE = re.compile(r"(?:When|As|After|Before|While|If|In|On|At|Asked|Speaking|Since) ")


def continues_question(sentence: str) -> bool:
    """Whether it is "Merkel asked." after a quotation that ends like a sentence."""
    found = speaker_at(sentence, 0)
    if found is None or "\x02" in sentence:
        return False
    is_short = len(sentence) - found[2] < SHORT_TAIL or sentence.startswith(" when ", found[2])
    return is_short and AFTER_VERB.match(sentence, found[2]) is not None


def after_quotation(sentence: str) -> Attribution | None:
    """Attribute "“…,” Miller said" and "“…,” said Miller, adding that …"."""
    for match in AFTER_QUOTE.finditer(sentence):
        if _OTHER_CLAUSE.match(sentence, match.end()):
            continue
        found = speaker_at(sentence, match.end())
        if found is None or found[1] in NAMING:
            continue
        phrase, cue, end = found
        adding = next(further(sentence[: sentence.find("\x02", end) + 1 or None]), None)
        begin = adding[2] if adding and adding[1] >= end else None
        more = _rest(sentence, end) if begin is None else ((begin, len(sentence)),)
        spans = ((0, match.start() + 1), *more)
        return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=begin is not None)
    return None


def trailing(sentence: str) -> Attribution | None:
    """Attribute "The missile flew 650 km, South Korea's military said."."""
    for match in AFTER_COMMA.finditer(sentence):
        found = speaker_at(sentence, match.end())
        if found is None or found[1] not in _TRAILING:
            continue
        phrase, cue, end = found
        tail = sentence[end:]
        inverted = VERB_AT.match(sentence, match.end()) is not None
        if inverted and cue not in _INVERTED:  # "…, confirmed his daughter's death."
            continue
        if inverted and cue in ("said", "says"):
            tail = ""  # "…, said Matthew Levitt, who …": nothing else can follow
        elif not (TO_WHOM_AT_END if cue == "told" else AFTER_VERB).match(tail):
            continue  # "…, Republicans said no."
        own = False
        if contrast := _CONTRAST.match(tail):
            # "It is late, she says, but she stays" is all hers; "… but it rains" the narrator's.
            own = tail.startswith(f"{phrase.determiner} ", contrast.end())
            tail = ""
        inside = own or goes_on(sentence, match.start(), end)
        if _NO_TAIL.search(tail) if inside else len(tail) > LONGEST_TAIL or _NEW.search(tail):
            continue
        if phrase.determiner in ("i", "we"):
            continue
        if tail not in ("", ".") and _OPENS_ELSEWHERE.match(sentence):
            continue
        stop = len(sentence) if inside else match.start()
        return Attribution(cue=cue, phrase=phrase, spans=((0, stop),), reportable=True)
    return None


def inserted(sentence: str) -> Attribution | None:
    """Attribute "All they could see, Mr. StJohn said, was “a blaze of orange”"."""
    for match in AFTER_COMMA.finditer(sentence):
        found = speaker_at(sentence, match.end()) if "\x02" in sentence[match.end() :] else None
        if found and sentence.startswith(", ", found[2]) and found[1] not in NAMING:
            spans = ((found[2], len(sentence)),)
            return Attribution(cue=found[1], phrase=found[0], spans=spans, reportable=False)
    return None


def said_before(sentence: str, place: int) -> tuple[Phrase, int] | None:
    """Return who ends at `place`: "The bill passed, Smith said, adding that …"."""
    if "\x02" in sentence[:place]:
        return None
    for match in AFTER_COMMA.finditer(sentence, 0, place):
        found = speaker_at(sentence, match.end())
        if found and found[2] == place and found[1] in _TRAILING:
            return found[0], match.start()
    return None


def _rest(sentence: str, end: int) -> Iterator[tuple[int, int]]:
    place = sentence.find("\x02", end)
    if place >= 0:
        # "…, adding that it would pay “a price”": no mark before it, so it is a fragment.
        goes_on = sentence[:place].rstrip().endswith((",", ".", ":", ";", "–", "—"))
        yield (place if goes_on else end), len(sentence)
