"""How much of an article the site may show. Everything on the site passes through here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from dossier import blocks, urls
from dossier.found import Understanding
from dossier.model import PASSAGE_TYPES, Article, Block, Rights, packed
from dossier.sketch import Brief, Spoken, brief

_WORD_END = re.compile(r"\s+\S*$")
_CUT = " …"
Held = Understanding | Mapping[str, Understanding]  # of an article, or of all by their ids


class Shown(Struct, frozen=True, kw_only=True, dict=True):
    """An article as far as it may be shown, and what was found in that part.

    `brief` is at hand of all articles; what else was `held` back is read from the cache when
    somebody asks for it, and those of its speakers renamed who are `called` otherwise. `cut` are
    the `numbers` of an article of which not all is shown.
    """

    article: Article
    rights: Rights
    brief: Brief
    held: Held
    called: Mapping[str, str] | None = None
    cut: Mapping[str, int] | None = None

    @cached_property
    def found(self) -> Understanding:
        """What was found in what may be shown."""
        return _found(self.held, self.article.id, self.called)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Each passage that is shown with its number in the whole article, from 1."""
        return _numbers(self.article) if self.cut is None else self.cut

    def number(self, passage: str) -> int | None:
        """Return one of the `numbers`, None for a passage that is not shown."""
        if self.cut is not None:
            return self.cut.get(passage)
        ids = _passages(self.article)
        return ids.index(passage) + 1 if passage in ids else None

    @property
    def passages(self) -> int:
        """The number of passages that are shown."""
        return len(_passages(self.article))

    def with_found(self, found: Understanding) -> Shown:
        """Return the same with other findings."""
        return replace(self, brief=brief(found), held=found, called=None)


def allowed(article: Article, by_source: Mapping[str, Rights], default: Rights) -> Rights:
    """Return what holds for an article: its own word, its outlet's by name or address, or else."""
    if article.rights:
        return article.rights
    if not by_source:
        return default
    for known in (article.source.name, *urls.domains(article.source.url)):
        if known in by_source:
            return by_source[known]
    return default


def shown(  # noqa: PLR0913, PLR0917 - all that decides
    article: Article,
    held: Held,
    rights: Rights,
    limit: int,
    told: Brief | None = None,
    called: Mapping[str, str] | None = None,
) -> Shown | None:
    """Cut `article` down to its rights; None if it must not appear at all.

    `limit` is the length of an excerpt in characters; `told` is in brief what was found, if that is
    known, and `called` are the names of speakers whom the dossier calls otherwise.
    """
    if rights == "private":
        return None
    if rights == "full" and told is not None:
        named = _renamed(told, called) if called else told
        return Shown(article=article, rights=rights, brief=named, held=held, called=called)
    found = _found(held, article.id, called)
    if rights == "full":
        return Shown(article=article, rights=rights, brief=brief(found), held=found)
    kept = _excerpt(article.blocks, limit) if rights == "excerpt" else ()
    whole = {block.id: block.text for block in article.blocks}
    lengths = {
        block.id: len(block.text) if block.text == whole[block.id] else len(block.text) - len(_CUT)
        for block in kept
    }
    within = _within(found, lengths)
    return Shown(
        # A description is mostly the article's own first lines.
        article=replace(article, body=packed(kept), description=""),
        rights=rights,
        brief=brief(within),
        held=within,
        cut={one: number for one, number in _numbers(article).items() if one in lengths},
    )


def _found(held: Held, article: str, called: Mapping[str, str] | None) -> Understanding:
    found = held if isinstance(held, Understanding) else held[article]
    if not called:
        return found
    voices = [replace(one, speaker=called.get(one.speaker, one.speaker)) for one in found.voices]
    return replace(found, voices=tuple(voices))


def _renamed(told: Brief, called: Mapping[str, str]) -> Brief:
    voices = [Spoken(called.get(one.speaker, one.speaker), one.passage) for one in told.voices]
    return Brief(voices=tuple(voices), events=told.events)


def _numbers(article: Article) -> dict[str, int]:
    return dict(zip(_passages(article), count(1), strict=False))


def _passages(article: Article) -> list[str]:
    return [block.id for block in article.blocks if block.type in PASSAGE_TYPES]


def _excerpt(whole: tuple[Block, ...], limit: int) -> tuple[Block, ...]:
    """Keep blocks from the start until `limit` characters, the last cut at a word and marked."""
    kept: list[Block] = []
    left = limit
    for block in whole:
        if block.type != "paragraph":
            continue
        if len(block.text) <= left:
            kept.append(block)
            left -= len(block.text)
            continue
        text = _WORD_END.sub("", block.text[: left + 1]).rstrip(" ,;:–-") if left > 0 else ""
        if text and len(text) <= left:
            kept.append(replace(block, text=text + _CUT, marked=blocks.escape(text) + _CUT))
        break
    return tuple(kept)


def _within(found: Understanding, lengths: Mapping[str, int]) -> Understanding:
    return Understanding(
        topics=tuple(one for one in found.topics if one.passage in lengths),
        voices=tuple(one for one in found.voices if one.end <= lengths.get(one.passage, -1)),
        events=tuple(one for one in found.events if one.end <= lengths.get(one.passage, -1)),
        dates=tuple(one for one in found.dates if one.end <= lengths.get(one.passage, -1)),
        mentions=tuple(one for one in found.mentions if one.end <= lengths.get(one.passage, -1)),
        key_sentences=tuple(
            one for one in found.key_sentences if one.end <= lengths.get(one.passage, -1)
        ),
        search_words=found.search_words,  # cut down in `searchdata`, where the text is known
    )
