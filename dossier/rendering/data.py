"""`data/dossier.json`: the machine's view of the site, cut by rights like every page."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dossier.config import text_in
from dossier.model import BlockType, Modifier, PassageState, Rights, Topic, VoiceKind
from dossier.rendering.corpus import Corpus
from dossier.rendering.rights import Shown


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    """A table of the data; keys come out in the order in which they stand here."""


class BlockRow(_Row, frozen=True, omit_defaults=True):
    """A block of an article; a caption's credit apart."""

    id: str
    type: BlockType
    text: str
    credit: str | None = None


class SourceRow(_Row, frozen=True):
    """Who published an article."""

    name: str
    url: str
    archive_url: str
    agency: tuple[str, ...]


class ArticleRow(_Row, frozen=True):
    """An article as far as it may be shown; `url` is its page, relative to the site's root."""

    id: str
    title: str
    title_by: str
    date: str
    lang: str
    authors: tuple[str, ...]
    source: SourceRow
    rights: Rights
    url: str
    original: str
    blocks: tuple[BlockRow, ...]


class PassageRow(_Row, frozen=True):
    """A passage in a topic."""

    article: str
    passage: str
    score: float
    why: tuple[str, ...]
    state: PassageState
    edited: bool


class TopicRow(_Row, frozen=True):
    """A topic with its passages, in the order of its pages."""

    id: str
    title: str
    description: str
    passages: tuple[PassageRow, ...]


class VoiceRow(_Row, frozen=True):
    """A statement; `start` and `end` are offsets into the passage's text."""

    article: str
    passage: str
    start: int
    end: int
    text: str
    speaker: str
    kind: VoiceKind
    cue: str


class EventRow(_Row, frozen=True):
    """Something dated; `date` is EDTF."""

    article: str
    passage: str
    start: int
    end: int
    date: str
    modifier: Modifier
    text: str
    place: str


class MentionRows(_Row, frozen=True):
    """Who and what is named."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


class CopiesRow(_Row, frozen=True):
    """A report in several outlets: the article that stands for it, and its copies."""

    lead: str
    articles: tuple[str, ...]
    agency: tuple[str, ...]


class AboutRow(_Row, frozen=True):
    """The dossier itself."""

    title: str
    standfirst: str
    lang: str
    url: str
    program: str


class Data(_Row, frozen=True):
    """The whole file."""

    dossier: AboutRow
    articles: tuple[ArticleRow, ...]
    topics: tuple[TopicRow, ...]
    voices: tuple[VoiceRow, ...]
    events: tuple[EventRow, ...]
    mentions: MentionRows
    copies: tuple[CopiesRow, ...] = ()


def encode(corpus: Corpus) -> bytes:
    """Return the file's bytes: UTF-8, one line."""
    dossier = corpus.dossier
    shown = tuple(corpus.shown.values())
    about = AboutRow(
        title=dossier.title,
        standfirst=dossier.standfirst,
        lang=dossier.lang,
        url=dossier.base_url,
        program=f"dossier {dossier.version}",
    )
    data = Data(
        dossier=about,
        articles=tuple(map(_article, shown)),
        topics=tuple(_topic(corpus, topic) for topic in dossier.topics),
        voices=tuple(_voices(shown)),
        events=tuple(_events(shown)),
        mentions=MentionRows(),
        copies=tuple(
            CopiesRow(lead=group.lead, articles=group.copies, agency=group.agencies)
            for group in corpus.wire.groups
        ),
    )
    return msgspec.json.encode(data) + b"\n"


def _article(shown: Shown) -> ArticleRow:
    article = shown.article
    source = article.source
    return ArticleRow(
        id=article.id,
        title=article.title,
        title_by=article.title_by,
        date=article.date,
        lang=article.lang,
        authors=article.authors,
        source=SourceRow(
            name=source.name, url=source.url, archive_url=source.archive_url, agency=source.agency
        ),
        rights=shown.rights,
        url=f"articles/{article.id}/",
        original=article.original,
        blocks=tuple(
            BlockRow(
                id=block.id,
                type=block.type,
                text=block.text,
                credit=block.credit if block.type == "caption" else None,
            )
            for block in article.blocks
        ),
    )


def _topic(corpus: Corpus, topic: Topic) -> TopicRow:
    return TopicRow(
        id=topic.id,
        title=text_in(topic.title, corpus.dossier.lang),
        description=text_in(topic.description, corpus.dossier.lang),
        passages=tuple(
            PassageRow(
                article=one.item.article,
                passage=one.passage,
                score=one.item.score,
                why=one.item.why,
                state=one.state,
                edited=one.state == "edited",
            )
            for one in corpus.passages_in(topic.id)
        ),
    )


def _voices(articles: Iterable[Shown]) -> Iterable[VoiceRow]:
    for shown in articles:
        for voice in shown.found.voices:
            yield VoiceRow(
                article=shown.article.id,
                passage=voice.passage,
                start=voice.start,
                end=voice.end,
                text=voice.text,
                speaker=voice.speaker,
                kind=voice.kind,
                cue=voice.cue,
            )


def _events(articles: Iterable[Shown]) -> Iterable[EventRow]:
    for shown in articles:
        for event in shown.found.events:
            yield EventRow(
                article=shown.article.id,
                passage=event.passage,
                start=event.start,
                end=event.end,
                date=event.date,
                modifier=event.modifier,
                text=event.text,
                place=event.place,
            )
