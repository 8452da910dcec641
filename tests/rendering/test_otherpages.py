from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from corpora import assembled, views_of
from rendering.test_corpus import (
    LONG,
    Dossier,
    article,
    dated,
    dossier,
    page,
    passage,
    rich,
    said,
    topic,
)

from dossier.effects import theme
from dossier.found import Understanding
from dossier.model import FreePage
from dossier.rendering.corpus import corpus
from dossier.rendering.editions import desk
from dossier.rendering.otherpages import (
    home_view,
    not_found_view,
    page_sheets,
    sitemap_view,
)
from dossier.rendering.pages import Desk
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme
from dossier.rendering.topicpages import topic_cards
from dossier.rendering.views import HomeView

THEME = Theme(*theme.load(Path("none")))


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording(made.lang))


def render(path: str, made: Dossier) -> bytes:
    view = assembled(made, THEME.wording(made.lang))[path]
    assert not isinstance(view, bytes)
    return Renderer(THEME).render(path, view)


def home(made: Desk) -> HomeView:
    return home_view(made, topic_cards(made))


# --- home -----------------------------------------------------------------------------------


def facts(made: Dossier) -> dict[str, str]:
    return {fact.label: fact.value for fact in home(table(made)).facts}


def test_the_home_page_shows_the_newest() -> None:
    articles = [article(f"a{n}", LONG, date=f"2023-01-{n:02d}") for n in range(1, 9)]
    found = {one.id: Understanding(events=(dated(one, 0, one.date),)) for one in articles}
    view = home(table(dossier(*articles, found=found)))
    newest = [f"a{n}" for n in (8, 7, 6, 5, 4)]
    assert [item.href.split("/")[1] for item in view.articles] == newest
    assert [event.evidence.href.split("/")[1] for event in view.events] == newest


def test_an_article_without_a_date_is_not_the_newest() -> None:
    made = dossier(article("a", LONG, date="2023-01"), article("b", LONG, date=""))
    assert [item.href.split("/")[1] for item in home(table(made)).articles] == ["a", "b"]


def test_the_home_page_quotes_one_fitting_sentence_a_speaker() -> None:
    words = "Das ist ein Satz von ganz brauchbarer Länge für die Startseite"
    one = article("a", f"{words}. Kurz. {words} und noch ein Stück.")
    voices = (
        said(one, 0, "Kurz", speaker="K"),
        said(one, 0, words, speaker="A"),
        said(one, 0, f"{words} und noch ein Stück", speaker="A"),
        said(one, 0, words, kind="reported", speaker="B"),
        said(one, 0, words),
        *(said(one, 0, words, speaker=name) for name in "CDE"),
    )
    view = home(table(dossier(one, found={"a": Understanding(voices=voices)})))
    assert [voice.speaker for voice in view.voices] == ["A", "C", "D"]
    assert view.voices[0].text == words


def test_the_facts_tell_period_counts_and_date() -> None:
    told = facts(rich())
    assert told["Zeitraum"] == "2021 – 13. September 2023"
    assert told["Artikel"] == "5"
    assert told["Aussagen"] == "3"
    assert told["Stand"] == "13. September 2023"


def test_a_period_of_one_date_is_that_date_and_none_has_no_row() -> None:
    assert facts(dossier(article("a", "Text.")))["Zeitraum"] == "September 2023"
    told = facts(dossier(article("a", "Text.", date="")))
    assert "Zeitraum" not in told
    assert "Stand" not in told


# --- free pages, method, search, 404 --------------------------------------------------------


def test_free_pages_and_the_method() -> None:
    about, method = views_of(page_sheets(table(rich())))
    assert (about.chrome.href, about.title, about.facts) == ("about/", "Über uns", ())
    assert 'href="../topics/missiles/"' in about.html
    assert about.html.startswith("<h2>Wir</h2>")
    assert (method.chrome.kind, method.title) == ("method", "Methode")
    assert [fact.value for fact in method.facts] == ["dossier 9.9 · Suchmaschine 1"]


