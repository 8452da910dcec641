from __future__ import annotations

from pathlib import Path

from corpora import assembled
from rendering.test_corpus import article, dossier, page, passage, rich, topic

from dossier.effects import theme
from dossier.rendering.assemble import RESERVED
from dossier.rendering.fileviews import HuesView, SitemapView
from dossier.rendering.theming import Theme

DATA = frozenset(
    "index.html articles.csv csv-metadata.json dossier.bib dossier.csl.json dossier.json "  # noqa: SIM905
    "dossier.ris dossier.schema.json events.csv mentions.csv passages.csv published.json "
    "voices.csv".split()
)
DE = Theme(*theme.load(Path("none"))).wording("de")


def test_every_page_of_the_design_is_there() -> None:
    assert set(assembled(rich(), DE)) == {
        "index.html",
        "404.html",
        "about/index.html",
        "method/index.html",
        "search/index.html",
        "search/passages.js",
        "search/terms.json",
        "topics/index.html",
        *(f"topics/{name}/index.html" for name in ("missiles", "summit", "leer")),
        *(f"topics/{name}/feed.xml" for name in ("missiles", "summit", "leer")),
        "articles/index.html",
        *(
            f"articles/{name}/index.html"
            for name in ("2021-drei", "2022-cut", "2023-09-eins", "2023-09-13-zwei", "vier")
        ),
        "chronology/index.html",
        "voices/index.html",
        "places/index.html",
        "feed.xml",
        "feed.json",
        "site.webmanifest",
        *(f"topics/{name}/feed.json" for name in ("missiles", "summit", "leer")),
        "sitemap.xml",
        "robots.txt",
        "assets/hues.css",
        *(f"data/{name}" for name in DATA),
        *(f"sources/{name}index.html" for name in ("", "die-zeitung/", "the-paper/", "unnamed/")),
        "updates/index.html",
    }


def test_an_empty_dossier_has_its_fixed_pages() -> None:
    files = assembled(dossier(), DE)
    assert {"index.html", "topics/index.html", "voices/index.html", "404.html"} <= set(files)
    assert isinstance(files["sitemap.xml"], SitemapView)
    assert files["assets/hues.css"] == HuesView(hues=())


def test_the_same_dossier_gives_the_same_views() -> None:
    assert assembled(rich(), DE) == assembled(rich(), DE)


def test_the_order_in_which_articles_are_read_does_not_matter() -> None:
    one, two = article("a", "Eins."), article("b", "Zwei.")
    pages = (page("x", passage(one), passage(two)),)
    made = [
        assembled(dossier(*articles, topics=(topic("x"),), topic_pages=pages), DE)
        for articles in ((one, two), (two, one))
    ]
    assert made[0] == made[1]


def test_what_the_program_makes_itself_is_reserved() -> None:
    folders = {path.partition("/")[0] for path in assembled(rich(), DE) if "/" in path}
    assert folders - {"about", "method"} <= RESERVED
