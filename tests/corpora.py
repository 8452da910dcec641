"""A whole site at once, for tests that look at several of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from dossier.rendering.assemble import Content, assemble
from dossier.rendering.corpus import Dossier
from dossier.rendering.editions import Edition
from dossier.rendering.wording import Wording


def assembled(
    dossier: Dossier, wording: Wording, others: Sequence[Edition] = ()
) -> dict[str, Content]:
    """Return everything that the site consists of by its path."""
    sheets = assemble(dossier, wording, others)
    return dict(chain(sheets.articles, sheets.others))