def test_the_editors_own_method_page_replaces_the_themes() -> None:
    own = FreePage(name="method", title="Wie wir arbeiten", markdown="So.", path="")
    (method,) = views_of(page_sheets(table(dossier(pages=(own,), engine=""))))
    assert (method.title, method.html) == ("Wie wir arbeiten", "<p>So.</p>")
    assert [fact.value for fact in method.facts] == ["dossier 9.9"]


@pytest.mark.parametrize(
    ("base", "root"),
    [
        ("https://desk.example.org/repo/", "/repo/"),
        ("https://desk.example.org/repo", "/repo/"),
        ("https://desk.example.org", "/"),
        ("", "/"),
    ],
)
def test_the_404_page_is_linked_from_the_sites_base_path(base: str, root: str) -> None:
    view = not_found_view(table(rich(base_url=base)))
    assert view.chrome.root == root
    assert view.chrome.canonical == ""
    assert f'href="{root}assets/site.css"' in render("404.html", rich(base_url=base)).decode()


# --- site map -------------------------------------------------------------------------------


def test_the_site_map_names_every_page_but_404() -> None:
    made = rich()
    root = ET.fromstring(render("sitemap.xml", made))  # noqa: S314 - our own
    found = [one.text for one in root.iter() if one.tag.endswith("loc")]
    pages = {path for path in assembled(made, THEME.wording("de")) if path.endswith("index.html")}
    assert {
        f"https://desk.example.org/repo/{path.removesuffix('index.html')}" for path in pages
    } == set(found)
    assert len(found) == len(set(found))
    robots = render("robots.txt", made).decode()
    assert "Sitemap: https://desk.example.org/repo/sitemap.xml" in robots


def test_without_a_base_url_no_address_is_made_up() -> None:
    assert sitemap_view(table(rich(base_url="")), ["", "a/"]).hrefs == ()
    assert "Sitemap" not in render("robots.txt", rich(base_url="")).decode()


def test_the_home_page_falls_back_on_other_statements() -> None:
    words = "dass es ein Satz von ganz brauchbarer Länge für die Startseite ist"
    one = article("a", f"Er sagte, {words}.")
    voices = (said(one, 0, words, kind="reported", speaker="B"), said(one, 0, words))
    view = home(table(dossier(one, found={"a": Understanding(voices=voices)})))
    assert [voice.speaker for voice in view.voices] == ["B"]


def test_the_home_page_does_not_begin_in_the_future() -> None:
    one = article("a", "Bis 2030 soll es so sein.", "Gestern war es so.", date="2023-05-02")
    events = (dated(one, 0, "2030"), dated(one, 1, "2023-05-01"))
    made = dossier(one, found={"a": Understanding(events=events)})
    assert [event.date.text for event in home(table(made)).events] == ["1. Mai 2023"]
    assert facts(made)["Zeitraum"] == "1. Mai 2023 – 2. Mai 2023"
    ahead = dossier(one, found={"a": Understanding(events=events[:1])})
    assert [event.date.text for event in home(table(ahead)).events] == ["2030"]


def test_the_home_page_rather_quotes_what_is_said_on_a_topic() -> None:
    words = "Guten Abend, es freut mich sehr, dass Sie alle gekommen sind"
    matter = "Wir werden die Sanktionen gegen Nordkorea noch in diesem Jahr verschärfen"
    one = article("a", f"„{words}“, sagte A.", f"„{matter}“, sagte A.")
    voices = (said(one, 0, words, speaker="A"), said(one, 1, matter, speaker="A"))
    found = {"a": Understanding(voices=voices)}
    plain = dossier(one, found=found)
    assert [voice.text for voice in home(table(plain)).voices] == [words]
    told = dossier(
        one, found=found, topics=(topic("x"),), topic_pages=(page("x", passage(one, 1)),)
    )
    assert [voice.text for voice in home(table(told)).voices] == [matter]
