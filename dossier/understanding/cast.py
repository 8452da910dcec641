"""Who is meant by the labels of a transcript: "THE PRESIDENT", "MR. KIRBY", "CHAIRMAN CHUNG".

The headline says it ("Remarks by President Biden"), or what stands before the first label.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dossier.understanding import name_words as w
from dossier.understanding import roles
from dossier.understanding.lexicon import word_set

ADDRESS = word_set("the mr mr. mrs mrs. ms ms. dr dr. herr frau")
_RANKS = word_set("first second vice deputy prime foreign press acting")
# A role behind another word is somebody else's: "former President", "Russian President".
_LEADS = word_set("by and with von und mit")
_LONGEST = 3  # given names and initials


class Speaker(Struct, frozen=True):
    """What a label calls the speaker; `is_told` if more must not be concluded from the text."""

    name: str
    is_told: bool = False


class Cast:
    """Those who speak in a transcript, by what stands above it.

    `heads` are the headline, what stands before the first label, and the labels.
    """

    def __init__(self, heads: Sequence[str], texts: Sequence[str], lang: str) -> None:
        self._heads = [head.replace(",", " ,").split() for head in heads]
        self._texts = texts
        self._lang = lang

    def speaker(self, label: str) -> Speaker:
        """Return who is meant by a label, "" if it is a role and nothing tells whose."""
        words = label.split()
        while len(words) > 1 and words[0].lower() in ADDRESS:
            words = words[1:]
        address = label.split(maxsplit=1)[0].lower()
        is_role = (address == "the" or address not in ADDRESS) and self._is_role(words)
        kept = " ".join(words)
        name = (kept.title() if kept.isupper() and len(kept) > 3 else kept).split()
        if not is_role:
            name = name[roles.name_after_office(name, self._lang) :] or name
        if kept.isupper() and address not in ADDRESS and self._is_nameless(words):
            return Speaker(kept.lower(), is_told=True)
        found = self._in_full(name)
        if is_role and not found:
            return Speaker(self._holder(name), is_told=True)
        return Speaker(found, is_told=True) if found else Speaker(" ".join(name))

    def _is_role(self, words: Sequence[str]) -> bool:
        """Whether a label is nothing but an office: "Vice President"."""
        return roles.is_office(words[-1], self._lang) and all(
            word.lower() in _RANKS or roles.is_office(word, self._lang) for word in words
        )

    def _is_nameless(self, words: Sequence[str]) -> bool:
        """Whether a label only says what somebody is: "SENIOR ADMINISTRATION OFFICIAL"."""
        if self._lang == "de" or len(words) == 1:
            return False
        flags = [w.flags(word.title(), self._lang) for word in words]
        return all(flag & (w.SMALL | w.OFFICE) and not flag & w.NAME for flag in flags)

    def _in_full(self, name: Sequence[str]) -> str:
        """Return the full name that ends so: "Press Secretary Karine Jean-Pierre"."""
        wanted = [word.lower() for word in name]
        for words in self._heads:
            lowered = [word.lower() for word in words]
            for place in range(1, len(words) - len(name) + 1):
                end = place + len(name)
                if lowered[place:end] == wanted and (given := self._given(words, place)):
                    return " ".join([*given, *words[place:end]])
        return ""

    def _given(self, words: Sequence[str], end: int) -> list[str]:
        """Return the given names and initials that end before the word at `end`."""
        first = end
        while first and end - first < _LONGEST and self._flags(words[first - 1]) & _GIVEN:
            first -= 1
        flags = self._flags(words[end - 1])
        if first == end and flags & w.UNKNOWN and not flags & (w.OFFICE | w.SMALL | w.LISTED):
            first -= 1
        return list(words[first:end])

    def _holder(self, role: Sequence[str]) -> str:
        """Return the one person who is named behind a role, in the fullest form."""
        wanted = [word.lower() for word in role]
        found = {
            " ".join(self._name(words, place + len(role)))
            for words in self._heads
            for place in range(len(words) - len(role))
            if [word.lower() for word in words[place : place + len(role)]] == wanted
            and (place == 0 or words[place - 1].lower() in _LEADS or words[place - 1] == ",")
        } - {""}
        if len(found) != 1:
            longer = [name for name in found if all(name.endswith(one) for one in found)]
            return longer[0] if len(longer) == 1 else ""
        return self._fuller(" ".join(role), found.pop())

    def _name(self, words: Sequence[str], place: int) -> list[str]:
        """Return the name that begins at `place`: given names, one family name."""
        if not w.flags(words[place], self._lang) & (_GIVEN | w.FAMILY | w.UNKNOWN):
            return []
        end = place + 1
        while end < min(len(words), place + 4) and self._goes_on(words[end - 1], words[end]):
            end += 1
        name = words[place:end]
        if name[-1].isupper():
            name = [word.title() for word in name]
        return [*name[:-1], w.without_genitive(name[-1], self._lang)]

    def _goes_on(self, word: str, following: str) -> bool:
        flags = self._flags(following)
        named = flags & (_GIVEN | w.FAMILY | w.UNKNOWN) and not flags & (w.SMALL | w.OTHER)
        return bool(self._flags(word) & _GIVEN and named)

    def _fuller(self, role: str, name: str) -> str:
        """Return the full name that the text has behind the same role, else `name`."""
        if " " in name:
            return name
        for text in self._texts:
            place = text.find(f" {name}")
            if place < 0 or role not in text[:place]:
                continue
            words = text[:place].split()
            given = self._given(words, len(words))
            before = " ".join(words[: len(words) - len(given)])
            if given and before.endswith(role):
                return " ".join([*given, name])
        return name

    def _flags(self, word: str) -> int:
        return w.flags(word, self._lang) if word[0].isalpha() else 0


_GIVEN = w.GIVEN | w.INITIAL
