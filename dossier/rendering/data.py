"""`data/dossier.json`: the machine's view of the site, cut by rights like every page."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dossier.config import text_in
from dossier.model import BlockType, Modifier, PassageState, Rights, Topic, VoiceKind
from dossier.rendering.corpus import Corpus
from dossier.rendering.named import Appearances
from dossier.rendering.occurrences import Dated
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
    """A statement; `start` and `end` are offsets into the passage's text, `via` second hand."""

    article: str
    passage: str
    start: int
    end: int
    text: str
    speaker: str
    kind: VoiceKind
    cue: str
    via: str


class EvidenceRow(_Row, frozen=True):
    """Words of a passage that tell the same."""

    article: str
    passage: str
    start: int
    end: int
    text: str


class EventRow(_Row, frozen=True):
    """Something dated; `date` is EDTF. `also` is what other articles tell of it."""

    article: str
    passage: str
    start: int
    end: int
    date: str
    modifier: Modifier
    text: str
    place: str
    also: tuple[EvidenceRow, ...]


class KeyRow(_Row, frozen=True):
    """A sentence that stands for an article, or for what it says on a topic ("" for all)."""

    article: str
    passage: str
    start: int
    end: int
    text: str
    topic: str


class NamedPassageRow(_Row, frozen=True):
    """A passage that mentions a name."""

    article: str
    passage: str


class NameRow(_Row, frozen=True):
    """A person or an organisation; `aliases` are other forms of the name."""

    name: str
    aliases: tuple[str, ...]
    passages: tuple[NamedPassageRow, ...]


class PlaceRow(_Row, frozen=True):
    """A place; degrees north and east, null where they are not known."""

    name: str
    aliases: tuple[str, ...]
    lat: float | None
    lon: float | None
    passages: tuple[NamedPassageRow, ...]


class MentionRows(_Row, frozen=True):
    """Who and what is named, the most often named first."""

    people: tuple[NameRow, ...] = ()
    places: tuple[PlaceRow, ...] = ()
    organisations: tuple[NameRow, ...] = ()


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
    key_sentences: tuple[KeyRow, ...]
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
        events=tuple(_events(corpus)),
        key_sentences=tuple(_key_sentences(shown)),
        mentions=_mentions(corpus),
        copies=tuple(
            CopiesRow(lead=group.lead, articles=group.copies, agency=group.agencies)
            for group in corpus.wire.groups
        ),
    )
    return msgspec.json.encode(data) + b"\n"


def _mentions(corpus: Corpus) -> MentionRows:
    return MentionRows(
        people=tuple(map(_name, corpus.named["person"])),
        places=tuple(
            PlaceRow(
                name=one.entry.name,
                aliases=one.aliases,
                lat=one.entry.lat,
                lon=one.entry.lon,
                passages=_passages(one),
            )
            for one in corpus.named["place"]
        ),
        organisations=tuple(map(_name, corpus.named["organisation"])),
    )


def _name(one: Appearances) -> NameRow:
    return NameRow(name=one.entry.name, aliases=one.aliases, passages=_passages(one))


def _passages(one: Appearances) -> tuple[NamedPassageRow, ...]:
    return tuple(
        NamedPassageRow(article=article, passage=passage) for article, passage in one.passages
    )


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
                via=voice.via,
            )


def _events(corpus: Corpus) -> Iterable[EventRow]:
    for one in corpus.events:
        event = one.told.event
        yield EventRow(
            article=one.told.shown.article.id,
            passage=event.passage,
            start=event.start,
            end=event.end,
            date=event.date,
            modifier=event.modifier,
            text=event.text,
            place=corpus.dossier.register.place(event.place),
            also=tuple(map(_told_too, one.also)),
        )


def _told_too(one: Dated) -> EvidenceRow:
    event = one.event
    return EvidenceRow(
        article=one.shown.article.id,
        passage=event.passage,
        start=event.start,
        end=event.end,
        text=event.text,
    )


def _key_sentences(articles: Iterable[Shown]) -> Iterable[KeyRow]:
    for shown in articles:
        for key in shown.found.key_sentences:
            yield KeyRow(
                article=shown.article.id,
                passage=key.passage,
                start=key.start,
                end=key.end,
                text=key.text,
                topic=key.topic,
            )
