"""Rules of English for who says what in one sentence."""

from __future__ import annotations

import re

from dossier.understanding.attribution import ANONYMOUS, Attribution, Phrase
from dossier.understanding.clauses_en import apposition, phrase_of
from dossier.understanding.speech_en import (
    ACCORDING,
    AS_PUT,
    AS_SAYING,
    AS_SAYING_END,
    BEFORE_VERB,
    CALLING,
    CLAUSE_START,
    COLON,
    COLON_ONLY,
    EACH_VERB,
    HEARD,
    LATER_CLAUSE,
    NAMING,
    NAMING_AT,
    PARTICIPLE,
    PARTICIPLES,
    PHRASE_ALONE,
    QUOTED_AFTER,
    QUOTED_AS,
    SUBJECT,
    VERB,
    VERB_AT,
    WAS_QUOTED,
    WHO,
    WITH,
)
from dossier.understanding.statements_en import ALSO_DOES, further, statement_after, with_further
from dossier.understanding.trailing_en import after_quotation, inserted, said_before, trailing

# Without a comma before it: "Speaking through an interpreter he added: “…”".
_NAMED_SOON = 40  # characters from subject to quotation
_PRONOUN_SAYS = re.compile(rf" (?P<who>he|she) {VERB}$")
_SPEAKING = re.compile(rf"(?:,|\band|\bby) (?P<cue>{'|'.join(PARTICIPLES)})$")


def attribute(sentence: str) -> Attribution | None:
    """Return who says which part of a masked English sentence, or None."""
    for rule in (
        _quoting, _calling, after_quotation, _as_put, _with, _front, _who, _according,
        trailing, _colon, inserted, _participle, _further, _inner, _in_court, _later_clause,
    ):  # fmt: skip
        found = rule(sentence)
        if found is not None:
            return found
    return None


def _quoting(sentence: str) -> Attribution | None:
    """Attribute "KCNA quoted Kim as saying that …" and "Kim was quoted as saying …"."""
    if "as saying" not in sentence:
        return None
    after = QUOTED_AFTER.search(sentence)
    if after:
        return _quoted_before(sentence, after)
    passive = WAS_QUOTED.search(sentence)
    if passive:
        subject = SUBJECT.fullmatch(sentence, 0, passive.start() + 1)
        via = Phrase(nouns=passive["via"]) if passive["via"] else None
        end = passive.end()
        phrase = phrase_of(subject) if subject else None
    else:
        active, saying = QUOTED_AS.search(sentence), AS_SAYING.search(sentence)
        outlet = SUBJECT.fullmatch(sentence, 0, active.start() + 1) if active else None
        speaker = PHRASE_ALONE.fullmatch(sentence, active.end(), saying.start()) if (
            active and saying
        ) else None  # fmt: skip
        via = phrase_of(outlet) if outlet else None
        phrase = phrase_of(speaker) if speaker else None
        end = saying.end() if saying else 0
    if phrase is None:
        return None
    spans = ((end, len(sentence)),)
    return Attribution(cue="quoted", phrase=phrase, spans=spans, reportable=True, via=via)


def _calling(sentence: str) -> Attribution | None:
    """Attribute "Calling Trump “unstable”, she cited his chief of staff" to the subject."""
    match = CALLING.match(sentence) if "\x02" in sentence else None
    if match is None:
        return None
    spans = ((0, match.start("pronoun" if match["pronoun"] else "nouns")),)
    return Attribution(
        cue=match["verb"].lower(), phrase=phrase_of(match), spans=spans, reportable=False
    )


def _colon(sentence: str) -> Attribution | None:
    """Attribute "Panetta and Hagel warned of it, noting: “…”" to whoever acts in the sentence."""
    place = COLON_ONLY.search(sentence)
    own = _last_clause(sentence, place.start()) if place else None
    ends = _PRONOUN_SAYS.search(sentence, 0, place.start()) if place and not own else None
    if ends:
        own = Phrase(nouns="", determiner=ends["who"]), ends["verb"]
    if place and own:
        spans = ((place.end(), len(sentence)),)
        return Attribution(cue=own[1], phrase=own[0], spans=spans, reportable=False)
    match = SUBJECT.match(sentence) if place else None
    if place is None or match is None or match.end() > place.start():
        return None
    speaking = _SPEAKING.search(sentence[: place.start()])
    verb = re.match(r"[a-z]+", sentence[match.end() :])
    if speaking is None and (
        verb is None or verb[0] in ("is", "was", "are", "were", "read", "reads", "of", "and", "in")
    ):
        return None
    spans = ((place.end(), len(sentence)),)
    phrase = phrase_of(match, apposition(match, sentence))
    cue = speaking["cue"] if speaking else ""
    return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=False)


