"""How the search index is divided: one bundle for what is new, a few for what is old.

The browser's work grows with the square of a bundle's articles, and its requests with the number of
bundles. The division follows from the ids of the articles alone, whatever was built before; as ids
begin with a date, it is one by age. Borders lie at fixed steps: a new article changes the newest
bundle only, and every 500th moves a border. They fall between months (between days or articles
where there are very many), so that a late arrival hardly ever moves one.

The engine reads a bundle's pages in batches, so that after an edit little has to be put together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from zlib import crc32

from msgspec import Struct

from dossier import urls

FOLDER = "pagefind/"
# Each bundle more takes two requests to get ready and one or two for a query.
_STEP = 500
_UNDIVIDED = 4  # steps: up to 2,000 articles are one bundle
_ARCHIVES = 3
_MONTH, _DAY = 7, 10  # letters of an id
# Pages in a batch, 125 on average. The engine takes 2 ms for a page; joining takes 10 for a batch.
_LEAST, _MOST, _CHANCE = 80, 192, 48
_PAGE = re.compile(r"articles/([^/]+)/index\.html")


class Bundle(Struct, frozen=True):
    """A part of the index: its folder in the site, and the ids of its articles."""

    path: str
    articles: tuple[str, ...]

    def pages(self) -> tuple[str, ...]:
        """Return the files of its articles in the site."""
        return tuple(map(_page, self.articles))

    def batches(self) -> Iterator[tuple[str, ...]]:
        """Divide its pages, in order, into those that the engine reads together.

        After which article one ends follows from the article: who comes or goes changes the batch
        that it is in, and hardly ever the next.
        """
        batch: list[str] = []
        for one in self.articles:
            batch.append(_page(one))
            ends = len(batch) >= _LEAST and crc32(one.encode()) % _CHANCE == 0
            if ends or len(batch) == _MOST:
                yield tuple(batch)
                batch = []
        if batch:
            yield tuple(batch)


def _page(article: str) -> str:
    return urls.output_path(urls.article_href(article))


def divide(articles: Iterable[str]) -> tuple[Bundle, ...]:
    """Divide articles, given by their ids, into bundles, the newest first.

    >>> [bundle.path for bundle in divide(["2023-09-kim-putin"])]
    ['pagefind/']
    """
    ids = sorted(articles)
    if len(ids) <= _UNDIVIDED * _STEP:
        return (Bundle(FOLDER, tuple(ids)),)
    archived = (len(ids) - _STEP) // _STEP * _STEP
    size = -(-archived // (_ARCHIVES * _STEP)) * _STEP
    borders = [*range(size, archived, size), archived]
    parts: list[list[str]] = [[] for _ in range(len(borders) + 1)]
    before = 0
    for group in _groups(ids):
        parts[bisect_right(borders, before)] += group
        before += len(group)
    *archives, current = parts
    old = [Bundle(f"{FOLDER}archive-{n}/", tuple(part)) for n, part in enumerate(archives, 1)]
    return (Bundle(FOLDER, tuple(current)), *reversed(old))


def _groups(ids: list[str]) -> Iterable[list[str]]:
    """Yield what no border divides, in order."""
    months = Counter(one[:_MONTH] for one in ids)
    days = Counter(one[:_DAY] for one in ids)

    def group(one: str) -> str:
        few = _STEP // 2
        if months[one[:_MONTH]] <= few:
            return one[:_MONTH]
        return one[:_DAY] if days[one[:_DAY]] <= few else one

    return (list(held) for _, held in groupby(ids, group))


def of_pages(pages: Iterable[str]) -> tuple[Bundle, ...]:
    """Divide the articles among the files of a site."""
    found = (_PAGE.fullmatch(page) for page in pages)
    return divide(one[1] for one in found if one and urls.is_article_id(one[1]))
