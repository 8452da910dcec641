"""Rules of German for who says what in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from dossier.understanding.attribution import ANONYMOUS, Attribution, Phrase
from dossier.understanding.clauses_de import (
    clause_subject,
    cue_of,
    head_speaker,
    perfect,
    phrase_of,
    subject_after,
    verbs_in,
)
from dossier.understanding.lexicon import word_set
from dossier.understanding.roles import is_office
from dossier.understanding.sources_de import according_to
from dossier.understanding.speech_de import (
    AFTER_COMMA,
    AFTER_QUOTATION,
    AS,
    LATE,
    NO_VERBS,
    PHRASE_AT,
    QUOTED_BY,
    QUOTES,
    RELATIVE,
    SAID,
    SO,
    SUBJECT,
    SUBORDINATE,
    THAT,
    VERB_LIKE,
    WORD,
)
from dossier.understanding.subjunctive_de import carries_on, is_subjunctive
from dossier.understanding.verbs_de import (
    ASKING,
    FINITE,
    JOINED,
    PARTICLES,
    PLAIN,
    SAYING,
    THINKING,
)

_COLON = re.compile(r":\s(?=\x02)")
_COLON_CLAUSE = re.compile(r":\s(?=[A-ZÄÖÜ])")
_REST = re.compile(r"[,.:;]\s(?:und\s|aber\s|doch\s)?(?=\x02)|[–-]\s(?=\x02)")
_SO_END = re.compile(
    r"[.,;:]|$|\x02|\s?\x02| (?:am|in|im|weiter|gegenüber|bei|beim|auf|vor|zu|zur|laut|nach|\x02)\b"
)
# "er räumte ein, zu schnell geurteilt zu haben", "warf ihm vor, Europa zu gefährden"
_INFINITIVE = re.compile(r", (?=[^,:;\x02]{3,120} (?:zu \w+n|\w+zu\w+en)(?:[,.;]|$))")
# "… und versicherte, die Behörden hätten …"
_AND_SAYS = re.compile(r" und (?P<verb>[a-zäöüß]+)(?: [^,:\x02\x03]{1,40})?, ")
_THAT = re.compile(r", (?:dass|ob)\b")
_INSERTED = re.compile(r"[^,]{0,40}, (?!der |die |das |dass |ob |wobei |weil |wenn )[a-zäöü]")
_SO_INSERTED = re.compile(r"[^,]{0,40}, [a-zäöü]")
_AS_CLAUSE = re.compile(r"[^,\x02]{0,80}?(?P<cue>\b\w+)(?=[,.:]|$)")
_SECOND_HAND = word_set("laut zufolge Angaben wie")


def attribute(sentence: str) -> Attribution | None:
    """Return who says which part of a masked German sentence, or None."""
    for rule in (_quoting, _colon, _trailing, _said, _so, _relative, _as, according_to, _front):
        found = rule(sentence)
        if found is not None:
            return _with_via(_with_more(found, sentence), sentence)
    return None


def _with_more(found: Attribution, sentence: str) -> Attribution:
    """Add what is said besides: "nannte das "schwer" und versicherte, die Behörden hätten …"."""
    if found.reportable or " und " not in sentence:
        return found
    *first, (start, end) = found.spans
    for match in _AND_SAYS.finditer(sentence, sentence.rfind("\x03") + 1):
        verb, rest = match["verb"], sentence[match.end() :]
        if (verb in SAYING or cue_of(sentence, verb, match.end("verb"))) and (
            is_subjunctive(rest) or rest.startswith(("dass ", "ob "))
        ):
            kept = (start, min(end, match.start()))
            spans = (*first, kept, (match.end(), len(sentence)))
            return replace(found, spans=spans, reportable=True)
    return found


def _with_via(found: Attribution, sentence: str) -> Attribution:
    """Add who passes it on: "…, sagte Putin laut Tass"."""
    if found.via or found.cue not in FINITE or _SECOND_HAND.isdisjoint(WORD.findall(sentence)):
        return found
    other = according_to(sentence, after_verbs=True) or _as(sentence)
    return replace(found, via=other.phrase) if other else found


def _quoting(sentence: str) -> Attribution | None:
    """Attribute "…, wird Müller von der Zeitung zitiert" and "…, zitierte Tass den Minister"."""
    if "ziti" not in sentence:
        return None
    passive = QUOTED_BY.search(sentence)
    person = PHRASE_AT.match(passive["who"]) if passive else None
    if passive and person:
        outlet = PHRASE_AT.match(passive["via"]) if passive["via"] else None
        return Attribution(
            cue="zitiert", phrase=phrase_of(person), spans=((0, passive.start()),),
            reportable=False, via=phrase_of(outlet) if outlet else None,
        )  # fmt: skip
    active = QUOTES.search(sentence)
    outlet = PHRASE_AT.match(sentence, active.end()) if active else None
    if active is None or outlet is None or outlet["pronoun"]:
        return None
    place = outlet.end() + 1 + 4 * sentence.startswith("den ", outlet.end() + 1)
    via, speaker = phrase_of(outlet), PHRASE_AT.match(sentence, place)
    words = via.nouns.split()
    if speaker is None:  # "zitierte die Agentur Interfax Präsident Putin": two names in a row
        cut = next((i for i, word in enumerate(words) if i and is_office(word, "de")), 0)
        if not cut:
            return None
        via, phrase = replace(via, nouns=" ".join(words[:cut])), Phrase(nouns=" ".join(words[cut:]))
    else:
        phrase = phrase_of(speaker)
    spans = ((0, active.start()), *_rest(sentence, active.end()))
    return Attribution(cue=active["cue"], phrase=phrase, spans=spans, reportable=False, via=via)


def continues_question(_sentence: str) -> bool:
    """In German a verb in small letters follows the question: no sentence was cut."""
    return False


def _colon(sentence: str) -> Attribution | None:
    if ": " not in sentence:
        return None
    place = _COLON.search(sentence)
    if place is None:
        return _colon_clause(sentence)
    if "\x03, " in sentence[: place.start()]:
        return None  # the quotation before it comes first: "…", sagte er und fügte hinzu: "…"
    found = head_speaker(sentence[: place.start()])
    later = _trailing(sentence[place.end() :])
    if later:  # "Er wechselte ins Englische: "…", sagt er, "…""
        spans = tuple((place.end() + a, place.end() + b) for a, b in later.spans)
        phrase = found[0] if found and not later.phrase.nouns else later.phrase
        return replace(later, phrase=phrase, spans=spans)
    if found is None:
        return None
    phrase, cue = found
    quoted = place.end(), len(sentence)
    begin = _stated(sentence[: place.start()], cue)
    spans = (quoted,) if begin is None else ((begin, place.start()), quoted)
    return Attribution(cue=cue, phrase=phrase, spans=spans, reportable=begin is not None)


def _stated(head: str, cue: str) -> int | None:
    """Return where a statement begins before a colon: "Er sagte, es sei vorbei: „…“"."""
    if ", " not in head or "\x02" in head:
        return None
    told = [verb for verb in verbs_in(head) if verb[0] == cue and cue not in THINKING]
    return _clause(head, told[-1]) if told else None


def _colon_clause(sentence: str) -> Attribution | None:
    """Attribute "Er kündigte Konsequenzen an: Wer Schuld trage, werde zahlen."."""
    place = _COLON_CLAUSE.search(sentence)
    if place is None or not carries_on(sentence[place.end() :]):
        return None
    head = sentence[: place.start()]
    before = _trailing(head + ".") if "\x03, " in head else None
    if before:  # "…", sagte Krapp und fügte hinzu: Es seien …
        both = (before.spans[0], (place.end(), len(sentence)))
        return replace(before, spans=both, reportable=True)
    found = head_speaker(head)
    if found is None or not found[1]:
        return None
    spans = ((place.end(), len(sentence)),)
    return Attribution(cue=found[1], phrase=found[0], spans=spans, reportable=True)


def _rest(sentence: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the part of an interrupted quotation that follows its attribution."""
    follows = _REST.search(sentence, end)
    if follows:
        yield follows.end(), len(sentence)


