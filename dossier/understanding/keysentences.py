"""The one or two sentences that stand for an article, or for what it says on a topic.

Each sentence is scored by how much of what the article is about it holds: the words that many
sentences share (a centroid of term frequencies, after Radev et al., *Centroid-based
summarization*, 2004), the rarer of them weighing more, plus a bonus for the lead, which in news
sums up the rest. Only the article itself counts, so that a change elsewhere changes nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from dossier.found import KeySentence, TopicMatch, Voice
from dossier.model import Block
from dossier.understanding import sentences
from dossier.understanding.remembered import MOST_PIECES, Remembered
from dossier.understanding.words import fold, stem

_SHORTEST = 4  # letters of a word that counts
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
_LENGTH = range(40, 321)  # characters of a sentence that can stand for itself on a card
_FIRST_BONUS = 0.35  # of the best score: the lead wins unless another holds half as much again
_TOPIC_BONUS = 0.5
_SECOND = 0.75  # a second sentence must score so much of the first
_SHARED = 0.5  # two sentences that share so much of the shorter say the same
_MANY = 2
# Sentences that lean on the one before: they begin with a word that points back.
_LEANS = re.compile(
    r"(?:Er|Sie|Es|Dies\w*|Das|Dabei|Damit|Dazu|Dafür|Darauf|Doch|Aber|Denn|Auch|Zudem|Außerdem|So"
    r"|Dort|Dann|Danach|Deshalb|Daher|Demnach|Jedoch|Und|He|She|It|They|This|That|These|But|And"
    r"|However|Also|There|Then|So|His|Her|Their|Its)\b"
)
_MARKS = ("„“”", '"', "»«")
_ALL_MARKS = "".join(_MARKS)
_CLOSING, _STOPS = '"“”»«', (".", "!")
_OPENING = re.compile(r"[„“”\"»«‚‘]")


class _Candidate(Struct, frozen=True):
    place: int
    passage: str
    start: int
    end: int
    text: str
    words: frozenset[str]


def find_key_sentences(
    blocks: Sequence[Block],
    matches: Iterable[TopicMatch],
    lang: str,
    voices: Iterable[Voice] = (),
) -> tuple[KeySentence, ...]:
    """Return up to two sentences of the article, then up to two for each topic it has passages in.

    They come in the order of the text within the article and within each topic. What is nothing
    but one of `voices` is left out: without its speaker it would read as a fact.
    """
    said = {(voice.passage, voice.start) for voice in voices}
    candidates = [one for one in _candidates(blocks, lang) if (one.passage, one.start) not in said]
    if not candidates:
        return ()
    weights = _weights(candidates)
    scores = [_score(one, weights) for one in candidates]
    best = max(scores)
    led = [
        score + best * _FIRST_BONUS / (one.place + 1)
        for one, score in zip(candidates, scores, strict=True)
    ]
    chosen = [_key(one, "") for one in _choose(candidates, led)]
    by_topic: dict[str, dict[str, tuple[str, ...]]] = {}
    for match in matches:
        by_topic.setdefault(match.topic, {})[match.passage] = match.why
    for topic, why in by_topic.items():
        chosen += _of_topic(topic, why, candidates, scores)
    return tuple(chosen)


def _candidates(blocks: Sequence[Block], lang: str) -> Iterable[_Candidate]:
    place, stems = 0, _stems(lang)
    for block in blocks:
        if not block.is_passage or block.type == "list":
            continue
        for start, end in _whole(block.text, sentences.split(block.text, lang)):
            text = block.text[start:end]
            if (
                len(text) in _LENGTH
                and text.rstrip(_CLOSING)[-1:] in _STOPS
                and not _OPENING.match(text)
            ):
                words = frozenset(chain.from_iterable(map(stems.__getitem__, text.split())))
                yield _Candidate(place, block.id, start, end, text, words)
            place += 1


def _whole(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Join sentences until all quotation marks are closed: half a quotation says something else.

    Where none is closed for long, a mark is wrong, and what follows begins anew.
    """
    if not any(map(text.__contains__, _ALL_MARKS)):
        yield from spans
        return
    start = -1
    for first, end in spans:
        start = first if start < 0 or end - start > _LENGTH.stop else start
        if not _is_open(text[start:end]):
            yield start, end
            start = -1


def _is_open(text: str) -> bool:
    """Whether a quotation in the text is not closed, whatever marks it uses."""
    return any(sum(map(text.count, marks)) % 2 for marks in _MARKS)


@lru_cache(maxsize=8)
def _stems(lang: str) -> Remembered[tuple[str, ...]]:
    """Return the stems of what stands between blanks: a word with its punctuation."""

    def stems(piece: str) -> tuple[str, ...]:
        if piece.isalpha():  # most are
            return (stem(fold(piece), lang),) if len(piece) >= _SHORTEST else ()
        return tuple([stem(fold(word), lang) for word in _WORD.findall(piece)])

    return Remembered(stems, MOST_PIECES)


def _weights(candidates: Sequence[_Candidate]) -> Mapping[str, float]:
    """Weigh each word by how many sentences hold it; what stands in nearly all says little."""
    counts = Counter(chain.from_iterable([one.words for one in candidates]))
    total = len(candidates)
    weight = {count: count * math.log(1 + total / count) for count in set(counts.values())}
    return {word: weight[count] for word, count in counts.items()}


def _score(one: _Candidate, weights: Mapping[str, float]) -> float:
    if not one.words:
        return 0.0
    score = math.fsum(map(weights.__getitem__, one.words)) / math.sqrt(len(one.words) + 4)
    return score * 0.6 if _LEANS.match(one.text) else score


def _choose(candidates: Sequence[_Candidate], scores: Sequence[float]) -> list[_Candidate]:
    """Return the best sentence and the second if it is nearly as good and says something else."""
    ranked = sorted(
        zip(scores, candidates, strict=True), key=lambda pair: (-pair[0], pair[1].place)
    )
    chosen = [ranked[0][1]]
    for score, one in ranked[1:]:
        if score < _SECOND * ranked[0][0]:
            break
        shared = len(one.words & chosen[0].words)
        if shared < _SHARED * min(len(one.words), len(chosen[0].words)):
            chosen.append(one)
            break
    return sorted(chosen, key=lambda one: one.place)


def _of_topic(
    topic: str,
    why: Mapping[str, tuple[str, ...]],
    candidates: Sequence[_Candidate],
    scores: Sequence[float],
) -> list[KeySentence]:
    """Choose among the sentences that hold words which put a topic's passages there, if any do.

    What else stands in these passages may be about anything.
    """
    rows = [
        (one, score, sum(word in one.text for word in why[one.passage]))
        for one, score in zip(candidates, scores, strict=True)
        if one.passage in why
    ]
    rows = [row for row in rows if row[2]] or rows
    if not rows:
        return []
    best = max(score for _, score, _ in rows) or 1.0
    held = [score + best * _TOPIC_BONUS * min(_MANY, number) for _, score, number in rows]
    return [_key(one, topic) for one in _choose([one for one, _, _ in rows], held)]


def _key(one: _Candidate, topic: str) -> KeySentence:
    return KeySentence(
        passage=one.passage, start=one.start, end=one.end, text=one.text, topic=topic
    )
