"""A search over several bundles of the index answers like one over a single."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from conftest import BuiltSite, Watch
from helpers_project import CONFIG, build, make, put
from playwright.sync_api import expect

from dossier.effects import server

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COUNT = 60
PLACES = ("Hamburg", "Bremen", "Kiel")


def article(number: int) -> str:
    """Return a report; a rare word stands in the old ones, another in the new ones."""
    year, month = 2010 + number // 6, number % 6 * 2 + 1
    rare = "Schneekanonen" if number < 9 else ""
    new = "Gewitterfronten" if number > 52 else ""
    day = f"-{number % 27 + 1:02}" if number % 5 else ""
    return (
        f"---\ntitle: Bericht Nummer {number}\ndate: {year}-{month:02}{day}\n"
        f"source: {{name: {'Der Bote' if number % 2 else 'Die Zeitung'}}}\n---\n\n"
        f"Der Regen fiel in {PLACES[number % 3]} und der Deich hielt {number} Stunden. {rare}\n\n"
        f"Am Abend zog ein Sturm auf, sagte die Feuerwehr in {PLACES[number % 3]}. {new}\n"
    )


@pytest.fixture(scope="module", params=[500, 8], ids=["one", "four"])
def steps(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def site(steps: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dossier.bundles._STEP", steps)
        config = CONFIG.replace("enabled = false", "enabled = true")
        home = make(tmp_path_factory.mktemp("bundles"), config=config)
        for number in range(COUNT):
            put(home, f"content/articles/{article_id(number)}.md", article(number))
        build(home)
    held = len(list((home.site / "pagefind").rglob("pagefind-entry.json")))
    assert held == (4 if steps == 8 else 1)
    with server.serve(home.site, base="/repo/", port=0) as running:
        yield BuiltSite(home.root, running.url)


def article_id(number: int) -> str:
    """Some are named after their date, as usual; some are not."""
    return f"bericht-{number}" if number % 10 == 3 else f"{2010 + number // 6}-bericht-{number}"


def show(page: Page, site: BuiltSite, address: str) -> None:
    page.goto(site.url + "search/?" + address)
    page.locator(".results[data-answered]").wait_for(state="attached")


def numbers(page: Page) -> list[int]:
    headlines = page.locator(".results h3").all_inner_texts()
    return [int(re.sub(r"\D", "", headline)) for headline in headlines]


def status(page: Page) -> str:
    return page.locator(".search [role=status]").inner_text()


def counted(page: Page, name: str, value: str) -> str:
    return page.locator(f"label.facet:has([name={name}][value='{value}']) .count").inner_text()


def test_all_articles_are_found_and_counted(site: BuiltSite, visit: Page) -> None:
    show(visit, site, "q=Deich")
    assert "60" in status(visit)
    assert counted(visit, "source", "Der_Bote") == "30"
    assert counted(visit, "year", "2011") == "6"
    visit.locator(".more").click()
    expect(visit.locator(".results h3")).to_have_count(20)
    assert len(set(numbers(visit))) == 20


def test_the_order_by_date_goes_through_all_bundles(site: BuiltSite, visit: Page) -> None:
    show(visit, site, "q=Deich&sort=newest")
    assert numbers(visit) == list(range(59, 49, -1))
    visit.locator(".more").click()
    expect(visit.locator(".results h3")).to_have_count(20)
    assert numbers(visit) == list(range(59, 39, -1))
    show(visit, site, "q=Deich&sort=oldest")
    assert numbers(visit) == list(range(10))
    show(visit, site, "year=2012&sort=oldest")
    assert numbers(visit) == [12, 13, 14, 15, 16, 17]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Schneekanonen", set(range(9))),
        ("Gewitterfronten", set(range(53, 60))),
        ("Gewitterfront", set(range(53, 60))),
        ("Schneekanone Kiel", {2, 5, 8}),
        ('"hielt 17 Stunden"', {17}),
        ("Gewitterfronten -Bremen", {n for n in range(53, 60) if n % 3 != 1}),
        ("Schneekanonnen", set(range(9))),
    ],
)
def test_words_of_one_bundle_phrases_and_typos(
    site: BuiltSite, visit: Page, query: str, found: set[int]
) -> None:
    show(visit, site, f"q={query}")
    assert set(numbers(visit)) == found
    assert str(len(found)) in status(visit)


def test_a_bundle_that_lacks_the_word_is_not_counted(site: BuiltSite, visit: Page) -> None:
    """The engine widens a word that a bundle does not hold; nothing of it may show in counts."""
    show(visit, site, "q=Gewitterfronten Sturm")
    assert "7" in status(visit)
    assert counted(visit, "year", "2011") == "0"


def test_facets_narrow_over_all_bundles(site: BuiltSite, visit: Page) -> None:
    show(visit, site, "q=Regen&source=Der_Bote&year=2010&year=2019")
    assert set(numbers(visit)) == {1, 3, 5, 55, 57, 59}
    assert counted(visit, "year", "2010") == "3"
    show(visit, site, "from=2019-07")
    assert set(numbers(visit)) == {57, 58, 59}


def test_nonsense_finds_nothing(site: BuiltSite, visit: Page) -> None:
    show(visit, site, "q=Quarkspeise")
    expect(visit.locator(".results a.hit")).to_have_count(0)


def test_without_one_of_its_bundles_the_built_in_index_answers(
    site: BuiltSite, page: Page, watch: Watch
) -> None:
    watch.expected = {404}
    page.route("**/pagefind-entry.json*", lambda route: route.fulfill(status=404))
    show(page, site, "q=Schneekanonen")
    assert set(numbers(page)) == set(range(9))
    expect(page.locator("[data-search-broken]")).to_be_visible()
    watch.faults.clear()
