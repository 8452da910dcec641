"""Rules of German for who says what in one sentence."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.understanding.attribution import Attribution, Phrase
from dossier.understanding.clauses_de import (
    clause_subject,
    cue_of,
    perfect,
    verbs_in,
)
from dossier.understanding.heads_de import head_speaker
from dossier.understanding.lexicon import word_set
from dossier.understanding.quoting_de import quoting
from dossier.understanding.sources_de import according_to
from dossier.understanding.speech_de import (
    NO_VERBS,
    RELATIVE,
    RELATIVE_TOLD,
    THAT,
    WORD,
)
from dossier.understanding.subjunctive_de import carries_on, is_main, is_subjunctive
from dossier.understanding.trailing_de import (
    as_said_by,
    composed,
    said,
    so,
    talk_of,
    trailing,
)
from dossier.understanding.utterances_de import announced, it_says, opinion, verdict
from dossier.understanding.verbs_de import (
    ASKING,
    FEELING,
    FINITE,
    JOINED,
    PARTICLES,
    PLAIN,
    SAYING,
    THINKING,
)

_COLON = re.compile(r":\s(?=\x02)")
_BEFORE_COMMA = re.compile(r"([a-zäöüß]+), ")
_COLON_CLAUSE = re.compile(r":\s(?=[A-ZÄÖÜ])")
# "er räumte ein, zu schnell geurteilt zu haben", "warf ihm vor, Europa zu gefährden"
# Participles after which a clause is what was said.
_STATING = word_set(
    "gesagt erklärt betont geschrieben mitgeteilt angekündigt behauptet bestätigt bekräftigt "
    "gemeint berichtet eingeräumt versichert beklagt erzählt geäußert beteuert prophezeit "
    "eingestanden verkündet versprochen zugegeben klargestellt angedeutet gewarnt bekanntgegeben"
)
_NO_STATEMENT = re.compile(
    r"(?:und|oder|aber|doch|sondern|als|wenn|weil|da|bevor|nachdem|während|damit|obwohl|wobei|wie|was"
    r"|wer|wo|warum|um|ohne|indem|bis|so|mit|in|im|am|auf|bei|beim|nach|vor|seit|der|die|das|dem|den"
    r"|deren|dessen|womit|worauf|heißt|hieß|sagte|sagt|teilte|wird|wurde|war|ist|hat|hatte) "
)
# "sagte Rice, die USA hielten sich daran": the verb stands second, as in no relative clause.
_MAIN_CLAUSE = re.compile(
    r"[^,:;\x02]*, (?P<clause>(?:er|es|man|(?:(?:der|die|das|diese[rs]?|eine?|keine?|seine?|ihre?"
    r"|alle|viele|mehr|einige) )?(?:[a-zäöüß]+e[nrs]? )?[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*)"
    r" (?:ist|sind|war|hat|wird|kann|muss|soll|(?P<verb>[a-zäöüß]{2,}(?:t|te|ten|en)))(?= [^,.;]))"
)
_INFINITIVE = re.compile(r", (?=[^,:;\x02]{3,120} (?:zu \w+n|\w+zu\w+en)(?:[,.;]|$))")
# "… und versicherte, die Behörden hätten …"
_AND_SAYS = re.compile(r" und (?P<verb>[a-zäöüß]+)(?: [^,:\x02\x03]{1,40})?, ")
_SECOND_HAND = word_set("laut zufolge Angaben wie")


def attribute(sentence: str) -> Attribution | None:
    """Return who says which part of a masked German sentence, or None."""
    for rule in (
        quoting,
        _colon,
        trailing,
        composed,
        verdict,
        it_says,
        opinion,
        said,
        so,
        _relative,
        as_said_by,
        according_to,
        _front,
        _relative_told,
        talk_of,
    ):
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
    other = according_to(sentence, after_verbs=True) or as_said_by(sentence)
    return replace(found, via=other.phrase) if other and other.phrase != found.phrase else found


def _colon(sentence: str) -> Attribution | None:
    if ": " not in sentence:
        return None
    place = _COLON.search(sentence)
    if place is None:
        return _colon_clause(sentence)
    if "\x03, " in sentence[: place.start()]:
        return None  # the quotation before it comes first: "…", sagte er und fügte hinzu: "…"
    head = sentence[: place.start()]
    found = announced(head) or head_speaker(head)
    later = trailing(sentence[place.end() :])
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
    said_by = cue.partition(" … ")[0]
    told = [verb for verb in verbs_in(head) if verb[0] == said_by and cue not in THINKING]
    return _clause(head, told[-1]) if told else None


def _colon_clause(sentence: str) -> Attribution | None:
    """Attribute "Er kündigte Konsequenzen an: Wer Schuld trage, werde zahlen."."""
    place = _COLON_CLAUSE.search(sentence)
    if place is None or not carries_on(sentence[place.end() :]):
        return None
    head = sentence[: place.start()]
    before = trailing(head + ".") if "\x03, " in head else None
    if before:  # "…", sagte Krapp und fügte hinzu: Es seien …
        both = (before.spans[0], (place.end(), len(sentence)))
        return replace(before, spans=both, reportable=True)
    found = head_speaker(head)
    follows = sentence[place.end() :]
    # Without a verb of saying: "Müller sah das anders: Es sei zu früh."
    told = found and (found[1] or (is_main(follows) and not trailing(follows)))
    if found is None or not told:
        return None
    spans = ((place.end(), len(sentence)),)
    return Attribution(cue=found[1], phrase=found[0], spans=spans, reportable=True)


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


def _relative_told(sentence: str) -> Attribution | None:
    """Attribute "Minister wird Dschassim, der betonte, er gehöre keiner Partei an"."""
    verbs = [word[1] for word in _BEFORE_COMMA.finditer(sentence)] if ", d" in sentence else []
    if SAYING.isdisjoint(verbs) and JOINED.isdisjoint(verbs):
        return None
    for match in RELATIVE_TOLD.finditer(sentence):
        rest = sentence[match.end() :]
        told = match["verb"] in SAYING or match["verb"] in JOINED
        if told and (is_subjunctive(rest) or rest.startswith(("dass ", "ob "))):
            phrase = Phrase(nouns=match["nouns"], addition=match["addition"].strip())
            span = (match.end(), len(sentence))
            return Attribution(cue=match["verb"], phrase=phrase, spans=(span,), reportable=True)
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
    begin = _told(sentence, cue)
    span = (begin or 0, len(sentence))
    return Attribution(cue=cue, phrase=phrase, spans=(span,), reportable=begin is not None)


def _told(sentence: str, participle: str) -> int | None:
    """Return where the clause begins that somebody "hat … gesagt", None if nothing is reported."""
    that = THAT.search(sentence)
    if that:
        return that.end()
    place = sentence.find(f" {participle}, ") + len(participle) + 3
    follows = place > len(participle) + 2 and participle in _STATING and "" not in sentence
    if follows and is_subjunctive(sentence[place:].partition(";")[0]):
        return place
    infinitive = _INFINITIVE.search(sentence)
    if infinitive:
        return infinitive.end()
    # "hat geschrieben, moderne Gesellschaften litten …": the form alone does not tell it.
    return place if follows and not _NO_STATEMENT.match(sentence, place) else None


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
        if clause is not None and verb[0] in FEELING:
            sure = " sich" in sentence[begin:clause] and is_subjunctive(sentence[clause:])
            clause = clause if sure else None
        if clause is not None and "\x02" not in sentence[begin:clause]:
            return Attribution(cue=cue, phrase=phrase, spans=((clause, end),), reportable=True)
    if "\x02" in sentence:
        start = begin if "\x02" in sentence[begin:] else 0
        if verb[0].startswith("fühl"):  # "Krause fühlte sich „müde“, Pudenz war „enttäuscht“"
            end = sentence.find("\x03", start) + 1 or end
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
    if infinitive:
        return infinitive.end()
    main = _MAIN_CLAUSE.search(sentence, begin) if verb[0] in PLAIN else None
    return main.start("clause") if main and main["verb"] not in NO_VERBS else None
