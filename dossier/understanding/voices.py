"""Who said what in an article: direct, partial and reported speech with speaker and cue."""

from __future__ import annotations

import re

from msgspec import Struct, field, structs

from dossier.model import Block, Voice, VoiceKind
from dossier.understanding import (
    phrases,
    quotations,
    sentences,
    speech_en,
    subjunctive_de,
    transcripts,
    verbs_de,
    voices_de,
    voices_en,
)
from dossier.understanding.antecedents import Antecedents
from dossier.understanding.attribution import SAME, Attribution, Phrase
from dossier.understanding.passage_parts import (
    BYLINE,
    DATELINE,
    ENDINGS,
    FEWEST_WORDS,
    ONLY_QUOTED,
    TRIM,
    Said,
    Sentence,
    clauses,
    is_direct,
    is_full_sentence,
    voice_of,
)
from dossier.understanding.personal_names import gives_a_name, may_be_surname
from dossier.understanding.quotations import Quotation
from dossier.understanding.speakers import Roster

_RULES = {"de": voices_de, "en": voices_en}
_CUES = {"de": verbs_de.CUES, "en": speech_en.CUES}
_UNQUOTED = {"de": verbs_de.CUES_WITHOUT_MARKS, "en": speech_en.CUES_WITHOUT_MARKS}
_REPORTS = {"de": subjunctive_de.SURE}
_WORD = re.compile(r"[^\W\d_]+")
# What follows is by who spoke last; what went before is by who is named now.
_GOES_ON = re.compile(r"(?:Und|Aber|Doch|Denn|And|But)(?: [a-zäöüß]+)?")
_LOOKS_BACK = re.compile(
    r"(?:So (?:beschreibt|formuliert|sagt|sieht|erklärt|schildert|beschrieb|erklärte|schilderte) es"
    r"|(?:Mit|With) (?:diesen|diesem|those|these) (?:Worten|Satz|Zitat|words))[ ,]"
)
# Who spoke may stand in brackets behind it: "„…“ (Trainer Urs Fischer nach dem Spiel)".
_IN_BRACKETS = re.compile(r"\([^()]{4,140}\)\.?")
_SURE_WORDS = 5  # a fragment of so many words quotes somebody: names and irony are shorter


class _Context(Struct):
    """What a paragraph has told so far: who spoke last and how, and the voices found."""

    speaker: str = ""
    kind: VoiceKind | None = None
    institution: str = ""
    found: list[Voice] = field(default_factory=list)
    left: list[Voice] = field(default_factory=list)  # fragments that the next sentence may claim

    def add(self, voice: Voice) -> None:
        """Add a voice unless it overlaps the last one."""
        if self.found and voice.start < self.found[-1].end:
            return
        self.found.append(voice)
        self.kind = voice.kind
        self.speaker = voice.speaker


def find_voices(blocks: tuple[Block, ...], lang: str, title: str = "") -> tuple[Voice, ...]:
    """Return the voices of an article's passages, in order, none overlapping another.

    `lang` is `de` or `en`; others have no rules of attribution. The `title` helps with transcripts.
    """
    finder = _Finder(blocks, lang)
    turns = transcripts.turns(blocks, lang, title)
    for block in blocks:
        if block.id in turns:
            finder.hear(block, turns[block.id])
        elif block.is_passage:
            finder.read(block)
    return tuple(finder.voices)


