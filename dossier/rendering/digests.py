"""One hash for all that pages can tell of an article.

Articles meet on many pages: in lists, as evidence, beside others that print the same. Whatever
such a page shows of one follows from the article as far as it may be shown, from what was found
in it, from the topics of its passages and from the others that tell the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model import PassageKey
from dossier.rendering.copies import Wire
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import hashed


def digests(
    shown: Mapping[str, Shown],
    topics_of: Mapping[PassageKey, tuple[str, ...]],
    wire: Wire,
    keys: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Return the hash of each article by its id.

    `keys` are hashes of the articles and of what was found in them, before anything was cut or
    called otherwise, as far as they are known.
    """
    topics: dict[str, list[object]] = {}
    for (name, passage), held in topics_of.items():
        topics.setdefault(name, []).append((passage, held))
    return {
        name: hashed(
            _said(one, b"" if name in wire.group_of else keys.get(name, b"")),
            topics.get(name),
            _told_elsewhere(name, shown, wire),
        )
        for name, one in shown.items()
    }


def _said(one: Shown, key: bytes) -> object:
    """Return what an article says; in short, if it is as its file has it but for names."""
    if key and one.rights == "full":
        return key, one.article.source.name, [voice.speaker for voice in one.found.voices]
    return one.article, one.rights, one.found, one.numbers


def _told_elsewhere(name: str, shown: Mapping[str, Shown], wire: Wire) -> object:
    """Return the group of an article, how its members are called, and which passages are alike."""
    group = wire.group_of.get(name)
    if group is None:
        return None
    called = [(shown[one].article.title, shown[one].article.source.name) for one in group.members]
    alike = [(block.id, wire.same(name, block.id)) for block in shown[name].article.blocks]
    return group, called, alike
