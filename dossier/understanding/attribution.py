"""What a sentence says about who speaks: the value that both languages' rules give back.

Positions are offsets in the sentence, whose quotations are masked (see `quotations.mask`).
"""

from __future__ import annotations

from msgspec import Struct


class Phrase(Struct, frozen=True, kw_only=True):
    """A noun phrase that names a speaker.

    `determiner` and `adjectives` in lower case as they stand, `nouns` the capitalised words,
    `addition` what follows ("des Ministeriums", "in Seoul"), `apposition` a name in commas.
    """

    nouns: str
    determiner: str = ""
    adjectives: str = ""
    addition: str = ""
    apposition: str = ""


ANONYMOUS = Phrase(nouns="")
# Whoever was the last to say something: "den Angaben zufolge".
SAME = Phrase(nouns="", determiner="same")


class Attribution(Struct, frozen=True, kw_only=True):
    """A cue, its speaker, and the spans of the sentence that are what was said.

    `reportable`: the spans are a statement even without quotation marks.
    `via` is who passes on what another said ("Putin, laut Tass").
    """

    cue: str
    phrase: Phrase
    spans: tuple[tuple[int, int], ...]
    reportable: bool
    via: Phrase | None = None
