"""Rules of German for who says what in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.attribution import ANONYMOUS, Attribution, Phrase
from dossier.understanding.speakers import NEVER
from dossier.understanding.speech_de import (
    ACCORDING,
    ADVERBS,
    APPOSITION,
    AS,
    CARRIED,
    FIRST_VERB,
    LATE,
    NAMING,
    NOT_CARRIED,
    NOT_NOMINATIVE,
    PARTICIPLE,
    PARTICLES,
    PERFECT,
    PHRASE,
    PHRASE_AT,
    PLAIN,
    RELATIVE,
    SAID,
    SAYING,
    SO,
    SUBJECT,
    SUBJUNCTIVE,
    SUBJUNCTIVE_CLAUSE,
    SUBORDINATE,
    THAT,
    TRAILING,
    ZUFOLGE,
)


def attribute(sentence: str) -> Attribution | None:
    """Return who says which part of a masked German sentence, or None."""
    for rule in (_colon, _trailing, _said, _so, _relative, _as, _according, _front):
        found = rule(sentence)
        if found is not None:
            return found
    return None


def continues_question(_sentence: str) -> bool:
    """In German a verb in small letters follows the question: no sentence was cut."""
    return False


def is_carried(sentence: str) -> bool:
    """Whether a sentence after reported speech goes on with it: subjunctive, nobody new speaks."""
    return CARRIED.search(sentence) is not None and NOT_CARRIED.search(sentence) is None


def _phrase(match: re.Match[str], sentence: str = "") -> Phrase:
    groups = match.groupdict()
    if groups["pronoun"]:
        return Phrase(nouns="", determiner=groups["pronoun"].lower())
    apposition = APPOSITION.match(sentence, match.end()) if sentence else None
    return Phrase(
        nouns=groups["nouns"],
        determiner=(groups["determiner"] or "").lower(),
        adjectives=groups["adjectives"].strip(),
        addition=groups["addition"].strip(),
        apposition=apposition["name"] if apposition else "",
    )


def _subject_after(sentence: str, place: int) -> tuple[Phrase, int] | None:
    match = PHRASE_AT.match(sentence, place)
    if match is None or (match["determiner"] or "").lower() in NOT_NOMINATIVE:
        return None
    return _phrase(match, sentence), match.end()


def _subject_before(sentence: str, place: int) -> Phrase | None:
    match = SUBJECT.fullmatch(sentence, 0, place)
    if match is None or (match["determiner"] or "").lower() in NOT_NOMINATIVE:
        return None
    if match["pronoun"] is None and _is_adverb(match["nouns"]):
        return None
    phrase = _phrase(match)
    if match["insertion"]:
        name = APPOSITION.match(sentence, match.start("insertion"))
        if name:
            return Phrase(
                nouns=phrase.nouns, determiner=phrase.determiner, adjectives=phrase.adjectives,
                addition=phrase.addition, apposition=name["name"],
            )  # fmt: skip
    return phrase


def _is_adverb(nouns: str) -> bool:
    first = nouns.split(maxsplit=1)[0]
    return first in ADVERBS or first in NEVER


def _cue(sentence: str, match: re.Match[str], end: int) -> str | None:
    """Return the verb with its particle, None if a needed particle is missing."""
    verb = match["verb"]
    particles = PARTICLES.get(verb)
    if particles is None:
        return None if re.match(r"[^,:]*? (?:ab|zu)(?:[.,]|$)", sentence[end:]) else verb
    found = re.search(rf" (?P<p>{particles})(?=[,.:;]|\s?\x02|$| und\b)", sentence[end - 1 :])
    return f"{verb} … {found['p']}" if found else None


def _clause_subject(sentence: str, match: re.Match[str], start: int = 0) -> Phrase | None:
    """Return the subject of the verb at `match`, before it or after it."""
    before = _subject_before(sentence[start:], match.start() - start)
    after = _subject_after(sentence, match.end() + 1)
    if before is None:
        return after[0] if after else None
    if after and before.determiner in ("die", "das") and not after[0].determiner and after[0].nouns:
        # "Die Sanktionen nannte Putin …": an object may come first.
        return after[0] if match["verb"] in NAMING else before
    return before


def _colon(sentence: str) -> Attribution | None:
    place = re.search(r":\s(?=\x02)", sentence)
    if place is None or sentence.startswith("\x02"):
        return None
    head = sentence[: place.start()]
    spans = ((place.end(), len(sentence)),)
    for match in reversed(list(FIRST_VERB.finditer(head + " "))):
        begin = head.rfind(", ", 0, match.start()) + 2 if ", " in head[: match.start()] else 0
        phrase = _clause_subject(head, match) or _clause_subject(head, match, begin)
        cue = _cue(head + ".", match, match.end())
        if phrase and cue:
            return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=False)
    only = re.fullmatch(rf"(?:So |Und )?{PHRASE}(?: weiter| wörtlich| dazu)?", head)
    if only and (only["pronoun"] or not _is_adverb(only["nouns"])):
        return Attribution(cue="", phrase=_phrase(only), spans=spans, reportable=False)
    perfect = _perfect(head + ".")
    if perfect:
        return Attribution(cue=perfect[1], phrase=perfect[0], spans=spans, reportable=False)
    return None


def _rest(sentence: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the part of an interrupted quotation that follows its attribution."""
    follows = re.search(r"[,.:;]\s(?:und\s)?(?=\x02)|[–-]\s(?=\x02)|:\s(?=\x02)", sentence[end:])
    if follows:
        yield end + follows.end(), len(sentence)


