"""Who is meant by the phrase that says who speaks, or by the words around a quotation."""

from __future__ import annotations

import re

from dossier.understanding import phrases, subjunctive_de
from dossier.understanding.antecedents import Antecedents
from dossier.understanding.attribution import SAME, Attribution, Phrase
from dossier.understanding.heard import Heard
from dossier.understanding.lexicon import word_set
from dossier.understanding.passage_parts import Sentence
from dossier.understanding.personal_names import gives_a_name, may_be_surname
from dossier.understanding.speakers import Roster

_WORD = re.compile(r"[^\W\d_]+")
# What follows is by who spoke last; what went before is by who is named now.
_GOES_ON = re.compile(r"(?:Und|Aber|Doch|Denn|And|But)(?: [a-zäöüß]+)?")
_THEIRS = re.compile(r"(?:Ihre?|Seine?|Her|His)\b")
_WRITTEN = re.compile(
    r"\b(?:steht|stand|prangt|prangte|hängt|hing|lautet|lautete|heißt|hieß|reads|hangs|hung)\b"
)
_HE_OR_SHE = re.compile(r"(Er|Sie) (?:sei|[a-zäöüß]+e)\b")
_UNSAID = re.compile(r"\b(?:heißt|hieß) es\b")  # "…, hieß es in einem Brief an Müller"
_SUBORDINATE = word_set(
    "When After Before As While Since Although Though Because Als Nachdem Während Bevor Wenn Weil "
    "Obwohl"
)


class WhoSpeaks:
    """Tells who speaks in the sentences of one article, whose people are noted in `people`."""

    def __init__(self, people: Antecedents, lang: str) -> None:
        self.people = people
        self._lang = lang

    @property
    def roster(self) -> Roster:
        """The people of the article."""
        return self.people.roster

    def named_in(self, text: str) -> str:
        """Return the only person whom a piece of text names, "" if there is not exactly one."""
        people = self.roster.people_in(_WORD.findall(text))
        return people[0] if len(people) == 1 else ""

    def named_behind(self, sentence: Sentence) -> str:
        """Return the only person named behind what is quoted: "…, sagte die zuständige Bär"."""
        behind = sentence.text.rpartition("\x03")[2] if sentence.quoted else ""
        name = "" if _UNSAID.search(behind) else self.named_in(behind)
        return name if name and self.roster.free_in(_WORD.findall(behind)) == name else ""

    def note(self, speaker: str, attribution: Attribution) -> bool:
        """Remember who spoke, if it was a person."""
        if self._is_person(speaker, attribution):
            self.people.spoke(speaker)
            return True
        return bool(speaker) and self.people.spoke_unnamed(speaker, attribution.phrase)

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

    def only_subject(self, sentence: Sentence) -> str:
        """Return the only person of a sentence if it is its subject: "Vilanek will, was …"."""
        words = _WORD.findall(sentence.text)
        people = self.roster.people_in(words) if len(sentence.quoted) == 1 else ()
        return people[0] if len(people) == 1 and self.roster.free_in(words) == people[0] else ""

    def acts_anew(self, sentence: Sentence, heard: Heard) -> bool:
        """Whether the sentence has a subject of its own that is not who spoke last.

        "Auch Steinmeier mahnte an, dass das „eindeutig“ sein müsse" carries on nothing.
        """
        if subjunctive_de.is_main(sentence.text):
            return False
        name = self.only_subject(sentence)
        return bool(name) and name != heard.speaker

    def goes_on(self, heard: Heard, sentence: str) -> str:
        """Return who says what stands in the subjunctive, though the narrator spoke before it.

        The only person named since then, else who spoke last, if "er" or "sie" with which it
        begins can be that.
        """
        speaker = self._last_named(heard)
        pronoun = _HE_OR_SHE.match(sentence)
        if heard.kind is None and pronoun and self.roster.is_person(speaker):
            gender = "m" if pronoun[1] == "Er" else "f"
            if not self.roster.fits(speaker, gender, ""):
                return self.people.person(gender)
        return speaker

    def _owner(self, sentence: str, gender: str) -> str:
        """Return whose something is before a colon: "Ganz anders klang Bablers Urteil: „…“"."""
        head, colon, _ = sentence.partition(": \x02")
        name = self.named_in(head) if colon else ""
        return name if name and self.roster.fits(name, gender, "") else ""

    def _last_named(self, heard: Heard) -> str:
        if heard.kind is None:
            told = self.people.only_subject() if heard.found else self.people.only_one()
            if told:
                return told
        return heard.found[-1].speaker if heard.found else heard.earlier

    def announcer(self, sentence: Sentence, heard: Heard) -> str:
        """Return the only person before a colon, or for "Und: „…“" who spoke last."""
        head, colon, _ = sentence.text.partition(": \x02")
        if not colon:
            return ""
        if _GOES_ON.fullmatch(head):
            return heard.speaker or heard.earlier
        if _THEIRS.match(head) and (name := self.named_in(head) or heard.speaker):
            return name  # "Ihre Kriterien waren andere: „…“"
        # "Darauf steht in Anspielung auf Musk: „Plan B“": nobody speaks there.
        return "" if _WRITTEN.search(head) else self.named_in(head)

    def _named_before(self, pronoun: Phrase, sentence: str) -> str:
        """Return the subject of the sentence in which the pronoun stands, if it fits.

        In "When Ann Dorsey read it, she called it “ambitious”" that is Dorsey.
        """
        gender = phrases.gender_of(pronoun)
        found = re.search(rf"\b{pronoun.determiner}\b", sentence) if gender != "?" else None
        words = _WORD.findall(sentence[: found.start()]) if found else []
        if words and words[0] in _SUBORDINATE:
            words = words[1:]
        name = self.roster.subject_in(words) or self.roster.free_in(words)
        return name if name and self.roster.fits(name, gender, "") else ""

    def via(self, attribution: Attribution) -> str:
        """Return who passes on what another said, "" if nobody does."""
        if attribution.via is None:
            return ""
        return phrases.speaker_of(attribution.via, self.roster, self._lang)

    def resolve(self, phrase: Phrase, heard: Heard, sentence: str = "") -> str:
        """Return who is meant; a pronoun means the last person, "hieß es" the last institution."""
        if phrase == SAME:
            return heard.speaker if heard.found else heard.institution or heard.earlier
        if phrases.is_pronoun(phrase):
            if phrase.determiner == "it":
                return heard.institution
            gender = phrases.gender_of(phrase)
            return self._named_before(phrase, sentence) or self.people.person(gender)
        speaker = phrases.speaker_of(phrase, self.roster, self._lang)
        if not speaker:
            return heard.institution if heard.kind else ""
        if not self.roster.is_person(speaker) and phrases.is_epithet(phrase, self._lang):
            gender = phrases.epithet_gender(phrase, self._lang)
            office = phrases.office_of(phrase, self._lang)
            holder = self.roster.holder(office, gender) if office else ""
            holder = holder or self._owner(sentence, gender)
            if not holder and phrases.stands_for_a_name(phrase, self._lang):
                holder = self.people.person(gender, office)
            return holder or speaker
        return speaker
