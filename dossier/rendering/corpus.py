"""What a site is made from, cut down to what may be shown, with the look-ups that pages need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import blocks, edtf, urls
from dossier.config import OgImages
from dossier.model import (
    Article,
    Block,
    Copies,
    FreePage,
    MentionKind,
    PageItem,
    PassageKey,
    PassageState,
    Register,
    Rights,
    Topic,
    TopicPage,
    Understanding,
)
from dossier.rendering import rights as rights_of
from dossier.rendering.copies import Wire, told_once, wire
from dossier.rendering.digests import digests
from dossier.rendering.look import Look
from dossier.rendering.named import Appearances, ranked
from dossier.rendering.nameindex import Index, Told, index
from dossier.rendering.occurrences import Occurrence, occurrences
from dossier.rendering.rights import Shown

_SPEAKER = ("voices", "speaker")  # of an amendment


class Dossier(Struct, frozen=True, kw_only=True):
    """Everything that the site is a function of, the theme apart.

    `introductions` are by topic; `source_rights` by name and by domain of a source,
    `source_names` by domain. `method` is the
    theme's own text for the method page, in Markdown, and `method_lang` its language if that is not
    `lang`; `outlines` is the theme's file of the world's land.
    `published` is the record of the last publication (`novelties`), None if there is none.
    `keys` are hashes of articles with what was found in them, by id, where they are known.
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
    method_lang: str = ""


class Placed(Struct, frozen=True, kw_only=True):
    """An item of a topic's page with its article, `passage` the id that it has there today.

    `passage` is "" when the article no longer holds anything like it.
    """

    item: PageItem
    year: str
    path: str
    shown: Shown | None = None
    passage: str = ""
    markdown: str = ""
    state: PassageState = "assigned"


class Corpus(Struct, frozen=True, kw_only=True):
    """The dossier as far as it may be shown. `shown` is oldest first.

    `placed` holds all that stands on a topic's pages, in their order; `passages` the passages
    among it. `index` says who is named where, `named` the same by kind, the most often named
    first. `events` is what happened, oldest first, each once. `digests` says
    of each article in a hash what pages can tell of it.
    """

    dossier: Dossier
    shown: dict[str, Shown]
    placed: dict[str, tuple[Placed, ...]]
    passages: dict[str, tuple[Placed, ...]]
    topics_of: dict[PassageKey, tuple[str, ...]]
    wire: Wire
    named: dict[MentionKind, tuple[Appearances, ...]]
    index: Index
    events: tuple[Occurrence, ...]
    digests: dict[str, bytes]

    @property
    def newest(self) -> str:
        """The date of the newest article, the dossier's today; "" if none is dated."""
        dates = (one.article.date for one in self.shown.values() if one.article.date)
        return max(dates, key=edtf.sort_key, default="")

    def past(self) -> tuple[Occurrence, ...]:
        """Return the events that do not lie after the newest article; all, if all of them do."""
        today = edtf.parse(self.newest)
        if today is None:
            return self.events
        spans = ((one, edtf.parse(one.told.event.date)) for one in self.events)
        past = tuple(one for one, span in spans if span is None or span.first <= today.last)
        return past or self.events

    def topics_in(self, shown: Shown) -> tuple[str, ...]:
        """Return the topics of an article's passages, each once."""
        article, topics = shown.article.id, self.topics_of
        found = [topics[key] for one in shown.numbers if (key := (article, one)) in topics]
        return tuple(dict.fromkeys(topic for held in found for topic in held))

    def passages_in(self, topic: str) -> tuple[Placed, ...]:
        """Return the passages of a topic, in the order of its pages."""
        return self.passages.get(topic, ())


def corpus(dossier: Dossier, known: Index | None = None) -> Corpus:
    """Apply the rights, then resolve what the topic pages refer to.

    `known` is the index of names of the last build: it saves time, and changes nothing.
    """
    shown = _shown(dossier)
    groups = wire(dossier.copies, shown)
    shown = told_once(groups, shown)
    placed: dict[str, tuple[Placed, ...]] = {}
    for topic in dossier.topics:
        pages = sorted(
            (page for page in dossier.topic_pages if page.topic == topic.id),
            key=lambda page: page.year,
        )
        standing = [one for page in pages for one in _place(page, shown)]
        placed[topic.id] = tuple(_once(standing, groups))
    topics_of = _topics_of(dossier.topics, placed, groups)
    hashes = digests(shown, topics_of, groups, dossier.keys)
    topics = tuple(topic.id for topic in dossier.topics)
    names = index(Told(shown, hashes, dossier.register, topics, topics_of), known)
    return Corpus(
        dossier=dossier,
        shown=shown,
        placed=placed,
        passages={
            topic: tuple(one for one in items if one.item.kind == "passage")
            for topic, items in placed.items()
        },
        topics_of=topics_of,
        wire=groups,
        named=ranked(names.names.values()),
        index=names,
        events=tuple(occurrences(shown.values())),
        digests=hashes,
    )


