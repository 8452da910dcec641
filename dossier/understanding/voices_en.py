"""Rules of English for who says what in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.attribution import Attribution, Phrase
from dossier.understanding.lexicon import word_set
from dossier.understanding.speech_en import (
    ACCORDING,
    AFTER_COMMA,
    AFTER_QUOTE,
    AFTER_VERB,
    APPOSITION,
    AS_PUT,
    AS_SAYING,
    AS_SAYING_END,
    BEFORE_VERB,
    CLAUSE_START,
    COLON,
    COLON_ONLY,
    EACH_VERB,
    LONGEST_TAIL,
    NAMING,
    PARTICIPLE,
    PARTICIPLES,
    PHRASE_ALONE,
    PHRASE_END,
    QUOTED_AFTER,
    QUOTED_AS,
    SHORT_TAIL,
    SUBJECT,
    TO_WHOM_AT_END,
    VERB,
    VERB_AT,
    WAS_QUOTED,
    WHO,
)
from dossier.understanding.statements_en import further, goes_on, statement_after, with_further

_TRAILING = word_set(
    "said says say added adds reported reports told announced confirmed writes wrote argued argues "
    "argue say believe explained suggests suggested believes estimated estimates claimed claims "
    "stated"
)
_INVERTED = word_set("said says added adds reported reports wrote writes")
# "On Monday, police said.": what was said comes later, unless the sentence ends there.
_OPENS_ELSEWHERE = re.compile(r"(?:When|As|After|Before|While|If|In|On|At|Asked|Speaking|Since) ")
# Without a comma before it: "Speaking through an interpreter he added: “…”".
_PRONOUN_SAYS = re.compile(rf" (?P<who>he|she) {VERB}$")
_SPEAKING = re.compile(rf"(?:,|\band|\bby) (?P<cue>{'|'.join(PARTICIPLES)})$")


def attribute(sentence: str) -> Attribution | None:
    """Return who says which part of a masked English sentence, or None."""
    for rule in (
        _quoting, _after_quotation, _as_put, _front, _who, _according, _trailing, _colon, _inserted,
        _participle, _further, _inner,
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
        phrase = _phrase(subject) if subject else None
    else:
        active, saying = QUOTED_AS.search(sentence), AS_SAYING.search(sentence)
        outlet = SUBJECT.fullmatch(sentence, 0, active.start() + 1) if active else None
        speaker = PHRASE_ALONE.fullmatch(sentence, active.end(), saying.start()) if (
            active and saying
        ) else None  # fmt: skip
        via = _phrase(outlet) if outlet else None
        phrase = _phrase(speaker) if speaker else None
        end = saying.end() if saying else 0
    if phrase is None:
        return None
    spans = ((end, len(sentence)),)
    return Attribution(cue="quoted", phrase=phrase, spans=spans, reportable=True, via=via)


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
    phrase = _phrase(match, _apposition(match, sentence))
    cue = speaking["cue"] if speaking else ""
    return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=False)


def _as_put(sentence: str) -> Attribution | None:
    """Attribute "As Churchill put it, “never give in”" and "As he noted, the plan failed"."""
    there = ", as " in sentence or sentence.startswith("As ")
    match = AS_PUT.search(sentence) if there else None
    if match is None:
        return None
    return Attribution(
        cue=match["cue"], phrase=_phrase(match), spans=((0, len(sentence)),), reportable=True
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


def _inserted(sentence: str) -> Attribution | None:
    """Attribute "All they could see, Mr. StJohn said, was “a blaze of orange”"."""
    for match in AFTER_COMMA.finditer(sentence):
        found = _speaker_at(sentence, match.end()) if "\x02" in sentence[match.end() :] else None
        if found and sentence.startswith(", ", found[2]) and found[1] not in NAMING:
            spans = ((found[2], len(sentence)),)
            return Attribution(cue=found[1], phrase=found[0], spans=spans, reportable=False)
    return None


def _participle(sentence: str) -> Attribution | None:
    """Attribute "Trump left, calling the law “unfair”" to the subject of the sentence."""
    for match in PARTICIPLE.finditer(sentence):
        subject = SUBJECT.match(sentence) if "\x02" in sentence[match.end() :] else None
        if subject and subject.end() <= match.start():
            other = next(further(sentence[: match.start()]), None)  # "… denied that …, calling"
            begin = other[2] if other and other[1] >= subject.end() - 1 else match.start()
            spans = ((begin, match.start()), (match.end(), len(sentence)))
            phrase = _phrase(subject, _apposition(subject, sentence))
            return Attribution(cue=match["verb"], phrase=phrase, spans=spans, reportable=True)
    return None


def _inner(sentence: str) -> Attribution | None:
    """Attribute "…, as she says the “bad behaviour” of some is to blame"."""
    place = sentence.find("\x02")
    found = _last_clause(sentence, place) if place >= 0 else None
    if found is None:
        return None
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
        cue="quoted", phrase=_phrase(speaker), spans=((0, after.start() + 1),),
        reportable=False, via=_phrase(outlet) if outlet else None,
    )  # fmt: skip


def _last_clause(sentence: str, end: int) -> tuple[Phrase, str] | None:
    """Return who says what follows a colon: "…, as protesters said: “…”"."""
    for start in reversed(list(CLAUSE_START.finditer(sentence, 0, end))):
        match = BEFORE_VERB.match(sentence, start.end())
        verb = VERB_AT.match(sentence, match.end()) if match else None
        if match and verb and verb.end() <= end:
            return _phrase(match, _apposition(match, sentence)), verb["verb"]
    return None


def continues_question(sentence: str) -> bool:
    """Whether it is "Merkel asked." after a quotation that ends like a sentence."""
    found = _speaker_at(sentence, 0)
    if found is None or len(sentence) - found[2] >= SHORT_TAIL or "\x02" in sentence:
        return False
    return AFTER_VERB.match(sentence, found[2]) is not None


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
        adding = next(further(sentence[: sentence.find("\x02", end) + 1 or None]), None)
        begin = adding[2] if adding and adding[1] >= end else None
        more = _rest(sentence, end) if begin is None else ((begin, len(sentence)),)
        spans = ((0, match.start() + 1), *more)
        return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=begin is not None)
    return None


def _front(sentence: str) -> Attribution | None:
    for verb in EACH_VERB.finditer(sentence):
        match = SUBJECT.fullmatch(sentence, 0, verb.start())
        if match is None:
            continue
        phrase = _phrase(match, _apposition(match, sentence))
        cue, end = verb["verb"], verb.end()
        begin = statement_after(sentence, cue, end)
        quoted = sentence.find("\x02", end)
        if quoted >= 0:
            spans, reportable = with_further(sentence, _with_quotations(sentence, end, begin))
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=reportable)
        if begin is not None and phrase.determiner != "it":  # "It says a lot that …"
            spans = ((begin, len(sentence)),)
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=True)
        break
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


def _further(sentence: str) -> Attribution | None:
    """Attribute "He denies the charge and says it was …" to the subject of the sentence."""
    for cue, place, begin in further(sentence):
        other = _said_before(sentence, place)
        if other:
            phrase, stop = other
            both = ((0, stop), (begin, len(sentence)))
            return Attribution(cue=cue, phrase=phrase, spans=both, reportable=True)
        subject = SUBJECT.match(sentence)
        if subject and subject.end() <= place + 1:
            phrase = _phrase(subject, _apposition(subject, sentence))
            spans = ((begin, len(sentence)),)
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=True)
    return None


def _said_before(sentence: str, place: int) -> tuple[Phrase, int] | None:
    """Return who ends at `place`: "The bill passed, Smith said, adding that …"."""
    if "\x02" in sentence[:place]:
        return None
    for match in AFTER_COMMA.finditer(sentence, 0, place):
        found = _speaker_at(sentence, match.end())
        if found and found[2] == place and found[1] in _TRAILING:
            return found[0], match.start()
    return None


def _according(sentence: str) -> Attribution | None:
    match = ACCORDING.search(sentence) if "ccording to " in sentence else None
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
        if len(tail) > LONGEST_TAIL or re.search(r"\b(?:that|he|she|they|it)\b|[:\x02]", tail):
            continue
        if phrase.determiner in ("i", "we"):
            continue
        if tail not in ("", ".") and _OPENS_ELSEWHERE.match(sentence):
            continue
        stop = len(sentence) if goes_on(sentence, match.start(), end) else match.start()
        return Attribution(cue=cue, phrase=phrase, spans=((0, stop),), reportable=True)
    return None
