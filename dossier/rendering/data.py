"""`data/dossier.json`: the machine's view of the site, cut by rights like every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from dossier.model import Register
from dossier.rendering.datarows import (
    AboutRow,
    ArticleRow,
    BlockRow,
    CopiesRow,
    EventRow,
    EvidenceRow,
    KeyRow,
    NamedPassageRow,
    NameRow,
    PassageRow,
    PlaceRow,
    Row,
    SourceRow,
    TopicRow,
    VoiceRow,
)
from dossier.rendering.named import Appearances
from dossier.rendering.occurrences import Dated, Occurrence
from dossier.rendering.parts import Parts, Section
from dossier.rendering.partsof import Rows
from dossier.rendering.placed import Placed
from dossier.rendering.rights import Shown
from dossier.settings import text_in


def parts(rows: Rows) -> Parts:
    """Return the file: `Data` as UTF-8 in one line, put together of its rows."""
    corpus, dossier = rows.corpus, rows.corpus.dossier
    about = AboutRow(
        title=dossier.title,
        standfirst=dossier.standfirst,
        lang=dossier.lang,
        url=dossier.base_url,
        program=f"dossier {dossier.version}",
    )
    copies = [
        CopiesRow(lead=group.lead, articles=group.copies, agency=group.agencies)
        for group in corpus.wire.groups
    ]
    return Parts(
        (
            b'{"dossier":' + _json(about),
            b',"articles":[',
            rows.by_article("articles", lambda shown: _json(_article(shown)), separator=b","),
            b'],"topics":[',
            *_topics(rows),
            b'],"voices":[',
            rows.by_article("voices", _voices, separator=b","),
            b'],"events":[',
            rows.by_event(partial(_events, dossier.register), b","),
            b'],"key_sentences":[',
            rows.by_article("key_sentences", _key_sentences, separator=b","),
            b'],"mentions":{"people":[',
            rows.by_name("person", _name, b","),
            b'],"places":[',
            rows.by_name("place", _name, b","),
            b'],"organisations":[',
            rows.by_name("organisation", _name, b","),
            b']},"copies":' + _json(copies) + b"}\n",
        )
    )


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)


def _rows(values: Iterable[Row]) -> bytes:
    """Write rows without the brackets around them."""
    return _json(list(values))[1:-1]


def _name(one: Appearances) -> bytes:
    """Write a name with its passages."""
    entry, aliases = one.entry, one.aliases
    passages = tuple(
        [NamedPassageRow(article=article, passage=passage) for article, passage in one.passages]
    )
    if entry.kind != "place":
        return _json(NameRow(name=entry.name, aliases=aliases, passages=passages))
    return _json(
        PlaceRow(name=entry.name, aliases=aliases, lat=entry.lat, lon=entry.lon, passages=passages)
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


def _topics(rows: Rows) -> Iterator[bytes | Section]:
    dossier = rows.corpus.dossier
    lang = dossier.lang
    for number, topic in enumerate(dossier.topics):
        row = TopicRow(
            id=topic.id,
            title=text_in(topic.title, lang),
            description=text_in(topic.description, lang),
            passages=(),
        )
        yield (b"," if number else b"") + _json(row).removesuffix(b"]}")
        yield rows.in_topic(topic.id, _passages, b",")
        yield b"]}"


def _passages(placed: Iterable[Placed]) -> bytes:
    return _rows(
        PassageRow(
            article=one.item.article,
            passage=one.passage,
            score=one.item.score,
            why=one.item.why,
            state=one.state,
            edited=one.state == "edited",
        )
        for one in placed
    )


def _voices(shown: Shown) -> bytes:
    return _rows(
        VoiceRow(
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
        for voice in shown.found.voices
    )


def _events(register: Register, events: Iterable[Occurrence]) -> bytes:
    return _rows(_event(register, one) for one in events)


def _event(register: Register, one: Occurrence) -> EventRow:
    event = one.told.event
    return EventRow(
        article=one.told.shown.article.id,
        passage=event.passage,
        start=event.start,
        end=event.end,
        date=event.date,
        modifier=event.modifier,
        text=event.text,
        place=register.place(event.place),
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


def _key_sentences(shown: Shown) -> bytes:
    return _rows(
        KeyRow(
            article=shown.article.id,
            passage=key.passage,
            start=key.start,
            end=key.end,
            text=key.text,
            topic=key.topic,
        )
        for key in shown.found.key_sentences
    )
