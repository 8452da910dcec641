"""Whom "er", "she" or "der Norweger" means: the people whom the passages before have named."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from dossier.model import Block
from dossier.understanding import roles, sentences
from dossier.understanding.attribution import Phrase
from dossier.understanding.speakers import Roster

_WORD = re.compile(r"[^\W\d_]+")
_OWNER = re.compile(r"(?:[A-Z][\w-]+ )?[A-Z][\w-]+(?:['’]s|s['’])(?= [a-z])")
# "Eine Anwohnerin nahm es gelassen": somebody new, whom the article does not name.
_NEW = {"Ein": "m", "Eine": "f", "A": "", "An": "", "One": ""}
_ONE = {"ein": "m", "eine": "f", "der": "m", "die": "f", "a": "", "an": "", "the": "", "one": ""}
_ADJECTIVES = 2  # between article and noun
_KIN_EN = {
    "man": "m", "father": "m", "son": "m", "brother": "m", "boy": "m", "woman": "f",
    "mother": "f", "daughter": "f", "sister": "f", "girl": "f", "witness": "", "resident": "",
    "neighbor": "", "neighbour": "", "student": "", "teacher": "", "friend": "", "nurse": "",
    "driver": "", "passenger": "", "worker": "", "survivor": "", "shopkeeper": "", "farmer": "",
}  # fmt: skip
_LONG = 4  # letters
_FARTHEST = 5  # passages; a pronoun seldom looks back farther


def _is_sentence(title: str) -> bool:
    """Whether a headline is written as a sentence is: in Title Case each word looks like a name."""
    words = [word for word in title.split() if len(word) >= _LONG]
    return sum(map(str.islower, words)) >= len(words) / 3 > 0


class _Passage(Struct):
    """What a passage has told of people.

    `people` are those of the last sentence that names any, in order; `subject` is with whom it
    begins, `speaker` who spoke last. The sentences since then are in `told`: who looks for people
    reads them first. `text` is the whole of a passage that nobody read.
    """

    speaker: str = ""
    people: tuple[str, ...] = ()
    subject: str = ""
    told: list[str] = field(default_factory=list)
    text: str = ""


class Antecedents:
    """The people of an article, and who was named last."""

    def __init__(self, blocks: Iterable[Block], lang: str, title: str = "") -> None:
        self._texts = [*([title] if _is_sentence(title) else []), *(one.text for one in blocks)]
        self._lang = lang
        self._roster: Roster | None = None
        self._here = _Passage()
        self._past: deque[_Passage] = deque(maxlen=_FARTHEST)
        self._strangers: dict[str, str] = {}  # by what they are, the gender

    @property
    def roster(self) -> Roster:
        """The people of the article, found when they are first needed."""
        if self._roster is None:
            self._roster = Roster(self._texts, self._lang)
        return self._roster

    def begin(self) -> None:
        """Begin a passage that is read sentence by sentence."""
        self._here = _Passage()
        self._past.append(self._here)

    def pass_over(self, text: str) -> None:
        """Note a passage in which nobody speaks."""
        self._past.append(_Passage(text=text))

    def tell(self, sentence: str) -> None:
        """Note a sentence that the narrator tells."""
        self._here.told.append(sentence)

    def spoke(self, speaker: str) -> None:
        """Note who spoke in a sentence: nobody else is nearer after it."""
        here = self._here
        here.told = []
        here.people, here.subject, here.speaker = (speaker,), speaker, speaker

    def spoke_unnamed(self, speaker: str, phrase: Phrase) -> bool:
        """Note that somebody spoke who has no name: "sagte eine Anwohnerin"; whether it was one."""
        word = phrase.nouns.rpartition(" ")[2]
        gender = _ONE.get(phrase.determiner)
        if gender is None or not self._is_somebody(word):
            return False
        if self._lang == "de":
            gender = "f" if word.endswith("in") or phrase.determiner == "eine" else gender
            if phrase.determiner == "die" and gender != "f" and word not in roles.KIN_DE:
                return False  # several
        self._strangers[speaker] = gender or _KIN_EN.get(word, "")
        self.spoke(speaker)
        return True

    def _is_somebody(self, word: str) -> bool:
        if self._lang == "de":
            return word in roles.KIN_DE or roles.is_office(word, "de")
        return word in _KIN_EN or (word.islower() and roles.is_office(word, "en"))

    def only_one(self) -> str:
        """Return the only person whom the last sentence of this passage names that names any."""
        self._look(self._here)
        return self._here.people[0] if len(self._here.people) == 1 else ""

    def subject_before(self) -> str:
        """Return whom the end of the passage before begins with, if it names nobody else."""
        if not self._past:
            return ""
        before = self._past[-1]
        self._look(before)
        return before.subject if before.people == (before.subject,) else ""

    def only_subject(self) -> str:
        """Return whom the last sentence begins with if it names no other: "Palm zuckt die …"."""
        here = self._here
        if not here.told:
            return ""
        self._look(here)
        return here.subject if here.people == (here.subject,) else ""

    def nobody_here(self) -> bool:
        """Whether this passage has named nobody so far."""
        self._look(self._here)
        return not self._here.people

    def person(self, gender: str, office: str = "") -> str:
        """Return whom a pronoun or "der Norweger" means: the nearest person that it fits.

        `gender` is `m`, `f` or "" for any, "?" for none; "" is returned where two may be meant.
        """
        if gender == "?":
            return ""
        for passage in reversed(self._past):
            self._look(passage)
            fitting = [name for name in passage.people if self._fits(name, gender, office)]
            if len(fitting) == 1:
                return fitting[0]
            if passage.subject in fitting:
                return passage.subject
            if passage.speaker in fitting and passage is not self._here:
                return passage.speaker
            if fitting:
                return ""
        return ""

    def _fits(self, name: str, gender: str, office: str) -> bool:
        stranger = self._strangers.get(name)
        if stranger is None:
            return self.roster.fits(name, gender, office)
        return not office and (not gender or stranger in (gender, ""))

    def _look(self, passage: _Passage) -> None:
        """Look for people in what was told since they were last looked for."""
        if passage.text:
            spans = sentences.split(passage.text, self._lang)
            passage.told = [passage.text[slice(*span)] for span in spans]
            passage.text = ""
        while passage.told:
            words, people = self._named(passage.told.pop())
            if people:
                passage.people = people
                passage.subject = self.roster.subject_in(words) or self.roster.free_in(words)
                passage.told = []
            elif stranger := self._stranger(words):
                passage.people, passage.subject = (stranger,), stranger
                passage.told = []

    def _named(self, sentence: str) -> tuple[list[str], tuple[str, ...]]:
        """Return the words of a sentence and whom they name, but not whose something only is.

        In "Brendan Rodgers' side lost, which Vardy regrets" that is Vardy.
        """
        words = _WORD.findall(sentence)
        people = self.roster.people_in(words)
        if len(people) > 1 and _OWNER.search(sentence):
            others = _WORD.findall(_OWNER.sub("", sentence))
            if found := self.roster.people_in(others):
                return others, found
        return words, people

    def _stranger(self, words: Sequence[str]) -> str:
        """Return what somebody is with whom a sentence begins and who has no name."""
        gender = _NEW.get(words[0]) if words else None
        if gender is None:
            return ""
        for word in words[1 : _ADJECTIVES + 2]:
            if word in roles.KIN_DE if self._lang == "de" else word in _KIN_EN:
                self._strangers[word] = gender or _KIN_EN.get(word, "")
                return word
        return ""
