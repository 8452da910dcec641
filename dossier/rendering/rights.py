"""How much of an article the site may show. Everything on the site passes through here."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from dossier import blocks, urls
from dossier.model import Article, Block, Rights, Understanding
from dossier.sketch import Brief, brief

_WORD_END = re.compile(r"\s+\S*$")
_CUT = " …"


class Later(Struct, frozen=True):
    """What was found in an article, to be read when somebody asks for it, and the same in brief."""

    brief: Brief
    found: Mapping[str, Understanding]
    article: str


class Shown(Struct, frozen=True, kw_only=True):
    """An article as far as it may be shown, and what was found in that part.

    `numbers` maps each passage that is shown to its number in the whole article, from 1. `brief`
    is at hand of all articles; what else was `held` back is read from the cache.
    """

    article: Article
    rights: Rights
    numbers: Mapping[str, int]
    brief: Brief
    held: Understanding | Later

    @property
    def found(self) -> Understanding:
        """What was found in what may be shown."""
        held = self.held
        return held.found[held.article] if isinstance(held, Later) else held

    def with_found(self, found: Understanding) -> Shown:
        """Return the same with other findings."""
        return replace(self, brief=brief(found), held=found)


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


def shown(
    article: Article, found: Understanding | Later, rights: Rights, limit: int
) -> Shown | None:
    """Cut `article` down to its rights; None if it must not appear at all.

    `limit` is the length of an excerpt in characters.
    """
    if rights == "private":
        return None
    ids = [block.id for block in article.passages]
    numbers = dict(zip(ids, range(1, len(ids) + 1), strict=True))
    if rights == "full":
        told = found.brief if isinstance(found, Later) else brief(found)
        return Shown(article=article, rights=rights, numbers=numbers, brief=told, held=found)
    whole_found = found.found[found.article] if isinstance(found, Later) else found
    kept = _excerpt(article.blocks, limit) if rights == "excerpt" else ()
    whole = {block.id: block.text for block in article.blocks}
    lengths = {
        block.id: len(block.text) if block.text == whole[block.id] else len(block.text) - len(_CUT)
        for block in kept
    }
    within = _within(whole_found, lengths)
    return Shown(
        # A description is mostly the article's own first lines.
        article=replace(article, blocks=kept, description=""),
        rights=rights,
        brief=brief(within),
        held=within,
        numbers={block: number for block, number in numbers.items() if block in lengths},
    )


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
            kept.append(replace(block, text=text + _CUT, markdown=blocks.escape(text) + _CUT))
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
