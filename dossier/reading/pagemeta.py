"""What a page says of its article: JSON-LD first, then `<meta>`, then what can be seen."""

from __future__ import annotations

import logging
import re
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from dossier import edtf
from dossier.blocks import normal
from dossier.reading import metadata
from dossier.reading.dates import to_edtf, to_moment
from dossier.reading.jsonld import Stated
from dossier.reading.page import Element

_log = logging.getLogger(__name__)
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished"),
    *("article:published", "published_time", "date", "dc.date.issued", "dcterms.created"),
    *("dcterms.date", "dc.date", "dc.date.created", "dcterms.issued", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "date_published", "sailthru.date", "parsely-pub-date"),
    *(
        "cxenseparse:recs:publishtime",
        "citation_publication_date",
        "citation_date",
        "last-published",
    ),
    *(
        "article.published",
        "datecreated",
        "created",
        "creation_date",
        "displaydate",
        "rnews:datepublished",
    ),
)
_MODIFIED = (
    *("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod"),
    *(
        "dcterms.modified",
        "dc.date.modified",
        "og:modified_time",
        "article:modified",
        "date_modified",
    ),
)
_AUTHOR = (
    *("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl"),
    *(
        "sailthru.author",
        "citation_author",
        "og:article:author",
        "article.author",
        "cxenseparse:author",
    ),
)
_LANGUAGE = ("content-language", "dc.language", "dcterms.language", "language", "og:locale")
_DESCRIPTION = ("og:description", "description", "twitter:description", "dc.description")
_LICENCE = ("license", "licence", "dc.rights", "dcterms.license", "dcterms.rights")
_NO_PERSON = re.compile(
    r"https?:|www\.|@|^\s*(?:admin|redaktion|autor|author|administrator|staff|null|none|unknown)\s*$"
    r"|\.(?:com|net|org)\b|\d|\b(?:said|on|am|um)\b",
    re.IGNORECASE,
)
_DAY_OF_PUBLICATION = re.compile(r"publish|pubdate|entry-date|date-created", re.IGNORECASE)
_BYLINE_PLACE = re.compile(r"byline|meta|posted|post-?info|entry-info|submitted", re.IGNORECASE)
_BYLINE = re.compile(
    r"\b(?:[Bb]y|[Vv]on)\s+([\w.'’-]+(?:\s+[\w.'’-]+){0,3}?)(?=\s*(?:$|[|,·•–]|\s(?:on|am|at|um)\s))"
)
_LONGEST_BYLINE = 160  # characters
_MOST_AUTHORS = 4
_MOST_WORDS = 6  # of a name, titles and particles included
_NO_LICENCE = re.compile(r"©|\(c\)|copyright|rights? reserved|vorbehalten", re.IGNORECASE)
_LICENCE_URL = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/", re.IGNORECASE)