def _trailing(sentence: str) -> Attribution | None:
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
    spans = ((0, match.start() + 1), *_rest(sentence, end))
    return Attribution(cue=cue or verb, phrase=phrase, spans=spans, reportable=False)


def _after_statement(sentence: str, match: re.Match[str]) -> Attribution | None:
    verb = match["verb"]
    found = subject_after(sentence, match.end())
    if found is None:
        return None
    phrase, end = found
    cue = cue_of(sentence, verb, end)
    tail = sentence[end:].split("\x02", maxsplit=1)[0]
    if cue is None or _THAT.search(tail) or not _is_statement(sentence, match, tail):
        return None
    statement = (0, match.start())
    if _INSERTED.match(tail):
        statement = (0, len(sentence))  # "Das Opfer, sagte Müller, sei …"
    return Attribution(
        cue=cue, phrase=phrase, spans=(statement, *_rest(sentence, end)), reportable=True
    )


def _is_statement(sentence: str, match: re.Match[str], tail: str) -> bool:
    """Whether the words before ", sagte …" are what was said, though nothing is quoted."""
    if SUBJECT.fullmatch(sentence, 0, match.start("verb")):
        return False
    before = sentence[: match.start()]
    if is_subjunctive(before) or is_subjunctive(tail):
        return True
    if SUBORDINATE.match(sentence) and match["verb"] not in PLAIN:
        return False
    return not SUBORDINATE.match(sentence) and len(tail) <= LATE


