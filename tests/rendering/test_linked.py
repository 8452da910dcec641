from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpora import assembled, views_of
from msgspec.structs import replace
from rendering.test_corpus import LONG, article, dated, dossier, page, passage, rich, said, topic

from dossier.effects import theme
from dossier.found import MentionKind, Named, Understanding
from dossier.model import Correction, Source
from dossier.rendering import linked
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.named import found_at
from dossier.rendering.namepages import names_sheets
from dossier.rendering.pages import Desk
from dossier.rendering.pieces import Html
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
BASE = "https://desk.example.org/repo/"


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording("de"))


def read(html: Html) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(html)
    assert data.pop("@context") == "https://schema.org"
    return data


def told() -> Desk:
    one = article(
        "a", LONG, authors=("A. Autorin",), date="2023-09-13~",
        source=Source(name="Die Zeitung", url="https://z.example/a", agency=("Tass",),
                      archive_url="https://arch.example/a"),
        corrections=(Correction(date="2023-09-14", text="Berichtigt."),),
    )  # fmt: skip
    quote = "Wir sind auf alles vorbereitet und beobachten jede Bewegung genau"
    found = Understanding(
        voices=(said(one, 0, quote, speaker="Sprecher"), said(one, 0, "niemand", kind="partial")),
        events=(dated(one, 0, "2023-08/2023-09", place="Seoul"), dated(one, 0, "198X")),
    )
    pages = (page("x", passage(one)),)
    return table(dossier(one, found={"a": found}, topics=(topic("x"),), topic_pages=pages))


def test_an_article_is_news_with_its_quotations_events_and_corrections() -> None:
    made = told()
    news = read(linked.article(made, made.corpus.shown["a"]))
    assert news["@type"] == "NewsArticle"
    assert news["headline"] == "Titel a"
    assert news["url"] == f"{BASE}articles/a/"
    assert news["datePublished"] == "2023-09-13"
    assert news["publisher"] == {"@type": "NewsMediaOrganization", "name": "Die Zeitung"}
    assert news["isBasedOn"] == "https://z.example/a"
    assert news["archivedAt"] == "https://arch.example/a"
    assert news["about"][0]["url"] == f"{BASE}topics/x/"
    (quotation,) = news["hasPart"]
    assert quotation["@type"] == "Quotation"
    assert quotation["spokenByCharacter"]["name"] == "Sprecher"
    assert quotation["url"].startswith(f"{BASE}articles/a/#p-")
    (event,) = news["mentions"]
    assert (event["startDate"], event["endDate"]) == ("2023-08", "2023-09")
    assert event["location"] == {"@type": "Place", "name": "Seoul"}
    assert news["correction"] == [
        {"@type": "CorrectionComment", "datePublished": "2023-09-14", "text": "Berichtigt."}
    ]


def test_what_is_unknown_is_not_said() -> None:
    made = table(dossier(article("a", "Text.", date="", lang="")))
    news = read(linked.article(made, made.corpus.shown["a"]))
    assert set(news) == {"@type", "@id", "url", "headline", "isPartOf"}


def test_rights_hold_here_too() -> None:
    made = table(rich(excerpt_chars=270))
    for shown in made.corpus.shown.values():
        assert "nicht zu sehen" not in linked.article(made, shown)


def test_no_text_ends_the_block_early() -> None:
    nasty = "</script><script>alert(1)</script><!-- & \u2028"
    made = table(dossier(article("a", "Text.", title=nasty)))
    html = linked.article(made, made.corpus.shown["a"])
    assert "<" not in html
    assert "&" not in html
    assert read(html)["headline"] == nasty


def test_the_dossier_is_a_dataset_of_its_files() -> None:
    data = read(linked.dataset(table(rich()), [("data/x.csv", "text/csv")]))
    assert data["@type"] == "Dataset"
    assert data["description"] == "Worum es geht."
    assert data["temporalCoverage"] == "2021/2023-09-13"
    assert data["distribution"] == [
        {
            "@type": "DataDownload",
            "contentUrl": f"{BASE}data/x.csv",
            "encodingFormat": "text/csv",
        }
    ]


def test_the_site_offers_its_search_where_its_address_is_known() -> None:
    site = read(linked.website(table(rich())))
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{BASE}search/?q={{query}}"
    assert "potentialAction" not in read(linked.website(table(rich(base_url=""))))
    assert "potentialAction" not in read(linked.website(table(rich(has_search=False))))


def test_names_are_people_places_and_organisations() -> None:
    def one(kind: MentionKind, *aliases: str, **fields: float) -> dict[str, Any]:
        entry = Named(kind=kind, name="N", **fields)
        found = replace(found_at((entry.kind, "N"), entry, [], {}), aliases=aliases)
        return linked.named(found, f"{BASE}x/#n")

    assert one("person", "K.") == {
        "@type": "Person", "name": "N", "alternateName": ["K."], "url": f"{BASE}x/#n"
    }  # fmt: skip
    assert one("organisation")["@type"] == "Organization"
    assert one("place", lat=0.0, lon=-77.0)["geo"] == {
        "@type": "GeoCoordinates", "latitude": 0.0, "longitude": -77.0
    }  # fmt: skip
    assert "geo" not in one("place"), "where it is nobody knows"


def test_the_lists_of_names_tell_what_they_list() -> None:
    made = table(rich())
    (view,) = views_of(names_sheets(made))
    told_of = read(view.chrome.linked)
    assert (told_of["@type"], told_of["url"]) == ("CollectionPage", f"{BASE}places/")
    assert told_of["name"] == "Orte"
    (seoul,) = told_of["about"]
    assert (seoul["@type"], seoul["name"]) == ("Place", "Seoul")
    assert seoul["url"] == f"{BASE}places/#{view.groups[0].names[0].id}"


REQUIRED = {
    "NewsArticle": {"headline", "url"},
    "Quotation": {"text", "url"},
    "Event": {"name", "startDate"},
    "Person": {"name"},
    "Place": {"name"},
    "Organization": {"name"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Dataset": {"name", "description"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "CorrectionComment": {"text"},
    "NewsMediaOrganization": {"name"},
    "Collection": {"name"},
    "CollectionPage": {"name", "url"},
    "WebSite": {"name", "url"},
    "Thing": {"name"},
}


def things(value: object) -> Iterator[dict[str, Any]]:
    """Yield everything that has a type, at any depth."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from things(one)
    elif isinstance(value, list):
        for one in value:
            yield from things(one)


def test_every_thing_has_what_its_type_requires() -> None:
    made = told().corpus.dossier
    seen = set()
    for whole in (made, rich()):
        for view in assembled(whole, THEME.wording("de")).values():
            chrome = getattr(view, "chrome", None)
            if chrome is None or not chrome.linked:
                continue
            for thing in things(json.loads(chrome.linked)):
                kind = thing["@type"]
                seen.add(kind)
                if kind in REQUIRED:
                    assert all(thing.get(key) not in ("", None) for key in REQUIRED[kind]), thing
                for key in ("url", "contentUrl"):
                    assert str(thing.get(key, BASE)).startswith("https://")
    assert seen >= {"NewsArticle", "Quotation", "Event", "Place", "Dataset", "CorrectionComment"}
    assert seen >= {"Person", "WebSite", "CollectionPage", "DataDownload"}


def test_a_topic_is_a_collection() -> None:
    made = read(linked.topic(table(rich()), "T", "", "topics/t/"))
    assert (made["@type"], made["url"]) == ("CollectionPage", f"{BASE}topics/t/")
    assert "description" not in made
