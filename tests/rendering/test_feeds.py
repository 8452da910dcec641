from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from corpora import assembled
from msgspec.structs import replace
from rendering.test_corpus import Dossier, article, dossier, page, passage, rich, topic

from dossier.effects import theme
from dossier.model import Article, Correction, Source
from dossier.rendering.corpus import corpus
from dossier.rendering.editions import desk
from dossier.rendering.feeds import NEVER, feed_view, moment
from dossier.rendering.fileviews import FeedEntry
from dossier.rendering.pages import Desk
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
ATOM, DC = "{http://www.w3.org/2005/Atom}", "{http://purl.org/dc/elements/1.1/}"


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording(made.lang))


def render(path: str, made: Dossier) -> ET.Element:
    view = assembled(made, THEME.wording(made.lang))[path]
    assert not isinstance(view, bytes)
    return ET.fromstring(Renderer(THEME).render(path, view))  # noqa: S314 - our own


def entry_of(one: Article) -> FeedEntry:
    (*_, entry) = feed_view(table(dossier(one))).entries
    return entry


def test_a_day_of_publication_stands_only_where_one_is_known() -> None:
    root = render("feed.xml", rich())
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}title") == "Probe & Dossier: Artikel"
    dates = {
        (one.findtext(f"{ATOM}id") or "").rstrip("/").rpartition("/")[2]: tuple(
            one.findtext(name) for name in (f"{ATOM}published", f"{ATOM}updated", f"{DC}date")
        )
        for one in root.iter(f"{ATOM}entry")
    }
    assert dates == {
        "vier": (None, NEVER, None),
        "2023-09-13-zwei": ("2023-09-13T12:00:00Z", "2023-09-13T12:00:00Z", "2023-09-13"),
        "2023-09-eins": (None, "2023-10-01T12:00:00Z", "2023-09"),
        "2022-cut": ("2022-05-01T12:00:00Z", "2022-05-01T12:00:00Z", "2022-05-01"),
        "2021-drei": (None, "2022-01-01T12:00:00Z", "2021"),
    }
    assert root.findtext(f"{ATOM}updated") == "2023-10-01T12:00:00Z"
    assert list(dates)[-1] == "vier", "what has no date is not the newest"


def test_what_has_no_day_says_its_date_in_words() -> None:
    texts = {one.title: one.text for one in feed_view(table(rich())).entries}
    assert texts["Titel 2023-09-eins"].startswith("September 2023 · ")
    assert texts["Titel vier"].startswith("ohne Datum")
    assert len(texts) == 5
    assert sum(" · " in text for text in texts.values()) == 3  # of a month, of a year, undated


@pytest.mark.parametrize("date", ["2023-09-13~", "2023-09-13?", "2023-09", "2023-09-12/2023-09-13"])
def test_an_unsure_day_is_no_day_of_publication(date: str) -> None:
    entry = entry_of(article("a", "Text.", date=date))
    assert entry.published == ""
    assert not entry.updated.startswith("2023-09-13")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023-09-13T23:30:00+02:00", "2023-09-13T21:30:00Z"),
        ("2023-09-13T23:30", "2023-09-13T12:00:00Z"),  # of which place, is not said
        ("2023-22", "2023-09-01T12:00:00Z"),
        ("202X", "2030-01-01T12:00:00Z"),
        ("2023/..", "2024-01-01T12:00:00Z"),
        ("../2023-12", "2024-01-01T12:00:00Z"),
        ("9999", ""),
        ("im Herbst", ""),
    ],
)
def test_a_moment_is_never_within_a_span_that_is_no_day(text: str, written: str) -> None:
    assert moment(text) == written


def test_an_entry_is_updated_by_the_last_that_happened_to_it() -> None:
    one = article("a", "Text.", date="2023-09")
    assert entry_of(one).updated == "2023-10-01T12:00:00Z"
    one = replace(one, source=Source(name="Blatt", accessed="2023-09-20"))
    assert entry_of(one).updated == "2023-09-20T12:00:00Z"
    one = replace(one, modified="2023-09-20T18:00:00+02:00")
    assert entry_of(one).updated == "2023-09-20T16:00:00Z"
    one = replace(one, corrections=(Correction(date="2023-10-05", what="", text="Neu."),))
    assert entry_of(one).updated == "2023-10-05T12:00:00Z"


def test_an_entry_is_not_updated_before_it_is_published() -> None:
    one = replace(article("a", "Text.", date="2023-09-13"), modified="2023-09-13T07:00:00Z")
    assert entry_of(one).updated == entry_of(one).published == "2023-09-13T12:00:00Z"


def test_an_entry_names_who_wrote_it() -> None:
    one = replace(article("a", "Text."), source=Source(name="Blatt"))
    assert entry_of(one).authors == ("Blatt",)
    assert entry_of(replace(one, authors=("A. B.", "C. D."))).authors == ("A. B.", "C. D.")


def test_an_entry_in_another_language_says_so() -> None:
    assert entry_of(article("a", "Text.")).lang == ""
    assert entry_of(replace(article("a", "Text."), lang="en")).lang == "en"


def test_a_topics_feed_holds_its_articles() -> None:
    made = rich()
    view = feed_view(table(made), made.topics[1])
    assert [entry.title for entry in view.entries] == ["Titel 2023-09-eins", "Titel 2022-cut"]
    assert view.description == "Worum es bei summit geht."
    assert view.self_url.endswith("/topics/summit/feed.xml")
    empty = feed_view(table(made), made.topics[2])
    assert (empty.entries, empty.updated) == ((), NEVER)


def test_a_description_without_a_language_serves_all() -> None:
    plain = topic("x", description={"": "Für alle."}, title={"": "X"})
    made = dossier(topics=(plain,))
    assert feed_view(table(made), plain).description == "Für alle."


def test_without_a_base_url_ids_are_names_made_from_addresses() -> None:
    view = feed_view(table(rich(base_url="")))
    ids = [view.id, *(entry.id for entry in view.entries)]
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert len(set(ids)) == len(ids)
    assert [one.id for one in feed_view(table(rich(base_url=""))).entries] == ids[1:]


def test_a_feed_stays_xml_whatever_an_article_holds() -> None:
    one = article("a", "Mit \x01 Steuer\x1bzeichen \ufffe und <b> & ]]>", title="T\x02 <i>")
    made = dossier(one, topics=(topic("x"),), topic_pages=(page("x", passage(one)),))
    root = render("topics/x/feed.xml", made)
    (entry,) = root.iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "T <i>"
    assert "Steuerzeichen" in (entry.findtext(f"{ATOM}summary") or "")
    assert [one.get("term") for one in entry.iter(f"{ATOM}category")] == ["Thema x"]


def test_a_feed_ends_after_fifty() -> None:
    made = dossier(*(article(f"a{n:03d}", "Text.") for n in range(60)))
    entries = feed_view(table(made)).entries
    assert len(entries) == 50
    assert entries[0].title == "Titel a059"
