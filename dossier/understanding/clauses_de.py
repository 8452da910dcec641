"""German clauses of saying: noun phrases that speak, verbs and their particles, the subjunctive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding import name_words
from dossier.understanding.attribution import Phrase
from dossier.understanding.lexicon import word_set
from dossier.understanding.openings import OPENINGS
from dossier.understanding.people_named import NAME_WORD
from dossier.understanding.remembered import findall, whole_word
from dossier.understanding.roles import is_office
from dossier.understanding.speech_de import (
    ADVERBS,
    APPOSITION,
    BETWEEN,
    NOT_AFTER_SUBJECT,
    NOT_NOMINATIVE,
    PARTICIPLE,
    PERFECT,
    PHRASE_AT,
    SUBJECT,
    THAT,
    WORD,
)
from dossier.understanding.verbs_de import FINITE, NAMING, NEEDS_PARTICLE, PARTICLES, SAYING

_PARTICLE = {
    particles: re.compile(rf" (?P<p>{particles})(?=[,.:;]|\s?\x02|$| und\b)")
    for particles in PARTICLES.values()
}
words_of = findall(WORD)
_NAMING_FLAGS = name_words.NAME | name_words.NOUN | name_words.LISTED | name_words.PLACE
_ABOUT_ONESELF = word_set("zeigt zeigte zeigten gibt gab gaben")
# "Ein Mann mit Schirmmütze winkt …"
VERB_AFTER = re.compile(
    r"(?:\x02\x01+\x03 )?(?:(?:mit|im|am|in|auf) (?:(?:der|dem|den|einer|einem) )?"
    r"(?:[a-zäöüß]+e[nrm] )?[A-ZÄÖÜ][\w-]+ )?(?P<verb>[a-zäöüß]+)\b(?: (?P<who>er|sie)\b)?"
)
_NAMED_FIRST = re.compile(
    rf"(?P<name>{NAME_WORD}(?: (?:von |van |de )?{NAME_WORD}){{1,3}}), "
    r"(?:[a-zäöüß]+ )*(?P<office>[A-ZÄÖÜ][\w-]+)[^,:;\x02]{0,60} "
)
_NAMED_LAST = re.compile(
    rf"(?:Der|Die) [^:;\x02]*, (?P<name>{NAME_WORD}(?: (?:von |van |de )?{NAME_WORD}){{1,3}}), $"
)
_CLAUSE_START = re.compile(r"(?:[:;] |, (?:und|aber|doch|während) )(?=[^\x02])")


def phrase_of(match: re.Match[str], sentence: str = "") -> Phrase:
    """Make a phrase of a match; `sentence` is where an apposition may follow it."""
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


def subject_after(sentence: str, place: int) -> tuple[Phrase, int] | None:
    """Return the subject that begins at `place`, perhaps after small words, and its end."""
    match = PHRASE_AT.match(sentence, place)
    if match is None:
        between = BETWEEN.match(sentence, place)
        match = PHRASE_AT.match(sentence, between.end()) if between else None
    if match is None or (match["determiner"] or "").lower() in NOT_NOMINATIVE:
        return None
    return phrase_of(match, sentence), match.end()


def subject_before(sentence: str, place: int) -> Phrase | None:
    """Return the subject that all of the sentence up to `place` is."""
    match = SUBJECT.fullmatch(sentence, 0, place)
    if match:
        return subject_of(match)
    first = _NAMED_FIRST.fullmatch(sentence, 0, place)
    if first and is_office(first["office"], "de"):
        return Phrase(nouns=first["name"])  # "Anna Huber, Leiterin der Schule sagte", carelessly
    # "Der Nachfolger des zurückgetretenen Chefs Streiff, Louis Gallois, hat …"
    ends = sentence.endswith(", ", 0, place)
    name = _NAMED_LAST.match(sentence, 0, place) if ends else None
    return Phrase(nouns=name["name"]) if name else None


def subject_of(match: re.Match[str]) -> Phrase | None:
    """Return the subject that a match of `SUBJECT` holds, None if it is none."""
    if (match["determiner"] or "").lower() in NOT_NOMINATIVE:
        return None
    if match["pronoun"] is None and is_adverb(match["nouns"]):
        return None
    phrase = phrase_of(match)
    if match["insertion"]:
        name = APPOSITION.match(match.string, match.start("insertion"))
        if name:
            return Phrase(
                nouns=phrase.nouns, determiner=phrase.determiner, adjectives=phrase.adjectives,
                addition=phrase.addition, apposition=name["name"],
            )  # fmt: skip
    return phrase


def is_adverb(nouns: str) -> bool:
    """Whether a phrase begins with a word that only looks like a name."""
    first = nouns.split(maxsplit=1)[0]
    flags = name_words.flags(first, "de")
    is_small = bool(flags & name_words.SMALL) and not flags & _NAMING_FLAGS
    return is_small or first in ADVERBS or first in OPENINGS


def verbs_in(sentence: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Yield the verbs of saying and naming in their finite forms."""
    verbs = FINITE.intersection(words_of(sentence))
    found = [match for verb in verbs for match in whole_word(verb).finditer(sentence, start)]
    yield from sorted(found, key=re.Match.start)


