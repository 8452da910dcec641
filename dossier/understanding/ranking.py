"""All topics of a passage in order, by terms and by likeness, and in which state.

What the terms in a passage are enough for is *assigned*, exactly as on topic pages. What rests
on the passages around it, on the topic's description or on likeness is *suggested*: it waits for
an editor. The rest are runners-up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dossier.model import Article, Topic
from dossier.understanding import topics as terms
from dossier.understanding import words, wordvectors
from dossier.understanding.kinship import Kinship
from dossier.understanding.likeness import Bag, Likeness, Model, counting
from dossier.understanding.meaning import Vector
from dossier.understanding.stopwords import STOPWORDS

State = Literal["assigned", "suggested", "editor", "weaker", "removed"]

_DESCRIBED = 0.4  # a word of the description beside a term; nouns of it gave +.01 macro-F1
_AROUND = 0.5  # a term in the crosshead above a passage without any of its own
# What an average passage weighs (`Model.typical`) is worth so many plain words, for a score that
# compares short passages and whole articles.
_USUAL = 1.5
# A suggestion wants likeness of this many shares of an average passage's terms. On German news .35
# to .7 rank alike and 1 has .005 macro-F1 less.
_LIKELY = 0.5
# The same where words have no vectors and counted ones are all the likeness there is, in their
# standard deviations: none is suggested then for 24 of 35 English passages without a topic.
_LIKELY_COUNTED = 1.2
# One standard deviation of meaning beside an average passage's terms: with half of that openings of
# news have .01 macro-F1 less.
_MEANT = 1.5
_LIKELY_MEANT = 2.0  # of both likenesses together; with 2.5 openings of news have up to .01 less
# A passage whose words are less near to every topic's terms (in cosines, as `kinship` says it) is
# suggested for none: so are 16 of 20 passages without a topic, and a tenth of openings of news.
_RELATED = 0.08
_NO_VECTORS: Mapping[str, Vector] = {}
_LEAST = 0.001  # of an assigned topic that the likeness speaks against
_MOST_WHY = 6
_SHORTEST = 3  # words of a description are longer


class Candidate(Struct, frozen=True, kw_only=True):
    """A topic for a passage, or for the whole article where `passage` is empty.

    `score` is 0–1 and comparable within a dossier; `why` are words and what they weigh.
    """

    topic: str
    passage: str
    score: float
    state: State
    why: tuple[tuple[str, float], ...] = ()


class Ranking(Struct, frozen=True, kw_only=True):
    """The topics of an article: those of each passage, and those of the whole."""

    passages: tuple[Candidate, ...] = ()
    whole: tuple[Candidate, ...] = ()


class _Around(Struct, frozen=True):
    """What stands around a passage: its crosshead's terms, and what both are like."""

    evidence: terms.Evidence
    direction: tuple[float, ...]


class Looked(Struct, frozen=True):
    """Where a text has terms, and where words of the topics' descriptions."""

    by_terms: terms.Hits
    described: terms.Hits

    def weigh(self, factors: Mapping[str, float]) -> terms.Evidence:
        """Return what the terms and, more lightly, the descriptions say."""
        found = self.by_terms.weigh(factors)
        if not self.described.found:
            return found
        weights = {topic: dict(values) for topic, values in found.weights.items()}
        for topic, values in self.described.weigh().weights.items():
            if topic not in found.barred:
                kept = weights.setdefault(topic, {})
                for word, value in values.items():
                    kept.setdefault(word, _DESCRIBED * value)
        return replace(found, weights=weights)


