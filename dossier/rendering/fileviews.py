"""Views of files that are no pages: feeds, the sitemap, the topics' colours, shared pictures."""

from __future__ import annotations

from msgspec import Struct


class FeedEntry(Struct, frozen=True, kw_only=True):
    """An article in a feed; `published` is "" unless its day is known, `date` as precise as known.

    `published` and `updated` are moments as in RFC 3339; `feeds` says of what. `lang` is "" where
    it is the feed's.
    """

    id: str
    title: str
    url: str
    published: str
    updated: str
    date: str
    text: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    lang: str = ""


class FeedView(Struct, frozen=True, kw_only=True):
    """`/feed.xml` and `/topics/<id>/feed.xml`, Atom (RFC 4287)."""

    id: str
    title: str
    author: str
    description: str
    lang: str
    url: str
    self_url: str
    updated: str
    entries: tuple[FeedEntry, ...]


class SitemapView(Struct, frozen=True, kw_only=True):
    """`/sitemap.xml` and `/robots.txt`; both empty of addresses without a base URL.

    `hrefs` are the same in every edition; `editions` are their languages and whole addresses, the
    main one first.
    """

    hrefs: tuple[str, ...]
    sitemap_url: str
    editions: tuple[tuple[str, str], ...] = ()


class Hue(Struct, frozen=True, kw_only=True):
    """A topic's colour in both schemes, each readable on the paper of its scheme."""

    name: str
    light: str
    dark: str


class Variable(Struct, frozen=True, kw_only=True):
    """A variable of the style sheet; `dark` is "" where both schemes share it."""

    name: str
    light: str
    dark: str


class HuesView(Struct, frozen=True, kw_only=True):
    """`/assets/hues.css`: a class for each topic, and the look that the editor chose."""

    hues: tuple[Hue, ...]
    variables: tuple[Variable, ...] = ()


class ShareCard(Struct, frozen=True, kw_only=True):
    """The picture of a page that is shared; `colour` is `#rrggbb`."""

    kicker: str
    title: str
    site: str
    colour: str
