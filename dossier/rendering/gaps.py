"""What is missing or doubtful in what articles say about themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier import urls
from dossier.errors import Finding
from dossier.model import Article, Rights

_NO_RIGHTS: Mapping[str, Rights] = {}
_DATE_HINT = "write it as precisely as it is known: `date: 2023-09` or `date: 2023-09-13`"
_TITLE_HINT = "write the real one as `title` and set `title_by: editor`"
_DOUBTFUL_DATES = {
    "file": "the date is that of the file, which may be later",
    "machine": "the date was guessed from the page",
}
_DOUBTFUL_TITLES = {
    "file": "the headline is that of the file",
    "machine": "the headline was made from the text",
}


def check_articles(
    articles: Iterable[Article], by_source: Mapping[str, Rights] = _NO_RIGHTS
) -> tuple[Finding, ...]:
    """Name what an editor should look at: what is not stated, and what is only guessed.

    `by_source` holds the rights of outlets by name or domain. What matters less is a note.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    found = [finding for article in ordered for finding in _gaps(article, by_source)]
    return tuple(sorted(found, key=lambda finding: finding.level == "note"))


def _gaps(article: Article, by_source: Mapping[str, Rights]) -> Iterator[Finding]:
    where = article.path or f"content/articles/{article.id}.md"
    if not article.date:
        yield Finding(where=where, message="the article has no date", hint=_DATE_HINT)
    elif article.date_by in _DOUBTFUL_DATES:
        yield Finding(
            where=where,
            message=f"{_DOUBTFUL_DATES[article.date_by]}: {article.date}",
            hint="write the right one as `date` and set `date_by: editor`",
        )
    if article.title_by in _DOUBTFUL_TITLES:
        message = f"{_DOUBTFUL_TITLES[article.title_by]}: {article.title}"
        yield Finding(where=where, message=message, hint=_TITLE_HINT)
    if not article.source.name and not article.source.url:
        yield Finding(
            where=where,
            message="the article names no source",
            hint="name the outlet: `source: {name: …, url: …}`",
        )
    if not article.authors and not article.source.agency:
        yield Finding(
            where=where,
            message="the article names neither author nor agency",
            hint="name them: `authors: [Anna Beispiel]`",
            level="note",
        )
    if not article.rights and not _has_rights(article, by_source):
        yield Finding(
            where=where,
            message="no rights are stated; what the dossier takes for granted holds",
            hint="write `rights:` in the article, or in dossier.toml for its whole [[sources]]",
            level="note",
        )


def _has_rights(article: Article, by_source: Mapping[str, Rights]) -> bool:
    names = (article.source.name, *urls.domains(article.source.url))
    return any(name in by_source for name in names)
