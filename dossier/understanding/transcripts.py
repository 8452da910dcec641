"""Transcripts and interviews: paragraphs that say before a colon who speaks.

"THE PRESIDENT: …", "Q: …", "MR. MILLER: …", "Frage: …", "Scholz: …".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dossier.model import Block
from dossier.understanding.cast import Cast, Speaker
from dossier.understanding.lexicon import word_set
from dossier.understanding.personal_names import may_be_surname

_LABEL = re.compile(
    r"(?P<asked>Q)\s+(?=[A-Z(“\"—–])"
    r"|(?P<label>[^\W\d_a-zäöüß][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,5})"
    r"(?: \([^()]{1,40}\))?:\s+(?=\S)"
)
_QUESTIONS = word_set(
    "q question reporter frage zusatzfrage nachfrage zuruf moderator interviewer journalist"
)
_ANSWERS = word_set("a answer antwort")
_SURELY_LOUD = re.compile(
    r"(?:THE|MR\.?|MRS\.?|MS\.?|DR\.?|PRESIDENT|SECRETARY|SENATOR|SEN\.?) [A-Z]"
)
_LONGEST = 4  # words of a label that is not in capitals
_OPENING = 80  # characters: place and time of a speech stand in lines no longer than that
_ASIDE = re.compile(r"[\[(*].*|(?:END|\d{1,2}:\d\d)\b.{0,30}")
_OFTEN = 3  # times that a name stands before a colon by itself; "Tipp: …" is no name
_SPEAKERS = 2
_NOBODY = Speaker("")  # who asks, or answers, without a name


class Turn(Struct, frozen=True):
    """Where a paragraph of a transcript begins after its label, and who speaks.

    `is_told`: the headline or the label says who it is, or nothing does.
    """

    start: int
    speaker: str
    is_told: bool = False


def turns(blocks: Iterable[Block], lang: str, title: str = "") -> dict[str, Turn]:
    """Return the turns of a transcript by passage; none where the text is no transcript.

    The speaker of a question is unknown; whose role a label is ("THE PRESIDENT"), the `title` may
    tell. A paragraph without a label goes on with the speech
    before it if the text is nothing but a transcript: if it begins with a label.
    """
    passages = [block for block in blocks if block.is_passage]
    labels = [_LABEL.match(block.text) for block in passages]
    if not any(labels):
        return {}
    found = [_name(match) for match in labels]
    if not _is_transcript(found, lang):
        return {}
    first = next(place for place, name in enumerate(found) if name)
    texts = [block.text for block in passages]
    calls = [name for name in dict.fromkeys(found) if name]
    cast = Cast((title, *texts[:first], *calls), texts, lang)
    return _read(passages, labels, found, _full_names(calls, cast))


def _read(
    passages: Sequence[Block],
    labels: Sequence[re.Match[str] | None],
    names: Sequence[str],
    full: Mapping[str, Speaker],
) -> dict[str, Turn]:
    first = next(place for place, name in enumerate(names) if name)
    whole = all(len(block.text) <= _OPENING for block in passages[:first])
    found: dict[str, Turn] = {}
    speaker = None
    for block, match, name in zip(passages, labels, names, strict=True):
        if match and name:
            speaker = full[name]
            found[block.id] = Turn(match.end(), speaker.name, speaker.is_told)
        elif whole and speaker and speaker != _NOBODY and not _ASIDE.fullmatch(block.text):
            found[block.id] = Turn(0, speaker.name, speaker.is_told)
    return found


def _name(match: re.Match[str] | None) -> str:
    """Return the label of a paragraph, "" if it is none."""
    if match is None:
        return ""
    label = match["label"] or match["asked"]
    words = label.split()
    loud = label.isupper()
    if not loud and (len(words) > _LONGEST or any(word[0].islower() for word in words)):
        return "" if not {"von", "van", "de"}.intersection(words) else label
    return label


def _is_transcript(names: Sequence[str], lang: str) -> bool:
    """Whether the labels are those of people who talk, not of lists and lines of facts."""
    counts = Counter(name for name in names if name)
    loud = [name for name in counts if name.isupper() and len(name) > 1]
    if any(_SURELY_LOUD.match(name) for name in loud):
        return True
    asked = [name for name in counts if _is_question(name)]
    often = [name for name, times in counts.items() if times > 1 and name not in asked]
    if asked and (often or len(counts) > len(asked)):
        return sum(counts.values()) >= _SPEAKERS
    persons = [name for name in often if may_be_surname(name.split()[-1].title(), lang)]
    return any(counts[name] >= _OFTEN for name in persons) or len(persons) >= _SPEAKERS


def _is_question(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in _QUESTIONS


def _full_names(names: Sequence[str], cast: Cast) -> dict[str, Speaker]:
    """Return who each label means, in the fullest form that a label has."""
    found = {name: _speaker(name, cast) for name in names}
    called = {one.name for one in found.values()}
    for name, one in found.items():
        longer = (Speaker(other) for other in called if one.name and other.endswith(f" {one.name}"))
        if not one.is_told:
            found[name] = next(longer, one)
    return found


def _speaker(name: str, cast: Cast) -> Speaker:
    """Return who a label means: "MR. MILLER" is Miller, "Frage" nobody."""
    if _is_question(name) or name.split(maxsplit=1)[0].lower() in _ANSWERS:
        return _NOBODY
    return cast.speaker(name)
