"""Which topics a passage belongs to, from the editor's terms, and why.

Every term that occurs gives evidence by how it occurs (as written, inflected, as a part of a
compound); evidence adds up with diminishing returns. Nothing here depends on other articles,
so that one new article never moves a passage of another.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.model import Block, Topic, TopicMatch
from dossier.understanding import words

# How much a term counts by the way it occurs. Found on the sample article and its topics: a
# head (Waffengeschäfte for Geschäft) says nearly as much as the word, a first part less.
_EVIDENCE: dict[words.How, float] = {"word": 1.0, "stem": 0.9, "head": 0.8, "part": 0.6}
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
    topic: str
    excludes: bool
    parts: tuple[words.Pattern, ...]


@dataclass(slots=True)
class TermIndex:
    """The terms of all topics in one language; each word of a text is looked up once.

    `singles` are terms of one word, `phrases` of several. `_seen` maps a word of a text to the
    singles that it matches, and is filled as words are met.
    """

    lang: str
    singles: tuple[_Term, ...]
    phrases: tuple[_Term, ...]
    _seen: dict[str, tuple[tuple[int, words.How], ...]] = field(default_factory=dict)

    def lookup(self, word: str) -> tuple[tuple[int, words.How], ...]:
        """Return (number of the term, how it matches) for each single-word term."""
        known = self._seen.get(word)
        if known is None:
            found = (
                (number, words.match(term.parts[0], word))
                for number, term in enumerate(self.singles)
            )
            known = self._seen[word] = tuple((number, how) for number, how in found if how)
        return known


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
    made = [_Term(*key) for key in terms]
    return TermIndex(
        lang,
        tuple(term for term in made if len(term.parts) == 1),
        tuple(term for term in made if len(term.parts) > 1),
    )


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
    found = words.WORD.findall(text)
    hits: dict[_Term, list[tuple[float, str]]] = {}
    for word in found:
        for number, how in index.lookup(word):
            hits.setdefault(index.singles[number], []).append((_EVIDENCE[how], word))
    for term in index.phrases:
        for phrase in _phrases(term, found):
            hits.setdefault(term, []).append((_PHRASE, phrase))
    barred = {term.topic for term in hits if term.excludes}
    return _add_up({term: hit for term, hit in hits.items() if term.topic not in barred})


def _phrases(term: _Term, found: list[str]) -> Iterable[str]:
    length = len(term.parts)
    for start in range(len(found) - length + 1):
        if all(
            words.match(part, word) in ("word", "stem")
            for part, word in zip(term.parts, found[start : start + length], strict=True)
        ):
            yield " ".join(found[start : start + length])


def _add_up(
    hits: dict[_Term, list[tuple[float, str]]],
) -> dict[str, tuple[float, tuple[str, ...]]]:
    """Let each word of the text count once per topic, for the term it fits best."""
    by_topic: dict[str, dict[str, float]] = {}
    for term, found in hits.items():
        weights = by_topic.setdefault(term.topic, {})
        for evidence, word in found:
            again = sum(1 for _, other in found if words.fold(other) == words.fold(word)) - 1
            value = evidence + _AGAIN * min(again, 3)
            weights[word] = max(weights.get(word, 0.0), value)
    return {
        topic: (
            sum(weights.values()),
            tuple(sorted(weights, key=lambda word: (-weights[word], word))[:_MAX_WHY]),
        )
        for topic, weights in by_topic.items()
    }
