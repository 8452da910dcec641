"""What a passage with masked quotations is made of: report line, sentences, what is said there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from dossier.found import Voice, VoiceKind
from dossier.model import Block
from dossier.understanding import gazetteer
from dossier.understanding.quotations import Quotation

ONLY_QUOTED = re.compile(r"\x02\x01+[.!?…,]*\x03*[.!?…]*")
_ALL_QUOTED = re.compile(r"\s*(?:\x02\x01+[^\x01-\x03\w]*\x03*[\s,.–—-]*)+")
_MARKS_OF_END = (".", "!", "?", "…")
BYLINE = re.compile(r"\s[–—-]\s?(?P<name>[^\W\d_a-z][^.,\n–—]{2,60})$")
# "BERLIN (dts Nachrichtenagentur) – ": where and by whom a report was sent.
DATELINE = re.compile(
    r"(?:[^\W\d_a-z][\w/.-]*(?:,? [^\W\d_a-z][\w/.-]*){0,2} )?"
    r"(?:\([^()]*(?:dpa|AFP|\bAP\b|[Rr]euters|dts|KNA|epd|\bSID\b|APA|[Aa]gentur|Dow Jones|Xinhua"
    r"|Yonhap|Interfax|Tass)[^()]*\)(?: ?[–—-]{1,2} ?| )|(?<=[A-ZÄÖÜ]{4} )[–—] )(?=\S)"
)
TRIM = " \t\n,;:–—-"
ENDINGS = ("?\x03", "!\x03", ".\x03")
FEWEST_WORDS = 3
_SURE_BLANKS = 4  # what is shorter may be a slogan or a title


def clauses(masked: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut sentences at semicolons: each side may have a speaker of its own."""
    for start, end in spans:
        begin = start
        place = masked.find("; ", begin, end)
        while place >= 0:
            if not masked.startswith("\x02", place + 2):  # "he added; “…”": as a colon
                yield begin, place + 1
                begin = place + 2
            place = masked.find("; ", place + 2, end)
        yield begin, end


def is_direct(span: str, *, first: bool) -> bool:
    """Whether the quotations of a masked span are its whole statement, not fragments of it."""
    if first:
        return _ALL_QUOTED.fullmatch(span) is not None
    return span.lstrip().startswith("\x02")


class Said(Struct, frozen=True):
    """By whom, with which cue, and at second hand from whom."""

    speaker: str = ""
    cue: str = ""
    via: str = ""


class Sentence(Struct, frozen=True, kw_only=True):
    """A masked sentence, where it begins in its block, and its quotations."""

    block: Block
    text: str
    offset: int
    quoted: tuple[Quotation, ...]

    def words_of(self, quotation: Quotation) -> str:
        """Return what stands between the marks."""
        return self.block.text[quotation.start : quotation.end]

    def is_full(self, quotation: Quotation) -> bool:
        """Whether quoted words are a sentence: a large letter, a few words, a mark at the end.

        The mark may stand behind the closing one if the whole sentence is quoted, or what follows
        a colon: "Er wird so zitiert: „Davon halte ich nichts“.".
        """
        words, text = self.words_of(quotation), self.block.text
        if words.count(" ") < FEWEST_WORDS - 1 or words[0].islower():
            return False
        if words.endswith(_MARKS_OF_END):
            return True
        before = self.text[: quotation.outer_start - self.offset].strip()
        told = before.endswith(":") and words.count(" ") >= _SURE_BLANKS
        return (told or not before) and text.startswith(_MARKS_OF_END, quotation.outer_end)

    def quoted_in(self, span: tuple[int, int]) -> list[Quotation]:
        """Return the quotations that begin in a span of the sentence."""
        start, end = self.offset + span[0], self.offset + span[1]
        return [q for q in self.quoted if start <= q.outer_start < end]

    def quote(self, quotation: Quotation, kind: VoiceKind, said: Said) -> Voice:
        """Make a voice of a quotation; the comma that English puts inside is left out."""
        kept = self.words_of(quotation).rstrip(", ")
        end = quotation.start + len(kept) if kept else quotation.end
        return voice_of(self.block, (quotation.start, end), kind, said)

    def voice(self, span: tuple[int, int], said: Said) -> Voice:
        """Make reported speech of a span of the sentence, without the punctuation around it."""
        piece = self.text[slice(*span)]
        text = piece.strip(TRIM)
        start = self.offset + span[0] + piece.index(text)
        return voice_of(self.block, (start, start + len(text)), "reported", said)


def voice_of(block: Block, span: tuple[int, int], kind: VoiceKind, said: Said) -> Voice:
    """Make a voice of a span of a block; a country does not speak a whole sentence itself."""
    start, end = span
    text = block.text[start:end]
    speaker = "" if kind == "direct" and _is_country(said.speaker) else said.speaker
    return Voice(
        passage=block.id, start=start, end=end, text=text, speaker=speaker, kind=kind,
        cue=said.cue, via=said.via,
    )  # fmt: skip


def _is_country(name: str) -> bool:
    """Whether a name is that of a country or of a state within it."""
    entry = gazetteer.place(name) if name else None
    return entry is not None and entry.kind in ("country", "region")
