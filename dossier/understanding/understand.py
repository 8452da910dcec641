"""What an article says: topics, voices, dates, names. One article at a time, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.found import Mention, Named, Understanding
from dossier.model import Article, Topic
from dossier.understanding import amend
from dossier.understanding.chronology import find_dates
from dossier.understanding.events import find_events
from dossier.understanding.keysentences import find_key_sentences
from dossier.understanding.known import Known, known
from dossier.understanding.language import reads_as
from dossier.understanding.names import find_mentions
from dossier.understanding.searchwords import search_words
from dossier.understanding.topics import TermIndex, find_topics, term_index
from dossier.understanding.voices import find_voices


def understand(
    articles: Sequence[Article],
    topics: Sequence[Topic],
    default_lang: str,
    named: Sequence[Named] = (),
) -> list[Understanding]:
    """Return what each article says; `default_lang` counts where an article's is unknown.

    `named` are the people, places and organisations that the editor lists. What the editor of an
    article says of single findings is done last and wins.
    """
    listed = known(named)
    indexes: dict[str, TermIndex] = {}
    order = [topic.id for topic in topics]
    found = []
    for article in articles:
        lang = article.lang or default_lang
        if lang not in indexes:
            indexes[lang] = term_index(topics, lang)
        dates = amend.dates(find_dates(article.blocks, lang, article.date), article)
        matches = find_topics(article.passages, indexes[lang], order)
        voices = amend.voices(find_voices(article.blocks, lang, article.title), article)
        mentions = amend.mentions(_mentions(article, lang, listed), article)
        events = find_events(
            article.blocks, dates, lang, article_date=article.date, mentions=mentions
        )
        found.append(
            Understanding(
                topics=matches,
                voices=voices,
                events=amend.events(events, article),
                dates=dates,
                key_sentences=find_key_sentences(article.blocks, matches, lang, voices),
                search_words=search_words(_texts(article), lang),
                mentions=mentions,
            )
        )
    return found


def _mentions(article: Article, lang: str, listed: Known) -> tuple[Mention, ...]:
    is_guessed = not (article.lang or reads_as(" ".join(_texts(article)), lang))
    return find_mentions(article.blocks, lang, listed, title=article.title, is_guessed=is_guessed)


def _texts(article: Article) -> list[str]:
    return [article.title, *(block.text for block in article.blocks)]
