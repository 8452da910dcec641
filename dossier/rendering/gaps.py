"""What is missing from what articles say about themselves: date, headline, source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.errors import Finding
from dossier.model import Article


def check_articles(articles: Iterable[Article]) -> tuple[Finding, ...]:
    """Name each article that lacks a date, a headline of its own or a source."""
    ordered = sorted(articles, key=lambda article: article.id)
    return tuple(finding for article in ordered for finding in _gaps(article))


def _gaps(article: Article) -> Iterator[Finding]:
    where = article.path or f"content/articles/{article.id}.md"
    if not article.date:
        yield Finding(
            where=where,
            message="the article has no date",
            hint="write it as precisely as it is known: `date: 2023-09` or `date: 2023-09-13`",
        )
    if article.title_by == "machine":
        yield Finding(
            where=where,
            message=f"the headline was made from the text: {article.title}",
            hint="write the real one as `title` and set `title_by: editor`",
        )
    if not article.source.name and not article.source.url:
        yield Finding(
            where=where,
            message="the article names no source",
            hint="name the outlet: `source: {name: …, url: …}`",
        )
