"""Small files for programs: JSON feeds and the web app manifest."""

from __future__ import annotations

from typing import Any

import msgspec

from dossier.rendering.fileviews import FeedEntry, FeedView
from dossier.rendering.pages import Desk


def json_feed(view: FeedView) -> bytes:
    """Write a feed as JSON Feed 1.1 (jsonfeed.org); a date stands only where a day is known."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "home_page_url": view.url,
        "feed_url": view.self_url.removesuffix(".xml") + ".json",
        "description": view.description,
        "language": view.lang,
        "items": [_item(entry) for entry in view.entries],
    }
    return msgspec.json.encode(feed) + b"\n"


def _item(entry: FeedEntry) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.text or entry.title,
        "date_published": entry.published,
        "authors": [{"name": name} for name in entry.authors if name],
        "language": entry.lang,
        "tags": list(entry.topics),
        # An extension's name begins with an underscore; the date as precise as it is known.
        "_dossier": {"date": entry.date} if entry.date else {},
    }
    return {key: value for key, value in item.items() if value}


def web_manifest(desk: Desk) -> bytes:
    """Write the web app manifest: the name, and colours that browsers put around the site."""
    dossier = desk.corpus.dossier
    icon = dossier.look.logo_href or "assets/favicon.svg"
    kind = {"svg": "image/svg+xml", "png": "image/png", "webp": "image/webp"}
    manifest = {
        "name": dossier.title,
        "short_name": dossier.title,
        "description": dossier.standfirst,
        "lang": desk.wording.lang,
        "dir": desk.direction,
        "start_url": "./",
        "display": "browser",
        "background_color": dossier.look.paper,
        "theme_color": dossier.look.paper,
        "icons": [
            {"src": icon, "sizes": "any", "type": kind.get(icon.rpartition(".")[2], "image/png")}
        ],
    }
    return msgspec.json.encode({key: value for key, value in manifest.items() if value}) + b"\n"
