"""Places in capitals with which a newspaper's article begins: "BAD HOMBURG. Die Stadt …"."""

from __future__ import annotations

from dossier.understanding import gazetteer
from dossier.understanding import name_words as w
from dossier.understanding.gazetteer import Entry
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_candidates import Candidate
from dossier.understanding.name_tokens import Tokens

_LONGEST = 4  # words
_SHORTEST = 3  # letters of the first word: EU, UN and US are none
_SMALL = word_set("Am An Der Im In Ob Bei Vor De La Le Auf")
_MARKS = (".", ",", ":", "/", " (", " -", " –", " —", " /")
_RIVERS = word_set(
    "Main Oder Saale Lahn Neckar Donau Elbe Weser Rhein Ruhr Spree Havel Isar Inn Sieg Mosel Saar "
    "Leine Ilm Elster Taunus Westfalen Harz Sauerland Allgäu Schwarzwald"
)
_ON_MAIN = frozenset(("a.M.", "A.M."))
_LARGEST = frozenset(("Main", "M.", "A.m.", "Saale"))
_DOUBTFUL = w.NOUN | w.NAME | w.OTHER | w.SMALL


def dateline(tokens: Tokens) -> Candidate | None:
    """Return the place in capitals at the beginning of a text that is not all in capitals."""
    if not tokens.words or not _is_loud(tokens.words[0], _SHORTEST) or tokens.text.isupper():
        return None
    last = min(len(tokens), _LONGEST)
    end = 1
    while end < last and tokens.joined(end - 1) and _is_loud(tokens.words[end], 2):
        end += 1
    for stop in range(end, 0, -1):
        entry = _entry(tokens, stop)
        if entry:
            return with_river(tokens, Candidate(0, stop, "place", sure=True, entry=entry))
    return None


def _is_loud(word: str, shortest: int) -> bool:
    return word.isupper() and (len(word) >= shortest or "." in word)


def _entry(tokens: Tokens, stop: int) -> Entry | None:
    """Return the place that the words up to `stop` name."""
    parts = [_title(word) for word in tokens.words[:stop]]
    name = " ".join([parts[0], *(part.lower() if part in _SMALL else part for part in parts[1:])])
    entry = gazetteer.place(name)
    if entry is None:
        return None
    end = _behind_river(tokens, stop)
    if end > stop or tokens.gaps[end].startswith(_MARKS):
        return entry
    doubtful = stop == 1 and w.flags(name, tokens.lang) & _DOUBTFUL
    return None if doubtful or entry.kind == "hamlet" else entry


def _title(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def with_river(tokens: Tokens, town: Candidate) -> Candidate:
    """Return a town with what tells it from others: "Frankfurt/Main", "Frankfurt a. M."."""
    end = _behind_river(tokens, town.last)
    if end == town.last:
        return town
    here = tokens.words[end - 1].capitalize() in _LARGEST
    entry = town.entry if here else None  # the table has the largest of the name
    return Candidate(town.first, end, "place", sure=True, entry=entry)


def _behind_river(tokens: Tokens, end: int) -> int:
    words, gap = tokens.words, tokens.gaps[end]
    if end >= len(words):
        return end
    if gap == "/" and words[end].capitalize() in _RIVERS:
        return end + 1
    if gap == " " and words[end] in _ON_MAIN:
        return end + 1
    if gap == " " and words[end] in ("a.", "A.") and tokens.joined(end):
        return end + 2 if words[end + 1] in ("M.", "Main", "MAIN") else end
    return end
