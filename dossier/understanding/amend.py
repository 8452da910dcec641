"""The editor's word on findings: items of front matter change, remove and add single ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from msgspec.structs import replace

from dossier.found import DateMention, Event, Mention, Understanding, Voice
from dossier.model import Amendment, Article, Block
from dossier.understanding.events import gist


class _Item(Protocol):
    """What every finding has: where it stands."""

    @property
    def passage(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Item = TypeVar("Item", bound=_Item)
Make = Callable[[Mapping[str, Any]], Item]


def voices(found: Sequence[Voice], article: Article) -> tuple[Voice, ...]:
    """Return the voices as the editor of the article has them."""
    return amended(found, _of(article, "voices"), article.blocks, _voice)


def dates(found: Sequence[DateMention], article: Article) -> tuple[DateMention, ...]:
    """Return the dates as the editor of the article has them."""
    return amended(found, _of(article, "dates"), article.blocks, _date)


def events(found: Sequence[Event], article: Article) -> tuple[Event, ...]:
    """Return the events as the editor of the article has them."""
    made = amended(found, _of(article, "events"), article.blocks, _event)
    lang = article.lang or "de"
    return tuple(one if one.gist else replace(one, gist=gist(one.text, lang)) for one in made)


def mentions(found: Sequence[Mention], article: Article) -> tuple[Mention, ...]:
    """Return the mentions as the editor of the article has them.

    An item with the words of a mention means them wherever they are one in the passage.
    """
    items = tuple(found)
    for one in _of(article, "mentions"):
        meant = {item for item in items if (item.passage, item.text) == (one.passage, one.text)}
        if not meant:
            items = amended(items, (one,), article.blocks, _mention)
        elif one.drop:
            items = tuple(item for item in items if item not in meant)
        else:
            values: dict[str, Any] = dict(one.values)
            items = tuple(replace(item, **values) if item in meant else item for item in items)
    return items


def _of(article: Article, kind: str) -> tuple[Amendment, ...]:
    return tuple(one for one in article.amendments if one.kind == kind)


def _voice(values: Mapping[str, Any]) -> Voice:
    return Voice(**{"speaker": "", "kind": "direct", **values})


def _mention(values: Mapping[str, Any]) -> Mention | None:
    return Mention(**{"name": values["text"], **values}) if values.get("kind") else None


def _date(values: Mapping[str, Any]) -> DateMention | None:
    return DateMention(**values) if values.get("edtf") else None


def _event(values: Mapping[str, Any]) -> Event | None:
    return Event(**values) if values.get("date") else None


def amended(
    found: Sequence[Item],
    amendments: Iterable[Amendment],
    blocks: Sequence[Block],
    make: Callable[[Mapping[str, Any]], Item | None],
) -> tuple[Item, ...]:
    """Apply amendments one after the other; findings come back in the order of the text.

    An item with `text` means the findings that share words with it, one without all findings of
    its passage. Where there is none and the item has words and values, `make` makes one of them.
    """
    amendments = tuple(amendments)
    if not amendments:
        return tuple(found)
    order = {block.id: place for place, block in enumerate(blocks)}
    texts = {block.id: block.text for block in blocks if block.is_passage}
    items = list(found)
    for one in amendments:
        if one.passage in texts:
            items = _applied(items, one, texts[one.passage], make)
    return tuple(sorted(items, key=lambda item: (order[item.passage], item.start, item.end)))


def _applied(
    items: list[Item],
    one: Amendment,
    text: str,
    make: Callable[[Mapping[str, Any]], Item | None],
) -> list[Item]:
    start = text.find(one.text) if one.text else 0
    end = start + len(one.text) if one.text else len(text)
    if start < 0:
        return items
    meant = [
        item
        for item in items
        if item.passage == one.passage and item.start < end and start < item.end
    ]
    if one.text and (exact := [item for item in meant if (item.start, item.end) == (start, end)]):
        meant = exact
    others = [item for item in items if item not in meant]
    if one.drop:
        return others
    values = dict(one.values)
    span = {"start": start, "end": end, "text": text[start:end]}
    if not meant:
        made = make({"passage": one.passage, **span, **values}) if _is_whole(one) else None
        return [*others, made] if made else others
    span = span if one.text else {}
    if len(meant) > 1 and span:
        meant = meant[:1]  # the editor's words stand for all that was found in them
    return [*others, *(replace(item, **{**values, **span}) for item in meant)]  # type: ignore[type-var]


def _is_whole(one: Amendment) -> bool:
    """Whether an item says enough for a finding of its own; an event may be all of a passage."""
    return bool(one.text) or (one.kind == "events" and any(key == "date" for key, _ in one.values))


def unmatched(article: Article, found: Understanding) -> tuple[Amendment, ...]:
    """Return the amendments that have no words and mean a passage in which nothing was found.

    `found` are the findings before any amendment.
    """
    passages: dict[str, set[str]] = {
        "voices": {one.passage for one in found.voices},
        "events": {one.passage for one in found.events},
        "dates": {one.passage for one in found.dates},
        "mentions": {one.passage for one in found.mentions},
    }
    return tuple(
        one
        for one in article.amendments
        if (one.drop or not _is_whole(one))
        and not one.text
        and one.passage not in passages.get(one.kind, {one.passage})
    )
