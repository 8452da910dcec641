"""What an article says: topics, voices, dates, events. One article at a time, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.model import Article, Topic, Understanding
from dossier.understanding.chronology import find_dates, find_events
from dossier.understanding.topics import TermIndex, find_topics, term_index
from dossier.understanding.voices import find_voices


def understand(
    articles: Sequence[Article], topics: Sequence[Topic], default_lang: str
) -> list[Understanding]:
    """Return what each article says; `default_lang` counts where an article's is unknown."""
    indexes: dict[str, TermIndex] = {}
    order = [topic.id for topic in topics]
    found = []
    for article in articles:
        lang = article.lang or default_lang
        if lang not in indexes:
            indexes[lang] = term_index(topics, lang)
        dates = find_dates(article.blocks, lang, article.date)
        found.append(
            Understanding(
                topics=find_topics(article.passages, indexes[lang], order),
                voices=find_voices(article.blocks, lang),
                events=find_events(article.blocks, dates, lang),
                dates=dates,
            )
        )
    return found
