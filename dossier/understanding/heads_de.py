"""German rules for the words before a colon: who speaks, or acts, there."""

from __future__ import annotations

import re

from dossier.understanding import name_words
from dossier.understanding.attribution import Phrase
from dossier.understanding.clauses_de import (
    VERB_AFTER,
    clause_subject,
    cue_of,
    is_adverb,
    may_be_object,
    perfect,
    phrase_of,
    subject_after,
    subject_of,
    verbs_in,
)
from dossier.understanding.lazy import lazy_pattern
from dossier.understanding.lexicon import word_set
from dossier.understanding.personal_names import may_be_surname
from dossier.understanding.roles import KIN_DE, is_office
from dossier.understanding.speech_de import (
    INANIMATE,
    NO_VERBS,
    NOT_AFTER_SUBJECT,
    PHRASE,
    SUBJECT,
    WHOSE,
)

_ONLY_SPEAKER = lazy_pattern(rf"(?:So |Und )?{PHRASE}(?: weiter| wörtlich| dazu)?")
_NEW_SUBJECT = re.compile(r"(?:der|die|das) ")
_BEING = word_set("ist war sind waren")
_ALSO = re.compile(r" auch ")
_A_VERB = re.compile(r"(?<= )(?P<verb>[a-zäöüß]+(?:t|te|ten)) ")
_MODAL = re.compile(r"\b(?:konnte|wollte|musste|durfte|mochte|kann|will|muss|darf|möchte) ")
_TO_SAY = re.compile(
    r"[^,:\x02]{0,50} (?P<cue>sagen|verraten|erklären|betonen|bestätigen|versprechen|ergänzen"
    r"|klarstellen|festhalten|einräumen|zugeben|hinzufügen|antworten|wissen)"
)


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
    unsaid = _would_say(head)
    if unsaid:
        return unsaid
    only = _ONLY_SPEAKER.fullmatch(head)
    if only and (only["pronoun"] or not is_adverb(only["nouns"])):
        return phrase_of(only), ""
    return perfect(head + ".") or any_subject(head)


def _would_say(head: str) -> tuple[Phrase, str] | None:
    """Return who speaks in "Weshalb es dazu kam, konnte er nicht sagen"."""
    for modal in _MODAL.finditer(head):
        found = subject_after(head, modal.end())
        rest = _TO_SAY.fullmatch(head, found[1]) if found else None
        if found and rest:
            return found[0], rest["cue"]
    return None


def any_subject(head: str) -> tuple[Phrase, str] | None:
    """Return the subject of "Der Kapitän rang um Worte": whoever acts before a quotation."""
    match = SUBJECT.match(head)
    phrase = _acting(head, match) if match else None
    if phrase:
        return phrase, ""
    for word in _A_VERB.finditer(head):
        gives = word["verb"] == "gibt" and not head.startswith("es ", word.end())
        if (word["verb"] in NO_VERBS and not gives) or word["verb"] in INANIMATE:
            continue
        found = subject_after(head, word.end())
        if found and _is_somebody(found[0]):
            return found[0], ""
    return None


def _acting(head: str, match: re.Match[str]) -> Phrase | None:
    """Return who acts in a head that begins with a noun phrase: that one or another behind it."""
    rest = VERB_AFTER.match(head, match.end())
    if rest and rest["who"]:  # "Eine Rüge erteilte er dem Minister": the object comes first
        return Phrase(nouns="", determiner=rest["who"])
    phrase = subject_of(match)
    also = _ALSO.search(head, match.end())
    other = subject_after(head, also.end()) if also else None
    if other and other[0].nouns and not other[0].determiner:
        return other[0]  # "Mehr Fragen erwartet auch Heinze"
    if rest is None or phrase is None:
        return None
    behind = subject_after(head, rest.end("verb") + 1) if may_be_object(phrase) else None
    if behind and _is_officer(behind[0]):
        return behind[0]  # "Die Pläne stellte der Vorsitzende Müller in Frage"
    return _owner(phrase) or phrase if _acts(phrase, rest["verb"]) else None


def _owner(phrase: Phrase) -> Phrase | None:
    """Return whose something is that acts: "Seine Zuversicht gründet sich auf Erfahrung"."""
    name, _, last = phrase.nouns.rpartition(" ")
    if last in KIN_DE or is_office(last, "de"):
        return None
    whose = WHOSE.get(phrase.determiner)
    if whose:
        return Phrase(nouns="", determiner=whose)
    named = name.endswith("s") and " " not in name and not phrase.determiner
    if named and may_be_surname(name[:-1], "de") and not may_be_surname(last, "de"):
        return Phrase(nouns=name[:-1])  # "Merkels Stimme wurde leise"
    return None


def _is_somebody(phrase: Phrase) -> bool:
    """Whether a phrase behind a verb is who acts: a name, or somebody of whom an office is told."""
    if phrase.determiner:
        return _is_officer(phrase)
    flags = name_words.flags(phrase.nouns.rpartition(" ")[2], "de")
    # "der nächsten Tage": a noun behind an adjective that looks like a verb
    return not flags & name_words.DULL or bool(flags & name_words.OFFICE)


def _is_officer(phrase: Phrase) -> bool:
    """Whether it is a man with an office ("der Präsident"; "der Ministerin" is whom one meets)."""
    if phrase.apposition:
        return True
    offices = [word for word in phrase.nouns.split() if is_office(word, "de")]
    return phrase.determiner == "der" and bool(offices) and not offices[0].endswith("in")


def _acts(phrase: Phrase, verb: str) -> bool:
    """Whether it is somebody who does or is something, no thing: "Müller war zufrieden"."""
    if verb in _BEING:
        last = phrase.nouns.rpartition(" ")[2]
        is_named = not phrase.determiner and may_be_surname(last, "de")
        return is_named or is_office(last, "de")
    return verb not in INANIMATE | NOT_AFTER_SUBJECT
