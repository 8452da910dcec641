"""From articles, topics and an editor's decisions to a model: what `dossier topics train` does.

Pages rest on terms alone, so no build waits for a model and none is made again when an article
changes. It is trained when asked for and kept in `content/`.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dossier.model import Article, Block, Topic
from dossier.understanding import topics as terms
from dossier.understanding import wordvectors
from dossier.understanding.decisions import Decisions
from dossier.understanding.kinship import Kinship
from dossier.understanding.likeness import Likeness, Model
from dossier.understanding.ranking import Looked, Ranker
from dossier.understanding.selftrain import Sample, train

# Passages to learn from, of more a sample by their ids, which are as good as chance and the same
# everywhere. 4,000 take some seconds.
_MOST = 4000
# Examples of what topics mean: 120 and all of 380 rank alike, each takes a quarter second.
_EXAMPLES = 240
_CERTAIN = 10.0  # more than terms and likeness reach: an editor's word
_RANGE = (0.5, 1.5)  # of what a term counts for: no term is worth nothing, none everything


def learn(
    articles: Iterable[Article],
    topics: Sequence[Topic],
    default_lang: str,
    decided: Decisions,
) -> Model | None:
    """Return what the articles' passages teach of the topics; None if that is too little."""
    samples, factors = _samples(articles, topics, default_lang, decided)
    kinship = Kinship(topics, default_lang)
    model = train(samples, [topic.id for topic in topics], kinship.of, wordvectors.numbers)
    return replace(model, key=key_of(topics), terms=factors) if model else None


def judged(
    articles: Iterable[Article],
    topics: Sequence[Topic],
    default_lang: str,
    decided: Decisions,
    model: Model,
) -> dict[str, dict[str, float]]:
    """Return some passages and what terms, words and editors say of them, by topic.

    In what an average passage's terms weigh. These are examples of what the topics mean.
    """
    samples, _ = _samples(articles, topics, default_lang, decided)
    likeness: dict[str, Likeness] = {}
    found: dict[str, dict[str, float]] = {}
    for one in samples[:_EXAMPLES]:
        learned = likeness.setdefault(one.lang, Likeness(model, one.lang))
        like = zip(model.topics, learned.of(learned.bag(one.text)), strict=True)
        totals = {topic: value + one.terms.get(topic, 0.0) / model.typical for topic, value in like}
        totals |= dict.fromkeys(one.sure, _CERTAIN) | dict.fromkeys(one.never, -_CERTAIN)
        found[one.text] = totals
    return found


def told(topic: Topic, lang: str) -> tuple[str, ...]:
    """Return a topic's title and terms in one language, where there are some, else in all."""
    found: dict[str, None] = {}
    for values in ({key: (value,) for key, value in topic.title.items()}, topic.terms):
        chosen = values.get(lang) or values.get("")
        for texts in (chosen,) if chosen else values.values():
            found |= dict.fromkeys(texts)
    return tuple(found)


def _samples(
    articles: Iterable[Article],
    topics: Sequence[Topic],
    default_lang: str,
    decided: Decisions,
) -> tuple[list[Sample], dict[str, float]]:
    """Return the passages to learn from, and what each term counts for."""
    rankers: dict[str, Ranker] = {}
    chosen: list[tuple[Article, Block, Looked]] = []
    for article, block in _sample(articles):
        lang = article.lang or default_lang
        if lang not in rankers:
            rankers[lang] = Ranker(topics, lang, None)
        chosen.append((article, block, rankers[lang].look(block.text)))
    factors = _factors([looked.by_terms.weigh().terms for *_, looked in chosen])
    samples = []
    for article, block, looked in chosen:
        evidence = looked.weigh(factors)
        own = {one.topic for one in terms.assigned(block.id, looked.by_terms.weigh())}
        given = frozenset(decided.given(article, block.id, topics))
        sure = given if article.topics or given - own else frozenset[str]()
        never = decided.removed(article, block.id) | evidence.barred
        weighed = {topic: evidence.total(topic) for topic in evidence.weights}
        samples.append(
            Sample(
                text=block.text,
                lang=article.lang or default_lang,
                terms=weighed,
                sure=sure,
                never=never - sure,
            )
        )
    return samples, factors


def key_of(topics: Iterable[Topic]) -> str:
    """Return what a model is trained for: topics and all that is said of them."""
    said = repr([(t.id, t.title, t.description, t.terms, t.exclude) for t in topics])
    return hashlib.blake2b(said.encode(), digest_size=8).hexdigest()


def _sample(articles: Iterable[Article]) -> list[tuple[Article, Block]]:
    """Return passages, each text once, in the order of their ids."""
    every: dict[str, tuple[Article, Block]] = {}
    for article in sorted(articles, key=lambda one: one.id):
        for block in article.passages:
            every.setdefault(block.text, (article, block))
    chosen = sorted(every.values(), key=lambda pair: (pair[1].id, pair[0].id))
    return chosen[:_MOST]


def _factors(found: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return what each term counts for: more the rarer it is, 1 on average."""
    passages = Counter(term for terms_of_one in found for term in terms_of_one)
    rarity = {term: math.log((len(found) + 1) / (passages[term] + 0.5)) for term in passages}
    average = sum(rarity.values()) / len(rarity) if rarity else 1.0
    least, most = _RANGE
    return {
        term: round(min(most, max(least, rarity[term] / (average or 1.0))), 2)
        for term in sorted(rarity)
    }
