from __future__ import annotations

from pathlib import Path

import pytest
from corpora import views_of
from rendering.test_corpus import Dossier, article, dossier, rich

from dossier import blocks
from dossier.effects import theme
from dossier.model import Source
from dossier.rendering.articlepages import article_sheets, articles_sheets, lead
from dossier.rendering.corpus import corpus
from dossier.rendering.editions import desk
from dossier.rendering.pages import Desk
from dossier.rendering.theming import Theme
from dossier.rendering.views import ArticleView

THEME = Theme(*theme.load(Path("none")))


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording(made.lang))


def views(made: Dossier) -> dict[str, ArticleView]:
    return {view.chrome.href.split("/")[1]: view for view in views_of(article_sheets(table(made)))}


def facts(view: ArticleView) -> dict[str, str]:
    return {fact.label: fact.url or fact.value for fact in view.facts}


def test_blocks_stand_in_order_with_numbers_credit_and_topics() -> None:
    view = views(rich())["2023-09-eins"]
    assert [(block.type, block.number) for block in view.blocks] == [
        ("paragraph", "1"),
        ("crosshead", ""),
        ("list", "2"),
        ("caption", ""),
        ("quote", "3"),
        ("paragraph", "4"),
    ]
    assert view.blocks[3].credit == "dpa"
    assert [tag.id for tag in view.blocks[0].tags] == ["missiles", "summit"]
    assert view.blocks[2].html == "<li>erstens: ein Punkt</li><li>zweitens: noch einer</li>"
    assert [tag.id for tag in view.tags] == ["missiles", "summit"]


def test_facts_tell_what_is_known_and_nothing_else() -> None:
    made = views(rich())
    assert facts(made["2023-09-eins"]) == {
        "Datum": "September 2023",
        "Quelle": "Die Zeitung",
        "Von": "A. Autorin",
        "Agenturen": "Tass",
        "Original": "https://zeitung.example/a",
    }
    assert facts(made["2023-09-13-zwei"]) == {
        "Datum": "13. September 2023 (nach dem Dateinamen)",
        "Quelle": "The Paper",
        "Sprache": "Englisch",
        "Archivierte Fassung": "https://archive.example/b",
    }
    assert facts(made["vier"]) == {"Datum": "ohne Datum"}


def test_a_title_made_by_the_program_says_so() -> None:
    made = views(rich())
    assert made["2023-09-eins"].title_note.startswith("Ohne eigene Überschrift")
    assert made["2021-drei"].title_note == ""


@pytest.mark.parametrize(
    ("rights", "notice", "row"),
    [
        ("full", "", None),
        ("excerpt", "nur ein Auszug", "Auszug"),
        ("link", "kein Text", "nur Nachweis"),
    ],
)
def test_a_notice_says_why_less_is_shown(rights: str, notice: str, row: str | None) -> None:
    view = views(dossier(article("a", "Ein Satz.", rights=rights)))["a"]
    assert notice in view.notice
    assert bool(view.notice) == bool(notice)
    assert facts(view).get("Rechte") == row
    assert len(view.blocks) == (0 if rights == "link" else 1)


def test_the_search_engine_is_told_the_facets_of_an_article() -> None:
    made = views(rich())
    assert set(made["2023-09-eins"].filters) == {
        ("topic", "missiles"),
        ("topic", "summit"),
        ("kind", "quotation"),
        ("kind", "event"),
        ("kind", "article"),
        ("place", "Seoul"),
        ("source", "Die_Zeitung"),
        ("lang", "de"),
        ("date", "2023-09"),
    }
    assert made["vier"].filters == (("topic", "missiles"), ("kind", "article"))
    assert "topic.missiles" in made["vier"].blocks[0].marks
    sorts = {name: view.sort_date for name, view in made.items()}
    assert sorts == {
        "2021-drei": "2021", "2022-cut": "2022-05-01", "2023-09-eins": "2023-09",
        "2023-09-13-zwei": "2023-09-13", "vier": "",
    }  # fmt: skip


def test_headings_stay_between_two_and_three() -> None:
    heads = [blocks.make("crosshead", f"Titel {n}", level=n) for n in (1, 2, 3, 6)]
    view = views(dossier(article("a", *heads, "Text.")))["a"]
    assert [block.level for block in view.blocks[:4]] == [2, 2, 3, 3]


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Kurz.", 20, "Kurz."),
        ("Ein Satz, der zu lang ist.", 14, "Ein Satz …"),
        ("x" * 40, 10, "xxxxxxxx …"),
        ("Ein Satz", 8, "Ein Satz"),
    ],
)
def test_a_lead_is_cut_at_a_word(text: str, length: int, expected: str) -> None:
    shown = table(dossier(article("a", text))).corpus.shown["a"]
    assert lead(shown, length) == expected
    assert len(lead(shown, length)) <= length


def test_the_description_is_the_articles_own_or_its_lead() -> None:
    own = views(dossier(article("a", "Text.", description="Worum es geht.")))["a"]
    assert own.chrome.description == "Worum es geht."
    assert views(dossier(article("a", "Text.")))["a"].chrome.description == "Text."


def test_the_list_shows_the_newest_first() -> None:
    (view,) = views_of(articles_sheets(table(rich())))
    assert view.articles[0].href == "articles/vier/"
    assert view.articles[-1].href == "articles/2021-drei/"
    assert view.counts == "5 Artikel"
    one = next(item for item in view.articles if item.href == "articles/2023-09-eins/")
    assert (one.counts, one.source, one.lang) == ("4 Passagen", "Die Zeitung", "de")


def test_a_long_list_is_split_by_year() -> None:
    source = Source(name="S")
    many = [article(f"a{n}", "Text.", date=str(2020 + n % 2), source=source) for n in range(201)]
    pages = list(views_of(articles_sheets(table(dossier(*many)))))
    assert [page.chrome.href for page in pages] == ["articles/", "articles/2020/", "articles/2021/"]
    assert [page.counts for page in pages] == ["201 Artikel", "101 Artikel", "100 Artikel"]
    assert len(pages[0].articles) == len(pages[2].articles) == 100
