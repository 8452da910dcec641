"""Who said what in an article: direct, partial and reported speech with speaker and cue.

A passage is cut into sentences (`read`), each of which `SentenceReader` reads: the rules of its
language say which part of it is said (`Attribution`), `WhoSpeaks` by whom. `Heard` is what the
passage has told so far.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from dossier.found import Voice
from dossier.model import Block
from dossier.understanding import (
    quotations,
    quoted_titles,
    sentences,
    speech_en,
    subjunctive_de,
    trailing_en,
    transcripts,
    verbs_de,
)
from dossier.understanding.antecedents import Antecedents
from dossier.understanding.heard import Heard
from dossier.understanding.passage_parts import (
    BYLINE,
    DATELINE,
    ENDINGS,
    FEWEST_WORDS,
    ONLY_QUOTED,
    Said,
    Sentence,
    clauses,
    voice_of,
)
from dossier.understanding.quotations import Quotation
from dossier.understanding.speakers import Roster
from dossier.understanding.spoken_sentences import SentenceReader, looks_back
from dossier.understanding.who_speaks import WhoSpeaks

_CUES = {"de": verbs_de.CUES, "en": speech_en.CUES}
_UNQUOTED = {"de": verbs_de.CUES_WITHOUT_MARKS, "en": speech_en.CUES_WITHOUT_MARKS}
_REPORTS: dict[str, Callable[[], frozenset[str]]] = {"de": subjunctive_de.carried}
_SOURCE = "angaben"  # "nach israelischen Armeeangaben"
_CONTINUES: dict[str, Callable[[str], bool]] = {"en": trailing_en.continues_question}


def find_voices(blocks: tuple[Block, ...], lang: str, title: str = "") -> tuple[Voice, ...]:
    """Return the voices of an article's passages, in order, none overlapping another.

    `lang` is `de` or `en`; others have no rules of attribution. The `title` helps with transcripts
    and tells of people.
    """
    finder = _Finder(blocks, lang, title)
    turns = transcripts.turns(blocks, lang, title)
    for block in blocks:
        if block.id in turns:
            finder.hear(block, turns[block.id])
        elif block.is_passage:
            finder.read(block)
    return tuple(finder.voices)


class _Finder:
    """Reads one article block by block; the roster of its people is made when first needed."""

    def __init__(self, blocks: tuple[Block, ...], lang: str, title: str) -> None:
        self._lang = lang
        self._cues = _CUES.get(lang, frozenset())
        self._unquoted = _UNQUOTED.get(lang, frozenset())
        self._reports = _REPORTS.get(lang, frozenset[str])()
        self._continues = _CONTINUES.get(lang)
        self._people = Antecedents(blocks, lang, title)
        self._sentence_reader = SentenceReader(WhoSpeaks(self._people, lang), lang)
        self._speaker = ""  # who speaks at the end of the passage before
        self._before = self._here = ""  # the last passages that were read
        self._announces = self._ended = False  # whether they end in a colon
        self.voices: list[Voice] = []

    @property
    def roster(self) -> Roster:
        """The people of the article."""
        return self._people.roster

    def hear(self, block: Block, turn: transcripts.Turn) -> None:
        """Add a passage of a transcript: all of it is what somebody says."""
        span = turn.start, len(block.text)
        self.voices.append(voice_of(block, span, "direct", Said(self._full_name(turn))))
        self._speaker = ""

    def _full_name(self, turn: transcripts.Turn) -> str:
        full = self.roster.full_name(turn.speaker) if turn.speaker and not turn.is_told else ""
        return full if self.roster.is_person(full) else turn.speaker

    def read(self, block: Block) -> None:
        """Add the voices of one passage."""
        self._before, self._here = self._here, block.id
        self._announces, self._ended = self._ended, block.text.endswith(":")
        text = block.text
        quoted: tuple[Quotation, ...] = ()
        if quotations.MARKS.search(text):
            quoted = quoted_titles.speech_in(text, self._lang)
        if block.type == "quote" and not quoted:
            self._read_block_quote(block)
            return
        if not quoted and self._is_silent(text):
            self._people.pass_over(text)
            self._speaker = ""
            return
        masked = quotations.mask(text, quoted)
        heard = Heard(earlier=self._announced(masked) or self._speaker)
        self._people.begin()
        sent = DATELINE.match(masked)
        here: tuple[Quotation, ...] = ()
        for start, end in self._sentences(masked):
            if sent and start < sent.end() < end:
                start = sent.end()  # noqa: PLW2901 - the sentence begins after it
            if quoted:
                here = tuple([q for q in quoted if start <= q.outer_start < end])
            piece = masked[start:end]
            words = sentences.words(piece)
            hint = bool(here) or self._may_tell(piece, words)
            if not hint and heard.kind is None and self._reports.isdisjoint(words):
                self._people.tell(piece)
                continue
            sentence = Sentence(block=block, text=piece, offset=start, quoted=here)
            self._sentence_reader.read(sentence, heard, hint=hint)
        self._speaker = heard.speaker if heard.kind else ""
        if heard.claims:
            self._give_open(heard.claims)
        self.voices += heard.found

    def _announced(self, masked: str = "") -> str:
        """Return who acts in the end of the passage before, "Tripp sah auf:", and then speaks.

        A passage that is nothing but a quotation needs no colon before it.
        """
        is_said = self._announces or ONLY_QUOTED.fullmatch(masked)
        return self._people.subject_before() if is_said else ""

    def _is_silent(self, text: str) -> bool:
        """Whether nobody can speak in a passage without quotations."""
        words = sentences.words(text)
        told = text[:1] == "(" or _SOURCE in text
        return not told and self._cues.isdisjoint(words) and self._reports.isdisjoint(words)

    def _may_tell(self, piece: str, words: list[str]) -> bool:
        """Whether somebody may speak in a sentence in which nothing is quoted."""
        if ": " in piece or _SOURCE in piece or not self._unquoted.isdisjoint(words):
            return True
        return piece[0] == "(" or looks_back(piece)

    def _sentences(self, masked: str) -> list[tuple[int, int]]:
        """Cut a masked paragraph, but keep `"Is that so?" Merkel asked.` together."""
        cut = sentences.split(masked, self._lang)
        if "; " not in masked and not any(map(masked.__contains__, ENDINGS)):
            return list(cut)
        spans: list[tuple[int, int]] = []
        for start, end in clauses(masked, cut):
            if (
                spans
                and self._continues
                and masked[slice(*spans[-1])].endswith(ENDINGS)
                and self._continues(masked[start:end])
            ):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans

    def _give_open(self, speaker: str) -> None:
        """Give the last voice of the passage before to `speaker`, if nobody is known to say it."""
        last = self.voices[-1] if self.voices else None
        if last and last.passage == self._before and not (last.speaker or last.cue):
            self.voices[-1] = structs.replace(last, speaker=speaker)

    def _read_block_quote(self, block: Block) -> None:
        """Read a block set as a quotation: it has no marks, and a name may follow a dash."""
        byline = BYLINE.search(block.text)
        end = byline.start() if byline else len(block.text)
        text = block.text[:end].rstrip()
        if text.count(" ") >= FEWEST_WORDS:
            # Such as "…, sagt Tripp:"
            announced = self._speaker or self._announced() if self._announces else ""
            speaker = byline["name"].strip() if byline else announced
            self.voices.append(voice_of(block, (0, len(text)), "direct", Said(speaker)))
