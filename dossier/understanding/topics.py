"""Which topics a passage belongs to, from the editor's terms, and why.

Topic pages rest on this alone; what `ranking` adds from the likeness of passages waits for an
editor. Every term that occurs gives evidence by how it occurs (as written, inflected, as a part
of a compound); evidence adds up with diminishing returns. Nothing here depends on other
articles, so that one new article never moves a passage of another.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec import Struct

from dossier.found import TopicMatch
from dossier.model import Block, Topic
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
MIN_SCORE = 0.25
_MAX_WHY = 6
_NO_FACTORS: Mapping[str, float] = {}


class _Term(Struct, frozen=True, eq=False):  # each is one, and a key quick to look up
    """A term of a topic; `parts` are the numbers of its words' patterns, `text` it folded."""

    topic: str
    excludes: bool
    parts: tuple[int, ...]
    text: str


class Evidence(Struct, frozen=True):
    """What the terms say of a text.

    `weights` gives by topic each word that counts and how much (one plain word is 1); `terms`
    are those found, folded; topics that are `barred` by an excluded term have no weights.
    """

    weights: dict[str, dict[str, float]]
    terms: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()

    def total(self, topic: str) -> float:
        """Return the evidence for a topic, 0 without any."""
        return sum(self.weights.get(topic, {}).values())

    def words(self, topic: str) -> tuple[str, ...]:
        """Return the words that count for a topic, strongest first."""
        weights = self.weights.get(topic, {})
        return tuple(sorted(weights, key=lambda word: (-weights[word], word))[:_MAX_WHY])


class TermIndex(Struct, frozen=True):
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
        text = " ".join(part.folded for part in parts)
        term = _Term(topic_id, excludes, tuple(numbers[part] for part in parts), text)
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
        hits = find_terms(passage.text, index)
        if hits.found:
            kept = assigned(passage.id, hits.weigh())
            matches += sorted(kept, key=lambda match: (-match.score, rank.get(match.topic, 0)))
    return tuple(matches)


def assigned(passage: str, found: Evidence) -> list[TopicMatch]:
    """Return the topics that the terms in a passage are enough for."""
    totals = {topic: found.total(topic) for topic in found.weights}
    best = max(totals.values(), default=0.0)
    return [
        TopicMatch(topic=topic, passage=passage, score=score(total), why=found.words(topic))
        for topic, total in totals.items()
        if total >= _SHARE * best and score(total) >= MIN_SCORE
    ]


def score(total: float, digits: int = 3) -> float:
    """Return 0–1 for a sum of evidence."""
    return round(1 - math.exp(-_SLOPE * total), digits)


class Hits(Struct, frozen=True):
    """Where terms occur in a text, before they are weighed."""

    found: dict[_Term, list[tuple[float, str]]]
    barred: frozenset[str]

    def weigh(self, factors: Mapping[str, float] = _NO_FACTORS) -> Evidence:
        """Add up; `factors` makes a folded term count for more or less."""
        kept = {
            term: [(weight * factors.get(term.text, 1.0), word) for weight, word in hits]
            for term, hits in self.found.items()
            if term.topic not in self.barred
        }
        return Evidence(_add_up(kept), frozenset(term.text for term in kept), self.barred)


NOTHING = Hits({}, frozenset())


def find_terms(text: str, index: TermIndex) -> Hits:
    """Look for the terms in `text`."""
    every = words.words_in(text)
    found = list(map(index.lexicon.found.__getitem__, every))
    if not any(found):
        return NOTHING
    hits: dict[_Term, list[tuple[float, str]]] = {}
    starts = index.starts
    places: list[re.Match[str]] = []
    for place, matches in [(place, one) for place, one in enumerate(found) if one]:
        word = every[place]
        for number, how in matches:
            for term in starts.get(number, ()):
                length = len(term.parts)
                if length == 1:
                    hits.setdefault(term, []).append((_EVIDENCE[how], word))
                elif how in _WHOLE:
                    places = places or list(words.WORD.finditer(text))
                    if _follows(term, text, places[place : place + length], index):
                        phrase = text[places[place].start() : places[place + length - 1].end()]
                        hits.setdefault(term, []).append((_PHRASE, phrase))
    return Hits(hits, frozenset(term.topic for term in hits if term.excludes))


def together(parts: Iterable[Hits]) -> Hits:
    """Return what occurs in several texts as if they were one."""
    hits: dict[_Term, list[tuple[float, str]]] = {}
    barred: frozenset[str] = frozenset()
    for part in parts:
        barred |= part.barred
        for term, found in part.found.items():
            hits.setdefault(term, []).extend(found)
    return Hits(hits, barred)


def _follows(term: _Term, text: str, found: list[re.Match[str]], index: TermIndex) -> bool:
    """Whether the words of a phrase are there, one character (a blank, a point) between two."""
    if len(found) < len(term.parts):
        return False
    for one, other in pairwise(found):
        if other.start() - one.end() != 1 or text[one.end()] == "\n":
            return False
    return all(
        any(number == part and how in _WHOLE for number, how in index.lexicon.found[word[0]])
        for part, word in zip(term.parts, found, strict=True)
    )


def _add_up(hits: dict[_Term, list[tuple[float, str]]]) -> dict[str, dict[str, float]]:
    """Let each word of the text count once per topic, for the term it fits best."""
    by_topic: dict[str, dict[str, float]] = {}
    for term, found in hits.items():
        weights = by_topic.setdefault(term.topic, {})
        if len(found) == 1:  # most terms
            weight, word = found[0]
            weights[word] = max(weights.get(word, 0.0), weight)
            continue
        times = Counter([words.fold(word) for _, word in found])
        for weight, word in dict.fromkeys(found):
            again = times[words.fold(word)] - 1
            value = weight + _AGAIN * min(again, 3)
            weights[word] = max(weights.get(word, 0.0), value)
    return by_topic
