"""German nouns for what somebody says: "Seine Antwort: „…“", "„…“, lautet das Fazit von Müller"."""

from __future__ import annotations

import re

from dossier.understanding.attribution import ANONYMOUS, Attribution, Phrase
from dossier.understanding.clauses_de import (
    phrase_of,
    shared_subject,
    subject_after,
    subject_before,
)
from dossier.understanding.lazy import lazy_pattern
from dossier.understanding.lexicon import word_set
from dossier.understanding.speech_de import ADDITION, PHRASE_AT, SUBJECT, WHOSE
from dossier.understanding.subjunctive_de import is_subjunctive

_NOUN = (
    r"(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Aa]ntwort|[Aa]nsage|[Aa]nsicht|[Aa]ppell|[Aa]rgument|[Aa]ussage"
    r"|[Bb]efürchtung|[Bb]efund|[Bb]egründung|[Bb]eobachtung|[Bb]ilanz|[Bb]otschaft|[Cc]redo"
    r"|[Dd]evise|[Dd]iagnose|[Ee]indruck|[Ee]inschätzung|[Ee]inwand|[Ee]mpfehlung|[Ee]rklärung"
    r"|[Ff]azit|[Ff]orderung|[Ff]ormel|[Hh]inweis|[Hh]offnung|[Kk]ommentar|[Kk]ritik|[Ll]osung"
    r"|[Mm]ahnung|[Mm]antra|[Mm]einung|[Mm]otto|[Pp]arole|[Pp]rognose|[Rr]eaktion|[Rr]esümee"
    r"|[Rr]atschlag|[Ss]chlussfolgerung|[Ss]tatement|[Tt]hese|[Tt]enor|[Üü]berzeugung|[Uu]rteil"
    r"|[Vv]ersprechen|[Vv]ermutung|[Vv]orwurf|[Ww]arnung|[Ww]orte|[Ww]unsch)"
)
_IS_ONE = lazy_pattern(rf"(?:(?P<whose>[A-ZÄÖÜ]\w+)s )?(?P<noun>{_NOUN})(?: von (?P<by>.+))?")
# Who answers is not who spoke last.
_ANSWERS = word_set("Antwort Reaktion")
_SOMEBODY_ELSE = Phrase(nouns="", determiner="man")
_OF = re.compile(r" (?:von|vom|aus|bei|beim|an) (?:dem )?")
# "„…“, so lautet das knappe Fazit", "„…“, ist der Eindruck"
_VERDICT = lazy_pattern(
    r"(?:\x03,?|,)(?: [–-])? (?:so )?(?:lautet|lautete|ist|war|heißt|hieß|bleibt) (?:auch )?"
    rf"(?=(?:der|die|das|seine?|ihre?) (?:[a-zäöüß]+e )?(?:[A-ZÄÖÜ]\w+s )?{_NOUN}\b)"
)
# "„…“, ist Müller überzeugt", "„…“, waren sich beide sicher"
_ATTITUDE = lazy_pattern(
    r"(?:\x03,?|,)(?: [–-])? (?P<verb>ist|war|sind|waren) (?:sich )?(?:auch )?(?=[\wÄÖÜ])"
)
_HOW = lazy_pattern(
    r"(?:[^,.;:\x02]{0,60} )?(?P<how>überzeugt|sicher|gewiss|einig|zuversichtlich|optimistisch"
    r"|pessimistisch|skeptisch|erleichtert|enttäuscht|begeistert|froh|stolz|verärgert|empört"
    r"|entsetzt|zufrieden|ratlos|verwundert|dankbar|fassungslos|glücklich|erfreut|besorgt"
    r"|(?:der|seiner|ihrer) (?:Meinung|Ansicht|Auffassung|Überzeugung))(?=[,.;:]|$| und )"
)
# "In einer Erklärung des Ministers heißt es, …"
_IT_IS_SAID = ("heißt es", "hieß es", "heisst es", "hiess es")
_IN_WHICH = lazy_pattern(
    rf"[A-ZÄÖÜ][\w-]+(?P<addition>{ADDITION}?), in (?:dem|der|denen) es (?P<verb>heißt|hieß)$"
)
_WHERE = re.compile(r"(?:In|Aus) |Im (?=[A-ZÄÖÜa-z])")
_IT_SAYS = re.compile(r"(?:In|Im|Aus) [^,:;\x02]{4,140}? (?P<verb>heißt|hieß) es(?: [a-z]+){0,2}, ")
_OPINION = re.compile(
    r"\b(?:ist|sind|war|waren) (?:[a-zäöüß]+ ){0,2}"
    r"(?P<how>(?:der|seiner|ihrer) (?:Meinung|Ansicht|Auffassung|Überzeugung)"
    r"|zu dem (?:Ergebnis|Schluss) (?:gekommen|gelangt)), (?=dass\b)"
)