def _as_put(sentence: str) -> Attribution | None:
    """Attribute "As Churchill put it, “never give in”" and "As he noted, the plan failed"."""
    there = ", as " in sentence or sentence.startswith("As ")
    match = AS_PUT.search(sentence) if there else None
    if match is None:
        return None
    return Attribution(
        cue=match["cue"], phrase=phrase_of(match), spans=((0, len(sentence)),), reportable=True
    )


def _who(sentence: str) -> Attribution | None:
    """Attribute "He was cut off by Winston Vaughan, who said: “…”" to the name before "who"."""
    if " who " not in sentence:
        return None
    for match in WHO.finditer(sentence):
        quoted = sentence.find("\x02", match.end())
        begin = statement_after(sentence, match["verb"], match.end()) if quoted < 0 else None
        if begin is not None:
            spans: tuple[tuple[int, int], ...] = ((begin, len(sentence)),)
            phrase = Phrase(nouns=match["nouns"])
            return Attribution(cue=match["verb"], phrase=phrase, spans=spans, reportable=True)
        if quoted >= 0:
            phrase = Phrase(nouns=match["nouns"])
            whole = sentence[match.end() : quoted].strip() in (":", ",")
            spans = ((quoted if whole else match.end(), len(sentence)),)
            return Attribution(cue=match["verb"], phrase=phrase, spans=spans, reportable=False)
    return None


def _participle(sentence: str) -> Attribution | None:
    """Attribute "Trump left, calling the law “unfair”" to the subject of the sentence."""
    for match in PARTICIPLE.finditer(sentence):
        subject = SUBJECT.match(sentence) if "\x02" in sentence[match.end() :] else None
        if subject and subject.end() <= match.start():
            other = next(further(sentence[: match.start()]), None)  # "… denied that …, calling"
            begin = other[2] if other and other[1] >= subject.end() - 1 else match.start()
            spans = ((begin, match.start()), (match.end(), len(sentence)))
            phrase = phrase_of(subject, apposition(subject, sentence))
            return Attribution(cue=match["verb"], phrase=phrase, spans=spans, reportable=True)
    return None


def _inner(sentence: str) -> Attribution | None:
    """Attribute "…, as she says the “bad behaviour” of some is to blame"."""
    place = sentence.find("\x02")
    found = _last_clause(sentence, place) if place >= 0 else None
    if found is None:
        return None
    if found[1] in NAMING:  # the words are part of a sentence: "she called it “ambitious”"
        place = sentence.rfind(found[1], 0, place) + len(found[1])
    spans = ((place, len(sentence)),)
    return Attribution(cue=found[1], phrase=found[0], spans=spans, reportable=False)


def _quoted_before(sentence: str, after: re.Match[str]) -> Attribution | None:
    """Attribute "“…” Yonhap quoted the JCS as saying"."""
    active, saying = QUOTED_AS.search(sentence, after.end()), AS_SAYING_END.search(sentence)
    if active is None or saying is None:
        return None
    outlet = SUBJECT.fullmatch(sentence, after.end(), active.start() + 1)
    speaker = PHRASE_ALONE.fullmatch(sentence, active.end(), saying.start())
    if speaker is None:
        return None
    return Attribution(
        cue="quoted", phrase=phrase_of(speaker), spans=((0, after.start() + 1),),
        reportable=False, via=phrase_of(outlet) if outlet else None,
    )  # fmt: skip


def _last_clause(sentence: str, end: int) -> tuple[Phrase, str] | None:
    """Return who says what follows a colon: "…, as protesters said: “…”"."""
    for start in reversed(list(CLAUSE_START.finditer(sentence, 0, end))):
        match = BEFORE_VERB.match(sentence, start.end())
        verb = VERB_AT.match(sentence, match.end()) if match else None
        if match and not verb and end - match.end() <= _NAMED_SOON:
            verb = NAMING_AT.match(sentence, match.end())  # "as he called it “a joke”"
        if match and verb and verb.end() <= end:
            return phrase_of(match, apposition(match, sentence)), verb["verb"]
    return None


