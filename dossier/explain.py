"""`dossier explain`: what the program sees in a file, in or out of a dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from dossier.config import Config
from dossier.effects import project
from dossier.effects.project import Project
from dossier.errors import DossierError, Finding
from dossier.model import (
    Article,
    Block,
    DateMention,
    Draft,
    TopicMatch,
    Understanding,
    Voice,
)
from dossier.originals import Original, only_links, read_all
from dossier.reading.read import MAX_BYTES
from dossier.understanding.understand import understand
from dossier.writing import articlefile

_ARTICLES = "content/articles"


def explain(paths: Iterable[Path], config: Config | None) -> Iterator[dict[str, Any] | Finding]:
    """Yield what is seen in each file, as plain values, or why it cannot be read.

    Without a `config` there are no topics. `start` and `end` are character offsets into the
    text of the block that `passage` names.
    """
    topics = config.topic_values() if config else ()
    for path in paths:
        for file in sorted(project.files(path)) if path.is_dir() else [path]:
            try:
                articles = _articles(file)
            except DossierError as error:
                line = re.search(r":\d+$", error.where)
                where = file.as_posix() + (line[0] if line else "")
                yield replace(error.as_finding(), where=where)
                continue
            found = understand(articles, topics, config.lang if config else "de")
            for article, seen in zip(articles, found, strict=True):
                yield _as_values(file, article, seen)


def _articles(path: Path) -> list[Article]:
    """Return what a file holds: one article, or those of a feed or an archive."""
    data = project.read_bytes(Project(path.resolve().parent), path, MAX_BYTES)
    if path.resolve().parent.as_posix().endswith(_ARTICLES) and path.suffix == ".md":
        text = data.decode("utf-8-sig", errors="replace")
        return [articlefile.parse(text, path=path.as_posix())[0]]
    (result,) = read_all([Original(path.name, data, "")])
    if not result.drafts:
        reason = result.findings[0] if result.findings else only_links(path.name, result.links)
        raise DossierError(reason.message, where=reason.where, hint=reason.hint)
    return [_undrafted(draft) for _, draft in result.drafts]


def _undrafted(draft: Draft) -> Article:
    return Article(
        id="",
        title=draft.title,
        title_by=draft.title_by,
        date=draft.date,
        date_by=draft.date_by,
        modified=draft.modified,
        authors=draft.authors,
        source=draft.source,
        licence=draft.licence,
        lang=draft.lang,
        blocks=draft.blocks,
    )


def _as_values(path: Path, article: Article, found: Understanding) -> dict[str, Any]:
    return {
        "file": path.as_posix(),
        "title": article.title,
        "date": article.date,
        "lang": article.lang,
        "blocks": [_block(block) for block in article.blocks],
        "topics": [_values(match) | {"state": "proposed"} for match in found.topics],
        "voices": [_values(voice) for voice in found.voices],
        "dates": [_values(mention, but="modifier") for mention in found.dates],
        "mentions": [],
        "authors": list(article.authors),
        "source": {"name": article.source.name, "url": article.source.url},
        "modified": article.modified,
        "licence": article.licence,
    }


def _values(row: TopicMatch | Voice | DateMention, but: str = "") -> dict[str, Any]:
    values: dict[str, Any] = msgspec.to_builtins(row)
    return {key: value for key, value in values.items() if key != but}


def _block(block: Block) -> dict[str, Any]:
    values = {"id": block.id, "type": block.type, "text": block.text}
    return values | {"credit": block.credit} if block.credit else values
