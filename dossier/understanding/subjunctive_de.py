"""German verbs in the subjunctive of indirect speech: "er sei", "man brauche", "sie hätten"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dossier.understanding import vocabulary
from dossier.understanding.lexicon import word_set

_WORD = re.compile(r"[^\W\d_]+")
_IRREGULAR = word_set(
    "sei seien habe werde könne müsse solle wolle dürfe möge erhalte ende reise sprächen hätten "
    "würden demnach fremdele handle stünden gäben kämen lägen fänden nähmen sähen brächten wüssten "
    "bräuchten gälten müssten liebe meine schicke schade nütze geschähe"
)
# Plural nouns, adverbs and adjectives that look the same.
_NO_VERBS = word_set("bereite sichere lieb reiche weise ziele teile reise wende plane")
_DOUBTFUL = word_set(
    "würde könnten müssten sollten wollten wären wäre hätte könnte müsste dürfte brauchten gingen "
    "kämen gäbe stünden seiest dürften"
)
# Unmistakable even where nothing before it was reported.
SURE = word_set(
    "sei seien habe werde könne müsse solle wolle dürfe gebe gehe brauche komme lasse stehe "
    "bleibe liege wisse mache erlebe halte sehe nehme bringe finde gelte handele"
)
# "er schäme sich", "damit erreiche man": with these subjects a verb in -e is subjunctive.
_WITH_PRONOUN = re.compile(
    r"\b(?:[Ee]r|[Mm]an|[Ee]s) (?P<verb>[a-zäöüß]{3,}(?<!t)e)\b"
    r"|\b(?P<inverted>[a-zäöüß]{3,}(?<!t)e) (?:er|man|es)\b"
)
_NOT_WITH_PRONOUN = word_set(
    "wurde würde käme gäbe wäre stünde ließe bliebe ginge läge nähme sähe täte fände hielte bräche "
    "alle eine keine seine ihre meine deine unsere diese jene ohne gerne heute viele "
    "beide erste ganze lange nahe fremde neue gute solche welche manche einige andere hohe große "
    "ehe beinahe gerade vorige sowie wie die sie je wenige weitere letzte nächste"
)
# "Wie jedes Jahr sei die Auswahl schwer gewesen": no clause of comparison.
_AS_EVER = r"(?! (?:jede[sn]? |immer|üblich|gewohnt|geplant|schon))"
_NOT_CARRIED = re.compile(
    r"\b(?:[Ii]ch|[Ww]ir|[Ff]alls|als ob|ihr (?:habt|seid))\b|\?$"
    rf"|^(?:Laut|Wie{_AS_EVER}|Wenn) "
    r"|\b(?:[Ee]s|wie dem auch) sei denn\b|Gott sei Dank|\bwie dem auch sei\b"
    r"|\b[Ss]ei es (?:aus|durch|als|wegen|in|bei|im|nun|mit|von|auf)\b"
)
# Before the verb of the main clause: no comma, or one that closes what is put in.
_MAIN_VERB = re.compile(
    rf"^[^,:;]*\b(?:{'|'.join(sorted(SURE))})\b|, (?:{'|'.join(sorted(SURE))})\b"
)
_FIRST_CLAUSE = re.compile(r"[^,:;]*")
_BEHIND_COMMA = re.compile(r", ([a-zäöüß]+e)\b")
_OPENS_SUBORDINATE = re.compile(
    rf"(?:Dass|Ob|Wer|Was|Wie{_AS_EVER}|Wo|Warum|Weil|Wenn|Als|Obwohl|Damit|Bis|Bevor|Nachdem"
    r"|Wann|Welche\w?)\b"
)


@cache
def carried() -> frozenset[str]:
    """Return forms that in unquoted news prose are reported speech: "er reihe sich ein".

    Not "wäre", "könnte": those are comment.
    """
    return (vocabulary.verb_forms() | _IRREGULAR) - _NO_VERBS


@cache
def _subjunctive() -> frozenset[str]:
    return carried() | _DOUBTFUL


def is_subjunctive(text: str) -> bool:
    """Whether a piece of text has a verb in the subjunctive."""
    return not _subjunctive().isdisjoint(_WORD.findall(text)) or _has_pronoun_form(text)


def carries_on(sentence: str) -> bool:
    """Whether a sentence after reported speech goes on with it: subjunctive, nobody new speaks.

    >>> carries_on("Er schäme sich zutiefst dafür.")
    True
    """
    told = not carried().isdisjoint(_WORD.findall(sentence)) or _has_pronoun_form(sentence)
    return told and _NOT_CARRIED.search(sentence) is None


def is_reported(sentence: str, *, after_speech: bool = False) -> bool:
    """Whether a sentence is indirect speech by itself: its own verb is in the subjunctive.

    Some verbs tell it only where somebody spoke before.

    >>> is_reported("Der Zoll erlebe einen enormen Zuwachs.")
    True
    >>> is_reported("Offen ist, ob er bereit sei.")
    False
    >>> [is_reported("Das betreffe alle.", after_speech=known) for known in (False, True)]
    [False, True]
    """
    found = carried().intersection(_WORD.findall(sentence))
    if not found or _OPENS_SUBORDINATE.match(sentence) or _NOT_CARRIED.search(sentence):
        return False
    if not SURE.isdisjoint(found) and _MAIN_VERB.search(sentence):
        return True
    return after_speech and not found.isdisjoint(_main_verbs(sentence))


def _main_verbs(sentence: str) -> Iterator[str]:
    """Yield what may be the verb in -e of the main clause: before a comma, or right behind one."""
    clause = _FIRST_CLAUSE.match(sentence)
    yield from (word for word in _WORD.findall(clause[0] if clause else "") if word.endswith("e"))
    yield from _BEHIND_COMMA.findall(sentence)


def is_main(sentence: str) -> bool:
    """Whether the verb that `carries_on` a report is the sentence's own.

    >>> is_main("Die Polizei rechne mit mehr."), is_main("Unklar ist, ob sie damit rechne.")
    (True, False)
    """
    first = sentence.partition(",")[0]
    return not _OPENS_SUBORDINATE.match(sentence) and is_subjunctive(first)


def _has_pronoun_form(text: str) -> bool:
    for match in _WITH_PRONOUN.finditer(text):
        if (match["verb"] or match["inverted"]) not in _NOT_WITH_PRONOUN:
            return True
    return False
