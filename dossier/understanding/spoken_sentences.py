"""One sentence of a passage: what is said in it, added to what was heard before."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import structs

from dossier.found import VoiceKind
from dossier.understanding import phrases, quoted_titles, subjunctive_de, voices_de, voices_en
from dossier.understanding.attribution import ANONYMOUS, Attribution
from dossier.understanding.heard import Heard
from dossier.understanding.passage_parts import (
    FEWEST_WORDS,
    ONLY_QUOTED,
    TRIM,
    Said,
    Sentence,
    is_direct,
)
from dossier.understanding.quotations import Quotation
from dossier.understanding.who_speaks import WhoSpeaks

_RULES: dict[str, Callable[[str], Attribution | None]] = {
    "de": voices_de.attribute,
    "en": voices_en.attribute,
}
_LOOKS_BACK = re.compile(
    r"(?:So (?:beschreibt|formuliert|sagt|sieht|erklärt|schildert|beschrieb|erklärte|schilderte) es"
    r"|(?:Dies|Das) (?:sagte|erklärte|betonte|bestätigte|berichtete|schrieb|teilte|meinte)"
    r"|(?:Mit|With) (?:diesen|diesem|those|these) (?:Worten|Satz|Zitat|words))[ ,]"
)
# Who spoke may stand in brackets behind it: "„…“ (Trainer Urs Fischer nach dem Spiel)".
_IN_BRACKETS = re.compile(r"\([^()]{4,140}\)\.?")
# "Jedoch „hätte ich …“": the quotation goes on.
_CONNECTIVE = re.compile(r"^(?:Jedoch|Aber|Doch|Und|Denn|Dann|Außerdem|Zudem|Allerdings) (?=\x02)")
_BEING = re.compile(r"\b(?:war|ist|is|was) $")
_SURE_WORDS = 5  # a fragment of so many words quotes somebody: names and irony are shorter


def looks_back(sentence: str) -> bool:
    """Whether it tells who said what stands before it: "So beschreibt es Güvercin"."""
    return (_LOOKS_BACK.match(sentence) or _IN_BRACKETS.fullmatch(sentence)) is not None


class SentenceReader:
    """Reads the sentences of one article, a paragraph at a time."""

    def __init__(self, who: WhoSpeaks, lang: str) -> None:
        self._who = who
        self._lang = lang
        self._attribute = _RULES.get(lang)

    def _carries_on(self, sentence: str) -> bool:
        """Whether a sentence goes on with reported speech; only German has a form for it."""
        return self._lang == "de" and subjunctive_de.carries_on(sentence)

    def _is_reported(self, sentence: str, heard: Heard) -> bool:
        """Whether it is reported speech by itself; only German has a form for it."""
        after_speech = bool(heard.found or heard.earlier)
        return self._lang == "de" and subjunctive_de.is_reported(
            sentence, after_speech=after_speech
        )

    def read(self, sentence: Sentence, heard: Heard, *, hint: bool) -> None:
        """Read a sentence; `hint` says that somebody may speak in it."""
        if sentence.quoted and ONLY_QUOTED.fullmatch(_CONNECTIVE.sub("", sentence.text)):
            self._read_lone_quotation(sentence, heard)
            return
        if self._attribute is None:
            return
        if looks_back(sentence.text) and self._look_back(sentence, heard):
            return
        heard.left.clear()
        attribution = self._attribute(sentence.text) if hint else None
        if attribution and self._only_passes_on(sentence, heard, attribution):
            attribution = None
        if attribution is not None:
            speaker = self._read_attributed(sentence, heard, attribution)
            if self._who.note(speaker, attribution):
                return
        elif sentence.quoted:
            self._read_unattributed(sentence, heard)
        elif heard.kind and self._carries_on(sentence.text):
            heard.add(sentence.voice((0, len(sentence.text)), Said(heard.speaker)))
            return
        elif self._is_reported(sentence.text, heard):
            speaker = self._who.goes_on(heard, sentence.text)
            heard.add(sentence.voice((0, len(sentence.text)), Said(speaker)))
            return
        else:
            heard.kind = None
        self._who.people.tell(sentence.text)

    def _only_passes_on(self, sentence: Sentence, heard: Heard, attribution: Attribution) -> bool:
        """Whether a source stands in what somebody says: "Das gehe laut Beschluss nicht."."""
        is_source = attribution.cue.lower().startswith("laut") and not sentence.quoted
        return (
            is_source
            and bool(heard.kind)
            and self._carries_on(sentence.text)
            and subjunctive_de.is_main(sentence.text)
        )

    def _read_unattributed(self, sentence: Sentence, heard: Heard) -> None:
        """Keep full sentences and long fragments; leave names and irony out.

        Nobody is known to speak, unless indirect speech is carried on around the fragments.
        """
        speaker = ""
        told_so = self._carries_on(sentence.text)  # the subjunctive tells that somebody says it
        if told_so and heard.kind and not self._who.acts_anew(sentence, heard):
            speaker = heard.speaker
        elif told_so and (sentence.offset == 0 or subjunctive_de.is_main(sentence.text)):
            speaker = self._who.goes_on(heard, sentence.text)
        speaker = speaker or self._who.announcer(sentence, heard)
        told = speaker or self._who.only_subject(sentence)
        if not speaker:
            heard.kind = None
        for quotation in sentence.quoted:
            if sentence.is_full(quotation) and (speaker or self._is_speech(sentence, quotation)):
                heard.add(sentence.quote(quotation, "direct", Said(speaker)))
            elif (
                speaker
                or told_so
                or self._quotes_somebody(sentence, quotation)
                or (told and self._is_how(sentence, quotation))
            ):
                heard.add(sentence.quote(quotation, "partial", Said(told)))
            else:
                heard.left.append(sentence.quote(quotation, "partial", Said()))

    def _quotes_somebody(self, sentence: Sentence, quotation: Quotation) -> bool:
        """Whether a fragment is so long that it quotes somebody, and is no name or title."""
        words, text = sentence.words_of(quotation), sentence.block.text
        return (
            words.count(" ") >= _SURE_WORDS - 1
            and self._is_speech(sentence, quotation)
            and not (self._lang == "en" and quoted_titles.is_modifier(text, quotation))
            and not quoted_titles.is_heading(text, quotation)
        )

    @staticmethod
    def _is_how(sentence: Sentence, quotation: Quotation) -> bool:
        """Whether it tells how somebody is: "Pudenz war „einfach nur enttäuscht“"."""
        words = sentence.words_of(quotation)
        before = sentence.block.text[: quotation.outer_start]
        return words[:1].islower() and " " in words and _BEING.search(before) is not None

    @staticmethod
    def _is_speech(sentence: Sentence, quotation: Quotation) -> bool:
        """Whether what nobody is known to say is no name of something."""
        return not (
            quoted_titles.is_name(sentence.words_of(quotation))
            or quoted_titles.is_thing(sentence.block.text, quotation)
        )

    def _look_back(self, sentence: Sentence, heard: Heard) -> bool:
        """Give the quotation before to whom "So beschreibt es Güvercin" or "Mit diesen Worten"."""
        speaker = self._who.named_in(sentence.text)
        if not speaker:
            return False
        for one in heard.left:
            heard.add(structs.replace(one, speaker=speaker))
        if heard.found and not heard.found[-1].cue:
            heard.found[-1] = structs.replace(heard.found[-1], speaker=speaker)
            heard.speaker = speaker
        elif not heard.found and not sentence.offset:
            heard.claims = speaker
        self._who.people.spoke(speaker)
        return True

    def _read_lone_quotation(self, sentence: Sentence, heard: Heard) -> None:
        """Give a sentence that is all quotation to whoever spoke or acted just before."""
        speaker = heard.speaker if heard.kind is not None else ""
        if not heard.found and sentence.offset == 0:
            speaker = heard.earlier
        elif heard.kind is None:
            speaker = self._who.people.only_one()
        for quotation in sentence.quoted:
            if speaker or sentence.is_full(quotation):
                heard.add(sentence.quote(quotation, "direct", Said(speaker)))

    def _read_attributed(self, sentence: Sentence, heard: Heard, attribution: Attribution) -> str:
        """Add what is attributed; return the speaker."""
        named = self._who.named_behind(sentence) if attribution.phrase == ANONYMOUS else ""
        speaker = named or self._who.resolve(attribution.phrase, heard, sentence.text)
        if not speaker and not phrases.is_pronoun(attribution.phrase):
            speaker = self._who.announcer(sentence, heard)
        said = Said(speaker, attribution.cue, self._who.via(attribution))
        before = len(heard.found)
        for number, span in enumerate(attribution.spans):
            self._read_span(sentence, heard, span, said, first=number == 0)
            inside = sentence.quoted_in(span)
            if not inside and attribution.reportable:
                text = sentence.text[slice(*span)].strip(TRIM)
                if text.count(" ") >= FEWEST_WORDS - 1:
                    heard.add(sentence.voice(span, said))
        if len(heard.found) == before:
            heard.kind = None
        else:
            heard.speaker = said.speaker
        if said.speaker and self._who.roster.is_person(said.speaker):
            heard.institution = ""
        elif said.speaker:
            heard.institution = said.speaker
        return said.speaker

    def _read_span(
        self,
        sentence: Sentence,
        heard: Heard,
        span: tuple[int, int],
        said: Said,
        *,
        first: bool,
    ) -> None:
        """Add the quotations of a span that was said."""
        inside = sentence.quoted_in(span)
        direct = bool(inside) and is_direct(sentence.text[slice(*span)], first=first)
        for place, quotation in enumerate(inside):
            if not (said.cue or sentence.is_full(quotation)):
                if not self._quotes_somebody(sentence, quotation):
                    continue
                if not self._who.roster.is_person(said.speaker):
                    said = Said()  # so little does not tell who speaks
            kind: VoiceKind = "direct" if direct and (place == 0 or first) else "partial"
            heard.add(sentence.quote(quotation, kind, said))
