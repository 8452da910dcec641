"""Which topics a passage belongs to, from the editor's terms, and why.

Every term that occurs gives evidence by how it occurs (as written, inflected, as a part of a
compound); evidence adds up with diminishing returns. Nothing here depends on other articles,
so that one new article never moves a passage of another.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dossier.model import Block, Topic, TopicMatch
from dossier.understanding import words

# How much a term counts by the way it occurs. Found on the sample article and its topics: a
# head (Waffengeschäfte for Geschäft) says nearly as much as the word, a first part less.
_EVIDENCE: dict[words.How, float] = {"word": 1.0, "stem": 0.9, "head": 0.8, "part": 0.6}
_WHOLE: tuple[words.How, ...] = ("word", "stem")  # how each word of a phrase has to match
_PHRASE = 1.3
_AGAIN = 0.25  # each further occurrence of the same term, up to three
_SLOPE = 0.55  # one plain word makes a score of 0.42, three 0.81
# A passage is about something else when a topic has less than this share of the strongest
# topic's evidence: one *Treffen* among five words on missiles is a mention, not a topic.
_SHARE = 0.4
_MIN_SCORE = 0.25
_MAX_WHY = 6


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of a topic; `parts` are the numbers of its words' patterns."""

    topic: str
    excludes: bool
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TermIndex:
    """The terms of all topics in one language; each word of a text is looked up once.

    `starts` maps a pattern's number to the terms that begin with it.
    """

    lexicon: words.Lexicon
    starts: dict[int, tuple[_Term, ...]]


def term_index(topics: Iterable[Topic], lang: str) -> TermIndex:
    """Prepare the terms of `topics` for texts in `lang`; the title is a term as well."""
    terms: dict[tuple[str, bool, tuple[words.Pattern, ...]], None] = {}
    for topic in topics:
        title = topic.title.get(lang) or topic.title.get("", "")
        wanted = [*_in_language(topic.terms, lang), title]
        for excludes, texts in ((False, wanted), (True, _in_language(topic.exclude, lang))):
            for text in texts:
                parts = tuple(words.pattern(word, lang) for word in words.WORD.findall(text))
                if parts:
                    terms[(topic.id, excludes, parts)] = None
    lexicon = words.lexicon(part for *_, parts in terms for part in parts)
    numbers = {pattern: number for number, pattern in enumerate(lexicon.patterns)}
    starts: dict[int, list[_Term]] = {}
    for topic_id, excludes, parts in terms:
        term = _Term(topic_id, excludes, tuple(numbers[part] for part in parts))
        starts.setdefault(term.parts[0], []).append(term)
    return TermIndex(lexicon, {number: tuple(group) for number, group in starts.items()})


def _in_language(terms: dict[str, tuple[str, ...]], lang: str) -> tuple[str, ...]:
    """Choose terms: those for `lang` and those for any; without either, all there are."""
    chosen = (*terms.get(lang, ()), *terms.get("", ()))
    return chosen or tuple(term for group in terms.values() for term in group)


def find_topics(
    passages: Iterable[Block], index: TermIndex, order: Iterable[str]
) -> tuple[TopicMatch, ...]:
    """Return the topics of each passage, strongest first; a passage may have none.

    `order` are the topics' ids as the editor lists them: it decides between equals.
    """
    rank = {topic: number for number, topic in enumerate(order)}
    matches: list[TopicMatch] = []
    for passage in passages:
        scored = _score(passage.text, index)
        best = max((total for total, _ in scored.values()), default=0.0)
        kept = [
            TopicMatch(topic=topic, passage=passage.id, score=_squash(total), why=why)
            for topic, (total, why) in scored.items()
            if total >= _SHARE * best and _squash(total) >= _MIN_SCORE
        ]
        matches += sorted(kept, key=lambda match: (-match.score, rank.get(match.topic, 0)))
    return tuple(matches)


def _squash(total: float) -> float:
    return round(1 - math.exp(-_SLOPE * total), 3)


def _score(text: str, index: TermIndex) -> dict[str, tuple[float, tuple[str, ...]]]:
    """Return, by topic, the evidence in `text` and the words that gave it."""
    found = list(words.WORD.finditer(text))
    hits: dict[_Term, list[tuple[float, str]]] = {}
    for place, word in enumerate(found):
        for number, how in index.lexicon.find(word[0]):
            for term in index.starts.get(number, ()):
                length = len(term.parts)
                if length == 1:
                    hits.setdefault(term, []).append((_EVIDENCE[how], word[0]))
                elif how in _WHOLE and _follows(term, text, found[place : place + length], index):
                    phrase = text[word.start() : found[place + length - 1].end()]
                    hits.setdefault(term, []).append((_PHRASE, phrase))
    barred = {term.topic for term in hits if term.excludes}
    return _add_up({term: hit for term, hit in hits.items() if term.topic not in barred})


def _follows(term: _Term, text: str, found: list[re.Match[str]], index: TermIndex) -> bool:
    """Whether the words of a phrase are there, one character (a blank, a point) between two."""
    if len(found) < len(term.parts):
        return False
    for one, other in pairwise(found):
        if other.start() - one.end() != 1 or text[one.end()] == "\n":
            return False
    return all(
        any(number == part and how in _WHOLE for number, how in index.lexicon.find(word[0]))
        for part, word in zip(term.parts, found, strict=True)
    )


def _add_up(
    hits: dict[_Term, list[tuple[float, str]]],
) -> dict[str, tuple[float, tuple[str, ...]]]:
    """Let each word of the text count once per topic, for the term it fits best."""
    by_topic: dict[str, dict[str, float]] = {}
    for term, found in hits.items():
        weights = by_topic.setdefault(term.topic, {})
        times = Counter(words.fold(word) for _, word in found)
        for evidence, word in dict.fromkeys(found):
            again = times[words.fold(word)] - 1
            value = evidence + _AGAIN * min(again, 3)
            weights[word] = max(weights.get(word, 0.0), value)
    return {
        topic: (
            sum(weights.values()),
            tuple(sorted(weights, key=lambda word: (-weights[word], word))[:_MAX_WHY]),
        )
        for topic, weights in by_topic.items()
    }
