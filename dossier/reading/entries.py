"""What one file brings: an article, or several, or links to articles that lie elsewhere."""

from __future__ import annotations

from msgspec import Struct

from dossier.errors import ReadingError
from dossier.model import Draft

# An article has some 10 kB, a book 1 MB. What is larger is a mistake (a log, an archive), and
# would take minutes and gigabytes in the steps that follow.
MAX_BYTES = 20_000_000


class Entry(Struct, frozen=True, kw_only=True):
    """One article of a file.

    `name` tells it from the others for people: the file's own name, an entry's title, a page's
    address. `url` is where the article stands, "" if unknown. A `draft` without passages is a
    link: it carries what is stated about the article (title, date), whose text is at `url`.
    """

    name: str
    draft: Draft
    url: str = ""

    @property
    def is_full(self) -> bool:
        """Whether the text itself is there."""
        return has_passages(self.draft)


def has_passages(draft: Draft) -> bool:
    """Whether there is at least one paragraph, list or quote."""
    return any(block.is_passage for block in draft.blocks)


def no_passages(where: str) -> ReadingError:
    """Return the reason for refusing what has headings and captions at most."""
    return ReadingError(
        "there is not a single paragraph of text in it",
        where=where,
        hint="an article needs text besides its headings and captions",
    )
