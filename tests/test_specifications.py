"""What programs read of a built site holds to its specifications: feeds, sitemap, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
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
# rssboard.org/rss-specification: what a channel and an item may hold, but for other namespaces.
_CHANNEL = {"title", "link", "description", "language", "item"}
_ITEM = {"title", "link", "guid", "pubDate", "category", "description"}
# jsonfeed.org/version/1.1
_FEED_KEYS = {"version", "title", "home_page_url", "feed_url", "description", "language", "items"}
_ITEM_KEYS = {"id", "url", "title", "content_text", "date_published", "tags"}


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


def test_feeds_are_rss_2(built: BuiltSite) -> None:
    for address, path in files(built, "feed.xml"):
        root = ET.fromstring(path.read_bytes())  # noqa: S314 - our own
        (channel,) = root
        assert (root.tag, root.get("version"), channel.tag) == ("rss", "2.0", "channel")
        assert {one.tag for one in channel if "{" not in one.tag} <= _CHANNEL
        assert once(channel, "title")
        assert once(channel, "description")
        assert once(channel, "link").startswith(built.url)
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]+)?", once(channel, "language"))
        (own,) = channel.findall(f"{_ATOM}link")
        assert (own.get("rel"), own.get("href")) == ("self", address)
        items = channel.findall("item")
        for item in items:
            assert {one.tag for one in item if "{" not in one.tag} <= _ITEM
            assert once(item, "title")
            assert once(item, "link").startswith(built.url)
            for day in item.findall("pubDate"):
                assert parsedate_to_datetime(day.text or "").tzinfo is not None
        names = [once(item, "guid") for item in items]
        assert len(set(names)) == len(names)
        assert not feedparser.parse(path.read_bytes()).bozo


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