def _front(sentence: str) -> Attribution | None:
    for verb in EACH_VERB.finditer(sentence):
        match = SUBJECT.fullmatch(sentence, 0, verb.start())
        if match is None:
            continue
        phrase = phrase_of(match, apposition(match, sentence))
        cue, end = verb["verb"], verb.end()
        begin = statement_after(sentence, cue, end)
        quoted = sentence.find("\x02", end)
        if quoted >= 0:
            spans, reportable = with_further(sentence, _with_quotations(sentence, end, begin))
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=reportable)
        if begin is not None and phrase.determiner != "it":  # "It says a lot that …"
            also = ALSO_DOES.search(sentence, begin)
            spans = ((begin, also.start() if also else len(sentence)),)
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=True)
    return None


def _with_quotations(
    sentence: str, end: int, begin: int | None
) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Return what is said after a verb that ends at `end`, and whether a statement is part of it.

    A statement without quotation marks may stand before a colon, or before "…, saying a “…”".
    """
    length, quoted = len(sentence), sentence.find("\x02", end)
    colon = COLON.search(sentence, end)
    if colon and colon.end() == quoted:
        if begin is not None and colon[0][0] == ":":
            return ((begin, colon.start()), (quoted, length)), True
        return ((quoted, length),), False
    also = PARTICIPLE.search(sentence, begin, quoted) if begin is not None else None
    if begin is not None and also:
        return ((begin, also.start()), (also.end(), length)), True
    return ((end, length),), False


def _with(sentence: str) -> Attribution | None:
    """Attribute "…, with rebels suggesting they expect the bill to pass"."""
    match = WITH.search(sentence) if ", with " in sentence else None
    if match is None or match["pronoun"]:
        return None
    begin = statement_after(sentence, match["verb"], match.end())
    if begin is None and "\x02" not in sentence[match.end() :]:
        return None
    spans = ((begin or match.end(), len(sentence)),)
    return Attribution(
        cue=match["verb"], phrase=phrase_of(match), spans=spans, reportable=begin is not None
    )


def _in_court(sentence: str) -> Attribution | None:
    """Attribute "The jury was told that …" to nobody: that somebody says it is sure."""
    match = HEARD.search(sentence)
    if match is None or "\x02" in sentence:
        return None
    spans = ((match.end(), len(sentence)),)
    return Attribution(cue=match["cue"], phrase=ANONYMOUS, spans=spans, reportable=True)


def _later_clause(sentence: str) -> Attribution | None:
    """Attribute "The school rejects it and headteacher Dalley says the inspectors were wrong"."""
    if "\x02" in sentence:
        return None
    for start in LATER_CLAUSE.finditer(sentence):
        match = BEFORE_VERB.match(sentence, start.end())
        verb = VERB_AT.match(sentence, match.end()) if match else None
        begin = statement_after(sentence, verb["verb"], verb.end()) if verb else None
        if match and verb and begin is not None and not match["pronoun"]:
            phrase = phrase_of(match, apposition(match, sentence))
            spans = ((begin, len(sentence)),)
            return Attribution(cue=verb["verb"], phrase=phrase, spans=spans, reportable=True)
    return None


def _further(sentence: str) -> Attribution | None:
    """Attribute "He denies the charge and says it was …" to the subject of the sentence."""
    for cue, place, begin in further(sentence):
        other = said_before(sentence, place)
        if other:
            phrase, stop = other
            both = ((0, stop), (begin, len(sentence)))
            return Attribution(cue=cue, phrase=phrase, spans=both, reportable=True)
        subject = SUBJECT.match(sentence)
        if subject and subject.end() <= place + 1:
            phrase = phrase_of(subject, apposition(subject, sentence))
            spans = ((begin, len(sentence)),)
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=True)
    return None


def _according(sentence: str) -> Attribution | None:
    match = ACCORDING.search(sentence) if "ccording to " in sentence else None
    if match is None or match["pronoun"]:
        return None
    before = sentence[: match.start()].rstrip()
    ends = match.end() >= len(sentence) - 1
    span = (0, len(before.rstrip(","))) if ends else (0, len(sentence))
    return Attribution(cue=match["cue"], phrase=phrase_of(match), spans=(span,), reportable=True)
