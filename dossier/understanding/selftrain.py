"""Learning from a dossier's own passages what its topics sound like.

The editor's terms, and more lightly words that are near to them in meaning, label passages;
complement naive Bayes (Rennie et al. 2003) learns from these labels; what it says together with
both labels all passages, and it learns once more (self-training). An editor's decisions are
labels that nothing overrules. No chance is involved and every sum runs in a fixed order: the same
passages make the same model.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field

from dossier.understanding.likeness import RUN_WEIGHT, UNIT, Model, counts, features

_ROUNDS = 2  # 1, 2 and 4 gave .62, .63 and .63 macro-F1 on openings of German news
_SMOOTHING = 0.1  # .01 to .3 differ by .01
_MASS = 1000.0  # every topic has the same share of the words, however large it is
_SHARPNESS = 2.0  # of the second labels; 1 and 4 are as good
# One standard deviation of likeness is worth this share of an average passage's terms; .5 to 2.5
# rank the same, and a smaller one keeps to what the editor wrote.
_TRUST = 0.5
# The same of a word's nearness to terms: while labels are made for the first time, and in the
# model, where 0 is .01 worse on openings of German news and .5 no better.
_FIRST_KINSHIP = 0.5
_KINSHIP = 0.25
# Passages with a word after which its nearness counts for half: then the dossier itself says
# what the word stands for.
_FADING = 4.0
# A passage with no term at all whose nearness to every topic is below this teaches what no topic
# sounds like (in cosines, as `kinship` says it; a tenth of the openings of German news, which all
# have a topic, half of the passages of texts that mostly have none). With it 30 of 55 passages
# without a topic are suggested for none, without it 12; .08 loses .01 macro-F1 on the openings.
_UNRELATED = 0.05
_NONE = ""
_MOST_FEATURES = 6000  # 4,000 rank as well as all 11,000 of 1,160 passages did
_RAREST = 2  # passages that a feature has to be in
_FEWEST = 3  # passages that a topic's terms have to label, so that it can be learned
_EDITORS = 2.0  # an editor's label counts twice


Kinship = Callable[[str, str], Sequence[float] | None]


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


def _no_kinship(word: str, lang: str) -> None:  # noqa: ARG001
    return None


class _Learner(Struct, frozen=True):
    """All passages as words, and what each word is known by."""

    bags: tuple[tuple[tuple[int, float], ...], ...]
    words: tuple[tuple[str, str, int], ...]  # as written, language, passages that it is in
    parts: tuple[tuple[int, ...], ...]  # by word: its features, the word itself first
    names: tuple[str, ...]  # by feature
    rarity: tuple[float, ...]  # by feature, 0 for those that are left out


def train(
    samples: Sequence[Sample], topics: Sequence[str], kinship: Kinship = _no_kinship
) -> Model | None:
    """Return what the passages teach, or None where fewer than two topics have enough of them.

    `kinship` says of a word and its language what it speaks for, by topic, None if unknown.
    """
    seeds = [{t: v for t, v in one.terms.items() if t not in one.never} for one in samples]
    taught = Counter(
        topic for one, seed in zip(samples, seeds, strict=True) for topic in _first_label(one, seed)
    )
    if sum(taught[topic] >= _FEWEST for topic in topics) < 2:
        return None
    learner = _learner(samples)
    strongest = [max(seed.values()) for seed in seeds if seed]
    typical = sum(strongest) / len(strongest) if strongest else 1.0
    kin = _kin(learner, kinship, len(topics))
    likeness = _scaled(kin.values, _FIRST_KINSHIP)
    sorts = (*topics, _NONE) if kin.rows else tuple(topics)
    labels = [_first_label(one, seed) for one, seed in zip(samples, seeds, strict=True)]
    for number in range(_ROUNDS):
        if number or kin.rows:
            labels = [
                _next_label(one, seed, value, sorts, typical)
                for one, seed, value in zip(samples, seeds, likeness, strict=True)
            ]
        vectors = _learn(learner, labels, sorts)
        values, spread = _apply(learner, vectors, len(sorts))
        said = zip(_scaled(values, 1 / spread), _scaled(kin.values, _KINSHIP / _TRUST), strict=True)
        likeness = [list(map(sum, zip(*pair, strict=True))) for pair in said]
    return Model(
        topics=tuple(topics),
        passages=len(samples),
        typical=round(typical, 2),
        weights=_kept(learner, vectors, _TRUST / spread * UNIT, kin.rows),
    )


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
    """Label by terms and likeness together; doubt makes it count less."""
    if sample.sure:
        return _first_label(sample, seed)
    totals = {
        topic: seed.get(topic, 0.0) / typical + value
        for topic, value in zip(topics, likeness, strict=True)
        if topic not in sample.never
    }
    if not any(totals.values()):
        return {}
    best = max(totals, key=lambda topic: (totals[topic], topic))
    odds = [math.exp(_SHARPNESS * (value - totals[best])) for value in totals.values()]
    guess = 1 / len(odds)
    share = 1 / sum(odds)
    return {best: ((share - guess) / (1 - guess)) ** 2} if len(odds) > 1 else {best: 1.0}


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
        tuple((*pair, number) for pair, number in zip(langs.items(), seen, strict=True)),
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
    squares = sum(value * value for row in values for value in row)
    return values, math.sqrt(squares / max(1, len(values) * width)) or 1.0


class _Kin(Struct, frozen=True):
    """What words say by their nearness to terms; one standard deviation of a passage's is 1.

    `values` are those of the passages, for each topic and for none of them, `rows` those of
    folded words by topic. Both say nothing where no word is known.
    """

    values: list[list[float]]
    rows: dict[str, tuple[float, ...]]


def _kin(learner: _Learner, kinship: Kinship, width: int) -> _Kin:
    nothing = (0.0,) * width
    found: list[Sequence[float]] = []
    for word, lang, passages in learner.words:
        fading = _FADING / (_FADING + passages - 1)
        found.append([fading * value for value in kinship(word, lang) or nothing])
    values, spread = _summed(learner, found, width)
    rows: dict[str, tuple[float, ...]] = {}
    for (word, *_), row in zip(learner.words, found, strict=True):
        if any(row):
            rows.setdefault(features(word)[0], tuple(value / spread for value in row))
    if rows:
        values = [[*row, _UNRELATED] for row in values]
    return _Kin(_scaled(values, 1 / spread), rows)


def _scaled(rows: Iterable[Sequence[float]], scale: float) -> list[list[float]]:
    return [[value * scale for value in row] for row in rows]


def _kept(
    learner: _Learner,
    vectors: Sequence[Sequence[float]],
    scale: float,
    kin: Mapping[str, Sequence[float]],
) -> dict[str, tuple[int, ...]]:
    """Return what tells topics apart best, sorted by name, in whole numbers."""
    width = max(map(len, kin.values()), default=len(vectors[0]) if vectors else 0)
    rows = {
        name: [value * scale for value in vector[:width]]
        for name, vector, rarity in zip(learner.names, vectors, learner.rarity, strict=True)
        if rarity
    }
    for name, row in kin.items():
        own = rows.get(name, (0.0,) * len(row))[: len(row)]
        rows[name] = [one + _KINSHIP * UNIT * more for one, more in zip(own, row, strict=True)]
    whole = {name: tuple(map(round, row)) for name, row in rows.items()}
    strength = {name: max(row) - min(row) for name, row in whole.items()}
    names = sorted((name for name in whole if strength[name]), key=lambda n: (-strength[n], n))
    return {name: whole[name] for name in sorted(names[:_MOST_FEATURES])}