def _said(sentence: str) -> Attribution | None:
    if " es" not in sentence:
        return None
    match = SAID.search(sentence)
    if match is None or match.start() == 0:
        return None
    phrase = ANONYMOUS
    origin = match["from"]
    if origin:
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


def _so(sentence: str) -> Attribution | None:
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
            cue="so", phrase=phrase, spans=(statement, *_rest(sentence, end)), reportable=True
        )
    return None


def _relative(sentence: str) -> Attribution | None:
    if ", d" not in sentence:
        return None
    if "\x02" not in sentence:
        return None
    match = RELATIVE.search(sentence)
    if match is None or (match["verb"] not in FINITE and match["verb"] not in JOINED):
        return None
    phrase = Phrase(nouns=match["nouns"], addition=match["addition"].strip())
    return Attribution(
        cue=match["verb"], phrase=phrase, spans=(match.span("clause"),), reportable=False
    )


def _as(sentence: str) -> Attribution | None:
    if "wie " not in sentence and not sentence.startswith("Wie "):
        return None
    for match in AS.finditer(sentence):
        found = subject_after(sentence, match.end())
        if found is None:
            continue
        phrase, end = found
        clause = _AS_CLAUSE.match(sentence, end)
        if clause is None or not (clause["cue"] in SAYING or clause["cue"] in JOINED):
            continue
        # "Wie die Polizei mitteilte, wurde …": the rest alone would be no sentence.
        span = (0, len(sentence) if match["first"] else match.start())
        if sentence.startswith(": ", clause.end()):  # "…, wie das Amt mitteilte: Die Synode …"
            span = (clause.end() + 2, len(sentence))
        return Attribution(cue=clause["cue"], phrase=phrase, spans=(span,), reportable=True)
    return None


def _front(sentence: str) -> Attribution | None:
    """Attribute "Putin sagte, dass …", "Er nannte das …", "hat … als … bezeichnet"."""
    for verb in _telling(sentence):
        phrase = clause_subject(sentence, verb)
        cue = cue_of(sentence, verb[0], verb.end())
        if phrase is None or cue is None:
            continue
        found = _object(sentence, verb, phrase, cue)
        if found:
            return found
        break
    past = perfect(sentence)
    if past is None:
        return None
    phrase, cue = past
    clause = THAT.search(sentence) or _INFINITIVE.search(sentence)
    span = (clause.end() if clause else 0, len(sentence))
    return Attribution(cue=cue, phrase=phrase, spans=(span,), reportable=clause is not None)


def _telling(sentence: str) -> list[re.Match[str]]:
    """Return the verbs up to the last that counts: without quotation marks one of saying."""
    verbs = list(verbs_in(sentence))
    if "\x02" not in sentence:
        while verbs and verbs[-1][0] not in SAYING and verbs[-1][0] not in PARTICLES:
            verbs.pop()
    return verbs


def _object(sentence: str, verb: re.Match[str], phrase: Phrase, cue: str) -> Attribution | None:
    """Return what follows a verb of saying: a clause, or the fragments in quotation marks."""
    begin, end = verb.end(), len(sentence)
    if verb[0] in SAYING or verb[0] in PARTICLES:
        clause = None if verb[0] in THINKING else _clause(sentence, verb)
        if clause is not None and "\x02" not in sentence[begin:clause]:
            return Attribution(cue=cue, phrase=phrase, spans=((clause, end),), reportable=True)
    if "\x02" in sentence:
        start = begin if "\x02" in sentence[begin:] else 0
        return Attribution(cue=cue, phrase=phrase, spans=((start, end),), reportable=False)
    return None


def _clause(sentence: str, verb: re.Match[str]) -> int | None:
    """Return where the clause that was said begins: after ", dass" or in the subjunctive."""
    begin = verb.end()
    that = THAT.search(sentence, begin)
    if that:
        return that.end()
    place = sentence.find(", ", begin)
    while place >= 0:
        close = sentence.find(",", place + 2)
        piece = sentence[place + 2 : close if close >= 0 else len(sentence)]
        if is_subjunctive(piece):
            return place + 2
        place = sentence.find(", ", place + 2)
    # What somebody asks for is no statement: "Er rät, …".
    infinitive = None if verb[0] in ASKING else _INFINITIVE.search(sentence, begin)
    return infinitive.end() if infinitive else None
