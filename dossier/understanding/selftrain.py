"""Learning from a dossier's own passages what its topics sound like.

The editor's terms, and more lightly words that are near to them in meaning, say first what topic
a passage has. Two learn from that: complement naive Bayes (Rennie et al. 2003) what words each
topic has, and the middle of its passages (`middles`) what these mean. Both together with the terms
say it again, and learn once more (self-training, with shares of doubt). An editor's decisions are
labels that nothing overrules. No chance is involved and every sum runs in a fixed order: the same
passages make the same model.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field

from dossier.understanding import middles
from dossier.understanding.likeness import (
    RUN_WEIGHT,
    UNIT,
    Model,
    counting,
    counts,
    features,
)

_ROUNDS = 3  # 2 and 5 differ by less than .01 macro-F1 on openings of German news
_SMOOTHING = 0.1  # .01 to .3 differ by .01
_MASS = 1000.0  # every topic has the same share of the words, however large it is
_SHARPNESS = 1.5  # of the labels; 1 to 2.5 are as good
_LEAST_SHARE = 0.02  # of a passage for a topic, so that it teaches something of it
# What likeness weighs beside an average passage's terms, each kind measured by its own standard
# deviation: the middle of passages, nearness to terms (by which labels are made for the first
# time); and words that were counted (`counting`).
_MEANT = 1.0
_FIRST_KINSHIP = 1.0
# A passage with no term at all whose nearness to every topic is below this teaches what no topic
# sounds like (in cosines, as `kinship` says it).
_UNRELATED = 0.1
_NONE = ""
_MOST_FEATURES = 6000  # 4,000 rank as well as all 11,000 of 1,160 passages did
_RAREST = 2  # passages that a feature has to be in
_FEWEST = 3  # passages that a topic's terms have to label, so that it can be learned
_EDITORS = 2.0  # an editor's label counts twice


Said = Callable[[str, str], Sequence[float] | None]


class Sample(Struct, frozen=True, kw_only=True):
    """A passage to learn from.

    `terms` is the evidence of the terms by topic; `sure` are topics that an editor put it to,
    `never` those that an editor took it off.
    """

    text: str
    lang: str = ""
    terms: Mapping[str, float] = field(default_factory=dict)
    sure: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


def _nothing(word: str, lang: str) -> None:  # noqa: ARG001
    return None


class _Learner(Struct, frozen=True):
    """All passages as words, and what each word is known by."""

    bags: tuple[tuple[tuple[int, float], ...], ...]
    words: tuple[tuple[str, str], ...]  # as written, language
    parts: tuple[tuple[int, ...], ...]  # by word: its features, the word itself first
    names: tuple[str, ...]  # by feature
    rarity: tuple[float, ...]  # by feature, 0 for those that are left out


def train(
    samples: Sequence[Sample],
    topics: Sequence[str],
    kinship: Said = _nothing,
    numbers: Said = _nothing,
) -> Model | None:
    """Return what the passages teach, or None where fewer than two topics have enough of them.

    `kinship` says of a word and its language what it speaks for, by topic, `numbers` its vector;
    both None if it is unknown.
    """
    seeds = [{t: v for t, v in one.terms.items() if t not in one.never} for one in samples]
    labels = [_first_label(one, seed) for one, seed in zip(samples, seeds, strict=True)]
    taught = Counter(topic for label in labels for topic in label)
    if sum(taught[topic] >= _FEWEST for topic in topics) < 2:
        return None
    learner = _learner(samples)
    typical = _typical(seeds)
    likeness = _near(learner, kinship, len(topics))
    sorts = (*topics, _NONE) if likeness else tuple(topics)
    meant = middles.rows(learner.bags, [numbers(*word) for word in learner.words])
    for _ in range(_ROUNDS):
        if likeness:
            told = zip(samples, seeds, likeness, strict=True)
            labels = [_next_label(*one, sorts, typical) for one in told]
        vectors = _learn(learner, labels, sorts)
        directions = middles.directions(meant, labels, sorts)
        counted, near = _apply(learner, vectors, len(sorts)), middles.near(meant, directions)
        scales = (counting(len(samples)) / counted[1], _MEANT / near[1])
        likeness = [_mixed(pair, scales) for pair in zip(counted[0], near[0], strict=True)]
    width = len(topics)
    usual = [sum(column) / len(likeness) for column in zip(*likeness, strict=True)]
    return Model(
        topics=tuple(topics),
        passages=len(samples),
        typical=round(typical, 2),
        usual=_whole(usual[:width], UNIT),
        directions=tuple(_whole(row, scales[1] * UNIT) for row in directions[:width]),
        weights=_kept(learner, vectors, scales[0] * UNIT, width),
    )


def _typical(seeds: Iterable[Mapping[str, float]]) -> float:
    """Return what the terms of an average passage weigh, of those that have some."""
    strongest = [max(seed.values()) for seed in seeds if seed]
    return sum(strongest) / len(strongest) if strongest else 1.0


def _mixed(rows: Sequence[Sequence[float]], scales: Sequence[float]) -> list[float]:
    columns = zip(*rows, strict=True)
    return [sum(map(float.__mul__, scales, column)) for column in columns]


def _whole(row: Iterable[float], scale: float) -> tuple[int, ...]:
    return tuple(round(value * scale) for value in row)


def _first_label(sample: Sample, seed: Mapping[str, float]) -> dict[str, float]:
    """Label by the editor, else by the strongest terms; a rival makes it count less."""
    if sample.sure:
        return {topic: _EDITORS / len(sample.sure) for topic in sorted(sample.sure)}
    if not seed:
        return {}
    first, *rest = sorted(seed, key=lambda topic: (-seed[topic], topic))
    rival = seed[rest[0]] if rest else 0.0
    return {first: 1 - rival / seed[first]} if seed[first] > rival else {}


def _next_label(
    sample: Sample,
    seed: Mapping[str, float],
    likeness: Sequence[float],
    topics: Sequence[str],
    typical: float,
) -> dict[str, float]:
    """Share a passage among topics by terms and likeness together."""
    if sample.sure:
        return _first_label(sample, seed)
    totals = {
        topic: seed.get(topic, 0.0) / typical + value
        for topic, value in zip(topics, likeness, strict=True)
        if topic not in sample.never
    }
    best = max(totals.values(), default=0.0)
    odds = {topic: math.exp(_SHARPNESS * (value - best)) for topic, value in totals.items()}
    every = sum(odds.values())
    shares = {topic: value / every for topic, value in odds.items()}
    return {topic: share for topic, share in shares.items() if share > _LEAST_SHARE}


def _learner(samples: Iterable[Sample]) -> _Learner:
    numbers: dict[str, int] = {}
    langs: dict[str, str] = {}
    bags = []
    seen: list[int] = []  # passages by word
    for sample in samples:
        found = counts(sample.text)
        size = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
        for word in found:
            if word not in numbers:
                numbers[word] = len(seen)
                langs[word] = sample.lang
                seen.append(0)
            seen[numbers[word]] += 1
        bags.append(tuple((numbers[word], weight / size) for word, weight in found.items()))
    feature_numbers: dict[str, int] = {}
    parts = tuple(
        tuple(feature_numbers.setdefault(one, len(feature_numbers)) for one in features(word))
        for word in numbers
    )
    spread = [0] * len(feature_numbers)
    for word_parts, passages in zip(parts, seen, strict=True):
        for part in dict.fromkeys(word_parts):
            spread[part] += passages
    names = tuple(feature_numbers)
    rarity = tuple(
        max(0.0, math.log((len(bags) + 1) / (number + 0.5))) if number >= _RAREST else 0.0
        for number in spread
    )
    weighted = tuple(
        value * (RUN_WEIGHT if name.startswith("*") else 1.0)
        for value, name in zip(rarity, names, strict=True)
    )
    return _Learner(
        tuple(bags),
        tuple(langs.items()),
        parts,
        names,
        weighted,
    )


def _learn(
    learner: _Learner, labels: Sequence[Mapping[str, float]], topics: Sequence[str]
) -> list[list[float]]:
    """Return by feature its weight for each topic: how much rarer it is everywhere else."""
    columns = []
    for topic in topics:
        by_word = [0.0] * len(learner.parts)
        for bag, label in zip(learner.bags, labels, strict=True):
            share = label.get(topic, 0.0)
            if share:
                for word, weight in bag:
                    by_word[word] += share * weight
        columns.append(_by_feature(learner, by_word))
    everywhere = [sum(row) for row in zip(*columns, strict=True)]
    total, floor = sum(everywhere), _SMOOTHING * len(everywhere)
    logs = []
    for column in columns:
        rest = total - sum(column) + floor
        logs.append(
            [
                math.log((_SMOOTHING + max(0.0, every - own)) / rest)
                for every, own in zip(everywhere, column, strict=True)
            ]
        )
    middles = [sum(row) / len(row) for row in zip(*logs, strict=True)]
    return [
        [(middle - log[number]) * rarity for log in logs]
        for number, (middle, rarity) in enumerate(zip(middles, learner.rarity, strict=True))
    ]


def _by_feature(learner: _Learner, by_word: Sequence[float]) -> list[float]:
    values = [0.0] * len(learner.names)
    for parts, weight in zip(learner.parts, by_word, strict=True):
        if weight:
            for part in parts:
                values[part] += weight
    values = [value * rarity for value, rarity in zip(values, learner.rarity, strict=True)]
    mass = sum(values)
    return [value * _MASS / mass for value in values] if mass else values


def _apply(
    learner: _Learner, vectors: Sequence[Sequence[float]], width: int
) -> tuple[list[list[float]], float]:
    """Return each passage's likeness by topic, and how far these values spread."""
    by_word = [
        [sum(column) for column in zip(*(vectors[part] for part in parts), strict=True)]
        for parts in learner.parts
    ]
    return _summed(learner, by_word, width)


