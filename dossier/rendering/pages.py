"""What all pages share: the chrome around them, tags, evidence."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import urls
from dossier.rendering.corpus import Corpus
from dossier.rendering.direction import direction
from dossier.rendering.nameplaces import NAME_PAGES
from dossier.rendering.namesaid import KnownNames, Said
from dossier.rendering.pieces import NOTHING, Chrome, EditionLink, Evidence, Html, Link, Tag
from dossier.rendering.rights import Shown
from dossier.rendering.searchdata import Names, filters, marks
from dossier.rendering.sheets import Sheet, hashed
from dossier.rendering.wording import Wording

_NAV = (
    ("nav_overview", ""),
    ("nav_topics", "topics/"),
    ("nav_chronology", "chronology/"),
    ("nav_voices", "voices/"),
    ("nav_articles", "articles/"),
    ("nav_sources", "sources/"),
)
Made = TypeVar("Made")
_NOTHING = KnownNames()
_TITLE = 34  # characters in an evidence line: with the paragraph, a line of a phone


class Neighbour(Struct, frozen=True, kw_only=True):
    """An edition as the others see it: its words, what its language calls itself, its folder."""

    wording: Wording
    name: str
    prefix: str

    @property
    def date_field(self) -> str:
        """Where the search index holds a date in the edition's words."""
        return f"date_{self.wording.lang}" if self.prefix else "date"


