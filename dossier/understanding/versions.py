"""The same article again: whether it is, and what has changed since."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dossier import blocks
from dossier.model import Article, Block, Draft
from dossier.understanding.copies import (
    SAME_ARTICLE,
    SHORTEST,
    SUGGEST,
    address,
    containment,
    same_outlet,
    shingles,
)

_SKETCH = 16  # the smallest shingles of a text; versions of like length share several
_TELLING = frozenset(("paragraph", "crosshead", "list", "quote"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a new version changed: texts of blocks, in the order of the article that has them.

    `reworded` holds (old, new) of one paragraph; `title` the same, None if it stayed. Order and
    captions do not count.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    reworded: tuple[tuple[str, str], ...] = ()
    title: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.removed or self.reworded or self.title)


def changes(old: Article, new: Draft) -> Changes:
    """Return what `new` changed; of equal likeness the earlier paragraphs go together."""
    before, after = _texts(old.blocks), _texts(new.blocks)
    gone, come = _without(before, after), _without(after, before)
    likely = sorted(
        (-likeness, first, second)
        for first, one in enumerate(gone)
        for second, other in enumerate(come)
        if (likeness := blocks.likeness(one, other)) > blocks.SAME
    )
    pairs: dict[int, int] = {}
    for _, first, second in likely:
        if first not in pairs and second not in pairs.values():
            pairs[first] = second
    kept = set(pairs.values())
    title = (old.title, blocks.normal(new.title))
    return Changes(
        added=tuple(text for place, text in enumerate(come) if place not in kept),
        removed=tuple(text for place, text in enumerate(gone) if place not in pairs),
        reworded=tuple((gone[first], come[second]) for first, second in sorted(pairs.items())),
        title=title if title[1] and title[0] != title[1] else None,
    )


def _texts(held: Iterable[Block]) -> list[str]:
    return [block.text for block in held if block.type in _TELLING]


def _without(texts: Sequence[str], others: Iterable[str]) -> list[str]:
    """Return the texts that `others` lack, each as often as they lack it."""
    left = Counter(others)
    missing = []
    for text in texts:
        if left[text]:
            left[text] -= 1
        else:
            missing.append(text)
    return missing


def is_version(old: Article, new: Draft) -> bool:
    """Whether `new` is `old` again: its address, or its outlet and most of its text.

    With the same headline less of the text will do, but some must: columns keep theirs.
    """
    here = address(new.source.url)
    if here and here == address(old.source.url):
        return True
    if not same_outlet(old.source, new.source):
        return False
    text = shingles(block for block in new.blocks if block.is_passage)
    share = containment(text, shingles(old.passages))
    if old.title and old.title.casefold() == blocks.normal(new.title).casefold():
        return share > SUGGEST
    return len(text) > SHORTEST and share > SAME_ARTICLE


@dataclass(slots=True)
class Register:
    """Articles to look versions up in: each draft costs the same, however many there are."""

    _articles: list[Article] = field(default_factory=list)
    _keys: dict[tuple[str, ...], list[int]] = field(default_factory=dict)

    def put(self, article: Article) -> None:
        """Let an article be found."""
        place = len(self._articles)
        self._articles.append(article)
        for key in _keys(article, article.passages):
            self._keys.setdefault(key, []).append(place)

    def earlier(self, draft: Draft) -> Article | None:
        """Return the article of which `draft` is a version, the one put in last of several."""
        passages = [block for block in draft.blocks if block.is_passage]
        likely = {place for key in _keys(draft, passages) for place in self._keys.get(key, ())}
        for place in sorted(likely, reverse=True):
            if is_version(self._articles[place], draft):
                return self._articles[place]
        return None


def _keys(one: Article | Draft, passages: Iterable[Block]) -> Iterable[tuple[str, ...]]:
    """Yield what versions of an article have in common, one of it at least."""
    at = address(one.source.url)
    outlets = {one.source.name.casefold(), at.partition("/")[0].partition("?")[0]} - {""}
    if at:
        yield ("address", at)
    for outlet in sorted(outlets):
        yield ("title", outlet, blocks.normal(one.title).casefold())
        for shingle in heapq.nsmallest(_SKETCH, shingles(passages)):
            yield ("text", outlet, str(shingle))
