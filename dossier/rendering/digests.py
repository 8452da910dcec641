"""One hash for all that pages can tell of an article.

Articles meet on many pages: in lists, as evidence, beside others that print the same. Whatever
such a page shows of one follows from the article as far as it may be shown, from what was found
in it, from the topics of its passages and from the others that tell the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.rendering.copies import Wire
from dossier.rendering.intopics import InTopics
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import hashed


def digests(
    shown: Mapping[str, Shown], topics: InTopics, wire: Wire, whole: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the hash of each article by its id.

    `whole` are hashes of articles with what was found in them, of those that are shown as their
    files have them but for the names of speakers.
    """
    found: dict[str, bytes] = {}
    for name, one in shown.items():
        if name in wire.group_of:
            # A copy leaves out what the lead of its group tells.
            topics_of = list(topics.within(name).items())
            found[name] = hashed(_said(one), topics_of, _told_elsewhere(name, shown, wire))
        else:
            found[name] = hashed(whole.get(name) or _said(one), topics.digest(name))
    return found


def _said(one: Shown) -> object:
    """Return what is shown of an article, and what it says."""
    return one.article, one.rights, one.found, one.numbers


def _told_elsewhere(name: str, shown: Mapping[str, Shown], wire: Wire) -> object:
    """Return the group of an article, how its members are called, and which passages are alike."""
    group = wire.group_of[name]
    called = [(shown[one].article.title, shown[one].article.source.name) for one in group.members]
    alike = [(block.id, wire.same(name, block.id)) for block in shown[name].article.blocks]
    return group, called, alike
