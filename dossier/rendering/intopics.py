"""In which topics passages are.

Of ten thousand articles a build asks this of some hundred, so it is looked up article by article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from dossier.model import CopyGroup, PassageKey
from dossier.rendering.copies import Wire
from dossier.rendering.placed import Standing
from dossier.rendering.rights import Shown

Topics = Mapping[PassageKey, tuple[str, ...]]  # of each passage
Held = list[tuple[str, Standing]]  # topics, and what stands in them of an article


class InTopics(Mapping[PassageKey, tuple[str, ...]]):
    """The topics of each passage, () without any; what tells the same as it is in them too.

    `placed` is what stands on the pages of each topic, topics in the editor's order.
    """

    def __init__(self, placed: Mapping[str, Sequence[Standing]], groups: Wire) -> None:
        self._order = {topic: place for place, topic in enumerate(placed)}
        self._groups = groups
        self._standing: dict[str, Held] = {}
        self._known: dict[str, Mapping[str, tuple[str, ...]]] = {}
        for topic, standing in placed.items():
            for one in standing:
                self._standing.setdefault(one.article, []).append((topic, one))

    def within(self, article: str) -> Mapping[str, tuple[str, ...]]:
        """Return the topics of an article's passages, by their ids."""
        known = self._known.get(article)
        if known is None:
            group = self._groups.group_of.get(article)
            self._known.update(self._of_group(group) if group else {article: self._own(article)})
            known = self._known[article]
        return known

    def digest(self, article: str) -> object:
        """Return what `within` follows from, if no other article tells the same."""
        held = self._standing.get(article)
        return [(topic, one.digest) for topic, one in held] if held else None

    def _own(self, article: str) -> dict[str, tuple[str, ...]]:
        """Return the topics of the passages that stand in them as this article's."""
        found: dict[str, tuple[str, ...]] = {}
        for topic, one in self._standing.get(article, ()):
            only = (topic,)
            for passage in filter(None, one.today):
                known = found.setdefault(passage, only)
                if topic not in known:
                    found[passage] = (*known, topic)
        return found

    def _of_group(self, group: CopyGroup) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return the topics of the passages of each article of a group."""
        held: dict[PassageKey, set[str]] = {}
        for article in group.members:
            for passage, topics in self._own(article).items():
                others = [key for key in self._groups.also(article, passage) if key[1]]
                for key in ((article, passage), *others):
                    held.setdefault(key, set()).update(topics)
        found: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in group.members}
        for (article, passage), told in held.items():
            found[article][passage] = tuple(sorted(told, key=self._order.__getitem__))
        return found

    def __getitem__(self, key: PassageKey) -> tuple[str, ...]:
        return self.within(key[0]).get(key[1], ())

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and key[1] in self.within(key[0])

    def __iter__(self) -> Iterator[PassageKey]:
        for article in {*self._standing, *self._groups.group_of}:
            yield from ((article, passage) for passage in self.within(article))

    def __len__(self) -> int:
        return len(list(iter(self)))


def topics_in(shown: Shown, topics_of: Topics) -> tuple[str, ...]:
    """Return the topics of an article's passages, each once."""
    article = shown.article.id
    held = (topics_of.get((article, one), ()) for one in shown.numbers)
    return tuple(dict.fromkeys(chain.from_iterable(held)))
