"""Who said what in an article: direct, partial and reported speech with speaker and cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dossier.model import Block, Voice, VoiceKind
from dossier.understanding import (
    phrases,
    quotations,
    sentences,
    speech_de,
    speech_en,
    voices_de,
    voices_en,
)
from dossier.understanding.attribution import Attribution
from dossier.understanding.quotations import Quotation
from dossier.understanding.speakers import Roster

_RULES = {"de": voices_de, "en": voices_en}
_CUES = {"de": speech_de.CUES, "en": speech_en.CUES}
_WORD = re.compile(r"[^\W\d_]+")
_ONLY_QUOTED = re.compile(r"\x02\x01+[.!?…,]*\x03?[.!?…]*")
_ENDS = re.compile(r"[.!?…]$")
_BYLINE = re.compile(r"\s[–—-]\s?(?P<name>[^\W\d_a-z][^.,\n–—]{2,60})$")
_TRIM = " \t\n,;:–—-"
_FEWEST_WORDS = 3


@dataclass(slots=True)
class _Context:
    """What a paragraph has told so far."""

    speaker: str = ""
    kind: VoiceKind | None = None
    person: str = ""
    institution: str = ""
    found: list[Voice] = field(default_factory=list)

    def add(self, voice: Voice) -> None:
        """Add a voice unless it overlaps the last one."""
        if self.found and voice.start < self.found[-1].end:
            return
        self.found.append(voice)
        self.kind = voice.kind
        self.speaker = voice.speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A masked sentence, where it begins in its block, and its quotations."""

    block: Block
    text: str
    offset: int
    quoted: tuple[Quotation, ...]

    def words_of(self, quotation: Quotation) -> str:
        """Return what stands between the marks."""
        return self.block.text[quotation.start : quotation.end]

    def quoted_in(self, span: tuple[int, int]) -> list[Quotation]:
        """Return the quotations that begin in a span of the sentence."""
        start, end = self.offset + span[0], self.offset + span[1]
        return [q for q in self.quoted if start <= q.outer_start < end]

    def quote(self, quotation: Quotation, speaker: str, kind: VoiceKind, cue: str) -> Voice:
        """Make a voice of a quotation; the comma that English puts inside is left out."""
        kept = self.words_of(quotation).rstrip(", ")
        end = quotation.start + len(kept) if kept else quotation.end
        return _voice(self.block, (quotation.start, end), speaker, kind, cue)

    def voice(self, span: tuple[int, int], speaker: str, kind: VoiceKind, cue: str) -> Voice:
        """Make a voice of a span of the sentence, without the punctuation around it."""
        piece = self.text[slice(*span)]
        text = piece.strip(_TRIM)
        start = self.offset + span[0] + piece.index(text)
        return _voice(self.block, (start, start + len(text)), speaker, kind, cue)


def find_voices(blocks: tuple[Block, ...], lang: str) -> tuple[Voice, ...]:
    """Return the voices of an article's passages, in order, none overlapping another.

    `lang` is `de` or `en`; other languages give quotations without rules of attribution.
    """
    finder = _Finder(blocks, lang)
    for block in blocks:
        if block.is_passage:
            finder.read(block)
    return tuple(finder.voices)


