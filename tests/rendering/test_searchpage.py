from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from corpora import assembled
from msgspec.structs import replace
from rendering.test_corpus import article, dossier, rich

from dossier.effects import theme
from dossier.rendering import searchpage
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.entries import Facet
from dossier.rendering.pages import Desk
from dossier.rendering.render import Renderer
from dossier.rendering.searchpage import search_view, terms
from dossier.rendering.theming import Theme
from dossier.rendering.views import HomeView

THEME = Theme(*theme.load(Path("none")))


def table(made: Dossier) -> Desk:
    return desk(corpus(made), THEME.wording(made.lang))


def facet(made: Dossier, name: str) -> Facet:
    return next(one for one in search_view(table(made)).facets if one.name == name)


def test_search_can_be_switched_off() -> None:
    on = assembled(rich(), THEME.wording("de"))
    assert {"search/index.html", "search/terms.json", "search/passages.js"} <= on.keys()
    off = assembled(rich(has_search=False), THEME.wording("de"))
    assert not any(path.startswith("search/") for path in off)
    assert isinstance(off["index.html"], HomeView)
    assert not off["index.html"].chrome.has_search


def test_facets_hold_what_there_is() -> None:
    made = rich()
    assert [one.value for one in facet(made, "topic").values] == ["missiles", "summit", "leer"]
    assert [one.text for one in facet(made, "year").values] == ["2023", "2022", "2021"]
    assert [one.text for one in facet(made, "source").values] == ["Die Zeitung", "The Paper"]
    assert {one.text for one in facet(made, "lang").values} == {"Deutsch", "Englisch"}
    assert [one.text for one in facet(made, "place").values] == ["Seoul"]
    assert {one.value for one in facet(made, "kind").values} == {"article", "quotation", "event"}
    months = search_view(table(made)).months
    assert months[0] == ("2021", "2021")
    assert ("2023-09", "September 2023") in months


def test_the_page_holds_a_box_for_each_value() -> None:
    html = Renderer(THEME).render("search/index.html", search_view(table(rich()))).decode()
    assert '<input type="checkbox" name="source" value="Die_Zeitung">' in html
    assert '<option value="2023-09">September 2023</option>' in html
    assert html.count("<fieldset") == 7


def test_the_dossiers_own_names_and_terms_are_suggested() -> None:
    made = rich()
    topics = tuple(replace(one, terms={"de": ("Rakete",)}) for one in made.topics)
    rows = terms(table(replace(made, topics=topics)))
    found = {text: rest for text, *rest in rows}
    assert found["Thema missiles"] == ["topic", "topics/missiles/"]
    assert found["Rakete"] == ["term", f"topics/{topics[0].id}/"]
    assert found["Seoul"] == ["place"]
    assert found["Die Zeitung"] == ["source"]
    assert found["Sprecher <i>"] == ["person"]


def test_the_built_in_index_keeps_to_the_rights() -> None:
    one = article("a", "Sichtbar ist nur dieser Anfang des Satzes.", "Geheimes.", rights="excerpt")
    made = assembled(dossier(one, excerpt_chars=20), THEME.wording("de"))
    script = made["search/passages.js"]
    assert isinstance(script, bytes)
    assert script.startswith(b"window.dossierPassages = [")
    (row,) = json.loads(script.removeprefix(b"window.dossierPassages = ").rstrip(b";\n"))
    assert row["url"] == "articles/a/"
    assert [text for _, text, _ in row["blocks"]] == ["Sichtbar ist nur …"]
    assert "Geheimes" not in script.decode()


def test_a_large_dossier_has_no_built_in_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searchpage, "_SMALL", 3)
    made = assembled(rich(), THEME.wording("de"))
    assert "search/passages.js" not in made
    assert search_view(table(rich())).passages == ""
    names = made["search/terms.json"]
    assert isinstance(names, bytes)
    assert msgspec.json.decode(names)