def _shown(dossier: Dossier) -> dict[str, Shown]:
    """Return what may be shown of each article, oldest first."""
    ordered = sorted(dossier.articles, key=lambda one: (edtf.sort_key(one.date), one.id))
    shown: dict[str, Shown] = {}
    for one in ordered:
        article = _with_outlet(one, dossier.source_names)
        allowed = rights_of.allowed(article, dossier.source_rights, dossier.rights)
        found = _with_speakers(dossier.found.get(article.id, Understanding()), article, dossier)
        cut = rights_of.shown(article, found, allowed, dossier.excerpt_chars)
        if cut:
            shown[article.id] = cut
    return shown


def _with_speakers(found: Understanding, article: Article, dossier: Dossier) -> Understanding:
    """Call those who speak what the dossier calls them, except whom an editor named."""
    called = {one.speaker: dossier.register.person(one.speaker) for one in found.voices}
    for one in article.amendments:
        called |= {name: name for key, name in one.values if (one.kind, key) == _SPEAKER}
    if all(name == other for name, other in called.items()):
        return found
    return replace(
        found, voices=tuple(replace(one, speaker=called[one.speaker]) for one in found.voices)
    )


def _with_outlet(article: Article, names: Mapping[str, str]) -> Article:
    """Name an article's source by its address where it is not named itself.

    That is the outlet that the editor put down for the domain, else the domain.
    """
    source = article.source
    known = () if source.name else urls.domains(source.url)
    if not known:
        return article
    name = next((names[one] for one in known if one in names), known[0].removeprefix("www."))
    return replace(article, source=replace(source, name=name))


def _topics_of(
    topics: Iterable[Topic], placed: Mapping[str, tuple[Placed, ...]], groups: Wire
) -> dict[PassageKey, tuple[str, ...]]:
    """Return the topics of each passage; what tells the same as it is in them too."""
    found: dict[PassageKey, list[str]] = {}
    for topic in topics:
        for one in placed[topic.id]:
            own = (one.item.article, one.passage)
            for key in (own, *groups.also(*own)):
                ids = found.setdefault(key, [])
                if key[1] and topic.id not in ids:
                    ids.append(topic.id)
    return {key: tuple(ids) for key, ids in found.items() if ids}


def _once(items: Sequence[Placed], groups: Wire) -> Iterable[Placed]:
    """Leave out what a copy proposed and another article of its group tells in the topic too.

    What an editor reworded or added stays; a heading goes with the last of its passages.
    """
    chosen: dict[PassageKey, tuple[bool, int, str]] = {}
    for one in items:
        first = groups.first.get((one.item.article, one.passage))
        if first:
            article = one.item.article
            value = (one.state == "assigned", groups.rank(article), article)
            chosen[first] = min(value, chosen.get(first, value))
    if not chosen:
        return items
    kept: list[Placed] = []
    emptied: set[tuple[str, str]] = set()
    full: set[tuple[str, str]] = set()
    for one in items:
        first = groups.first.get((one.item.article, one.passage))
        place = (one.path, one.item.article)
        if first and one.state == "assigned" and chosen[first][2] != one.item.article:
            emptied.add(place)
            continue
        if one.item.kind == "passage":
            full.add(place)
        kept.append(one)
    emptied -= full
    return [
        one
        for one in kept
        if one.item.kind != "heading" or (one.path, one.item.article) not in emptied
    ]


def _place(page: TopicPage, shown: Mapping[str, Shown]) -> Iterable[Placed]:
    """Yield the items of a page that may be shown; evidence without its article may not."""
    for item in page.items:
        found = shown.get(item.article)
        if item.kind == "passage":
            if found and item.markdown:
                yield from _place_passage(page, item, found)
        elif found or not item.article:
            hashes = "## " if item.kind == "heading" and not item.article else ""
            yield Placed(
                item=item,
                year=page.year,
                path=page.path,
                shown=found,
                markdown=hashes + item.markdown,
            )


def _place_passage(page: TopicPage, item: PageItem, found: Shown) -> Iterable[Placed]:
    block = _block_today(item, found.article)
    passage = block.id if block else ""
    if found.rights != "full" and passage not in found.numbers:
        return
    markdown, state = item.markdown, _state(item, block)
    if block and found.rights != "full":
        markdown = block.markdown  # the article's own words, cut where the excerpt ends
        state = "assigned" if item.score else "editor"
        item = replace(item, why=tuple(word for word in item.why if word in block.text))
    yield Placed(
        item=item,
        year=page.year,
        path=page.path,
        shown=found,
        passage=passage,
        markdown=markdown,
        state=state,
    )


def _state(item: PageItem, block: Block | None) -> PassageState:
    if block is None:
        return "orphan"
    if item.markdown != block.markdown:
        texts = [part.text for part in blocks.parse(item.markdown)]
        if texts != [block.text]:  # other line breaks or bullets are no edit
            return "edited"
    return "assigned" if item.score else "editor"


def passage_today(item: PageItem, article: Article) -> str:
    """Return the id of the article's passage that `item` rests on, "" if there is none.

    When the article's wording was changed, that is the passage most like the item's text.
    """
    block = _block_today(item, article)
    return block.id if block else ""


def _block_today(item: PageItem, article: Article) -> Block | None:
    for block in article.blocks:
        if block.id == item.passage:
            return block
    text = blocks.plain(item.markdown)
    likeness, passage = max(
        ((blocks.likeness(text, block.text), block.id) for block in article.passages),
        default=(0.0, ""),
    )
    if likeness <= blocks.SAME:
        return None
    return next(block for block in article.blocks if block.id == passage)