class Desk(Struct, frozen=True, kw_only=True):
    """A corpus and the words for it: what every function that makes a view needs.

    `prefix` is the folder of the edition, "" for the main one; `editions` are all of them, the main
    one first, and empty while there is but one.
    """

    corpus: Corpus
    wording: Wording
    tags: dict[str, Tag]
    prefix: str = ""
    editions: tuple[Neighbour, ...] = ()
    free_pages: tuple[Link, ...] = ()
    names: Names = field(default_factory=Names)
    said: Said = field(default_factory=Said)
    _ui: dict[str, str] = field(default_factory=dict)
    _evidence: dict[tuple[str, str], Evidence] = field(default_factory=dict)
    _nav: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    _around: list[bytes] = field(default_factory=list)

    def chrome(  # noqa: PLR0913 - what a head can hold
        self,
        kind: str,
        href: str,
        *,
        title: str = "",
        description: str = "",
        meta: tuple[tuple[str, str], ...] = (),
        linked: Html = NOTHING,
        image: str = "",
    ) -> Chrome:
        """Make what stands around the page at `href`; without `title` the dossier's own."""
        dossier = self.corpus.dossier
        full = dossier.title
        if title:
            full = self.wording.text("page_title", page=title, site=dossier.title)
        return Chrome(
            kind=kind,
            lang=self.wording.lang,
            direction=self.direction,
            title=full,
            description=description,
            site_title=dossier.title,
            root=urls.root_from(href),
            base=urls.root_from(self.prefix + href),
            href=href,
            editions=tuple(self._in(edition, href) for edition in self.editions),
            canonical=self.absolute(href) if dossier.base_url else "",
            nav=self.nav(href),
            pages=tuple(replace(one, current=one.href == href) for one in self.free_pages),
            ui=self._ui,
            generator=f"dossier {dossier.version}",
            has_search=dossier.has_search,
            meta=meta,
            linked=linked,
            linked_hash=policy_hash(linked) if linked else "",
            image=self._image(image),
            logo=dossier.look.logo_href,
        )

    def sheet(self, href: str, make: Callable[[], Made], *follows_from: object) -> Sheet[Made]:
        """Announce the page at `href`; it follows from these values and from what all pages show.

        Without any value it has to be made to know whether it changed.
        """
        key = hashed(self._shared_by_all(), href, follows_from).hex() if follows_from else ""
        return Sheet(urls.output_path(href), make, key, href)

    def digest(self, article: str) -> bytes:
        """Return a hash of all that a page can tell of an article, its names apart."""
        return self.corpus.digests[article]

    def digest_of_all(self, listed: Iterable[Shown]) -> bytes:
        """Return a hash of all that a page can tell of several articles, in their order."""
        digests = self.corpus.digests  # of one length: joined, they can be told apart
        return hashed(b"".join([digests[shown.article.id] for shown in listed]))

    def names_digest(self, article: str) -> bytes:
        """Return a hash of what else those are called whom an article names, and where they are."""
        return self.said.articles[article]

    def _shared_by_all(self) -> bytes:
        """Hash what `chrome`, `tags` and `wording` put onto pages."""
        if not self._around:
            dossier = self.corpus.dossier
            whole = (dossier.title, dossier.lang, dossier.base_url, dossier.version)
            own = (dossier.has_search, dossier.og_images, dossier.look, self.wording.strings)
            editions = [(one.wording.lang, one.name, one.prefix) for one in self.editions]
            links = (self.free_pages, self.names_nav(), list(self.tags.items()))
            self._around.append(hashed(whole, own, self.wording.lang, self.prefix, editions, links))
        return self._around[0]

    @property
    def direction(self) -> str:
        """Which way the interface's language is written: `ltr` or `rtl`."""
        return direction(self.wording.lang)

    def _image(self, path: str) -> str:
        """Return the address of a picture for shared links, the home page's without one."""
        dossier = self.corpus.dossier
        if not dossier.base_url or dossier.og_images == "none":
            return ""
        shared = path.startswith("share/articles/")  # drawn once: it says what the article says
        return self.shared(path) if shared else self.absolute(path or "share/home.png")

    def _in(self, edition: Neighbour, href: str) -> EditionLink:
        """Lead to the page at `href` in an edition."""
        place = edition.prefix + href
        way = urls.root_from(self.prefix + href).removeprefix("./") + place or "./"
        return EditionLink(
            lang=edition.wording.lang,
            name=edition.name,
            href=place,
            url=self.shared(place) if self.corpus.dossier.base_url else way,
            current=edition.prefix == self.prefix,
        )

    def foreign(self, lang: str) -> str:
        """Return `lang` if a text in it needs to say so here, else ""."""
        return "" if lang == self.wording.lang else lang

    @property
    def editor_lang(self) -> str:
        """The language in which the editor writes, as far as it is not said otherwise."""
        return self.editions[0].wording.lang if self.editions else self.wording.lang

    def date_fields(self) -> tuple[str, ...]:
        """Name the fields of the search index that hold an article's date, this edition's first.

        There is but one index, of the main edition's pages; it answers in all languages.
        """
        ordered = sorted(self.editions, key=lambda one: one.prefix != self.prefix)
        return tuple(one.date_field for one in ordered)

    def other_dates(self, date: str) -> tuple[tuple[str, str], ...]:
        """Write a date as the other editions than the main one do, with the field that holds it."""
        return tuple((one.date_field, one.wording.date(date).text) for one in self.editions[1:])

    def nav(self, href: str) -> tuple[Link, ...]:
        """Return the main navigation as seen from `href`: the same in all of a section."""
        section = href.partition("/")[0]
        if section not in self._nav:
            self._nav[section] = self._make_nav(href)
        return self._nav[section]

    def _make_nav(self, href: str) -> tuple[Link, ...]:
        names = [link.href for link in self.names_nav()]
        links = [Link(text=self.wording.text(key), href=target) for key, target in _NAV]
        if names:
            voices = next(place for place, (key, _) in enumerate(_NAV, 1) if key == "nav_voices")
            links.insert(voices, Link(text=self.wording.text("nav_names"), href=names[0]))
        return tuple(
            Link(text=link.text, href=link.href, current=_within(href, link.href, names))
            for link in links
        )

    def names_nav(self, href: str = "") -> tuple[Link, ...]:
        """Return the lists of people, places and organisations that hold anything."""
        return tuple(
            Link(
                text=self.wording.text(f"nav_{page.rstrip('/')}"),
                href=page,
                current=bool(href) and href.startswith(page),
            )
            for kind, page in NAME_PAGES.items()
            if self.corpus.named.get(kind)
        )

    def absolute(self, href: str) -> str:
        """Return the address of a page of this edition for use outside the site.

        Without a base URL it is only known from the site's root on.
        """
        return self.shared(self.prefix + href)

    def shared(self, path: str) -> str:
        """Return the address of what all editions share, in the same way."""
        base = self.corpus.dossier.base_url
        return f"{base.rstrip('/')}/{path}" if base else path or "./"

    def marks_of(self, shown: Shown) -> dict[str, tuple[str, ...]]:
        """Return the facets of each passage of an article, for the search."""
        topics = self.corpus.topics_of.within(shown.article.id)
        return marks(shown, lambda passage: topics.get(passage, ()), self.names)

    def filters_of(self, shown: Shown) -> Iterator[tuple[str, str]]:
        """Yield the facets of an article, for the search."""
        names = self.names.marks(self.corpus.index.articles[shown.article.id].names)
        return filters(shown, self.corpus.topics_in(shown), names)

    def tags_of(self, article: str, passage: str, *, but: str = "") -> tuple[Tag, ...]:
        """Return the topics of a passage as tags."""
        topics = self.corpus.topics_of.within(article).get(passage)
        return tuple([self.tags[topic] for topic in topics if topic != but]) if topics else ()

    def evidence(self, shown: Shown, passage: str) -> Evidence:
        """Say where a passage stands; without one, the article."""
        known = self._evidence.get((shown.article.id, passage))
        if known is None:
            known = self._evidence[shown.article.id, passage] = self._make_evidence(shown, passage)
        return known

    def _make_evidence(self, shown: Shown, passage: str) -> Evidence:
        article = shown.article
        number = shown.number(passage) if passage else None
        return Evidence(
            title=shortened(article.title, _TITLE),
            href=urls.article_href(article.id, passage if number else ""),
            paragraph=self.wording.text("paragraph", n=str(number)) if number else "",
            date=self.wording.date(article.date),
            source=article.source.name,
            also=self.also(shown, passage) if number else (),
            lang=self.foreign(article.lang),
        )

    def also(self, shown: Shown, passage: str = "") -> tuple[Link, ...]:
        """Link to the other outlets that print a passage, or without one, the article."""
        if shown.article.id not in self.corpus.wire.group_of:
            return ()
        links = []
        for article, place in self.corpus.wire.also(shown.article.id, passage):
            other = self.corpus.shown[article].article
            name = other.source.name
            text = other.title if name in ("", shown.article.source.name) else name
            links.append(Link(text=text, href=urls.article_href(article, place)))
        return tuple(links)

    def counts(self, *pairs: tuple[str, int]) -> str:
        """Write several counts in one line: "5 passages · 1 article"."""
        return self.wording.text("counts_separator").join(
            self.wording.count(key, number) for key, number in pairs
        )


def policy_hash(block: str) -> str:
    """Return how a Content-Security-Policy names an inline block.

    Browsers let data pass anyhow; checkers take it for a script.
    """
    digest = hashlib.sha256(block.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def shortened(text: str, length: int) -> str:
    """Return a text of no more than `length` characters, cut at a word."""
    if len(text) <= length:
        return text
    cut = text[: length - 1].rpartition(" ")[0].rstrip(" ,;:–-")
    return f"{cut or text[: length - 2]} …"


def _within(href: str, section: str, names: Sequence[str]) -> bool:
    """Whether a page belongs to a section; the lists of names are one."""
    if section in names:
        return any(href.startswith(page) for page in names)
    return href == section or bool(section and href.startswith(section))