def cue_of(sentence: str, verb: str, end: int) -> str | None:
    """Return the verb with its particle, None if a needed particle is missing."""
    particles = PARTICLES.get(verb)
    if particles is not None:
        found = _PARTICLE[particles].search(sentence, max(end - 1, 0))
        if found:
            return f"{verb} … {found['p']}"
        if verb in NEEDS_PARTICLE and verb not in NAMING and verb not in SAYING:
            # "zeigte sich „geschockt“"
            oneself = verb in _ABOUT_ONESELF and sentence.startswith(" sich ", end)
            return f"{verb} sich" if oneself and "\x02" in sentence[end:] else None
    return verb


def clause_subject(sentence: str, verb: re.Match[str], start: int = 0) -> Phrase | None:
    """Return the subject of the verb at `verb`, before it or after it."""
    before = subject_before(sentence[start:], verb.start() - start)
    if before is not None and not may_be_object(before):
        return before
    elsewhere = None
    if before is None:
        elsewhere = shared_subject(sentence, verb, start) or later_subject(sentence, verb, start)
    after = None if elsewhere else subject_after(sentence, verb.end() + 1)
    if after and (before is None or _is_subject(after[0], verb[0])):
        return after[0]
    return elsewhere or before


def _is_subject(phrase: Phrase, verb: str) -> bool:
    """Whether a phrase behind the verb acts, though another stands before: "Das nannte er …"."""
    if not phrase.nouns:
        return phrase.determiner == "er"
    bare = not (phrase.determiner or phrase.adjectives)
    return verb in NAMING and (bare or phrase.determiner == "der")


def may_be_object(phrase: Phrase) -> bool:
    """Whether a phrase before the verb may be what it acts on: "Die Sanktionen nannte er …"."""
    is_somebody = is_office(phrase.nouns.rpartition(" ")[2], "de")
    return phrase.determiner in ("die", "das", "ein", "eine") and not is_somebody


def shared_subject(sentence: str, verb: re.Match[str], start: int = 0) -> Phrase | None:
    """Return the subject of two verbs: "Er halte das für richtig und bezeichnete es als …"."""
    if not sentence.endswith(" und ", start, verb.start()):
        return None
    first = SUBJECT.match(sentence, start)
    if first is None or "," in sentence[start : verb.start()]:
        return None
    return subject_of(first) if VERB_AFTER.match(sentence, first.end()) else None


def later_subject(sentence: str, verb: re.Match[str], start: int) -> Phrase | None:
    """Return the subject of a clause within the sentence, or of one cut by small words."""
    clauses = list(_CLAUSE_START.finditer(sentence, start, verb.start()))
    if clauses:
        return subject_before(sentence[clauses[-1].end() :], verb.start() - clauses[-1].end())
    if verb[0] not in SAYING or not THAT.search(sentence, verb.end()):
        return None
    match = SUBJECT.match(sentence, start)
    if match is None or match.end() > verb.start() or "," in sentence[match.end() : verb.start()]:
        return None
    first = sentence[match.end() :].split(maxsplit=1)[0]
    return None if first in NOT_AFTER_SUBJECT or first in FINITE else subject_of(match)


def perfect(sentence: str) -> tuple[Phrase, str] | None:
    """Return who "hat … gesagt", and the participle."""
    if " ha" not in sentence and not sentence.startswith("Ha"):
        return None
    participle = PARTICIPLE.search(sentence)
    match = PERFECT.search(sentence)
    if not participle or not match or participle.start() < match.end():
        return None
    phrase = clause_subject(sentence, match)
    return (phrase, participle["cue"]) if phrase else None