class Ranker:
    """Topics and what was learned of them, prepared for texts in one language."""

    def __init__(self, topics: Sequence[Topic], lang: str, model: Model | None) -> None:
        self.index = terms.term_index(topics, lang)
        described = [_description(topic, lang) for topic in topics]
        self._described = (
            terms.term_index(described, lang) if any(topic.terms for topic in described) else None
        )
        self._order = [topic.id for topic in topics]
        self._likeness = Likeness(model, lang) if model else None
        self._factors = model.terms if model else {}
        self._kinship = Kinship(topics, lang) if model and model.directions else None
        self._lang = lang
        self._typical = model.typical if model else _USUAL
        self._meaning = model.meaning if model else None
        self._likely = _likely(model, lang) if model else 0.0

    def look(self, text: str) -> Looked:
        """Look for terms and for words of the descriptions."""
        described = terms.find_terms(text, self._described) if self._described else terms.NOTHING
        return Looked(terms.find_terms(text, self.index), described)

    def rank(self, article: Article, vectors: Mapping[str, Vector] = _NO_VECTORS) -> Ranking:
        """Return every topic that anything speaks for, strongest first.

        `vectors` gives what passages mean, by their text, where that is known.
        """
        bags = {block.id: self._bag(block.text) for block in article.passages}
        looked = {block.id: self.look(block.text) for block in article.passages}
        heading = _heading(article)
        whole, title = _together(bags.values()), self._bag(heading)
        outside = (whole, title) if len(bags) > 1 else (title,)
        found: list[Candidate] = []
        around = self._around("", outside)
        for block in article.blocks:
            if block.type == "crosshead":
                around = self._around(block.text, outside)
            elif block.is_passage:
                meant = self._meant([vectors.get(block.text)])
                found += self._candidates(block.id, looked[block.id], bags[block.id], around, meant)
        every = (self.look(heading), *looked.values())
        together = Looked(
            terms.together(one.by_terms for one in every),
            terms.together(one.described for one in every),
        )
        around = self._around("", (title,))
        meant = self._meant([vectors.get(block.text) for block in article.passages])
        all_of_it = self._candidates("", together, whole, around, meant)
        return Ranking(passages=tuple(found), whole=tuple(all_of_it))

    def _meant(self, vectors: Sequence[Vector | None]) -> dict[str, float]:
        """Return the likeness by meaning as evidence, in plain words, on average."""
        known = [vector for vector in vectors if vector]
        if not known or not self._meaning:
            return {}
        found = [self._meaning.like(vector) for vector in known]
        share = _MEANT * self._typical / len(found)
        return {topic: share * sum(one[topic] for one in found) for topic in found[0]}

    def _bag(self, text: str) -> Bag:
        return self._likeness.bag(text) if self._likeness else Bag((), 0.0, {})

    def _around(self, crosshead: str, others: Iterable[Bag]) -> _Around:
        bags = (self._bag(crosshead), *others)
        direction = self._likeness.direction(bags) if self._likeness else ()
        hits = terms.find_terms(crosshead, self.index)
        return _Around(hits.weigh(self._factors), direction)

    def _candidates(
        self,
        passage: str,
        looked: Looked,
        bag: Bag,
        around: _Around,
        meant: Mapping[str, float],
    ) -> list[Candidate]:
        assigned = {one.topic for one in terms.assigned(passage, looked.by_terms.weigh())}
        found = looked.weigh(self._factors)
        if not found.weights:
            found = _lent(around.evidence, found.barred)
        like = self._likes(bag, around.direction)
        like = {topic: like.get(topic, 0.0) + meant.get(topic, 0.0) for topic in (*like, *meant)}
        totals = {
            topic: found.total(topic) + like.get(topic, 0.0)
            for topic in self._order
            if topic not in found.barred
        }
        ordered = sorted(
            (topic for topic in totals if topic in assigned or totals[topic] > 0),
            key=lambda topic: -totals[topic],
        )
        enough = (_LIKELY_MEANT if meant else self._likely) * self._typical
        alike = {topic for topic, value in like.items() if value >= enough}
        if alike and not self._related(bag):
            alike = set()
        states = _states(ordered, assigned, found, alike)
        return [
            Candidate(
                topic=topic,
                passage=passage,
                score=self._score(totals[topic]),
                state=state,
                why=self._why(found, bag, topic),
            )
            for topic, state in states.items()
        ]

    def _related(self, bag: Bag) -> bool:
        """Whether a passage's words are near enough to some topic's terms to suggest any."""
        if not self._kinship or not bag.size:
            return True
        rows = [
            [weight * value for value in row]
            for word, weight in bag.words.items()
            if (row := self._kinship.of(word, self._lang))
        ]
        sums = [sum(column) for column in zip(*rows, strict=True)]
        return max(sums, default=0.0) >= _RELATED * bag.size

    def _score(self, total: float) -> float:
        """Return 0–1; long passages, which weigh more, are measured by the average one."""
        usual = max(1.0, self._typical / _USUAL)
        return max(terms.score(total / usual, digits=4), _LEAST)

    def _likes(self, bag: Bag, direction: tuple[float, ...]) -> dict[str, float]:
        """Return the likeness by topic as evidence, in plain words."""
        if not self._likeness or not bag.size:
            return {}
        values = self._likeness.of(bag, direction)
        pairs = zip(self._likeness.model.topics, values, strict=True)
        return {topic: value * self._typical for topic, value in pairs}

    def _why(self, found: terms.Evidence, bag: Bag, topic: str) -> tuple[tuple[str, float], ...]:
        """Return the terms that speak for a topic, else the words that make it alike."""
        weights = found.weights.get(topic, {})
        if weights:
            return tuple((word, round(weights[word], 2)) for word in found.words(topic))
        if not self._likeness or topic not in self._likeness.model.topics:
            return ()
        return self._likeness.why(bag, topic, _MOST_WHY)


