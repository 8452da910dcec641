"""German clauses of saying: noun phrases that speak, verbs and their particles, the subjunctive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding import name_words
from dossier.understanding.attribution import Phrase
from dossier.understanding.lazy import lazy_pattern
from dossier.understanding.lexicon import word_set
from dossier.understanding.openings import OPENINGS
from dossier.understanding.people_named import NAME_WORD
from dossier.understanding.personal_names import may_be_surname
from dossier.understanding.remembered import findall, whole_word
from dossier.understanding.roles import is_office
from dossier.understanding.speech_de import (
    ADVERBS,
    APPOSITION,
    BETWEEN,
    INANIMATE,
    NO_VERBS,
    NOT_AFTER_SUBJECT,
    NOT_NOMINATIVE,
    PARTICIPLE,
    PERFECT,
    PHRASE,
    PHRASE_AT,
    SUBJECT,
    THAT,
    WORD,
)
from dossier.understanding.verbs_de import FINITE, NAMING, NEEDS_PARTICLE, PARTICLES, SAYING

_ONLY_SPEAKER = lazy_pattern(rf"(?:So |Und )?{PHRASE}(?: weiter| wörtlich| dazu)?")
_PARTICLE = {
    particles: re.compile(rf" (?P<p>{particles})(?=[,.:;]|\s?\x02|$| und\b)")
    for particles in PARTICLES.values()
}
words_of = findall(WORD)
_NAMING_FLAGS = name_words.NAME | name_words.NOUN | name_words.LISTED | name_words.PLACE
_NEW_SUBJECT = re.compile(r"(?:der|die|das) ")
_BEING = word_set("ist war sind waren")
_ABOUT_ONESELF = word_set("zeigt zeigte zeigten gibt gab gaben")
# "Ein Mann mit Schirmmütze winkt …"
_VERB_AFTER = re.compile(
    r"(?:\x02\x01+\x03 )?(?:(?:mit|im|am|in|auf) (?:(?:der|dem|den|einer|einem) )?"
    r"(?:[a-zäöüß]+e[nrm] )?[A-ZÄÖÜ][\w-]+ )?(?P<verb>[a-zäöüß]+)\b(?: (?P<who>er|sie)\b)?"
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
    if before is not None and not _may_be_object(before):
        return before
    elsewhere = None
    if before is None:
        elsewhere = _shared_subject(sentence, verb, start) or later_subject(sentence, verb, start)
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


def _may_be_object(phrase: Phrase) -> bool:
    """Whether a phrase before the verb may be what it acts on: "Die Sanktionen nannte er …"."""
    is_somebody = is_office(phrase.nouns.rpartition(" ")[2], "de")
    return phrase.determiner in ("die", "das", "ein", "eine") and not is_somebody


def _shared_subject(sentence: str, verb: re.Match[str], start: int) -> Phrase | None:
    """Return the subject of two verbs: "Er halte das für richtig und bezeichnete es als …"."""
    if not sentence.endswith(" und ", start, verb.start()):
        return None
    first = SUBJECT.match(sentence, start)
    if first is None or "," in sentence[start : verb.start()]:
        return None
    return subject_of(first) if _VERB_AFTER.match(sentence, first.end()) else None


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


def head_speaker(head: str) -> tuple[Phrase, str] | None:
    """Return who speaks, and with what cue, in the words before a colon."""
    for verb in reversed(list(verbs_in(head + " "))):
        begin = head.rfind(", ", 0, verb.start()) + 2 if ", " in head[: verb.start()] else 0
        own = _NEW_SUBJECT.match(head, begin) is not None  # "…, die FAZ urteilte: „…“"
        phrase = clause_subject(head, verb, begin) if own else None
        phrase = phrase or clause_subject(head, verb) or clause_subject(head, verb, begin)
        cue = cue_of(head + ".", verb[0], verb.end())
        if phrase and cue:
            return phrase, cue
    only = _ONLY_SPEAKER.fullmatch(head)
    if only and (only["pronoun"] or not is_adverb(only["nouns"])):
        return phrase_of(only), ""
    return perfect(head + ".") or any_subject(head)


def any_subject(head: str) -> tuple[Phrase, str] | None:
    """Return the subject of "Der Kapitän rang um Worte": whoever acts before a quotation."""
    match = SUBJECT.match(head)
    if match:
        rest = _VERB_AFTER.match(head, match.end())
        if rest and rest["who"]:  # "Eine Rüge erteilte er dem Minister": the object comes first
            return Phrase(nouns="", determiner=rest["who"]), ""
        phrase = subject_of(match)
        also = re.search(r" auch ", head[match.end() :])
        other = subject_after(head, match.end() + also.end()) if also else None
        if other and other[0].nouns and not other[0].determiner:
            return other[0], ""  # "Mehr Fragen erwartet auch Heinze": the object comes first
        if rest and phrase and _acts(phrase, rest["verb"]):
            return phrase, ""
    for word in re.finditer(r"(?<= )(?P<verb>[a-zäöüß]+(?:t|te|ten)) ", head):
        gives = word["verb"] == "gibt" and not head.startswith("es ", word.end())
        if (word["verb"] in NO_VERBS and not gives) or word["verb"] in INANIMATE:
            continue
        found = subject_after(head, word.end())
        if found and not found[0].determiner and not _is_thing(found[0].nouns):
            return found[0], ""
    return None


def _acts(phrase: Phrase, verb: str) -> bool:
    """Whether it is somebody who does or is something, no thing: "Müller war zufrieden"."""
    if verb in _BEING:
        last = phrase.nouns.rpartition(" ")[2]
        is_named = not phrase.determiner and may_be_surname(last, "de")
        return is_named or is_office(last, "de")
    return verb not in INANIMATE | NOT_AFTER_SUBJECT


def _is_thing(nouns: str) -> bool:
    """Whether a noun follows an adjective that looks like a verb: "der nächsten Tage"."""
    flags = name_words.flags(nouns.rpartition(" ")[2], "de")
    return bool(flags & name_words.DULL) and not flags & name_words.OFFICE


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
