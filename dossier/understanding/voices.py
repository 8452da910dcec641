"""Who said what in an article: direct, partial and reported speech with speaker and cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dossier.model import Block, Voice, VoiceKind
from dossier.understanding import phrases, quotations, sentences, voices_de, voices_en
from dossier.understanding.attribution import Attribution
from dossier.understanding.quotations import Quotation
from dossier.understanding.speakers import Roster

_RULES = {"de": voices_de, "en": voices_en}
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
        cues = self._rules.CUES if self._rules else frozenset()
        if not quoted and cues.isdisjoint(_WORD.findall(text)):
            self._last_person = ""
            return
        masked = quotations.mask(text, quoted)
        context = _Context(person=self._last_person)
        for start, end in self._sentences(masked):
            here = [q for q in quoted if start <= q.outer_start < end]
            self._read_sentence(block, masked[start:end], start, here, context)
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
        """A block that is set as a quotation has no marks; a name may follow a dash."""
        byline = _BYLINE.search(block.text)
        end = byline.start() if byline else len(block.text)
        text = block.text[:end].rstrip()
        if text.count(" ") >= _FEWEST_WORDS:
            speaker = byline["name"].strip() if byline else ""
            self.voices.append(_voice(block, 0, len(text), speaker, "direct", ""))

    def _read_sentence(
        self, block: Block, sentence: str, offset: int, quoted: list[Quotation], context: _Context
    ) -> None:
        if quoted and _ONLY_QUOTED.fullmatch(sentence):
            self._read_lone_quotation(block, quoted, context)
            return
        rules = self._rules
        if rules is None:
            return
        attribution = None
        if not rules.CUES.isdisjoint(_WORD.findall(sentence)) or (quoted and ": \x02" in sentence):
            attribution = rules.attribute(sentence)
        if attribution is None:
            if context.kind and not quoted and rules.is_carried(sentence):
                end = offset + len(sentence.rstrip())
                self._add(context, _voice(block, offset, end, context.speaker, "reported", ""))
            elif quoted:
                self._read_unattributed(block, sentence, offset, quoted, context)
            else:
                context.kind = None
                if context.person and self.roster.names_in(_WORD.findall(sentence)):
                    context.person = ""  # from here "he" may be somebody else
            return
        self._read_attributed(block, sentence, offset, quoted, context, attribution)

    def _read_lone_quotation(
        self, block: Block, quoted: list[Quotation], context: _Context
    ) -> None:
        """A sentence that is nothing but a quotation belongs to whoever spoke just before."""
        for quotation in quoted:
            text = block.text[quotation.start : quotation.end]
            known = context.kind is not None and bool(context.speaker)
            if not known and not _is_full_sentence(text):
                continue
            speaker = context.speaker if known else ""
            self._add(context, _quoted(block, quotation, speaker, "direct", ""))

    def _read_unattributed(
        self, block: Block, sentence: str, offset: int, quoted: list[Quotation], context: _Context
    ) -> None:
        """Keep a full sentence after a colon, speaker unknown; leave fragments out."""
        context.kind = None
        colon = sentence.find(": \x02")
        for quotation in quoted:
            text = block.text[quotation.start : quotation.end]
            if quotation.outer_start == offset + colon + 2 and _is_full_sentence(text):
                self._add(context, _quoted(block, quotation, "", "direct", ""))

    def _read_attributed(
        self,
        block: Block,
        sentence: str,
        offset: int,
        quoted: list[Quotation],
        context: _Context,
        attribution: Attribution,
    ) -> None:
        speaker = self._speaker(attribution, context)
        cue = attribution.cue
        before = len(context.found)
        for number, (start, end) in enumerate(attribution.spans):
            inside = [q for q in quoted if offset + start <= q.outer_start < offset + end]
            direct = bool(inside) and _is_direct(sentence[start:end], first=number == 0)
            for place, quotation in enumerate(inside):
                if not cue and not _is_full_sentence(block.text[quotation.start : quotation.end]):
                    continue
                kind: VoiceKind = "direct" if direct and (place == 0 or number == 0) else "partial"
                self._add(context, _quoted(block, quotation, speaker, kind, cue))
            if not inside and attribution.reportable:
                self._report(block, sentence, offset, (start, end), context, speaker, cue)
        if len(context.found) == before:
            context.kind = None
            return
        context.speaker = speaker

    def _report(  # noqa: PLR0913 (a span of a sentence of a block, and who says it)
        self,
        block: Block,
        sentence: str,
        offset: int,
        span: tuple[int, int],
        context: _Context,
        speaker: str,
        cue: str,
    ) -> None:
        piece = sentence[span[0] : span[1]]
        text = piece.strip(_TRIM)
        if text.count(" ") >= _FEWEST_WORDS - 1:
            start = offset + span[0] + piece.index(text)
            self._add(context, _voice(block, start, start + len(text), speaker, "reported", cue))

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

    @staticmethod
    def _add(context: _Context, voice: Voice) -> None:
        if context.found and voice.start < context.found[-1].end:
            return
        context.found.append(voice)
        context.kind = voice.kind
        context.speaker = voice.speaker


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


def _quoted(block: Block, quotation: Quotation, speaker: str, kind: VoiceKind, cue: str) -> Voice:
    text = block.text[quotation.start : quotation.end]
    end = quotation.start + len(text.rstrip(", ")) if text.strip(", ") else quotation.end
    return _voice(block, quotation.start, end, speaker, kind, cue)


def _voice(  # noqa: PLR0913 (the fields of a voice)
    block: Block, start: int, end: int, speaker: str, kind: VoiceKind, cue: str
) -> Voice:
    text = block.text[start:end]
    return Voice(
        passage=block.id, start=start, end=end, text=text, speaker=speaker, kind=kind, cue=cue
    )