def announced(head: str) -> tuple[Phrase, str] | None:
    """Return whose words follow a colon, and the noun: "Seine Antwort kam prompt"."""
    said = next((words for words in _IT_IS_SAID if head.endswith(words)), "")
    written_by = _document(head) if said else None
    if written_by:
        return written_by, said
    written = _IN_WHICH.search(head)
    if written:
        owner = _owner(written)
        return (owner or ANONYMOUS), f"es {written['verb']}"
    match = SUBJECT.match(head + " ")
    if match is None or match["pronoun"]:
        return None
    return _owned(match)


def verdict(sentence: str) -> Attribution | None:
    """Attribute "„…“, lautet das Fazit von Müller" and "„…“, ist Müller überzeugt"."""
    quoted = "\x02" in sentence
    for match in _VERDICT.finditer(sentence):
        whose = PHRASE_AT.match(sentence, match.end())
        owned = _owned(whose) if whose else None
        if owned and _is_said(sentence, match, quoted=quoted):
            return _said(match, *owned, quoted=quoted)
    for match in _ATTITUDE.finditer(sentence):
        found = subject_after(sentence, match.end())
        how = _HOW.match(sentence, found[1]) if found else None
        if found and how and _is_said(sentence, match, quoted=quoted):
            return _said(match, found[0], f"{match['verb']} … {how['how']}", quoted=quoted)
    return None


def it_says(sentence: str) -> Attribution | None:
    """Attribute "In einer Erklärung des Ministers heißt es, man warte noch"."""
    match = _IT_SAYS.match(sentence) if " es" in sentence else None
    if match is None or not is_subjunctive(sentence[match.end() :]):
        return None
    phrase = _document(sentence) or ANONYMOUS
    span = (match.end(), len(sentence))
    return Attribution(cue=f"{match['verb']} es", phrase=phrase, spans=(span,), reportable=True)


def opinion(sentence: str) -> Attribution | None:
    """Attribute "Müller spielte das herunter und ist der Meinung, dass es nicht stimme"."""
    match = _OPINION.search(sentence) if ", dass" in sentence else None
    if match is None:
        return None
    phrase = subject_before(sentence, match.start()) or shared_subject(sentence, match)
    if phrase is None:
        return None
    span = (match.end(), len(sentence))
    return Attribution(cue=match["how"], phrase=phrase, spans=(span,), reportable=True)


def _document(head: str) -> Phrase | None:
    """Return whose document it is in which "es heißt": "Im Brief des Ministers heißt es"."""
    where = _WHERE.match(head)
    thing = PHRASE_AT.match(head, where.end()) if where else None
    return _owner(thing) if thing and thing["nouns"] else None


def _is_said(sentence: str, match: re.Match[str], *, quoted: bool) -> bool:
    """Whether what stands before is said: it is quoted, or in the subjunctive."""
    before = sentence[: match.start() + 1]
    return before.endswith("\x03") if quoted else is_subjunctive(before)


def _said(match: re.Match[str], phrase: Phrase, cue: str, *, quoted: bool) -> Attribution:
    span = (0, match.start() + quoted)
    return Attribution(cue=cue, phrase=phrase, spans=(span,), reportable=not quoted)


def _owned(phrase: re.Match[str]) -> tuple[Phrase, str] | None:
    """Return whose "Antwort" a phrase tells of ("seine", "Müllers", "des Gerichts"), and the noun.

    None if it tells of something else.
    """
    match = _IS_ONE.fullmatch(phrase["nouns"] or "")
    if match is None:
        return None
    noun, name = match["noun"], match["by"] or match["whose"]
    pronoun = WHOSE.get((phrase["determiner"] or "").lower())
    if pronoun:
        return Phrase(nouns="", determiner=pronoun), noun
    if name:
        return Phrase(nouns=name), noun
    return _owner(phrase) or (_SOMEBODY_ELSE if noun in _ANSWERS else ANONYMOUS), noun


def _owner(phrase: re.Match[str]) -> Phrase | None:
    addition = phrase["addition"]
    of = _OF.match(addition)
    owner = PHRASE_AT.match(addition, of.end() if of else 1) if addition else None
    return phrase_of(owner) if owner and not owner["pronoun"] else None
