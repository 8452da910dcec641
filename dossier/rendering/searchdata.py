"""What the search is told of an article beside its text: other words, names, and its facets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier import edtf, hiddenwords
from dossier.model import Named
from dossier.rendering.rights import Shown


@dataclass(frozen=True)
class Names:
    """Persons and places of `dossier.toml`, ready to be found in texts."""

    known: tuple[Named, ...] = ()

    @cached_property
    def _by_spelling(self) -> dict[str, Named]:
        return {
            spelling: one
            for one in reversed(self.known)
            for spelling in (*one.aliases, one.name)
            if spelling
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        spellings = sorted(self._by_spelling, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spellings))})(?=s?(?!\w))")

    def find(self, text: str) -> tuple[tuple[str, Named], ...]:
        """Return the spellings that stand in `text`, with who or what they name."""
        if not self.known:
            return ()
        found = dict.fromkeys(self._pattern.findall(text))
        return tuple((spelling, self._by_spelling[spelling]) for spelling in found)


def search_words(shown: Shown, names: Names) -> str:
    """Return the hidden words of an article, as far as its text is shown."""
    line = shown.found.search_words
    text = "\n".join([shown.article.title, *(block.text for block in shown.article.blocks)])
    if shown.rights != "full":
        line = hiddenwords.visible(line, text)
    others = {
        spelling: [one for one in (named.name, *named.aliases) if one != spelling]
        for spelling, named in names.find(text)
        if named.aliases
    }
    return line + hiddenwords.write((), others) if others else line


def marks(
    shown: Shown, topics: Callable[[str], Iterable[str]], names: Names
) -> dict[str, tuple[str, ...]]:
    """Return the facets of each passage, as `topic.summit`.

    `topics` gives those of a passage. Who and what the text names comes from `dossier.toml`.
    """
    quoted = {voice.passage for voice in shown.found.voices}
    dated = {event.passage for event in shown.found.events}
    found: dict[str, tuple[str, ...]] = {}
    for block in shown.article.passages:
        kinds = [
            kind for kind, held in (("quotation", quoted), ("event", dated)) if block.id in held
        ]
        pairs = [
            *(("topic", topic) for topic in topics(block.id)),
            *(("kind", kind) for kind in kinds or ("article",)),
            *((one.kind, one.name) for _, one in names.find(block.text)),
        ]
        found[block.id] = tuple(dict.fromkeys(f"{facet}.{mark(value)}" for facet, value in pairs))
    return found


def mark(value: str) -> str:
    """Write a value so that it can stand in an id: no spaces, and no double hyphen."""
    return re.sub(r"-{2,}", "-", re.sub(r"\s+", "_", value)).strip("-")


def filters(shown: Shown, marked: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Yield the facets of an article for the engine, as pairs of name and value."""
    article = shown.article
    for one in dict.fromkeys(one for held in marked.values() for one in held):
        name, _, value = one.partition(".")
        yield name, value
    if article.source.name:
        yield "source", mark(article.source.name)
    if article.lang:
        yield "lang", article.lang
    period = period_of(article.date)
    if period:
        yield "date", period


def period_of(date: str) -> str:
    """Return the month of a date, the year where no more is known, "" for what is undated."""
    span = edtf.parse(date)
    if not span:
        return ""
    known = span.precision in ("day", "month")
    return span.first.isoformat()[: 7 if known else 4]
