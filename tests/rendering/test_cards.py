from __future__ import annotations

from pathlib import Path
from typing import Any

from corpora import assembled
from rendering.test_corpus import dossier, rich

from dossier.effects import theme
from dossier.rendering.cards import share_cards
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.fileviews import ShareCard
from dossier.rendering.look import Look
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme

THEME = Theme(*theme.load(Path("none")))
BASE = "https://desk.example.org/repo/"


def cards(**fields: Any) -> dict[str, ShareCard]:  # noqa: ANN401
    return dict(share_cards(desk(corpus(rich(**fields)), THEME.wording("de"))))


def html(path: str, made: Dossier) -> str:
    view = assembled(made, THEME.wording("de"))[path]
    assert not isinstance(view, bytes)
    return Renderer(THEME).render(path, view).decode()


def test_the_home_page_and_the_topics_have_one() -> None:
    made = cards(og_images="main", look=Look(accent_colour="#00aa00"))
    assert set(made) == {
        "share/home.png",
        *(f"share/topics/{name}.png" for name in ("missiles", "summit", "leer")),
    }
    assert made["share/topics/summit.png"].title == "Thema summit"
    assert made["share/home.png"].colour.startswith("#00")


def test_articles_have_one_when_all_do() -> None:
    made = cards(og_images="all")
    article = made["share/articles/2023-09-eins.png"]
    assert article.kicker == "September 2023 · Die Zeitung"
    assert made["share/articles/vier.png"].kicker == ""


def test_without_an_address_or_the_wish_there_are_none() -> None:
    assert cards(og_images="main", base_url="") == {}
    assert cards(og_images="none") == {}


def test_a_page_names_its_picture_or_the_home_pages() -> None:
    made = rich(og_images="main")
    assert f'content="{BASE}share/topics/summit.png"' in html("topics/summit/index.html", made)
    assert f'content="{BASE}share/home.png"' in html("articles/vier/index.html", made)
    every = html("articles/vier/index.html", rich(og_images="all"))
    assert f'content="{BASE}share/articles/vier.png"' in every
    assert "og:image" not in html("index.html", rich(og_images="none"))


def test_pictures_that_pages_name_are_in_the_site() -> None:
    files = assembled(rich(og_images="all"), THEME.wording("de"))
    for path, view in files.items():
        if path.endswith(".html"):
            image = view.chrome.image  # type: ignore[union-attr]
            assert image.removeprefix(BASE) in files, path


def test_an_empty_dossier_has_one_too() -> None:
    made = share_cards(desk(corpus(dossier(og_images="main")), THEME.wording("en")))
    assert [path for path, _ in made] == ["share/home.png"]
