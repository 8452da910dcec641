from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import msgspec
from corpora import assembled
from rendering.test_corpus import LONG, article, dossier, page, passage, prose, rich, topic

from dossier.effects import theme
from dossier.model import FreePage
from dossier.rendering.editions import Edition
from dossier.rendering.render import Renderer
from dossier.rendering.theming import Theme
from dossier.rendering.wording import Wording

THEME = Theme(*theme.load(Path("none")))
DE = THEME.wording("de")
BASE = "https://desk.example.org/repo/"
LINK = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')


def edition(wording: Wording, **fields: str) -> Edition:
    values = {"title": "Sample", "standfirst": "What it is about.", "method": "# How\n\nSo."}
    return Edition(wording=wording, **(values | fields))


ENGLISH = edition(THEME.wording("en"))


def site(made=None, others=(ENGLISH,), wording=DE) -> dict[str, str]:  # noqa: ANN001
    """Return all text files of a site with editions, by path."""
    renderer = Renderer(THEME)
    return {
        path: (view if isinstance(view, bytes) else renderer.render(path, view)).decode()
        for path, view in assembled(made or rich(), wording, others).items()
        if not path.endswith(".png")
    }


@cache
def both() -> dict[str, str]:
    return site()


def pages(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith("index.html")}


def address(path: str) -> str:
    return BASE + path.removesuffix("index.html")


def test_each_page_is_there_in_each_language() -> None:
    held = pages(both())
    english = {path.removeprefix("en/") for path in held if path.startswith("en/")}
    assert english == {path for path in held if not path.startswith("en/")}
    assert all('<html lang="en" dir="ltr">' in held[f"en/{path}"] for path in english)
    assert all('<html lang="de" dir="ltr">' in held[path] for path in english)


def test_with_one_language_nothing_tells_of_others() -> None:
    text = "".join(site(others=()).values())
    assert "hreflang" not in text
    assert "editions" not in text
    assert "date_en" not in text


def test_an_edition_speaks_its_language() -> None:
    home = both()["en/index.html"]
    assert "<h1>Sample</h1>" in home
    assert "Topic missiles" in home
    assert "What missiles is about." in home
    for german in ("Thema", "Artikel", "Stimmen", "Worum es"):
        assert german not in home
    assert "September 13, 2023" in both()["en/articles/index.html"]
    assert "13. September 2023" in both()["articles/index.html"]


def test_articles_keep_their_language_and_the_interface_has_its_own() -> None:
    german = both()["en/articles/2023-09-eins/index.html"]
    assert '<article class="article" lang="de">' in german
    assert '<div class="about" lang="en">' in german
    assert '<div class="marginalia" lang="en"' in german
    listed = both()["en/topics/missiles/index.html"]
    assert re.search(r'<h2 class="cited"><a href="[^"]*2023-09-eins/" lang="de">', listed)
    assert re.search(r'<span class="title" lang="de">Titel 2023-09-eins', listed)
    assert '<div class="prose" lang="de">' in listed, "what the editor wrote is German"


def test_search_engines_are_told_of_the_other_editions() -> None:
    for path, text in pages(both()).items():
        plain = path.removeprefix("en/")
        assert dict(LINK.findall(text)) == {
            "de": address(plain),
            "x-default": address(plain),
            "en": address(f"en/{plain}"),
        }
        assert f'<link rel="canonical" href="{address(path)}">' in text, "each stands for itself"


def test_without_a_base_url_the_links_are_relative() -> None:
    files = pages(site(rich(base_url="")))
    for path, text in files.items():
        here = urljoin("https://x.example/", path.removesuffix("index.html"))
        found = {lang: urljoin(here, href) for lang, href in LINK.findall(text)}
        plain = path.removeprefix("en/").removesuffix("index.html")
        assert found["en"] == f"https://x.example/en/{plain}"
        assert found["de"] == found["x-default"] == f"https://x.example/{plain}"


