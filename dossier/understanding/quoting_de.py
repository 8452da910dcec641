"""German rules for "zitieren": who is quoted, and who passes it on."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.understanding.attribution import Attribution, Phrase
from dossier.understanding.clauses_de import phrase_of, subject_before
from dossier.understanding.roles import is_office
from dossier.understanding.speech_de import PHRASE_AT, QUOTED_BY, QUOTES
from dossier.understanding.trailing_de import rest_of

_WHOM = re.compile(r"(?:den|einen) ")


def quoting(sentence: str) -> Attribution | None:
    """Attribute "…, wird Müller von der Zeitung zitiert" and "…, zitierte Tass den Minister"."""
    if "ziti" not in sentence:
        return None
    passive = QUOTED_BY.search(sentence)
    person = PHRASE_AT.match(passive["who"]) if passive else None
    if passive and person:
        outlet = PHRASE_AT.match(passive["via"]) if passive["via"] else None
        follows = sentence.startswith(": ", passive.end())
        span = (passive.end() + 2, len(sentence)) if follows else (0, passive.start())
        return Attribution(
            cue="zitiert", phrase=phrase_of(person), spans=(span,),
            reportable=False, via=phrase_of(outlet) if outlet else None,
        )  # fmt: skip
    active = QUOTES.search(sentence)
    if active and ": " in sentence[active.end() :]:
        return _quotes_with_words(sentence, active)
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
    spans = ((0, active.start()), *rest_of(sentence, active.end()))
    return Attribution(cue=active["cue"], phrase=phrase, spans=spans, reportable=False, via=via)


def _quotes_with_words(sentence: str, active: re.Match[str]) -> Attribution | None:
    """Attribute "Die Zeitung zitiert einen Augenzeugen mit den Worten: „…“"."""
    outlet = subject_before(sentence, active.start())
    article = _WHOM.match(sentence, active.end())
    speaker = PHRASE_AT.match(sentence, article.end() if article else active.end())
    colon = sentence.find(": ", active.end())
    if outlet is None or speaker is None or not speaker["nouns"]:
        return None
    spans = ((colon + 2, len(sentence)),)
    phrase = phrase_of(speaker)
    return Attribution(cue=active["cue"], phrase=phrase, spans=spans, reportable=False, via=outlet)
