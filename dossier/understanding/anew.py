"""Understanding articles anew, which takes much to be loaded: only where that is done.

It may be another process than the one that asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.found import Named, Understanding
from dossier.model import Article, Topic


def understand(
    articles: Sequence[Article],
    topics: Sequence[Topic],
    default_lang: str,
    named: Sequence[Named] = (),
) -> list[Understanding]:
    """Return what each article says; see the function that does it."""
    from dossier.understanding.understand import understand as work  # noqa: PLC0415 - see above

    return work(articles, topics, default_lang, named)


def make_ready() -> None:
    """Load what it takes, for articles that are to come."""
    import dossier.understanding.understand  # noqa: F401, PLC0415 - see above
