from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import projects
import pytest
from conftest import BuiltSite, Watch
from playwright.sync_api import expect

from dossier.effects import server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SANCTIONS = "neue Sanktionen zu verhängen"


def search(page: Page, site: BuiltSite, query: str) -> None:
    page.goto(site.url + "search/")
    page.locator("main input[name=q]").press_sequentially(query, delay=20)
    page.locator(f'.results[data-answered="{query}"]').wait_for(state="attached")


def passages(page: Page) -> list[str]:
    return page.locator(".results .hits > li").all_inner_texts()


def test_typing_a_word_shows_its_passage_first_and_leads_there(
    german_site: BuiltSite, page: Page
) -> None:
    search(page, german_site, "Sanktionen")
    first = page.locator(".results .hits > li").first
    expect(first.locator("mark").first).to_have_text("Sanktionen")
    expect(first).to_contain_text(SANCTIONS)
    first.locator("a.hit").click()
    page.wait_for_url(re.compile(r"/repo/articles/[^/]+/#p-[0-9a-f]{8}$"))
    target = page.locator(":target")
    expect(target).to_contain_text(SANCTIONS)
    expect(target).to_be_in_viewport()


def test_a_topic_narrows_the_results_and_its_count_is_right(
    german_site: BuiltSite, page: Page
) -> None:
    search(page, german_site, "Nordkorea")
    everything = len(passages(page)) + page.locator(".rest .hits > li").count()
    facet = page.locator("label.facet", has=page.locator("[value=missile-tests]"))
    counted = int(facet.locator(".count").inner_text())
    facet.locator("input").check()
    expect(page).to_have_url(re.compile(r"\?q=Nordkorea&topic=missile-tests$"))
    expect(page.locator(".results .hits > li")).to_have_count(counted)
    assert 0 < counted < everything
    expect(page.locator(".results")).not_to_contain_text(SANCTIONS)


def test_a_topic_can_be_browsed_without_a_query(german_site: BuiltSite, page: Page) -> None:
    page.goto(german_site.url + "search/?topic=sanctions-threats")
    expect(page.locator("[value=sanctions-threats]")).to_be_checked()
    expect(page.locator(".results .hits > li")).to_have_count(1)
    expect(page.locator(".results")).to_contain_text(SANCTIONS)


def test_back_restores_the_search(german_site: BuiltSite, page: Page) -> None:
    page.goto(german_site.url)
    search(page, german_site, "Raketen")
    page.locator("[value=missile-tests]").check()
    expect(page).to_have_url(re.compile("topic=missile-tests"))
    before = passages(page)
    page.locator("a.hit").first.click()
    page.wait_for_url(re.compile("/articles/"))
    page.go_back()
    expect(page.locator("main input[name=q]")).to_have_value("Raketen")
    expect(page.locator("[value=missile-tests]")).to_be_checked()
    expect(page.locator(".results > li").first).to_be_visible()
    assert passages(page) == before


def test_a_shared_address_shows_the_same_search(german_site: BuiltSite, page: Page) -> None:
    page.goto(german_site.url + "search/?q=Satelliten&topic=summit")
    expect(page.locator("main input[name=q]")).to_have_value("Satelliten")
    expect(page.locator(".results mark").first).to_have_text(re.compile("Satelliten"))


def test_nothing_found_is_said_and_the_way_out_offered(german_site: BuiltSite, page: Page) -> None:
    page.goto(german_site.url + "search/?q=Quarkspeise")
    expect(page.locator("[role=status]")).not_to_be_empty()
    expect(page.locator(".results a.hit")).to_have_count(0)
    expect(page.locator(".results")).not_to_be_empty()


def test_a_search_that_cannot_load_says_so(
    german_site: BuiltSite, page: Page, watch: Watch
) -> None:
    watch.expected = {404}
    for path in ("pagefind/pagefind.js", "search/passages.js"):
        page.route(f"**/{path}", lambda route: route.fulfill(status=404))
    page.goto(german_site.url + "search/?q=Kim")
    expect(page.locator("[data-search-broken]")).to_be_visible()
    watch.faults.clear()


def test_results_can_be_walked_by_arrow_keys(german_site: BuiltSite, page: Page) -> None:
    search(page, german_site, "Sanktionen")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('a.hit')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"


def test_the_words_of_the_date_prefix_are_nowhere(german_site: BuiltSite, page: Page) -> None:
    for path in german_site.folder.glob("**/*.html"):
        assert "date 2023-09" not in path.read_text(encoding="utf-8"), path
    page.goto(german_site.url + 'search/?q="date 2023-09"')
    expect(page.locator("[role=status]")).not_to_be_empty()
    expect(page.locator(".results a.hit")).to_have_count(0)


def test_an_english_dossier_is_searched_in_english(english_site: BuiltSite, page: Page) -> None:
    search(page, english_site, "sanction")
    expect(page.locator(".results .hits > li").first).to_contain_text("impose new sanctions")
    assert page.evaluate("document.documentElement.lang") == "en"


