"""What programs read of a built site holds to its specifications: feeds, sitemap, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from conftest import BuiltSite
from rendering.test_linked import REQUIRED, things

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
# RFC 4287: what a feed and an entry may hold, must hold, may hold once, and may not leave empty.
_BOTH = {"author", "category", "contributor", "id", "link", "rights", "title", "updated"}
_MAY = {
    "feed": _BOTH | {"generator", "icon", "logo", "subtitle", "entry"},
    "entry": _BOTH | {"content", "published", "source", "summary"},
}
_MUST = ("id", "title", "updated")
_ONCE = {*_MUST, "published", "subtitle", "summary", "content", "rights", "source", "generator"}
_FILLED = {*_MUST, "published", "subtitle", "summary"}
# jsonfeed.org/version/1.1
_FEED_KEYS = {"version", "title", "home_page_url", "feed_url", "description", "language", "items"}
_ITEM_KEYS = {
    *("id", "url", "title", "content_text", "date_published", "tags", "authors", "language")
}


@pytest.fixture(params=["german", "bilingual"])
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """Sites in one language and in two."""
    site: BuiltSite = request.getfixturevalue(f"{request.param}_site")
    return site


def files(site: BuiltSite, name: str) -> list[tuple[str, Path]]:
    """Return the address and the file of everything on the site that has that name."""
    found = sorted(site.folder.glob(f"**/{name}"))
    assert found
    return [(site.url + path.relative_to(site.folder).as_posix(), path) for path in found]


def once(element: ET.Element, name: str) -> str:
    (found,) = element.findall(name)
    assert found.text
    return found.text


def atom_faults(data: bytes) -> list[str]:
    """Return in what a feed breaks RFC 4287, section 4 (and 3.3: dates, 3.4: addresses)."""
    root = ET.fromstring(data)  # noqa: S314 - our own
    if root.tag != f"{_ATOM}feed":
        return [f"root: {root.tag}"]
    ids = [one.text for one in root.iter(f"{_ATOM}id")]
    found = [f"id twice: {one}" for one in set(ids) if ids.count(one) > 1]
    for one in (root, *root.findall(f"{_ATOM}entry")):
        kind = one.tag.removeprefix(_ATOM)
        found += [f"{kind}: {fault}" for child in one for fault in child_faults(one, child)]
        found += [f"{kind}: {name} is missing" for name in _MUST if one.find(_ATOM + name) is None]
        if not re.match(r"https?://[^/]+/|urn:uuid:", one.findtext(f"{_ATOM}id") or ""):
            found.append(f"{kind}: id is no IRI")
        links = [(link.get("rel"), link.get("type")) for link in one.findall(f"{_ATOM}link")]
        if len(set(links)) < len(links) or ("alternate", "text/html") not in links:
            found.append(f"{kind}: links {links}")
    authors = root.findall(f"{_ATOM}author/{_ATOM}name")
    return found if authors else [*found, "feed: no author"]


def child_faults(parent: ET.Element, child: ET.Element) -> Iterator[str]:
    """Yield what is wrong with an element of a feed or of an entry."""
    name, text = child.tag.removeprefix(_ATOM), (child.text or "").strip()
    if child.tag.startswith(_ATOM) and name not in _MAY[parent.tag.removeprefix(_ATOM)]:
        yield f"{name} is not allowed"
    if name in _ONCE and len(parent.findall(child.tag)) > 1:
        yield f"{name} twice"
    if name in _FILLED and not text:
        yield f"{name} is empty"
    if name in ("updated", "published") and not _RFC_3339.fullmatch(text):
        yield f"{name} is no moment"
    if name == "category" and not child.get("term"):
        yield "category without term"
    if name == "author" and not child.findtext(f"{_ATOM}name"):
        yield "author without name"


_WHOLE = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>https://a.org/f</id>
<title>T</title><updated>2023-10-01T12:00:00Z</updated><author><name>D</name></author>
<link rel="self" href="https://a.org/f"/><link rel="alternate" type="text/html" href="./"/>
<entry><id>https://a.org/e</id><title>E</title><link rel="alternate" type="text/html" href="e"/>
<updated>2023-10-01T12:00:00Z</updated><category term="t"/></entry></feed>"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("", "", ""),
        ("feed", "rss", "root: {http://www.w3.org/2005/Atom}rss"),
        ("<title>E</title>", "", "entry: title is missing"),
        ("<title>T</title>", "<title> </title>", "feed: title is empty"),
        ("<title>T</title>", "<title>T</title><title>T</title>", "feed: title twice"),
        ("<updated>2023-10-01T12:00:00Z</updated><a", "<a", "feed: updated is missing"),
        ("2023-10-01T12:00:00Z</updated><c", "2023-10</updated><c", "entry: updated is no moment"),
        ("https://a.org/e", "https://a.org/f", "id twice: https://a.org/f"),
        ("https://a.org/e", "e", "entry: id is no IRI"),
        ("<name>D</name>", "", "feed: author without name"),
        (' term="t"', "", "entry: category without term"),
        ("<category", "<pubDate/><category", "entry: pubDate is not allowed"),
        ('rel="self"', 'rel="alternate" type="text/html"', "feed: links"),
        ('rel="alternate" type="text/html" href="e"', 'rel="via" href="e"', "entry: links"),
    ],
)
def test_a_feed_that_is_no_atom_is_found(old: str, new: str, fault: str) -> None:
    found = atom_faults(_WHOLE.replace(old.encode(), new.encode()) if old else _WHOLE)
    assert found == [] if not fault else any(one.startswith(fault) for one in found), found


def test_feeds_are_atom(built: BuiltSite) -> None:
    for address, path in files(built, "feed.xml"):
        data = path.read_bytes()
        assert atom_faults(data) == []
        root = ET.fromstring(data)  # noqa: S314 - our own
        (own,) = [one for one in root.findall(f"{_ATOM}link") if one.get("rel") == "self"]
        assert (own.get("href"), once(root, f"{_ATOM}id")) == (address, address)
        latest = [once(one, f"{_ATOM}updated") for one in root.findall(f"{_ATOM}entry")]
        if latest:
            assert once(root, f"{_ATOM}updated") == max(latest)
        for link in root.iter(f"{_ATOM}link"):
            assert (link.get("href") or "").startswith(built.url)
        assert not feedparser.parse(data).bozo


def test_pages_name_their_feeds(built: BuiltSite) -> None:
    for page in built.folder.glob("**/*.html"):
        text = page.read_text(encoding="utf-8")
        kinds = re.findall(r'<link rel="alternate" type="application/([a-z]+\+[a-z]+)"', text)
        topic = re.search(r"/topics/[^/]+/(\d{4}/)?index.html$", page.as_posix())
        assert kinds == ["atom+xml", "feed+json"] * (2 if topic else 1), page


def test_json_feeds_are_json_feed_1_1(built: BuiltSite) -> None:
    for address, path in files(built, "feed.json"):
        feed = json.loads(path.read_text(encoding="utf-8"))
        assert feed.keys() <= _FEED_KEYS
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == address
        assert feed["home_page_url"].startswith(built.url)
        for item in feed["items"]:
            assert {key for key in item if not key.startswith("_")} <= _ITEM_KEYS
            assert isinstance(item["id"], str)
            assert item["content_text"]
            assert item["url"].startswith(built.url)
            assert all(isinstance(tag, str) for tag in item.get("tags", []))
            if "date_published" in item:
                assert datetime.fromisoformat(item["date_published"]).tzinfo is not None
        names = [item["id"] for item in feed["items"]]
        assert len(set(names)) == len(names)


def test_the_sitemap_names_each_page_once_and_nothing_else(built: BuiltSite) -> None:
    root = ET.fromstring((built.folder / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    assert root.tag == f"{_SITEMAP}urlset"
    assert len(root) <= 50_000
    assert {one.tag for one in root} == {f"{_SITEMAP}url"}
    addresses = [once(one, f"{_SITEMAP}loc") for one in root]
    assert len(set(addresses)) == len(addresses)
    pages = {built.url + page.removeprefix("./") for page in built.pages()}
    assert set(addresses) == pages
    for link in root.iter(f"{_XHTML}link"):
        assert link.get("rel") == "alternate"
        assert link.get("hreflang")
        assert link.get("href") in pages


class Linked(HTMLParser):
    """Collects what is in a page's `<script type="application/ld+json">`."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.blocks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.blocks.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"


def linked(site: BuiltSite) -> Iterator[tuple[Path, dict[str, object]]]:
    for path in sorted(site.folder.glob("**/*.html")):
        parser = Linked()
        parser.feed(path.read_text(encoding="utf-8"))
        for block in parser.blocks:
            yield path, json.loads(block)


def test_json_ld_has_the_fields_that_its_types_require(built: BuiltSite) -> None:
    seen = set()
    for path, whole in linked(built):
        assert whole["@context"] == "https://schema.org"
        for thing in things(whole):
            seen.add(thing["@type"])
            wanted = REQUIRED.get(thing["@type"], set())
            assert all(thing.get(key) not in ("", None) for key in wanted), (path, thing)
    assert seen >= {"WebSite", "NewsArticle", "Quotation", "Event", "Person", "Place", "Dataset"}
