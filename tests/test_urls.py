from __future__ import annotations

import doctest
import json
import re
from pathlib import Path

import pytest
from helpers_project import CALM, sample
from hypothesis import given
from hypothesis import strategies as st

from dossier import urls


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(urls).failed == 0


def naughty() -> list[str]:
    """Return the naughty strings of the shared samples."""
    folder = sample("badinput")
    strings: list[str] = json.loads((folder / "blns.json").read_text(encoding="utf-8"))
    for path in sorted((folder / "fuzzdb").iterdir()):
        strings += path.read_text(encoding="utf-8", errors="replace").splitlines()
    return strings


def assert_stays_in_its_folder(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= 66
    assert urls.is_slug(name)
    folder = Path("/content/articles")
    assert (folder / f"{name}.md").resolve().parent == folder


def test_no_naughty_string_leaves_the_folder() -> None:
    strings = naughty()
    assert len(strings) > 500
    for text in strings:
        assert_stays_in_its_folder(urls.slug(text))
        assert_stays_in_its_folder(urls.article_id(text, text, ()))
        assert_stays_in_its_folder(urls.article_id("2023-09", text, ()))


def test_no_naughty_string_becomes_a_link_that_runs_code() -> None:
    for text in naughty():
        made = urls.web_url(text)
        assert not made or re.match(r"(?:https?://[^\s\"'<>]|mailto:)", made, re.IGNORECASE), text
        assert not set(made) & set('<>" \n\t'), text


@CALM
@given(st.text())
def test_a_slug_is_a_safe_name_and_its_own_slug(text: str) -> None:
    made = urls.slug(text)
    assert_stays_in_its_folder(made)
    assert urls.slug(made) == made


@CALM
@given(st.text(), st.sampled_from(("", "2023", "2023-09", "2023-09-13", "2023-08~", "../x")))
def test_an_article_id_is_an_id_and_not_taken(name: str, date: str) -> None:
    first = urls.article_id(date, name, ())
    second = urls.article_id(date, name, {first})
    third = urls.article_id(date, name, {first, second})
    assert len({first, second, third}) == 3
    for made in (first, second, third):
        assert urls.is_article_id(made)


@pytest.mark.parametrize(
    ("date", "name", "wanted"),
    [
        ("2023-09", "kim-putin-2023-09", "2023-09-kim-putin"),
        ("2023-09-13", "2023-09-13 Kim trifft Putin", "2023-09-13-kim-trifft-putin"),
        ("2023", "2023", "2023-article"),
        ("", "2023", "2023-article"),
        ("", "undated", "undated-article"),
        ("2023-08~", "Gipfel", "2023-08-gipfel"),
        ("gestern", "Gipfel", "gipfel"),
        ("", "Größe Äpfel Öl", "groesse-aepfel-oel"),
        ("", "Ким Чен Ын", "kim-chen-yn"),
        ("", "???", "article"),
    ],
)
def test_ids_from_date_and_name(date: str, name: str, wanted: str) -> None:
    assert urls.article_id(date, name, ()) == wanted


def test_a_second_article_of_the_same_name_gets_a_number() -> None:
    assert urls.article_id("", "Gipfel", {"gipfel", "gipfel-2"}) == "gipfel-3"


@pytest.mark.parametrize(
    "text", ["", "A", "a b", "a--b", "-a", "a-", "a/b", "..", "con", "ä", "a\n"]
)
def test_what_is_no_slug(text: str) -> None:
    assert not urls.is_slug(text)


def test_a_mere_year_is_a_slug_but_no_articles_id() -> None:
    assert urls.is_slug("2023")
    assert not urls.is_article_id("2023")
    assert not urls.is_article_id("undated")
    assert not urls.is_article_id("2023-09")
    assert urls.is_article_id("2023-09-13")


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        (" https://example.org/a?b=c#d ", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://münchen.example/ü", "https://münchen.example/ü"),
        ("https://", ""),
        ("//example.org/a", ""),
        ("example.org", ""),
        ("JavaScript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ('https://example.org/"onclick="', ""),
        ("https://example.org/a b", ""),
        ("http://[::1", ""),
    ],
)
def test_addresses_that_may_stand_in_a_link(url: str, wanted: str) -> None:
    assert urls.web_url(url) == wanted


def test_addresses_on_the_site() -> None:
    assert urls.article_href("a") == "articles/a/"
    assert urls.article_href("a", "p-1") == "articles/a/#p-1"
    assert urls.topic_href("t") == "topics/t/"
    assert urls.topic_href("t", "2023") == "topics/t/2023/"


@CALM
@given(st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), max_size=4))
def test_the_way_to_the_root_leads_there(parts: list[str]) -> None:
    href = "".join(f"{part}/" for part in parts)
    page = Path("/site", urls.output_path(href))
    assert page.name == "index.html"
    assert (page.parent / urls.root_from(href)).resolve() == Path("/site")


@pytest.mark.parametrize(
    ("base", "path"),
    [
        ("", "/"),
        ("https://desk.example", "/"),
        ("https://desk.github.io/repo", "/repo/"),
        ("https://desk.github.io/repo/", "/repo/"),
    ],
)
def test_the_path_at_which_the_site_lies(base: str, path: str) -> None:
    assert urls.base_path(base) == path


@given(st.text("abÄöß -09", max_size=70))
def test_the_short_way_to_a_slug_leads_where_the_library_does(text: str) -> None:
    patch = pytest.MonkeyPatch()
    with patch.context() as changed:
        changed.setattr(urls, "_PLAIN", re.compile(r"(?!)"))
        slow = urls.slug.__wrapped__(text)
    assert urls.slug.__wrapped__(text) == slow
