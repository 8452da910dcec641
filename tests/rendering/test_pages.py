from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from rendering.test_corpus import Dossier, article, dossier, page, passage, rich, topic

from dossier.effects import theme
from dossier.model import FreePage
from dossier.rendering.corpus import corpus
from dossier.rendering.editions import desk
from dossier.rendering.pages import Desk, shortened
from dossier.rendering.periods import by_period, runs
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
DE = THEME.wording("de")


def made(of: Dossier, lang: str = "de") -> Desk:
    return desk(corpus(of), THEME.wording(lang))


def _date(item: str) -> str:
    return item[1:].removesuffix("undated")


def years(items: list[str], long: int = 2) -> list[tuple[str, tuple[str, ...]]]:
    pages = by_period(runs(items, _date), "x/", DE, long)
    return [(page.href, page.items) for page in pages]


def test_a_short_list_is_one_page() -> None:
    assert years(["a2023", "b2022"]) == [("x/", ("a2023", "b2022"))]
    assert years([]) == [("x/", ())]
    assert by_period(runs(["a2023"], _date), "x/", DE)[0].links == ()


def test_a_long_list_of_one_year_stays_together() -> None:
    assert years(["a2023", "b2023", "c2023"]) == [("x/", ("a2023", "b2023", "c2023"))]


def test_a_long_list_is_split_by_year_and_begins_with_the_newest() -> None:
    assert years(["b2023", "aundated", "c2021", "a2023"]) == [
        ("x/", ("b2023", "a2023")),
        ("x/2021/", ("c2021",)),
        ("x/2023/", ("b2023", "a2023")),
        ("x/undated/", ("aundated",)),
    ]


def test_each_page_of_a_split_list_links_to_all_years() -> None:
    pages = by_period(runs(["a2023", "b2022", "cundated"], _date), "x/", DE, 2)
    (first,) = pages[0].links
    assert [(one.text, one.href, one.current, one.count) for one in first] == [
        ("2022", "x/2022/", False, "1"),
        ("2023", "x/2023/", True, "1"),
        ("Ohne Datum", "x/undated/", False, "1"),
    ]
    (last,) = pages[-1].links
    assert [one.current for one in last] == [False, False, True]


@pytest.mark.parametrize(
    ("href", "current"),
    [
        ("", "Überblick"),
        ("topics/", "Themen"),
        ("topics/x/", "Themen"),
        ("topics/x/2023/", "Themen"),
        ("articles/a/", "Artikel"),
        ("about/", "Über uns"),
        ("about-x/", None),
        ("search/", None),
        ("404.html", None),
    ],
)
def test_the_navigation_marks_where_the_reader_is(href: str, current: str | None) -> None:
    free = FreePage(name="about", title="Über uns", markdown="", path="")
    method = FreePage(name="method", title="Wie", markdown="", path="")
    chrome = made(dossier(pages=(free, method))).chrome("x", href)
    links = (*chrome.nav, *chrome.pages)
    assert [link.text for link in links if link.current] == ([current] if current else [])
    assert [link.text for link in links].count("Wie") == 0
    assert [link.href for link in chrome.pages] == ["about/"], "it stands in the footer"


def test_the_chrome_names_page_and_site() -> None:
    table = made(dossier())
    chrome = table.chrome("topic", "topics/x/", title="Thema")
    assert chrome.title == "Thema – Probe & Dossier"
    assert chrome.root == "../../"
    assert chrome.canonical == "https://desk.example.org/repo/topics/x/"
    assert chrome.generator == "dossier 9.9"
    assert (chrome.lang, chrome.direction) == ("de", "ltr")
    assert table.chrome("home", "").title == "Probe & Dossier"
    assert made(dossier(base_url="")).chrome("home", "").canonical == ""


def test_evidence_names_article_paragraph_date_and_source() -> None:
    table = made(rich())
    one = table.corpus.shown["2023-09-eins"]
    evidence = table.evidence(one, one.article.passages[1].id)
    assert evidence.paragraph == "Absatz 2"
    assert evidence.href == f"articles/2023-09-eins/#{one.article.passages[1].id}"
    assert (evidence.date.text, evidence.source) == ("September 2023", "Die Zeitung")


def test_without_its_paragraph_evidence_is_the_article() -> None:
    table = made(rich())
    evidence = table.evidence(table.corpus.shown["2023-09-eins"], "")
    assert (evidence.href, evidence.paragraph) == ("articles/2023-09-eins/", "")


def test_a_long_title_is_cut_at_a_word_where_it_is_evidence() -> None:
    assert shortened("Kim trifft Putin", 16) == "Kim trifft Putin"
    assert shortened("Kim trifft Putin, und es geht um Waffen", 20) == "Kim trifft Putin …"
    assert shortened("Weltraumbahnhof", 10) == "Weltraum …"
    one = replace(article("a", "Text."), title="Kim Jong Un trifft Putin auf dem Weltraumbahnhof")
    table = made(dossier(one))
    evidence = table.evidence(table.corpus.shown["a"], "")
    assert evidence.title == "Kim Jong Un trifft Putin auf dem …"


def test_counts_stand_in_one_line() -> None:
    assert made(dossier()).counts(("passages", 5), ("articles", 1)) == "5 Passagen · 1 Artikel"
    assert made(dossier(), "en").counts(("passages", 1)) == "1 passage"


def test_tags_are_in_the_readers_language_and_can_leave_one_out() -> None:
    one = article("a", "Text.")
    of = dossier(
        one,
        topics=(topic("b"), topic("a")),
        topic_pages=(page("a", passage(one)), page("b", passage(one))),
    )
    tags = made(of, "en").tags_of("a", one.passages[0].id)
    assert [(tag.title, tag.href, tag.hue) for tag in tags] == [
        ("Topic b", "topics/b/", "hue-b"),
        ("Topic a", "topics/a/", "hue-a"),
    ]
    assert [tag.id for tag in made(of).tags_of("a", one.passages[0].id, but="b")] == ["a"]