def test_the_switch_leads_to_the_same_page() -> None:
    for path, text in pages(both()).items():
        other = "de" if path.startswith("en/") else "en"
        switch = re.search(r'<nav class="editions".*?</nav>', text, re.DOTALL)
        assert switch
        found = re.findall(
            r'<a href="([^"]*)" lang="(\w+)" hreflang="(\w+)"><span class="name">(\w+)', switch[0]
        )
        plain = path.removeprefix("en/")
        wanted = address(f"en/{plain}" if other == "en" else plain)
        name = {"en": "English", "de": "Deutsch"}[other]
        assert [(urljoin(address(path), href), *rest) for href, *rest in found] == [
            (wanted, other, other, name)
        ]


def test_no_link_of_an_edition_leads_nowhere_or_astray() -> None:
    held = {path.removesuffix("index.html") for path in both()}
    for path, text in pages(both()).items():
        here = address(path)
        for href in re.findall(r'(?<= )(?:href|src)="(?!https?:|#)([^"#?]+)', text):
            place = urljoin(here, href).removeprefix(BASE)
            assert place in held or place.startswith(("assets/", "share/")), (path, href)
            switches = f'href="{href}" lang="de"' in text or f'hreflang="de" href="{href}"' in text
            if path.startswith("en/") and place.endswith("/") and not switches:
                assert place.startswith("en/"), (path, href)


def test_the_missing_page_is_one_and_leads_home_in_each_language() -> None:
    assert "en/404.html" not in both()
    page_text = both()["404.html"]
    assert '<a href="/repo/en/" lang="en" hreflang="en">' in page_text
    assert not LINK.findall(page_text)


def test_the_site_map_names_all_editions() -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.fromstring(both()["sitemap.xml"])  # noqa: S314 - our own
    places = [url.findtext(f"{space}loc") for url in root]
    assert sorted(places) == sorted(address(path) for path in pages(both()))
    for url in root:
        links = {link.get("hreflang"): link.get("href") for link in url if link.get("hreflang")}
        assert set(links) == {"de", "en", "x-default"}
        assert url.findtext(f"{space}loc") in links.values()
    assert both()["robots.txt"].count("Sitemap:") == 1


def test_feeds_are_an_editions_own_and_data_is_shared() -> None:
    feed = both()["en/topics/missiles/feed.xml"]
    assert ' xml:lang="en">' in feed
    assert f'href="{BASE}en/topics/missiles/"' in feed
    assert f"{BASE}en/articles/2023-09-eins/" in feed
    assert not [path for path in both() if path.startswith("en/data/") and "index" not in path]
    assert 'href="../../data/dossier.json"' in both()["en/data/index.html"]
    assert f"{BASE}data/dossier.json" in both()["en/data/index.html"]


def test_no_article_is_in_the_search_index_twice() -> None:
    marked = [path for path, text in pages(both()).items() if "data-pagefind-body" in text]
    assert marked
    assert all(path.startswith("articles/") for path in marked)
    assert not any(
        "pagefind-" in text
        for path, text in both().items()
        if path.startswith("en/articles/") and "data-pagefind-body" in text
    )


def test_the_search_of_each_language_shows_dates_in_it() -> None:
    text = both()["articles/2023-09-13-zwei/index.html"]
    assert 'content="13. September 2023" data-pagefind-meta="date[content]"' in text
    assert 'content="September 13, 2023" data-pagefind-meta="date_en[content]"' in text
    english, german = both()["en/search/index.html"], both()["search/index.html"]
    assert 'data-root="../" data-base="../../" data-dates="date_en date"' in english
    assert 'data-root="../" data-base="../" data-dates="date date_en"' in german
    raw = both()["search/passages.js"].partition("= ")[2].rstrip(";\n")
    dates = {row["url"]: row["meta"].get("date_en") for row in msgspec.json.decode(raw)}
    assert dates["articles/2023-09-13-zwei/"] == "September 13, 2023"
    assert "Topic missiles" in both()["en/search/terms.json"]
    assert "Thema missiles" in both()["search/terms.json"]


# --- what the editor writes in several languages --------------------------------------------


def free(stem: str, title: str) -> FreePage:
    name = stem.replace(".", "-")
    return FreePage(name=name, title=title, markdown="Text.", path=f"content/pages/{stem}.md")