def _likely(model: Model, lang: str) -> float:
    """Return the likeness that a suggestion wants, in shares of an average passage's terms."""
    if model.directions and lang in wordvectors.LANGUAGES:
        return _LIKELY
    return _LIKELY_COUNTED * counting(model.passages)


def _states(
    ordered: Sequence[str], assigned: set[str], found: terms.Evidence, alike: set[str]
) -> dict[str, State]:
    """Keep what is assigned, the strongest if it is enough to suggest it, one runner-up."""
    states: dict[str, State] = {}
    for topic in ordered:
        if topic in assigned:
            states[topic] = "assigned"
        elif "weaker" not in states.values():
            by_terms = terms.score(found.total(topic)) >= terms.MIN_SCORE
            enough = not states and (by_terms or topic in alike)
            states[topic] = "suggested" if enough else "weaker"
    return states


def _lent(around: terms.Evidence, barred: frozenset[str]) -> terms.Evidence:
    """Return what a crosshead lends to a passage that has no term of any topic."""
    return terms.Evidence(
        {
            topic: {word: _AROUND * value for word, value in values.items()}
            for topic, values in around.weights.items()
            if topic not in barred
        },
        barred=barred,
    )


def _heading(article: Article) -> str:
    """Return the title, nothing if it was made of the text's first words."""
    first = article.passages[0].text if article.passages else ""
    return "" if first.startswith(article.title.rstrip(" …")) else article.title


def _together(bags: Iterable[Bag]) -> Bag:
    """Return several texts as one, each as it is: a word in two of them counts twice."""
    found = tuple(bags)
    kept: dict[str, float] = {}
    for bag in found:
        for word, weight in bag.words.items():
            kept[word] = kept.get(word, 0.0) + weight
    size = math.sqrt(sum(weight * weight for weight in kept.values()))
    return Bag(tuple(map(sum, zip(*(bag.sums for bag in found), strict=True))), size, kept)


def _description(topic: Topic, lang: str) -> Topic:
    """Return a topic whose terms are the words of its description, in German its nouns."""
    text = topic.description.get(lang) or topic.description.get("", "")
    told = (
        word
        for word in words.WORD.findall(text)
        if len(word) > _SHORTEST
        and words.fold(word) not in STOPWORDS
        and (lang != "de" or word[0].isupper())
    )
    found = tuple(dict.fromkeys(told))
    return replace(topic, title={}, terms={lang: found} if found else {}, exclude={})