# --- a dossier of several articles, with people, places and sources ------------------------------

PEOPLE = """
[[people]]
name = "Kim Jong Un"
aliases = ["Kim"]

[[people]]
name = "Wladimir Putin"
aliases = ["Putin"]

[[places]]
name = "Pjöngjang"
"""
ARTICLE = """---
title: {title}
date: {date}
lang: {lang}
source: {{name: {source}}}
---

{text}
"""
OTHERS = (
    ("alt", "Alter Bericht", "2019-04-25", "de", "Die Zeitung", "Kim traf Putin in der Stadt."),
    ("neu", "Neuer Bericht", "2024-06", "de", "Der Bote", "Putin landet in Pjöngjang."),
    ("english", "A report", "2023", "en", "The Paper", "Putin spoke of several countries."),
    ("ohne", "Ohne Datum", "", "de", "Der Bote", "Ein Geschäft, von dem niemand weiß."),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    project = projects.german(tmp_path_factory.mktemp("desk"))
    config = project / "dossier.toml"
    config.write_text(config.read_text(encoding="utf-8") + PEOPLE, encoding="utf-8")
    for name, title, date, lang, source, text in OTHERS:
        words = ARTICLE.format(title=title, date=date, lang=lang, source=source, text=text)
        (project / f"content/articles/{name}.md").write_text(words, encoding="utf-8")
    site = project / "site"
    site.mkdir()
    with server.serve(site, base="/repo/", port=0) as running:
        projects.dossier(project, "build", "--quiet", "--base-url", running.url)
        yield BuiltSite(project, running.url)


def show(page: Page, site: BuiltSite, address: str) -> None:
    page.goto(site.url + "search/?" + address)
    page.locator(".results[data-answered]").wait_for(state="attached")


def titles(page: Page) -> list[str]:
    return page.locator(".results h3").all_inner_texts()


def test_real_words_rank_before_parts_of_compounds(desk: BuiltSite, visit: Page) -> None:
    show(visit, desk, "q=Geschäft")
    assert titles(visit) == ["Ohne Datum", "Lange war darüber spekuliert worden…"]
    expect(visit.locator(".results mark").nth(1)).to_have_text("Waffengeschäfte")


@pytest.mark.parametrize(
    ("query", "words"),
    [("Pyongyang", "Pjöngjang"), ("getroffen", "traf"), ("country", "countries"),
     ("Russia", "Russland"), ("U-Boot", "Atom-U-Boote")],
)  # fmt: skip
def test_other_forms_and_names_are_found_and_marked(
    desk: BuiltSite, visit: Page, query: str, words: str
) -> None:
    show(visit, desk, f"q={query}")
    marked = visit.locator(".results mark").all_inner_texts()
    assert any(words in one for one in marked)


def test_the_words_found_are_marked_where_the_link_leads(desk: BuiltSite, page: Page) -> None:
    show(page, desk, "q=Geschäft Munition")
    page.locator("a.hit").first.click()
    page.wait_for_url(re.compile("/articles/"))
    expect(page.locator(":target mark")).to_have_text(["Waffengeschäfte", "Munition"])
    page.reload()
    expect(page.locator("main mark")).to_have_count(0)


def test_facets_of_all_kinds_narrow_and_count(desk: BuiltSite, page: Page) -> None:
    show(page, desk, "q=Putin")
    counts = {
        name: page.locator(f"label.facet:has([name={name}][value='{value}']) .count").inner_text()
        for name, value in (
            ("person", "Kim_Jong_Un"), ("place", "Pjöngjang"), ("source", "Der_Bote"),
            ("lang", "en"), ("kind", "quotation"), ("year", "2019"),
        )
    }  # fmt: skip
    assert counts["source"] == counts["lang"] == counts["year"] == "1"
    page.locator("[name=source][value=Der_Bote]").check()
    expect(page).to_have_url(re.compile("source=Der_Bote"))
    expect(page.locator(".results h3")).to_have_text(["Neuer Bericht"])
    page.locator("[name=source][value=The_Paper]").check()
    expect(page.locator(".results h3")).to_have_count(2)
    page.locator("[name=lang][value=en]").check()
    expect(page.locator(".results h3")).to_have_text(["A report"])


def test_chips_show_what_is_chosen_and_take_it_out(desk: BuiltSite, page: Page) -> None:
    show(page, desk, "q=Putin&source=Der_Bote&year=2024")
    chips = page.locator(".chips button")
    expect(chips).to_have_text([re.compile("2024"), re.compile("Der Bote"), re.compile("Alle")])
    chips.nth(1).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=Putin&year=2024$"))
    expect(page.locator(".chips button:focus")).to_have_count(1)
    page.locator(".chips button").first.click()
    expect(page).to_have_url(re.compile(r"\?q=Putin$"))
    expect(page.locator("main input[name=q]")).to_be_focused()


def test_a_range_of_months_and_the_order(desk: BuiltSite, page: Page) -> None:
    page.goto(desk.url + "search/")
    page.locator("select[name=from]").select_option("2023")
    expect(page.locator(".results h3")).to_have_count(3)
    page.locator("select[name=to]").select_option("2023-09")
    expect(page.locator(".results h3")).to_have_count(2)
    show(page, desk, "q=Putin&sort=newest")
    assert titles(page)[0] == "Neuer Bericht"
    show(page, desk, "q=Putin&sort=oldest")
    assert titles(page)[0] == "Alter Bericht"


def test_all_of_a_facet_can_be_browsed(desk: BuiltSite, visit: Page) -> None:
    show(visit, desk, "kind=event")
    expect(visit.locator(".results .hits > li")).not_to_have_count(0)
    show(visit, desk, "person=Kim_Jong_Un&year=2019")
    assert titles(visit) == ["Alter Bericht"]


def test_a_misspelt_word_is_put_right_and_said(desk: BuiltSite, visit: Page) -> None:
    show(visit, desk, "q=Putn")
    expect(visit.locator("[role=status]")).to_contain_text("Putin")
    expect(visit.locator(".results mark").first).to_have_text(re.compile("Putin"))
    assert visit.locator("main input[name=q]").input_value() == "Putn"


def test_a_word_too_many_is_offered_to_be_left_out(desk: BuiltSite, page: Page) -> None:
    show(page, desk, "q=Putin Quarkspeise")
    expect(page.locator(".results a.hit")).to_have_count(0)
    page.locator(".better").click()
    expect(page.locator("main input[name=q]")).to_have_value("Putin")
    expect(page.locator(".results a.hit")).not_to_have_count(0)


@pytest.mark.parametrize("query", ["Gipfeltreffen", "Strafmaßnahmen"])
def test_a_word_of_a_topic_that_stands_nowhere_leads_to_the_topic(
    german_site: BuiltSite, page: Page, query: str
) -> None:
    page.goto(german_site.url + f"search/?q={query}")
    expect(page.locator(".results .topic a")).to_be_visible()
    expect(page.locator(".results .better")).to_have_count(0)  # it would find nothing either
    page.locator(".results .topic a").click()
    expect(page.locator("h1")).to_have_text(re.compile("Gipfeltreffen|Sanktionsdrohungen"))
    page.goto(german_site.url + "search/?q=Quarkspeise")
    expect(page.locator(".results .ways")).to_be_visible()
    expect(page.locator(".results .topic")).to_have_count(0)


@pytest.mark.parametrize("query", ['"Sanktionen neue verhängen"', "Quarkspeise", "Raketenquark"])
def test_nonsense_finds_nothing(desk: BuiltSite, visit: Page, query: str) -> None:
    show(visit, desk, f"q={query}")
    expect(visit.locator(".results a.hit")).to_have_count(0)
    expect(visit.locator(".results .ways a")).to_have_count(3)


def test_phrases_and_words_to_leave_out(desk: BuiltSite, visit: Page) -> None:
    show(visit, desk, "q=„neue Sanktionen zu verhängen“")
    expect(visit.locator(".results .hits > li")).to_have_count(1)
    show(visit, desk, "q=Putin -Kim")
    assert titles(visit)
    assert not any("Kim" in one for one in visit.locator(".excerpt").all_inner_texts())


def test_suggestions_are_taken_by_keyboard(desk: BuiltSite, page: Page) -> None:
    page.goto(desk.url + "search/")
    field = page.locator("main input[name=q]")
    field.press_sequentially("Gipf")
    expect(page.locator("[role=option]").first).to_contain_text("Gipfeltreffen")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Gipfeltreffen")
    expect(page.locator("[role=listbox]")).to_be_hidden()
    field.fill("")
    field.press_sequentially("Kim")
    page.keyboard.press("Escape")
    expect(page.locator("[role=listbox]")).to_be_hidden()


def test_nothing_is_loaded_before_the_field_is_used(desk: BuiltSite, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(desk.url + "search/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url or "terms" in url]
    page.locator("main input[name=q]").focus()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith("pagefind/pagefind.js")]


def test_the_built_in_index_answers_when_the_engine_cannot(
    desk: BuiltSite, page: Page, watch: Watch
) -> None:
    page.route("**/wasm*", lambda route: route.abort())
    show(page, desk, "q=Pyongyang&sort=newest")
    assert titles(page)[0] == "Neuer Bericht"
    expect(page.locator("[data-search-broken]")).to_contain_text("eingebaute")
    page.locator("[name=source][value=Der_Bote]").check()
    expect(page.locator(".results h3")).to_have_count(1)
    watch.faults.clear()


def test_a_page_opened_as_a_file_searches_too(desk: BuiltSite, browser: Browser) -> None:
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(Path(desk.folder, "search/index.html").as_uri() + "?q=Geschäft")
        expect(page.locator(".results mark")).to_have_count(2)
        expect(page.locator("[data-search-broken]")).to_be_visible()
    finally:
        context.close()