def _summed(
    learner: _Learner, by_word: Sequence[Sequence[float]], width: int
) -> tuple[list[list[float]], float]:
    values = []
    for bag in learner.bags:
        sums = [0.0] * width
        for word, weight in bag:
            sums = [
                total + weight * value for total, value in zip(sums, by_word[word], strict=True)
            ]
        values.append(sums)
    return values, _spread(values)


def _spread(values: Sequence[Sequence[float]]) -> float:
    squares = sum(value * value for row in values for value in row)
    return math.sqrt(squares / max(1, sum(map(len, values)))) or 1.0


def _near(learner: _Learner, kinship: Said, width: int) -> list[list[float]]:
    """Return how near passages are to each topic's terms, and to none; nothing if no word is.

    What is near in every passage says nothing: each topic's average is taken away.
    """
    nothing = (0.0,) * width
    found = [kinship(*word) or nothing for word in learner.words]
    if not any(map(any, found)):
        return []
    values, _ = _summed(learner, found, width)
    middle = [sum(column) / len(values) for column in zip(*values, strict=True)]
    level = [[one - other for one, other in zip(row, middle, strict=True)] for row in values]
    scale = _FIRST_KINSHIP / _spread(level)
    none = [max(row) + _UNRELATED - max(bare) for row, bare in zip(level, values, strict=True)]
    return [
        [value * scale for value in (*row, last)] for row, last in zip(level, none, strict=True)
    ]


def _kept(
    learner: _Learner, vectors: Sequence[Sequence[float]], scale: float, width: int
) -> dict[str, tuple[int, ...]]:
    """Return what tells topics apart best, sorted by name, in whole numbers."""
    named = zip(learner.names, vectors, learner.rarity, strict=True)
    whole = {name: _whole(vector[:width], scale) for name, vector, rarity in named if rarity}
    strength = {name: max(row) - min(row) for name, row in whole.items()}
    names = sorted((name for name in whole if strength[name]), key=lambda n: (-strength[n], n))
    return {name: whole[name] for name in sorted(names[:_MOST_FEATURES])}
