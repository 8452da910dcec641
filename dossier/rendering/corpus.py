"""What a site is made from, cut down to what may be shown, with the look-ups that pages need."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from operator import attrgetter

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import edtf, urls
from dossier.found import MentionKind, Understanding
from dossier.model import Article, Copies, FreePage, Register, Rights, Topic, TopicPage
from dossier.rendering import rights as rights_of
from dossier.rendering.copies import Wire, told_once, wire
from dossier.rendering.digests import digests
from dossier.rendering.intopics import InTopics, topics_in
from dossier.rendering.look import Look
from dossier.rendering.named import Appearances, by_kind
from dossier.rendering.nameindex import Index, Told, index
from dossier.rendering.occurrences import Occurrence, marks, occurrences
from dossier.rendering.placed import Standing, once, place
from dossier.rendering.rights import Shown
from dossier.rendering.sheets import Kept, hashed, nothing_kept
from dossier.settings import OgImages
from dossier.sketch import Brief, brief

_NOTHING = Understanding()
_SPEAKER = ("voices", "speaker")  # of an amendment


class Dossier(Struct, frozen=True, kw_only=True):
    """Everything that the site is a function of, the theme apart.

    `introductions` are by topic; `source_rights` by name and by domain of a source,
    `source_names` by domain. `method` is the
    theme's own text for the method page, in Markdown, and `method_lang` its language if that is not
    `lang`; `outlines` is the theme's file of the world's land.
    `published` is the record of the last publication (`novelties`), None if there is none.
    `sketches` say in brief what was found in articles, `keys` are hashes of articles with what was
    found in them, by id, `page_keys` those of topic pages, by path, where they are known.
    """

    title: str
    standfirst: str
    lang: str
    base_url: str
    version: str
    engine: str
    topics: tuple[Topic, ...]
    articles: tuple[Article, ...]
    found: Mapping[str, Understanding]
    sketches: Mapping[str, Brief] = field(default_factory=dict)
    topic_pages: tuple[TopicPage, ...]
    introductions: Mapping[str, FreePage]
    pages: tuple[FreePage, ...]
    method: str
    rights: Rights = "full"
    source_rights: Mapping[str, Rights]
    source_names: Mapping[str, str] = field(default_factory=dict)
    excerpt_chars: int = 300
    has_search: bool = True
    copies: Copies = field(default_factory=Copies)
    register: Register = field(default_factory=Register)
    outlines: str = ""
    og_images: OgImages = "none"
    look: Look = field(default_factory=Look)
    published: Mapping[str, str] | None = None
    keys: Mapping[str, bytes] = field(default_factory=dict)
    page_keys: Mapping[str, bytes] = field(default_factory=dict)
    method_lang: str = ""


class Corpus(Struct, frozen=True, kw_only=True, dict=True):
    """The dossier as far as it may be shown. `shown` is oldest first.

    `placed` holds all that stands on a topic's pages, in their order. `index` says who is named
    where, `named` the same by kind, the most often named first. `events` is what happened,
    oldest first, each once. `digests` says of each article in a hash what pages can tell of it.
    """

    dossier: Dossier
    shown: dict[str, Shown]
    placed: dict[str, tuple[Standing, ...]]
    topics_of: InTopics
    wire: Wire
    named: dict[MentionKind, tuple[Appearances, ...]]
    index: Index
    events: tuple[Occurrence, ...]
    digests: dict[str, bytes]

    @cached_property
    def passages(self) -> Mapping[str, int]:
        """The number of passages of each article that are shown."""
        return {name: noted.passages for name, noted in self.index.articles.items()}

    @cached_property
    def event_marks(self) -> Sequence[bytes]:
        """For each event bytes that stand for all that pages and files tell of it."""
        return marks(self.events, self.digests, self.dossier.register)

    @property
    def newest(self) -> str:
        """The date of the newest article, the dossier's today; "" if none is dated."""
        dates = dict.fromkeys([one.article.date for one in self.shown.values()])
        dates.pop("", None)
        return max(dates, key=edtf.sort_key, default="")

    def past(self) -> tuple[Occurrence, ...]:
        """Return the events that do not lie after the newest article; all, if all of them do."""
        today = edtf.parse(self.newest)
        if today is None:
            return self.events
        spans = {date: edtf.parse(date) for date in {one.told.brief.date for one in self.events}}
        ahead = {date for date, span in spans.items() if span and span.first > today.last}
        past = tuple([one for one in self.events if one.told.brief.date not in ahead])
        return past or self.events

    def latest(self, number: int) -> list[Occurrence]:
        """Return the last of `past`, the newest first."""
        today = edtf.parse(self.newest)
        newest = reversed(self.events)
        if today:
            days = ((one, edtf.parse(one.told.brief.date)) for one in newest)
            past = (one for one, span in days if span is None or span.first <= today.last)
            found = list(islice(past, number))
            if found:
                return found
        return list(self.events[: -number - 1 : -1])

    def topics_in(self, shown: Shown) -> tuple[str, ...]:
        """Return the topics of an article's passages, each once."""
        return topics_in(shown, self.topics_of)

    def passages_in(self, topic: str) -> list[Standing]:
        """Return where passages stand in a topic, in the order of its pages."""
        return [one for one in self.placed.get(topic, ()) if one.passages]