def _trailing(sentence: str) -> Attribution | None:
    for match in TRAILING.finditer(sentence):
        found = _subject_after(sentence, match.end())
        if found is None or (match["verb"] in NAMING and "\x02" not in sentence):
            continue
        phrase, end = found
        cue = _cue(sentence, match, end)
        statement = (0, match.start() + (sentence[match.start()] == "\x03"))
        tail = sentence[end:].split("\x02", maxsplit=1)[0]
        if cue is None or re.search(r", (?:dass|ob)\b", tail):
            continue
        quoted = "\x02" in sentence[: statement[1]]
        if not quoted and not _is_statement(sentence, match, tail):
            continue
        if not quoted and re.match(r"[^,]{0,30}, (?!der |die |das |dass |ob )[a-zäöü]", tail):
            statement = (0, len(sentence))  # "Das Opfer, sagte Müller, sei …"
        return Attribution(
            cue=cue, phrase=phrase, spans=(statement, *_rest(sentence, end)), reportable=True
        )
    return None


def _is_statement(sentence: str, match: re.Match[str], tail: str) -> bool:
    """Whether the words before ", sagte …" are what was said, though nothing is quoted."""
    if SUBORDINATE.match(sentence) or SUBJECT.fullmatch(sentence, 0, match.start("verb")):
        return False
    if match["verb"] not in PLAIN and match["verb"] not in PARTICLES:
        return re.search(rf"\b{SUBJUNCTIVE}\b", sentence[: match.start()]) is not None
    return len(tail) <= LATE or re.search(rf"\b{SUBJUNCTIVE}\b", tail) is not None


def _said(sentence: str) -> Attribution | None:
    match = SAID.search(sentence)
    if match is None or match.start() == 0:
        return None
    phrase = ANONYMOUS
    if match["from"]:
        found = PHRASE_AT.match(sentence, match.end())
        if found and match["from"] in ("aus", "von", "vom", "bei") and not found["pronoun"]:
            phrase = _phrase(found)
    return Attribution(
        cue=match["cue"], phrase=phrase, spans=((0, match.start()),), reportable=True
    )


def _so(sentence: str) -> Attribution | None:
    for match in SO.finditer(sentence):
        found = _subject_after(sentence, match.end())
        if found is None:
            continue
        phrase, end = found
        if not re.match(
            r"[.,;:]|$| (?:am|in|im|weiter|gegenüber|bei|auf|vor)\b|\s?\x02", sentence[end:]
        ):
            continue
        statement = (0, match.start() + (sentence[match.start()] == "\x03"))
        return Attribution(
            cue="so", phrase=phrase, spans=(statement, *_rest(sentence, end)), reportable=True
        )
    return None


