"""German rules for who is named behind the words said: "„…“, sagte X", "…, so X", "wie X sagt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.attribution import ANONYMOUS, Attribution, Phrase
from dossier.understanding.clauses_de import cue_of, phrase_of, subject_after, subject_before
from dossier.understanding.speech_de import (
    AFTER_COMMA,
    AFTER_QUOTATION,
    AS,
    COMPOSED,
    LATE,
    NO_VERBS,
    PHRASE_AT,
    SAID,
    SAID_LATER,
    SO,
    SUBORDINATE,
    TALK_OF,
    VERB_LIKE,
)
from dossier.understanding.subjunctive_de import is_subjunctive
from dossier.understanding.verbs_de import FINITE, JOINED, PARTICLES, PLAIN, SAYING

_REST = re.compile(r"[,.:;]\s(?:und\s|aber\s|doch\s)?(?=\x02)|[–-]\s(?=\x02)")
_SO_END = re.compile(
    r"[.,;:]|$|\x02|\s?\x02| (?:am|in|im|weiter|wörtlich|gegenüber|bei|beim|auf|vor|zu|zur|laut"
    r"|nach|\x02)\b"
)
_INSERTED = re.compile(r"[^,]{0,40}, (?!der |die |das |dass |ob |wobei |weil |wenn )[a-zäöü]")
_SO_INSERTED = re.compile(r"[^,]{0,40}, [a-zäöü]")
_AS_CLAUSE = re.compile(r"[^,\x02]{0,80}?(?P<cue>\b(?:bekannt )?\w+)(?=[,.:]|$)")
_OF_WHOM = re.compile(r"(?:ihm|ihr)\b")
_RELATIVE_INSERTED = re.compile(r", (?:der|die|das|ein|eine) [^,\x02]{3,90},")
_THAT = re.compile(r", (?:dass|ob)\b")


def trailing(sentence: str) -> Attribution | None:
    """Attribute "„…“, sagte Müller" and "Es sei vorbei, sagte Müller"."""
    quoted = "\x02" in sentence
    if quoted:
        for match in AFTER_QUOTATION.finditer(sentence):
            found = _after_quotation(sentence, match)
            if found:
                return found
    for match in AFTER_COMMA.finditer(sentence):
        verb = match["verb"]
        if verb in SAYING or verb in PARTICLES:
            found = _after_statement(sentence, match)
            if found:
                return found
    return None


def _after_quotation(sentence: str, match: re.Match[str]) -> Attribution | None:
    verb = match["verb"]
    known = verb in FINITE
    ended = bool(match["comma"]) or sentence[match.start() - 1] in ".!?…"
    if not known and (not ended or verb in NO_VERBS or VERB_LIKE.fullmatch(verb) is None):
        return None
    found = subject_after(sentence, match.end())
    phrase, end = found or (ANONYMOUS, match.end())
    cue = cue_of(sentence, verb, end) if known else verb
    if cue is None and not ended:
        return None
    if found is None and not ended:
        return None
    if _THAT.search(sentence[end:].split("\x02", maxsplit=1)[0]) and not match["comma"]:
        return None
    if not known and (found is None or not (phrase.nouns or phrase.determiner)):
        return None
    spans = ((0, match.start() + 1), *rest_of(sentence, end))
    return Attribution(cue=cue or verb, phrase=phrase, spans=spans, reportable=False)


def _after_statement(sentence: str, match: re.Match[str]) -> Attribution | None:
    verb = match["verb"]
    found = subject_after(sentence, match.end())
    if found is None:
        return None
    phrase, end = found
    cue = cue_of(sentence, verb, end)
    tail = sentence[end:].split("\x02", maxsplit=1)[0]
    is_pronoun = not phrase.nouns
    if (
        cue is None
        or _THAT.search(tail)
        or not _is_statement(sentence, match, tail, is_pronoun=is_pronoun)
    ):
        return None
    statement = (0, match.start())
    if _INSERTED.match(tail):
        statement = (0, len(sentence))  # "Das Opfer, sagte Müller, sei …"
    return Attribution(
        cue=cue, phrase=phrase, spans=(statement, *rest_of(sentence, end)), reportable=True
    )


def _is_statement(sentence: str, match: re.Match[str], tail: str, *, is_pronoun: bool) -> bool:
    """Whether the words before ", sagte …" are what was said, though nothing is quoted."""
    if not is_pronoun and subject_before(sentence, match.start("verb")):
        return False
    before = sentence[: match.start()]
    if is_subjunctive(before) or is_subjunctive(tail):
        return True
    if SUBORDINATE.match(sentence) and match["verb"] not in PLAIN:
        return False
    return not SUBORDINATE.match(sentence) and len(tail) <= LATE


def composed(sentence: str) -> Attribution | None:
    """Attribute "„…“, soll sie gesagt haben" and "…, wird der Wirt später sagen"."""
    match = COMPOSED.search(sentence)
    found = subject_after(sentence, match.end()) if match else None
    said = SAID_LATER.match(sentence, found[1]) if found else None
    if match is None or found is None or said is None:
        return None
    quoted = "\x02" in sentence[: match.start()]
    if not quoted and not is_subjunctive(sentence[: match.start()]):
        return None
    spans = ((0, match.start() + 1), *rest_of(sentence, said.end()))
    return Attribution(cue=said["cue"], phrase=found[0], spans=spans, reportable=not quoted)


def talk_of(sentence: str) -> Attribution | None:
    """Attribute "Die Rede war von „…“" to nobody: that somebody says it is sure."""
    match = TALK_OF.search(sentence) if "Rede" in sentence and "\x02" in sentence else None
    if match is None:
        return None
    spans = ((match.start(), len(sentence)),)
    return Attribution(cue="Rede", phrase=ANONYMOUS, spans=spans, reportable=False)


def said(sentence: str) -> Attribution | None:
    """Attribute "Es sei vorbei, hieß es aus dem Ministerium"."""
    if " es" not in sentence:
        return None
    match = SAID.search(sentence)
    if match is None or match.start() == 0:
        return None
    phrase = ANONYMOUS
    origin = match["from"]
    whose = _OF_WHOM.match(sentence, match.end()) if origin == "von" else None
    if whose:
        phrase = Phrase(nouns="", determiner="er" if whose[0] == "ihm" else "sie")
    elif origin:
        found = PHRASE_AT.match(sentence, match.end())
        if found and not found["pronoun"]:
            if origin in ("aus", "von", "vom", "bei", "beim"):
                phrase = phrase_of(found)
            elif found["addition"].startswith((" des ", " der ", " von ")):
                owner = PHRASE_AT.match(sentence, found.start("addition") + 1)
                phrase = phrase_of(owner) if owner else ANONYMOUS
    return Attribution(
        cue=match["cue"], phrase=phrase, spans=((0, match.start()),), reportable=True
    )


def so(sentence: str) -> Attribution | None:
    """Attribute "„…“, so Müller"."""
    if " so " not in sentence:
        return None
    for match in SO.finditer(sentence):
        found = subject_after(sentence, match.end())
        if found is None:
            continue
        phrase, end = found
        if not _SO_END.match(sentence, end):
            continue
        statement = (0, match.start() + (sentence[match.start()] == "\x03"))
        tail = sentence[end:].split("\x02", maxsplit=1)[0]
        if _SO_INSERTED.match(tail) and "\x02" not in sentence:
            statement = (0, len(sentence))
        return Attribution(
            cue="so", phrase=phrase, spans=(statement, *rest_of(sentence, end)), reportable=True
        )
    return None


def as_said_by(sentence: str) -> Attribution | None:
    """Attribute "Wie die Polizei mitteilte, wurde …" and "…, wie Müller sagte"."""
    if "wie " not in sentence and not sentence.startswith("Wie "):
        return None
    for match in AS.finditer(sentence):
        found = subject_after(sentence, match.end())
        if found is None:
            continue
        phrase, end = found
        inserted = _RELATIVE_INSERTED.match(sentence, end)
        clause = _AS_CLAUSE.match(sentence, inserted.end() if inserted else end)
        cue = clause["cue"].replace(" ", "") if clause else ""
        if clause is None or not (cue in SAYING or cue in JOINED):
            continue
        # "Wie die Polizei mitteilte, wurde …": the rest alone would be no sentence.
        span = (0, len(sentence) if match["first"] else match.start())
        if sentence.startswith(": ", clause.end()):  # "…, wie das Amt mitteilte: Die Synode …"
            span = (clause.end() + 2, len(sentence))
        return Attribution(cue=clause["cue"], phrase=phrase, spans=(span,), reportable=True)
    return None


def rest_of(sentence: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the part of an interrupted quotation that follows its attribution."""
    follows = _REST.search(sentence, end)
    if follows:
        yield follows.end(), len(sentence)