def corpus(dossier: Dossier, kept: Kept = nothing_kept, known: Index | None = None) -> Corpus:
    """Apply the rights, then resolve what the topic pages refer to.

    `kept` has results of the last build, `known` its index of names: they save time, and change
    nothing.
    """
    shown, whole = _shown(dossier)
    groups = wire(dossier.copies, shown)
    shown = told_once(groups, shown)
    placed = _placed(dossier, shown, whole, groups, kept)
    topics = InTopics(placed, groups)
    hashes = digests(shown, topics, groups, whole)
    ids = tuple(topic.id for topic in dossier.topics)
    names = index(Told(shown, hashes, dossier.register, ids, topics), known)
    return Corpus(
        dossier=dossier,
        shown=shown,
        placed=placed,
        topics_of=topics,
        wire=groups,
        named=by_kind(names.names.values()),
        index=names,
        events=tuple(occurrences(shown.values(), kept)),
        digests=hashes,
    )


def _shown(dossier: Dossier) -> tuple[dict[str, Shown], dict[str, bytes]]:
    """Return the articles that may be shown, oldest first.

    Besides, return hashes of those that are shown as their files have them, speakers' names apart.
    """
    told = {one.id: _told(dossier, one.id) for one in dossier.articles}
    others = _called_otherwise(dossier.register, told.values())
    concerned = _who_hear(others, told) if others else frozenset()
    shown: dict[str, Shown] = {}
    whole: dict[str, bytes] = {}
    for one in _by_date(dossier.articles):
        name = one.id
        article = _with_outlet(one, dossier.source_names)
        allowed = rights_of.allowed(article, dossier.source_rights, dossier.rights)
        called = _but_named(others, told[name], one) if name in concerned else None
        held = dossier.found if name in dossier.sketches else _found(dossier, name)
        limit = dossier.excerpt_chars
        cut = rights_of.shown(article, held, allowed, limit, told[name], called)
        if cut:
            shown[name] = cut
            key = dossier.keys.get(name) if article is one and allowed == "full" else None
            if key:
                whole[name] = hashed(key, called) if called else key
    return shown, whole


def _by_date(articles: Iterable[Article]) -> list[Article]:
    """Put articles in order; nearly all have the date of the one before them."""
    days = {date: edtf.sort_key(date) for date in {one.date for one in articles}}
    return sorted(sorted(articles, key=attrgetter("id")), key=lambda one: days[one.date])


def _found(dossier: Dossier, article: str) -> Understanding:
    return dossier.found.get(article, _NOTHING)


def _told(dossier: Dossier, article: str) -> Brief:
    """Return in brief what was found in an article, as far as possible without reading it."""
    return dossier.sketches.get(article) or brief(_found(dossier, article))


def _called_otherwise(register: Register, told: Iterable[Brief]) -> dict[str, str]:
    """Return what speakers are called whom the dossier calls otherwise than articles do."""
    written = {name for kind, name in register.of if kind == "person"}
    written |= {name for (_, name), one in register.names.items() if name != one.name}
    speakers = {voice.speaker for one in told for voice in one.voices}
    concerned = [name for name in speakers if name in written or name.isupper()]
    return {name: called for name in concerned if (called := register.person(name)) != name}


def _who_hear(speakers: Container[str], told: Mapping[str, Brief]) -> frozenset[str]:
    """Return the articles in which one of these has a voice."""
    return frozenset(
        [name for name, one in told.items() for voice in one.voices if voice.speaker in speakers]
    )


def _but_named(called: Mapping[str, str], told: Brief, article: Article) -> dict[str, str]:
    """Return what those are called whom the dossier calls otherwise, unless an editor named."""
    others = {one.speaker: called[one.speaker] for one in told.voices if one.speaker in called}
    for one in article.amendments:
        for key, name in one.values:
            if (one.kind, key) == _SPEAKER:
                others.pop(name, None)
    return others


def _placed(
    dossier: Dossier,
    shown: Mapping[str, Shown],
    whole: Mapping[str, bytes],
    groups: Wire,
    kept: Kept,
) -> dict[str, tuple[Standing, ...]]:
    """Return what stands on the pages of each topic, year by year."""
    keys = dossier.page_keys
    placed: dict[str, tuple[Standing, ...]] = {}
    for topic in dossier.topics:
        pages = sorted(
            (page for page in dossier.topic_pages if page.topic == topic.id),
            key=lambda page: page.year,
        )
        standing = [
            one
            for page in pages
            for one in place(page, shown, whole, keys.get(page.path, b""), kept)
        ]
        placed[topic.id] = tuple(once(standing, groups))
    return placed


def _with_outlet(article: Article, names: Mapping[str, str]) -> Article:
    """Name an article's source by its address where it is not named itself.

    That is the outlet that the editor put down for the domain, else the domain.
    """
    source = article.source
    known = urls.domains(source.url) if source.url and not source.name else ()
    if not known:
        return article
    name = next((names[one] for one in known if one in names), known[0].removeprefix("www."))
    return replace(article, source=replace(source, name=name))
