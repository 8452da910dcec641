"""What the program finds in an article. Everything here is frozen, as in `model`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

VoiceKind = Literal["direct", "partial", "reported"]
MentionKind = Literal["person", "place", "organisation"]
Modifier = Literal["", "start", "mid", "end"]


class TopicMatch(Struct, frozen=True, kw_only=True, array_like=True):
    """A passage in a topic. `score` is 0–1; `why` the words that decided, strongest first."""

    topic: str
    passage: str
    score: float
    why: tuple[str, ...]


class Voice(Struct, frozen=True, kw_only=True, array_like=True):
    """Who said what. `start`/`end` delimit `text` in the passage; `speaker` "" is unknown.

    `text` is verbatim and without its quotation marks. `cue` is the word that introduces it
    (*sagte*, *zufolge*), "" when there is none; `via` who passes it on (*Putin, laut Tass*).
    """

    passage: str
    start: int
    end: int
    text: str
    speaker: str
    kind: VoiceKind
    cue: str = ""
    via: str = ""


class DateMention(Struct, frozen=True, kw_only=True, array_like=True):
    """A date expression in a passage, resolved. `edtf` keeps its precision.

    `modifier` is the part of the period that the text names (*Ende August* → `end`).
    """

    passage: str
    start: int
    end: int
    text: str
    edtf: str
    modifier: Modifier = ""


class Event(Struct, frozen=True, kw_only=True, array_like=True):
    """Something dated: the sentence (verbatim, `start`/`end` in the passage) and its date.

    `gist` are its telling words, stemmed, by which the same is known in another article.
    """

    passage: str
    start: int
    end: int
    text: str
    date: str
    modifier: Modifier = ""
    place: str = ""
    gist: str = ""


class KeySentence(Struct, frozen=True, kw_only=True, array_like=True):
    """A sentence that stands for its article, or for what the article says on `topic`.

    Verbatim; `start`/`end` delimit `text` in the passage.
    """

    passage: str
    start: int
    end: int
    text: str
    topic: str = ""


class Named(Struct, frozen=True, kw_only=True, array_like=True):
    """A person, place or organisation of the editor's list or of the whole dossier.

    `lat` and `lon` are degrees north and east of a place, None where they are not known.
    """

    kind: MentionKind
    name: str
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None


class Mention(Struct, frozen=True, kw_only=True, array_like=True):
    """Somebody or something named in a passage; `text` is verbatim.

    `name` is the fullest form that the article has; `Register` knows what the dossier calls it.
    """

    passage: str
    start: int
    end: int
    text: str
    kind: MentionKind
    name: str


class Understanding(Struct, frozen=True, kw_only=True, array_like=True):
    """What the program found in one article. Computed and cached, never the editor's file.

    `search_words` is what readers may type for its words, see `understanding/searchwords.py`.
    """

    topics: tuple[TopicMatch, ...] = ()
    voices: tuple[Voice, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[DateMention, ...] = ()
    key_sentences: tuple[KeySentence, ...] = ()
    search_words: str = ""
    mentions: tuple[Mention, ...] = ()