class _Finder:
    """Reads one article block by block; the roster of its people is made when first needed."""

    def __init__(self, blocks: tuple[Block, ...], lang: str) -> None:
        self._blocks = blocks
        self._lang = lang
        self._rules = _RULES.get(lang)
        self._cues = _CUES.get(lang, frozenset())
        self._roster: Roster | None = None
        self._last_person = ""
        self.voices: list[Voice] = []

    @property
    def roster(self) -> Roster:
        """The people of the article."""
        if self._roster is None:
            self._roster = Roster((block.text for block in self._blocks), self._lang)
        return self._roster

    def read(self, block: Block) -> None:
        """Add the voices of one passage."""
        text = block.text
        quoted: tuple[Quotation, ...] = ()
        if quotations.MARKS.search(text):
            quoted = tuple(q for q in quotations.find(text) if not quotations.is_title(text, q))
        if block.type == "quote" and not quoted:
            self._read_block_quote(block)
            return
        if not quoted and self._cues.isdisjoint(_WORD.findall(text)):
            self._last_person = ""
            return
        masked = quotations.mask(text, quoted)
        context = _Context(person=self._last_person)
        for start, end in self._sentences(masked):
            here = tuple(q for q in quoted if start <= q.outer_start < end)
            sentence = _Sentence(block=block, text=masked[start:end], offset=start, quoted=here)
            self._read_sentence(sentence, context)
        self._last_person = context.person
        self.voices += context.found

    def _sentences(self, masked: str) -> list[tuple[int, int]]:
        """Cut a masked paragraph, but keep `"Is that so?" Merkel asked.` together."""
        spans: list[tuple[int, int]] = []
        for start, end in sentences.split(masked, self._lang):
            if (
                spans
                and self._rules
                and masked[slice(*spans[-1])].endswith(("?\x03", "!\x03"))
                and self._rules.continues_question(masked[start:end])
            ):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans

    def _read_block_quote(self, block: Block) -> None:
        """Read a block set as a quotation: it has no marks, and a name may follow a dash."""
        byline = _BYLINE.search(block.text)
        end = byline.start() if byline else len(block.text)
        text = block.text[:end].rstrip()
        if text.count(" ") >= _FEWEST_WORDS:
            speaker = byline["name"].strip() if byline else ""
            self.voices.append(_voice(block, (0, len(text)), speaker, "direct", ""))

    def _read_sentence(self, sentence: _Sentence, context: _Context) -> None:
        if sentence.quoted and _ONLY_QUOTED.fullmatch(sentence.text):
            self._read_lone_quotation(sentence, context)
            return
        rules = self._rules
        if rules is None:
            return
        words = _WORD.findall(sentence.text)
        attribution = None
        if not self._cues.isdisjoint(words) or (sentence.quoted and ": \x02" in sentence.text):
            attribution = rules.attribute(sentence.text)
        if attribution is not None:
            self._read_attributed(sentence, context, attribution)
        elif sentence.quoted:
            _read_unattributed(sentence, context)
        elif context.kind and rules.is_carried(sentence.text):
            span = (0, len(sentence.text))
            context.add(sentence.voice(span, context.speaker, "reported", ""))
        else:
            context.kind = None
            if context.person and self.roster.names_in(words):
                context.person = ""  # from here "he" may be somebody else

    def _read_lone_quotation(self, sentence: _Sentence, context: _Context) -> None:
        """Give a sentence that is all quotation to whoever spoke just before."""
        for quotation in sentence.quoted:
            known = context.kind is not None and bool(context.speaker)
            if known or _is_full_sentence(sentence.words_of(quotation)):
                speaker = context.speaker if known else ""
                context.add(sentence.quote(quotation, speaker, "direct", ""))

    def _read_attributed(
        self, sentence: _Sentence, context: _Context, attribution: Attribution
    ) -> None:
        speaker = self._speaker(attribution, context)
        cue = attribution.cue
        before = len(context.found)
        for number, span in enumerate(attribution.spans):
            inside = sentence.quoted_in(span)
            direct = bool(inside) and _is_direct(sentence.text[slice(*span)], first=number == 0)
            for place, quotation in enumerate(inside):
                if not cue and not _is_full_sentence(sentence.words_of(quotation)):
                    continue
                kind: VoiceKind = "direct" if direct and (place == 0 or number == 0) else "partial"
                context.add(sentence.quote(quotation, speaker, kind, cue))
            if not inside and attribution.reportable:
                text = sentence.text[slice(*span)].strip(_TRIM)
                if text.count(" ") >= _FEWEST_WORDS - 1:
                    context.add(sentence.voice(span, speaker, "reported", cue))
        if len(context.found) == before:
            context.kind = None
        else:
            context.speaker = speaker

    def _speaker(self, attribution: Attribution, context: _Context) -> str:
        """Resolve the phrase; a pronoun means the last person, "hieß es" the last institution."""
        phrase = attribution.phrase
        if phrases.is_pronoun(phrase):
            return context.person if phrase.determiner in ("er", "sie", "he", "she") else ""
        speaker = phrases.speaker_of(phrase, self.roster, self._lang)
        if not speaker:
            return context.institution if context.kind else ""
        if self.roster.is_person(speaker):
            context.person, context.institution = speaker, ""
        else:
            context.person, context.institution = "", speaker
        return speaker


def _read_unattributed(sentence: _Sentence, context: _Context) -> None:
    """Keep a full sentence after a colon, speaker unknown; leave fragments out."""
    context.kind = None
    place = sentence.offset + sentence.text.find(": \x02") + 2
    for quotation in sentence.quoted:
        if quotation.outer_start == place and _is_full_sentence(sentence.words_of(quotation)):
            context.add(sentence.quote(quotation, "", "direct", ""))


def _is_direct(span: str, *, first: bool) -> bool:
    """Whether the quotations of a masked span are its whole statement, not fragments of it."""
    if first:
        return re.fullmatch(r"\s*(?:\x02\x01+[^\x01-\x03\w]*\x03?[\s,.–—-]*)+", span) is not None
    return span.lstrip().startswith("\x02")


def _is_full_sentence(text: str) -> bool:
    return (
        text.count(" ") >= _FEWEST_WORDS - 1
        and not text[0].islower()
        and _ENDS.search(text) is not None
    )


def _voice(block: Block, span: tuple[int, int], speaker: str, kind: VoiceKind, cue: str) -> Voice:
    start, end = span
    text = block.text[start:end]
    return Voice(
        passage=block.id, start=start, end=end, text=text, speaker=speaker, kind=kind, cue=cue
    )