class _Finder:
    """Reads one article block by block; the roster of its people is made when first needed."""

    def __init__(self, blocks: tuple[Block, ...], lang: str) -> None:
        self._lang = lang
        self._rules = _RULES.get(lang)
        self._cues = _CUES.get(lang, frozenset())
        self._unquoted = _UNQUOTED.get(lang, frozenset())
        self._reports = _REPORTS.get(lang, frozenset())
        self._people = Antecedents(blocks, lang)
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
            quoted = tuple(q for q in quotations.find(text) if not quotations.is_title(text, q))
        if block.type == "quote" and not quoted:
            self._read_block_quote(block)
            return
        if (
            not quoted
            and text[:1] != "("
            and self._cues.isdisjoint(sentences.words(text))
            and self._reports.isdisjoint(sentences.words(text))
        ):
            self._people.pass_over(text)
            self._speaker = ""
            return
        masked = quotations.mask(text, quoted)
        context = _Context()
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
            if not hint and context.kind is None and self._reports.isdisjoint(words):
                self._people.tell(words)
                continue
            sentence = Sentence(block=block, text=piece, offset=start, quoted=here)
            self._read_sentence(sentence, context, words, hint=hint)
        self._speaker = context.speaker if context.kind else ""
        self.voices += context.found

    def _may_tell(self, piece: str, words: list[str]) -> bool:
        """Whether somebody may speak in a sentence in which nothing is quoted."""
        if ": " in piece or not self._unquoted.isdisjoint(words):
            return True
        return piece[0] == "(" or _LOOKS_BACK.match(piece) is not None

    def _sentences(self, masked: str) -> list[tuple[int, int]]:
        """Cut a masked paragraph, but keep `"Is that so?" Merkel asked.` together."""
        cut = sentences.split(masked, self._lang)
        if "; " not in masked and not any(map(masked.__contains__, ENDINGS)):
            return list(cut)
        spans: list[tuple[int, int]] = []
        for start, end in clauses(masked, cut):
            if (
                spans
                and self._rules
                and masked[slice(*spans[-1])].endswith(ENDINGS)
                and self._rules.continues_question(masked[start:end])
            ):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return spans

    def _carries_on(self, sentence: str) -> bool:
        """Whether a sentence goes on with reported speech; only German has a form for it."""
        return self._lang == "de" and subjunctive_de.carries_on(sentence)

    def _read_block_quote(self, block: Block) -> None:
        """Read a block set as a quotation: it has no marks, and a name may follow a dash."""
        byline = BYLINE.search(block.text)
        end = byline.start() if byline else len(block.text)
        text = block.text[:end].rstrip()
        if text.count(" ") >= FEWEST_WORDS:
            announced = self._speaker if self._announces else ""  # "…, sagt Tripp:"
            speaker = byline["name"].strip() if byline else announced
            self.voices.append(voice_of(block, (0, len(text)), "direct", Said(speaker)))

    def _read_sentence(
        self, sentence: Sentence, context: _Context, words: list[str], *, hint: bool
    ) -> None:
        """Read a sentence; `hint` says that somebody may speak in it."""
        if sentence.quoted and ONLY_QUOTED.fullmatch(sentence.text):
            self._read_lone_quotation(sentence, context)
            return
        rules = self._rules
        if rules is None:
            return
        looks_back = _LOOKS_BACK.match(sentence.text) or _IN_BRACKETS.fullmatch(sentence.text)
        if looks_back and self._look_back(sentence, context):
            return
        context.left.clear()
        attribution = rules.attribute(sentence.text) if hint else None
        if attribution is not None:
            speaker = self._read_attributed(sentence, context, attribution)
            if self._note(speaker, attribution):
                return
        elif sentence.quoted:
            self._read_unattributed(sentence, context)
        elif context.kind and self._carries_on(sentence.text):
            context.add(sentence.voice((0, len(sentence.text)), Said(context.speaker)))
            return
        elif not self._reports.isdisjoint(words) and subjunctive_de.is_reported(sentence.text):
            before = context.found[-1].speaker if context.found else self._speaker
            context.add(sentence.voice((0, len(sentence.text)), Said(before)))
            return
        else:
            context.kind = None
        self._people.tell(words)

    def _note(self, speaker: str, attribution: Attribution) -> bool:
        """Remember who spoke, if it was a person."""
        if self._is_person(speaker, attribution):
            self._people.spoke(speaker)
            return True
        return bool(speaker) and self._people.spoke_unnamed(speaker, attribution.phrase)

    def _is_person(self, speaker: str, attribution: Attribution) -> bool:
        """Whether a person speaks, perhaps one whom the article names by one name only."""
        if self.roster.is_person(speaker):
            return True
        phrase = attribution.phrase
        bare = (
            attribution.cue
            and speaker == phrase.nouns
            and not (phrase.determiner or phrase.adjectives)
        )
        if not bare or not self._may_be_person(speaker):
            return False
        self.roster.admit(speaker)
        return True

    def _may_be_person(self, speaker: str) -> bool:
        """Whether a family name speaks, or somebody with a given name: "Huw Pill"."""
        given, _, family = speaker.partition(" ")
        if not family:
            return speaker.isalpha() and may_be_surname(speaker, self._lang)
        return family.isalpha() and gives_a_name(given, family, self._lang)

    def _read_unattributed(self, sentence: Sentence, context: _Context) -> None:
        """Keep full sentences and long fragments; leave names and irony out.

        Nobody is known to speak, unless indirect speech is carried on around the fragments.
        """
        speaker = ""
        if self._carries_on(sentence.text):
            goes_on = not context.found and sentence.offset == 0
            speaker = context.speaker if context.kind else self._speaker if goes_on else ""
        speaker = speaker or self._announcer(sentence, context)
        told = speaker or self._only_subject(sentence)
        if not speaker:
            context.kind = None
        for quotation in sentence.quoted:
            words = sentence.words_of(quotation)
            if is_full_sentence(words) and (speaker or not quotations.is_name(words)):
                context.add(sentence.quote(quotation, "direct", Said(speaker)))
            elif speaker or (
                words.count(" ") >= _SURE_WORDS - 1
                and not quotations.is_name(words)
                and not (
                    self._lang == "en" and quotations.is_modifier(sentence.block.text, quotation)
                )
                and not quotations.is_heading(sentence.block.text, quotation)
            ):
                context.add(sentence.quote(quotation, "partial", Said(told)))
            else:
                context.left.append(sentence.quote(quotation, "partial", Said()))

    def _only_subject(self, sentence: Sentence) -> str:
        """Return the only person of a sentence if it is its subject: "Vilanek will, was …"."""
        words = _WORD.findall(sentence.text)
        people = self.roster.people_in(words) if len(sentence.quoted) == 1 else ()
        return people[0] if len(people) == 1 and self.roster.free_in(words) == people[0] else ""

    def _announcer(self, sentence: Sentence, context: _Context) -> str:
        """Return the only person before a colon, or for "Und: „…“" who spoke last."""
        head, colon, _ = sentence.text.partition(": \x02")
        if not colon:
            return ""
        if _GOES_ON.fullmatch(head):
            return context.speaker or self._speaker
        people = self.roster.people_in(_WORD.findall(head))
        return people[0] if len(people) == 1 else ""

    def _look_back(self, sentence: Sentence, context: _Context) -> bool:
        """Give the quotation before to whom "So beschreibt es Güvercin" or "Mit diesen Worten"."""
        people = self.roster.people_in(_WORD.findall(sentence.text))
        if len(people) != 1:
            return False
        for one in context.left:
            context.add(structs.replace(one, speaker=people[0]))
        found = context.found or ([] if sentence.offset else self.voices)
        if found and not found[-1].cue and (context.found or self._is_open(found[-1])):
            found[-1] = structs.replace(found[-1], speaker=people[0])
        self._people.spoke(people[0])
        return True

    def _is_open(self, voice: Voice) -> bool:
        """Whether it ends the passage before, and nobody is known to have said it."""
        return not voice.speaker and voice.passage == self._before

    def _read_lone_quotation(self, sentence: Sentence, context: _Context) -> None:
        """Give a sentence that is all quotation to whoever spoke or acted just before."""
        speaker = context.speaker if context.kind is not None else ""
        if not context.found and sentence.offset == 0:
            speaker = self._speaker
        elif context.kind is None:
            speaker = self._people.only_one()
        for quotation in sentence.quoted:
            if speaker or is_full_sentence(sentence.words_of(quotation)):
                context.add(sentence.quote(quotation, "direct", Said(speaker)))

    def _read_attributed(
        self, sentence: Sentence, context: _Context, attribution: Attribution
    ) -> str:
        """Add what is attributed; return the speaker."""
        speaker = self._resolved(attribution.phrase, context)
        if not speaker and not phrases.is_pronoun(attribution.phrase):
            speaker = self._announcer(sentence, context)
        said = Said(speaker, attribution.cue, self._via(attribution))
        before = len(context.found)
        for number, span in enumerate(attribution.spans):
            self._read_span(sentence, context, span, said, first=number == 0)
            inside = sentence.quoted_in(span)
            if not inside and attribution.reportable:
                text = sentence.text[slice(*span)].strip(TRIM)
                if text.count(" ") >= FEWEST_WORDS - 1:
                    context.add(sentence.voice(span, said))
        if len(context.found) == before:
            context.kind = None
        else:
            context.speaker = said.speaker
        if said.speaker and self.roster.is_person(said.speaker):
            context.institution = ""
        elif said.speaker:
            context.institution = said.speaker
        return said.speaker

    def _read_span(
        self,
        sentence: Sentence,
        context: _Context,
        span: tuple[int, int],
        said: Said,
        *,
        first: bool,
    ) -> None:
        """Add the quotations of a span that was said."""
        inside = sentence.quoted_in(span)
        direct = bool(inside) and is_direct(sentence.text[slice(*span)], first=first)
        for place, quotation in enumerate(inside):
            if not said.cue and not is_full_sentence(sentence.words_of(quotation)):
                continue
            kind: VoiceKind = "direct" if direct and (place == 0 or first) else "partial"
            context.add(sentence.quote(quotation, kind, said))

    def _via(self, attribution: Attribution) -> str:
        if attribution.via is None:
            return ""
        return phrases.speaker_of(attribution.via, self.roster, self._lang)

    def _resolved(self, phrase: Phrase, context: _Context) -> str:
        """Resolve the phrase; a pronoun means the last person, "hieß es" the last institution."""
        if phrase == SAME:
            return context.speaker if context.found else context.institution or self._speaker
        if phrases.is_pronoun(phrase):
            if phrase.determiner == "it":
                return context.institution
            return self._people.person(phrases.gender_of(phrase))
        speaker = phrases.speaker_of(phrase, self.roster, self._lang)
        if not speaker:
            return context.institution if context.kind else ""
        if not self.roster.is_person(speaker) and phrases.is_epithet(phrase, self._lang):
            gender = phrases.epithet_gender(phrase, self._lang)
            office = phrases.office_of(phrase, self._lang)
            holder = self.roster.holder(office, gender) if office else ""
            if not holder and phrases.stands_for_a_name(phrase, self._lang):
                holder = self._people.person(gender, office)
            return holder or speaker
        return speaker
