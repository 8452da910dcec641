from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corpora import assembled
from rendering.test_corpus import dossier, rich

from dossier.effects import theme
from dossier.rendering.corpus import Dossier
from dossier.rendering.look import Look
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
BASE = "https://desk.example.org/repo/"


def read(path: str, made: Dossier) -> dict[str, Any]:
    data = assembled(made, THEME.wording("de"))[path]
    assert isinstance(data, bytes)
    found: dict[str, Any] = json.loads(data)
    return found


def test_the_json_feed_has_what_its_specification_wants() -> None:
    feed = read("feed.json", rich())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{BASE}feed.json"
    assert feed["home_page_url"] == BASE
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert item["url"].startswith(BASE)


def test_a_date_stands_only_where_a_day_is_known() -> None:
    items = {one["title"]: one for one in read("feed.json", rich())["items"]}
    assert items["Titel 2022-cut"]["date_published"] == "2022-05-01T12:00:00Z"
    month = items["Titel 2023-09-eins"]
    assert "date_published" not in month
    assert month["_dossier"] == {"date": "2023-09"}
    assert "_dossier" not in items["Titel vier"]


def test_each_topic_has_its_own() -> None:
    feed = read("topics/summit/feed.json", rich())
    assert [item["title"] for item in feed["items"]] == ["Titel 2023-09-eins", "Titel 2022-cut"]
    assert feed["feed_url"] == f"{BASE}topics/summit/feed.json"


def test_the_web_manifest_names_the_dossier() -> None:
    made = read("site.webmanifest", rich(look=Look(paper_colour="#ffffff", logo="l.png")))
    assert (made["name"], made["lang"], made["dir"]) == ("Probe & Dossier", "de", "ltr")
    assert made["theme_color"] == "#ffffff"
    assert made["icons"][0] == {"src": "assets/l.png", "sizes": "any", "type": "image/png"}
    plain = read("site.webmanifest", dossier(standfirst=""))
    assert plain["icons"][0]["src"] == "assets/favicon.svg"
    assert "description" not in plain
