"""What a dossier's topics miss: terms for topics that find little, and new topics.

Both are counted, not learned: a word is telling where it is found much more often than
elsewhere (log-odds by passages), and passages that share telling words are a theme.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from dossier.understanding import words
from dossier.understanding.likeness import counts

_PLAIN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # no figures, no *don't*
_FEWEST = 3  # passages that a word or a theme has to be in
# A word in more than a fifth of all passages is the dossier's own subject; in few passages
# nothing is.
_WIDEST, _FEW = 0.2, 10
_KEYWORDS, _TYPICAL, _TERMS = 6, 3, 8
_SHARED = 2  # keywords that make a passage one of a theme
_TELLING = 1.0  # log-odds: 2.7 times as frequent as elsewhere
_SHORTEST = 4
_ONCE = 0.8  # what a word weighs less that is in one passage of each article


class Passage(Struct, frozen=True, kw_only=True):
    """A passage: where it is, its text and language, and the topics it has."""

    article: str
    id: str
    text: str
    lang: str = "de"
    topics: tuple[str, ...] = ()


class Theme(Struct, frozen=True, kw_only=True):
    """Passages without a topic that share words: `keywords`, the most telling first.

    `typical` are those that have most of them, `number` how many passages have two and more.
    """

    keywords: tuple[str, ...]
    typical: tuple[Passage, ...]
    number: int


class Vocabulary:
    """All passages by the stems of their nouns and names (in English: of all their words)."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._forms: dict[str, Counter[str]] = {}
        self.bags = tuple(self._bag(one) for one in passages)
        self.everywhere = Counter(stem for bag in self.bags for stem in bag)

    def _bag(self, passage: Passage) -> frozenset[str]:
        stems = set()
        for word in counts(passage.text):
            small = passage.lang == "de" and not word[0].isupper()
            if small or len(word) < _SHORTEST or not _PLAIN.fullmatch(word):
                continue
            stem = words.stem(words.fold(word), passage.lang)
            self._forms.setdefault(stem, Counter())[word] += 1
            stems.add(stem)
        return frozenset(stems)

    def form(self, stem: str) -> str:
        """Return the most frequent form of a word."""
        forms = self._forms[stem]
        return min(forms, key=lambda word: (-forms[word], word))

    def telling(self, members: Iterable[int]) -> dict[str, tuple[float, int]]:
        """Return how much likelier each word is in some passages than in the others.

        As log-odds, and the number of these passages that have it.
        """
        chosen = list(members)
        inside = Counter(stem for number in chosen for stem in self.bags[number])
        size, others = len(chosen) + 1, len(self.bags) - len(chosen) + 1
        return {
            stem: (
                math.log((number + 0.5) / size)
                - math.log((self.everywhere[stem] - number + 0.5) / others),
                number,
            )
            for stem, number in inside.items()
            if number >= _FEWEST
        }


def _best(telling: dict[str, tuple[float, int]]) -> list[str]:
    """Return the telling words, those that tell most of most passages first."""
    weight = {stem: odds * number for stem, (odds, number) in telling.items() if odds >= _TELLING}
    return sorted(weight, key=lambda stem: (-weight[stem], stem))


def terms_for(known: Vocabulary, topic: str, matched: Iterable[str]) -> tuple[str, ...]:
    """Return words that a topic's passages have and others have not; none of the `matched`."""
    members = [number for number, one in enumerate(known.passages) if topic in one.topics]
    old = {words.fold(word) for word in matched}
    found = (known.form(stem) for stem in _best(known.telling(members)))
    return tuple(word for word in found if words.fold(word) not in old)[:_TERMS]


def themes(known: Vocabulary, most: int = 6) -> tuple[Theme, ...]:
    """Return what passages without a topic are about, the largest theme first."""
    left = {number for number, one in enumerate(known.passages) if not one.topics}
    found: list[Theme] = []
    for stem in _openers(known, left):
        if len(found) == most:
            break
        theme, members = _theme(known, stem, left)
        if theme:
            found.append(theme)
            left -= members
    return tuple(sorted(found, key=lambda theme: (-theme.number, theme.keywords)))


def _openers(known: Vocabulary, left: set[int]) -> list[str]:
    """Return words that a theme may begin with.

    They are frequent in what is left, more than elsewhere, and come in bursts: what an article is
    about it says in several passages (Church and Gale 1995), *thank* it says once.
    """
    articles: dict[str, set[str]] = {}
    for number in left:
        for stem in known.bags[number]:
            articles.setdefault(stem, set()).add(known.passages[number].article)
    telling = known.telling(left)
    widest = max(_FEW, _WIDEST * len(known.bags))
    weight = {
        stem: number
        * (number / len(articles[stem]) - _ONCE)
        * math.log(len(known.bags) / known.everywhere[stem])
        for stem, (odds, number) in telling.items()
        if number <= widest and odds > -_TELLING / 2 and len(articles[stem]) > 1
    }
    return sorted(weight, key=lambda stem: (-weight[stem], stem))


def _theme(known: Vocabulary, stem: str, left: set[int]) -> tuple[Theme | None, set[int]]:
    """Return the theme that a word opens, and the passages that it takes up."""
    holders = {number for number in left if stem in known.bags[number]}
    friends = [one for one in _best(known.telling(holders)) if one != stem]
    keywords = (stem, *friends[: _KEYWORDS - 1])
    shared = {number: len(known.bags[number].intersection(keywords)) for number in left}
    members = {number for number in left if shared[number] >= _SHARED}
    articles = {known.passages[number].article for number in members}
    if len(members) < _FEWEST or len(articles) == 1:
        return None, set()
    order = sorted(members, key=lambda one: (-shared[one], known.passages[one].id))
    theme = Theme(
        keywords=tuple(known.form(one) for one in keywords),
        typical=tuple(known.passages[one] for one in order[:_TYPICAL]),
        number=len(members),
    )
    return theme, members | holders
