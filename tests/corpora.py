"""A whole site at once, for tests that look at several of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from dossier.rendering.assemble import assemble
from dossier.rendering.corpus import Dossier
from dossier.rendering.editions import Edition
from dossier.rendering.parts import Parts
from dossier.rendering.sheets import Sheet
from dossier.rendering.views import View
from dossier.rendering.wording import Wording

Made = TypeVar("Made")


def assembled(
    dossier: Dossier, wording: Wording, others: Sequence[Edition] = ()
) -> dict[str, View | bytes]:
    """Return everything that the site consists of by its path; files of parts are made whole."""
    sheets = assemble(dossier, wording, others)
    made = {sheet.path: sheet.make() for sheet in chain(sheets.articles, sheets.others)}
    return {path: one.whole() if isinstance(one, Parts) else one for path, one in made.items()}


def views_of(sheets: Iterable[Sheet[Made]]) -> Iterator[Made]:
    """Make all pages."""
    return (sheet.make() for sheet in sheets)
