"""The rows of `data/dossier.json`, key by key."""

from __future__ import annotations

import msgspec

from dossier.found import Modifier, VoiceKind
from dossier.model import BlockType, PassageState, Rights


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A table of the data; keys come out in the order in which they stand here."""


class BlockRow(Row, frozen=True, omit_defaults=True):
    """A block of an article; a caption's credit apart."""

    id: str
    type: BlockType
    text: str
    credit: str | None = None


class SourceRow(Row, frozen=True):
    """Who published an article."""

    name: str
    url: str
    archive_url: str
    agency: tuple[str, ...]


class ArticleRow(Row, frozen=True):
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


class PassageRow(Row, frozen=True):
    """A passage in a topic."""

    article: str
    passage: str
    score: float
    why: tuple[str, ...]
    state: PassageState
    edited: bool


class TopicRow(Row, frozen=True):
    """A topic with its passages, in the order of its pages."""

    id: str
    title: str
    description: str
    passages: tuple[PassageRow, ...]


class VoiceRow(Row, frozen=True):
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


class EvidenceRow(Row, frozen=True):
    """Words of a passage that tell the same."""

    article: str
    passage: str
    start: int
    end: int
    text: str


class EventRow(Row, frozen=True):
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


class KeyRow(Row, frozen=True):
    """A sentence that stands for an article, or for what it says on a topic ("" for all)."""

    article: str
    passage: str
    start: int
    end: int
    text: str
    topic: str


class NamedPassageRow(Row, frozen=True):
    """A passage that mentions a name."""

    article: str
    passage: str


class NameRow(Row, frozen=True):
    """A person or an organisation; `aliases` are other forms of the name."""

    name: str
    aliases: tuple[str, ...]
    passages: tuple[NamedPassageRow, ...]


class PlaceRow(Row, frozen=True):
    """A place; degrees north and east, null where they are not known."""

    name: str
    aliases: tuple[str, ...]
    lat: float | None
    lon: float | None
    passages: tuple[NamedPassageRow, ...]


class MentionRows(Row, frozen=True):
    """Who and what is named, the most often named first."""

    people: tuple[NameRow, ...] = ()
    places: tuple[PlaceRow, ...] = ()
    organisations: tuple[NameRow, ...] = ()


class CopiesRow(Row, frozen=True):
    """A report in several outlets: the article that stands for it, and its copies."""

    lead: str
    articles: tuple[str, ...]
    agency: tuple[str, ...]


class AboutRow(Row, frozen=True):
    """The dossier itself."""

    title: str
    standfirst: str
    lang: str
    url: str
    program: str


class Data(Row, frozen=True):
    """The whole file."""

    dossier: AboutRow
    articles: tuple[ArticleRow, ...]
    topics: tuple[TopicRow, ...]
    voices: tuple[VoiceRow, ...]
    events: tuple[EventRow, ...]
    key_sentences: tuple[KeyRow, ...]
    mentions: MentionRows
    copies: tuple[CopiesRow, ...] = ()
