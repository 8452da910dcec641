"""The pieces that views consist of: links, tags, evidence, items of lists.

`href`s are relative to the site's root, without a leading slash; templates put `chrome.root`
before them. Only `url`s lead elsewhere. Fields that end in `html` are safe markup, all others
plain text.
"""

from __future__ import annotations

from typing import TypeAlias

from markupsafe import Markup
from msgspec import Struct

Html: TypeAlias = Markup
NOTHING = Html()


class Link(Struct, frozen=True, kw_only=True):
    """A link within the site; `current` marks the page itself, `count` is "" or a number.

    `lang` is the text's language where that is not the page's.
    """

    text: str
    href: str
    current: bool = False
    count: str = ""
    lang: str = ""


class EditionLink(Struct, frozen=True, kw_only=True):
    """The same page in a language; `href` is put after `chrome.base`, `url` for search engines."""

    lang: str
    name: str
    href: str
    url: str
    current: bool


class Chrome(Struct, frozen=True, kw_only=True):
    """What stands around every page. `root` leads from the page to the root of its edition.

    `base` leads to what all editions share: style sheets, data, the search index. With one language
    that is the same. `editions` is the page in each language, the main one first, if there are
    several. `pages` are the editor's free pages, for the footer.
    `ui` holds the interface's strings by key (`templates/i18n/<lang>.toml`). `canonical` and
    `feed_url` are absolute or "". `kind` names the layout.
    `meta` are names and contents for reference managers, `linked` JSON-LD for search engines;
    `linked_hash` names it in the security policy.
    `image` is the absolute address of the picture for shared links, `logo` a file of the site; ""
    for none.
    """

    kind: str
    lang: str
    direction: str
    title: str
    description: str
    site_title: str
    root: str
    href: str
    canonical: str
    nav: tuple[Link, ...]
    ui: dict[str, str]
    generator: str
    has_search: bool = True
    meta: tuple[tuple[str, str], ...] = ()
    linked: Html = NOTHING
    linked_hash: str = ""
    image: str = ""
    logo: str = ""
    base: str = ""
    editions: tuple[EditionLink, ...] = ()
    pages: tuple[Link, ...] = ()


class DateText(Struct, frozen=True, kw_only=True):
    """A date for readers, and for machines as far as HTML can say it ("" when it cannot)."""

    text: str
    machine: str = ""


class Tag(Struct, frozen=True, kw_only=True):
    """A topic as a small link; `hue` is the class that gives it its colour."""

    id: str
    title: str
    href: str
    hue: str


class Evidence(Struct, frozen=True, kw_only=True):
    """Where something stands: article, paragraph, date, source; `href` leads to the paragraph.

    `title` is cut at a word where it is long. `also` names the other outlets that print the same.
    `lang` is the title's language where that is not the page's.
    """

    title: str
    href: str
    paragraph: str
    date: DateText
    source: str = ""
    also: tuple[Link, ...] = ()
    lang: str = ""


class Fact(Struct, frozen=True, kw_only=True):
    """A row of a definition list; `url` is an outside link, "" for none."""

    label: str
    value: str
    machine_date: str = ""
    url: str = ""
    href: str = ""


class Bar(Struct, frozen=True, kw_only=True):
    """One bar of a spark, in the units of its view box."""

    x: int
    y: int
    width: int
    height: int


class Spark(Struct, frozen=True, kw_only=True):
    """Passages over time as bars; `label` says it in words."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    label: str


class KeyItem(Struct, frozen=True, kw_only=True):
    """A sentence that stands for what an article says, verbatim. `lang` is the article's."""

    text: str
    lang: str
    evidence: Evidence


class TopicCard(Struct, frozen=True, kw_only=True):
    """A topic on the home page and in the list of topics. `counts`: "5 passages · 1 article".

    `sentence` is verbatim from the newest article on it, None if nothing stands for it.
    """

    title: str
    href: str
    hue: str
    description: str
    counts: str
    spark: Spark | None
    sentence: KeyItem | None


class ArticleItem(Struct, frozen=True, kw_only=True):
    """An article in a list. `lang` is the article's own language.

    `also` names the other outlets that print the same report.
    """

    title: str
    href: str
    lang: str
    date: DateText
    source: str
    counts: str
    tags: tuple[Tag, ...]
    also: tuple[Link, ...] = ()


class EventItem(Struct, frozen=True, kw_only=True):
    """Something dated: a verbatim sentence of an article. `hue` "" when it has no topic.

    `place` is where it happened, "" if the sentence does not say so.
    """

    id: str
    date: DateText
    place: str
    text: str
    lang: str
    hue: str
    tags: tuple[Tag, ...]
    evidence: Evidence


class VoiceItem(Struct, frozen=True, kw_only=True):
    """A statement. `quoted` says that it is verbatim; `speaker` is "" when unknown.

    `via` says at second hand from whom: "laut Tass".
    """

    id: str
    text: str
    quoted: bool
    lang: str
    speaker: str
    via: str
    kind: str
    tags: tuple[Tag, ...]
    evidence: Evidence


class PassageItem(Struct, frozen=True, kw_only=True):
    """A passage on a topic page; or, with nothing but `html`, what an editor wrote in between.

    `id` is its anchor, `also` the other topics it is in. `edited`: an editor reworded it, so
    that it differs from the article's text.
    """

    id: str = ""
    html: Html
    lang: str = ""
    evidence: Evidence | None = None
    why: tuple[str, ...] = ()
    also: tuple[Tag, ...] = ()
    edited: bool = False


class ArticleGroup(Struct, frozen=True, kw_only=True):
    """The passages of one article on a topic page, in the editor's order.

    `title` and `href` are "" for what stands before the first article. `reference` cites the
    article, for the numbered list that is printed. `lang` is the title's where not the page's.
    """

    title: str
    href: str
    date: DateText | None
    items: tuple[PassageItem, ...]
    reference: str = ""
    lang: str = ""


class AsideList(Struct, frozen=True, kw_only=True):
    """A short list beside the text."""

    title: str
    items: tuple[Link, ...]


class BlockItem(Struct, frozen=True, kw_only=True):
    """A block of an article as it is shown. `number` counts its passages ("" for others).

    `repeated`: another article of the site tells it first, so that the search leaves it out.
    `marks` are its facets for the search, as `topic.summit`.
    """

    id: str
    type: str
    html: Html
    credit: str
    number: str
    level: int
    tags: tuple[Tag, ...]
    repeated: bool = False
    marks: tuple[str, ...] = ()


class EventGroup(Struct, frozen=True, kw_only=True):
    """The events of one year; `id` is its anchor."""

    id: str
    title: str
    events: tuple[EventItem, ...]


class VoiceGroup(Struct, frozen=True, kw_only=True):
    """What one speaker said; `speaker` is the text for an unknown one where nobody is named."""

    id: str
    speaker: str
    count: str
    voices: tuple[VoiceItem, ...]