def _relative(sentence: str) -> Attribution | None:
    if "\x02" not in sentence:
        return None
    match = RELATIVE.search(sentence)
    if match is None:
        return None
    phrase = Phrase(nouns=match["nouns"])
    return Attribution(
        cue=match["verb"], phrase=phrase, spans=(match.span("clause"),), reportable=False
    )


def _as(sentence: str) -> Attribution | None:
    for match in AS.finditer(sentence):
        found = _subject_after(sentence, match.end())
        if found is None:
            continue
        phrase, end = found
        clause = re.match(
            r"[^,\x02]{0,60}?(?P<cue>\bmitteil\w+|\bbekannt ?ga\w+|\b\w+)(?=[,.]|$)", sentence[end:]
        )
        if clause is None or not _is_saying(clause["cue"]):
            continue
        # "Wie die Polizei mitteilte, wurde …": the rest alone would be no sentence.
        span = (0, len(sentence) if match["first"] else match.start())
        return Attribution(cue=clause["cue"], phrase=phrase, spans=(span,), reportable=True)
    return None


def _is_saying(word: str) -> bool:
    return word in SAYING or word in {
        "mitteilte", "mitteilten", "mitteilt", "bekanntgab", "bekanntgaben", "angab", "angaben",
        "ankündigte", "ankündigten", "einräumte", "hinzufügte",
    }  # fmt: skip


def _according(sentence: str) -> Attribution | None:
    match = ACCORDING.search(sentence)
    whole = ((0, len(sentence)),)
    if match:
        found = PHRASE_AT.match(sentence, match.end())
        if found and not found["pronoun"]:
            cue = match["laut"].removesuffix(" von").removesuffix(" vom")
            return Attribution(cue=cue, phrase=_phrase(found), spans=whole, reportable=True)
    if "zufolge" in sentence:
        for other in ZUFOLGE.finditer(sentence):
            if other["pronoun"] or other["nouns"] in ("Angaben", "Berichten"):
                continue
            before = sentence[: other.start()]
            if FIRST_VERB.search(before):  # "verkündete Putin Agenturen zufolge, dass …"
                continue
            return Attribution(cue="zufolge", phrase=_phrase(other), spans=whole, reportable=True)
    return None


def _perfect(sentence: str) -> tuple[Phrase, str] | None:
    participle = PARTICIPLE.search(sentence)
    match = PERFECT.search(sentence)
    if not participle or not match or participle.start() < match.end():
        return None
    phrase = _clause_subject(sentence, match)
    return (phrase, participle["cue"]) if phrase else None


def _front(sentence: str) -> Attribution | None:
    """Attribute "Putin sagte, dass …", "Er nannte das …", "hat … als … bezeichnet"."""
    match = FIRST_VERB.search(sentence)
    phrase = cue = None
    begin = 0
    if match:
        phrase, begin = _clause_subject(sentence, match), match.end()
        cue = _cue(sentence, match, match.end())
    if phrase is None or cue is None:
        perfect = _perfect(sentence)
        if perfect is None:
            return None
        phrase, cue = perfect
        begin = 0
    if match and match["verb"] in NAMING and begin:
        return Attribution(
            cue=cue, phrase=phrase, spans=((begin, len(sentence)),), reportable=False
        )
    clause = THAT.search(sentence, begin) or (
        SUBJUNCTIVE_CLAUSE.search(sentence, begin) if begin else None
    )
    if clause:
        if "\x02" in sentence[begin : clause.start()]:
            return Attribution(
                cue=cue, phrase=phrase, spans=((begin, len(sentence)),), reportable=False
            )
        return Attribution(
            cue=cue, phrase=phrase, spans=((clause.end(), len(sentence)),), reportable=True
        )
    return Attribution(cue=cue, phrase=phrase, spans=((begin, len(sentence)),), reportable=False)