def test_a_free_page_may_have_a_version_for_each_language() -> None:
    made = dossier(pages=(free("about", "Über uns"), free("about.en", "About us"),
                          free("imprint", "Impressum"), free("data.en", "Numbers")))  # fmt: skip
    files = site(made)
    assert "<h1>Über uns</h1>" in files["about/index.html"]
    assert "<h1>About us</h1>" in files["en/about/index.html"]
    assert "about-en/index.html" not in files
    assert '<h1 lang="de">Impressum</h1>' in files["en/imprint/index.html"]
    assert '<div class="prose column" lang="de">' in files["en/imprint/index.html"]
    assert "<h1>Data</h1>" in files["en/data/index.html"], "a name of the program's stays its own"


def test_in_one_language_such_a_name_means_nothing() -> None:
    assert "about-en/index.html" in site(dossier(pages=(free("about.en", "About us"),)), others=())


def test_an_introduction_may_have_a_version_for_each_language() -> None:
    introductions = {
        "summit": FreePage(name="", title="", markdown="Deutsch.", path="content/topics/x"),
        "summit.en": FreePage(name="", title="", markdown="English.", path="content/topics/x"),
        "talks": FreePage(name="", title="", markdown="Nur deutsch.", path="content/topics/x"),
    }
    files = site(dossier(topics=(topic("summit"), topic("talks")), introductions=introductions))
    assert "Deutsch." in files["topics/summit/index.html"]
    assert "English." in files["en/topics/summit/index.html"]
    assert (
        '<div class="prose intro" lang="de"><p>Nur deutsch.' in files["en/topics/talks/index.html"]
    )


# --- further languages ----------------------------------------------------------------------


def toy(lang: str) -> Wording:
    """Make a language of one file: every text in angle brackets, places and forms kept."""
    strings = {
        key: {form: f"‹{one}›" for form, one in text.items()} if isinstance(text, dict)
        else f"‹{text}›"
        for key, text in THEME.wording("en").strings.items()
    }  # fmt: skip
    return Wording(lang, strings, f"i18n/{lang}.toml")


def test_a_third_language_is_one_file() -> None:
    files = site(others=(ENGLISH, edition(toy("nl"), method_lang="en")))
    home = files["nl/index.html"]
    assert "‹Topics›" in home
    assert "‹Voices›" in home
    visible = re.sub(r"<[^>]*>", " ", home[home.index("<body") :])
    assert not re.search(r"(?<!‹)\b(Topics|Voices|Articles|Chronology)\b", visible)
    assert [name for name, _ in LINK.findall(home)] == ["de", "x-default", "en", "nl"]
    assert home.count("<li><a href=", home.index('class="editions"'), home.index("<details")) == 2
    assert '<div class="prose column" lang="en">' in files["nl/method/index.html"]


def test_a_language_that_is_written_from_right_to_left() -> None:
    files = site(others=(edition(toy("ar")),))
    page_text = files["ar/articles/2023-09-eins/index.html"]
    assert '<html lang="ar" dir="rtl">' in page_text
    assert '<article class="article" lang="de" dir="ltr">' in page_text
    assert '<div class="about" lang="ar" dir="rtl">' in page_text
    assert '<div class="marginalia" lang="ar" dir="rtl"' in page_text
    assert 'lang="ar" dir="rtl" hreflang="ar"' in files["index.html"]


def test_an_article_that_is_written_from_right_to_left() -> None:
    one = article("arabisch", LONG, lang="ar", title="خبر")
    made = dossier(one, topics=(topic("t"),), topic_pages=(page("t", passage(one), prose("So.")),))
    files = site(made, others=())
    assert '<article class="article" lang="ar" dir="rtl">' in files["articles/arabisch/index.html"]
    assert '<div class="about" lang="de" dir="ltr">' in files["articles/arabisch/index.html"]
    assert '<div class="text" lang="ar" dir="rtl">' in files["topics/t/index.html"]
    assert '<span class="title" lang="ar" dir="rtl">خبر' in files["topics/t/index.html"]


def test_style_sheets_know_no_left_and_right() -> None:
    """Sides are named by the direction of the text, so that other scripts are mirrored."""
    css = re.sub(r"/\*.*?\*/", "", THEME.text("assets/site.css"), flags=re.DOTALL)
    sided = r"[;{\s](?:(?:(?:margin|padding|border)-)?(?:left|right)|text-align: (?:left|right))\b"
    found = [line for line in css.splitlines() if re.search(sided, line)]
    assert not found
