"""German sources of a whole sentence: "laut Polizei", "nach Angaben von", "Medien zufolge"."""

from __future__ import annotations

import re

from dossier.understanding.attribution import SAME, Attribution, Phrase
from dossier.understanding.clauses_de import phrase_of, subject_of, verbs_in
from dossier.understanding.speech_de import (
    ACCORDING,
    BY_CONTEXT,
    BY_OWN,
    BY_PRONOUN,
    PHRASE_AT,
    SUBJECT,
    XANGABEN,
    ZUFOLGE,
)
from dossier.understanding.verbs_de import PLAIN

_HIS = re.compile(r"\b(?P<whom>[Ii]hm|[Ii]hr) zufolge\b")


def according_to(sentence: str, *, after_verbs: bool = False) -> Attribution | None:
    """Return the source that a masked sentence names, of all that it says; None if it names none.

    `after_verbs`: also where a verb of saying stands before, whose speaker is somebody else.
    """
    if "aut " not in sentence and "ach " not in sentence and "zufolge" not in sentence:
        return None
    whole = ((0, len(sentence)),)
    match = ACCORDING.search(sentence)
    if match and not after_verbs and _is_told(sentence, match.start()):
        match = None
    found = PHRASE_AT.match(sentence, match.end()) if match else None
    if match and found and not found["pronoun"]:
        cue = match["laut"].removesuffix(" von").removesuffix(" vom")
        phrase = phrase_of(found, sentence)
        return Attribution(cue=cue, phrase=phrase, spans=whole, reportable=True)
    own = _own_words(sentence)
    if own:
        return own
    compound = XANGABEN.search(sentence)
    if compound:
        linked = compound["cue"].endswith("sangaben")  # "Unternehmensangaben", "Behördenangaben"
        who = compound["who"] if linked else compound["who"].removesuffix("n")
        phrase = Phrase(nouns=who)
        return Attribution(cue=compound["cue"], phrase=phrase, spans=whole, reportable=True)
    return _zufolge(sentence, after_verbs=after_verbs)


def _is_told(sentence: str, place: int) -> bool:
    """Whether a source stands in what somebody says: "sagte Woelki, er habe laut Gutachten …"."""
    before = sentence[:place]
    return any(verb[0] in PLAIN and ", " in before[verb.end() :] for verb in verbs_in(before))


def _own_words(sentence: str) -> Attribution | None:
    """Attribute "nach eigenen Angaben" to the subject, "nach ihrer Ansicht" to whom it means."""
    whole = ((0, len(sentence)),)
    theirs = BY_PRONOUN.search(sentence)
    if theirs:
        pronoun = Phrase(nouns="", determiner="er" if theirs["whose"] == "sein" else "sie")
        return Attribution(cue=theirs["cue"], phrase=pronoun, spans=whole, reportable=True)
    his = _HIS.search(sentence)
    if his:
        pronoun = Phrase(nouns="", determiner="er" if his["whom"].lower() == "ihm" else "sie")
        return Attribution(cue="zufolge", phrase=pronoun, spans=whole, reportable=True)
    own = BY_OWN.search(sentence)
    subject = SUBJECT.match(sentence) if own else None
    if own and subject and subject.end() <= own.start() and subject_of(subject):
        phrase = phrase_of(subject)
        return Attribution(cue=own["cue"], phrase=phrase, spans=whole, reportable=True)
    unnamed = BY_CONTEXT.search(sentence)
    if unnamed:
        return Attribution(cue=unnamed["cue"], phrase=SAME, spans=whole, reportable=True)
    return None


def _zufolge(sentence: str, *, after_verbs: bool) -> Attribution | None:
    whole = ((0, len(sentence)),)
    for match in ZUFOLGE.finditer(sentence) if "zufolge" in sentence else ():
        if match["pronoun"] or match["nouns"] == "Angaben":
            continue
        # "verkündete Putin Agenturen zufolge, dass …"
        if not after_verbs and next(verbs_in(sentence[: match.start()]), None):
            continue
        return Attribution(cue="zufolge", phrase=phrase_of(match), spans=whole, reportable=True)
    return None
