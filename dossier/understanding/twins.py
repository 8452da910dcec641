"""Which passages of copied reports tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dossier import blocks
from dossier.model import Article, CopyGroup, PassageKey

_WORD = re.compile(r"\w+")


def twins(
    groups: Iterable[CopyGroup], articles: Mapping[str, Article]
) -> dict[PassageKey, PassageKey]:
    """Map each passage that stands in several articles of a group to the first, and that to itself.

    Two passages tell the same if their text is the same or more than `blocks.SAME` of their
    words are. What is like several passages goes with the one it is most like.
    """
    found: dict[PassageKey, PassageKey] = {}
    for group in groups:
        firsts: list[tuple[PassageKey, str, set[str]]] = []
        for name in group.members:
            mine: list[tuple[PassageKey, str, set[str]]] = []
            for block in articles[name].passages:
                key, words = (name, block.id), set(_WORD.findall(block.text.casefold()))
                first = _first_like(block.text, words, firsts)
                if first is None:
                    mine.append((key, block.text, words))
                else:
                    found[first] = found[key] = first
            firsts += mine
    return found


def _first_like(
    text: str, words: set[str], firsts: Iterable[tuple[PassageKey, str, set[str]]]
) -> PassageKey | None:
    best, chosen = blocks.SAME, None
    for key, other, theirs in firsts:
        if text == other:
            return key
        likeness = len(words & theirs) / len(words | theirs) if words and theirs else 0.0
        if likeness > best:
            best, chosen = likeness, key
    return chosen