class PageMeta:
    """The `<meta>`, `<link>` and `<html>` values of a page, by lower-case name."""

    def __init__(self, tree: Element, *, url: str = "") -> None:
        self._tree = tree
        self._url = url
        self._values: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            name = name or element.get("http-equiv")
            content = normal(element.get("content") or "")
            if name and content:
                self._values.setdefault(name.strip().lower(), []).append(content)

    def first(self, *names: str) -> str:
        """Return the first value of the first name that has one."""
        return next((self._values[name][0] for name in names if name in self._values), "")

    def every(self, *names: str) -> list[str]:
        """Return all values of the first name that has any."""
        return next((self._values[name] for name in names if name in self._values), [])

    def published(self, stated: Stated) -> str:
        """Return the date of publication as EDTF, "" if the page does not state it."""
        values = [stated.published, *(self.first(name) for name in _PUBLISHED)]
        dates = (date for value in values if (date := _date(value)))
        return next(dates, "") or self._visible_date()

    def modified(self, stated: Stated) -> str:
        """Return the last change as EDTF, with its time; "" if there was none or none is stated."""
        published = to_moment(stated.published or self.first(*_PUBLISHED))
        values = [stated.modified, *(self.first(name) for name in _MODIFIED)]
        found = next((to_moment(value) for value in values if _date(value)), "")
        return found if _is_later(found, published) else ""

    def authors(self, stated: Stated) -> tuple[str, ...]:
        """Return the people who wrote the article, as stated; no outlets, no addresses."""
        outlet = self.outlet(stated).casefold()
        named = [metadata.people(list(stated.authors)), metadata.people(self.every(*_AUTHOR))]
        for names in named:
            found = tuple(name for name in names if _is_person(name, outlet))
            if found:
                return found
        for bylines in (self._bylines, self._visible_bylines):
            named.append(metadata.people(bylines()))
            found = tuple(name for name in named[-1] if _is_person(name, outlet))
            if found:
                return found
        # an outlet that states itself as the author is better than nobody
        return next((names for names in named if names and not _NO_PERSON.search(names[0])), ())

    def outlet(self, stated: Stated) -> str:
        """Return the name of the outlet."""
        site = self.first("og:site_name", "application-name", "apple-mobile-web-app-title")
        name = site or stated.outlet or self.first("dc.publisher", "publisher", "twitter:site")
        return name.lstrip("@")

    def address(self, stated: Stated) -> str:
        """Return the canonical address, absolute; "" if there is none."""
        links = [
            link.get("href") or "" for link in self._tree.iter("link") if _is(link, "canonical")
        ]
        base = self._url or next(iter(self._values.get("og:url", [])), "")
        for value in (*links, self.first("og:url"), stated.url, self._url):
            try:
                address = urljoin(base, value.strip()) if value else ""
                path = urlsplit(address).path
            except ValueError:
                continue
            if metadata.web_address(address) and (path.strip("/") or value == self._url):
                return address
        return ""

    def language(self, stated: Stated) -> str:
        """Return the language code that the page states."""
        root = self._tree.getroottree().getroot()
        values = (root.get("lang"), root.get("xml:lang"), stated.language, self.first(*_LANGUAGE))
        return next((code for value in values if (code := metadata.language(value or ""))), "")

    def description(self, stated: Stated) -> str:
        """Return the standfirst that the page states."""
        return self.first(*_DESCRIPTION) or stated.description

    def licence(self, stated: Stated) -> str:
        """Return the licence, as an address where there is one."""
        links = list(self._tree.iter("a", "link"))
        named = [link.get("href") or "" for link in links if _is(link, "license")]
        # any other link may be to the licence of a picture: several are of several things
        others = {href for link in links if _LICENCE_URL.search(href := link.get("href") or "")}
        stated_licences = (stated.licence, *named[:1], *(others if len(others) == 1 else ()))
        values = (*stated_licences, self.first(*_LICENCE))
        return next((value for value in values if value and not _NO_LICENCE.search(value)), "")

    def _visible_date(self) -> str:
        """Return the date of a `<time>` that is marked as the day of publication."""
        for element in self._tree.iter("time"):
            if _DAY_OF_PUBLICATION.search(_marks(element)):
                text = normal("".join(element.itertext()))
                date = _date(element.get("datetime") or "") or _date(text)
                if date:
                    return date
        return ""

    def _bylines(self) -> list[str]:
        """Return the names that are marked as the author's, or look so to trafilatura."""
        found = self._tree.xpath(
            "//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author' and not(.//*)]"
            " | (//a[@rel='author'])[1]"
        )
        names = [normal("".join(element.itertext())) for element in found[:_MOST_AUTHORS]]
        if any(names):
            return names
        from trafilatura.metadata import extract_author  # noqa: PLC0415 - slow to import

        try:
            return (extract_author(self._tree) or "").split("; ")
        except Exception:  # noqa: BLE001 - a page must not stop the others
            _log.debug("no author found", exc_info=True)
            return []

    def _visible_bylines(self) -> list[str]:
        """Return the name in the first line like "Posted by A. Name on 3 August"."""
        for element in self._tree.iter("div", "p", "span", "li"):
            if _BYLINE_PLACE.search(_marks(element)):
                text = normal("".join(element.itertext()))
                found = _BYLINE.search(text) if len(text) <= _LONGEST_BYLINE else None
                if found:
                    return [found[1]]
        return []


def _is_later(one: str, other: str) -> bool:
    """Whether a moment lies behind another; times in different zones are compared as times."""
    if edtf.is_moment(one) and edtf.is_moment(other):
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
        if first.tzinfo and second.tzinfo:
            return first > second
    return one > other


def _is(link: Element, relation: str) -> bool:
    return relation in (link.get("rel") or "").lower().split()


def _marks(element: Element) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "itemprop", "pubdate", "id"))


def _date(value: str) -> str:
    date = to_edtf(value)
    return "" if date.startswith("1970-01-01") else date


def _is_person(name: str, outlet: str) -> bool:
    if _NO_PERSON.search(name) or not 1 <= len(name.split()) <= _MOST_WORDS:
        return False
    return name.casefold() != outlet and len(name) > 1
