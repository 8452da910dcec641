from __future__ import annotations

import pytest

from dossier.reading.page import parse_page
from dossier.reading.pagetitle import Titles, find_title, strip_outlet


def title(page: str, **stated: str) -> str:
    return find_title(parse_page(f"<html>{page}</html>", where="x"), Titles(**stated))


@pytest.mark.parametrize(
    ("text", "names", "stripped"),
    [
        ("Kim trifft Putin - taz.de", {"taz"}, "Kim trifft Putin"),
        ("Kim trifft Putin | tagesschau.de", {"tagesschaude"}, "Kim trifft Putin"),
        ("Blatt: Kim trifft Putin", {"blatt"}, "Blatt: Kim trifft Putin"),
        ("BLATT | Kim trifft Putin", {"blatt"}, "Kim trifft Putin"),
        ("Kim trifft Putin - Politik - Blatt", {"blatt"}, "Kim trifft Putin"),
        ("Kim – wer ist das?", {"blatt"}, "Kim – wer ist das?"),
        ("Moskau - Kim trifft Putin", {"blatt"}, "Moskau - Kim trifft Putin"),
    ],
)
def test_outlets_are_removed(text: str, names: set[str], stripped: str) -> None:
    assert strip_outlet(text, names) == stripped


def test_what_two_agree_on_wins() -> None:
    page = "<title>SEO-Titel für Kim | Blatt</title><h1>Kim trifft Putin</h1>"
    assert (
        title(page, headline="Kim trifft Putin", og="Kim und Putin: Alles", outlet="Blatt")
        == "Kim trifft Putin"
    )


def test_a_headline_on_the_page_shows_where_the_title_ends() -> None:
    page = "<title>(S+) Kim trifft Putin - DER SPIEGEL</title><h2>Kim trifft Putin</h2>"
    assert title(page, og="(S+) Kim trifft Putin - DER SPIEGEL - Ausland") == "Kim trifft Putin"


def test_the_site_may_name_itself_in_the_first_heading() -> None:
    page = "<title>Kim trifft Putin – Mein Blog</title><h1>Mein Blog</h1><h1>Kim trifft Putin</h1>"
    assert title(page, outlet="Mein Blog") == "Kim trifft Putin"


def test_a_kicker_in_the_heading_is_joined_as_stated() -> None:
    page = "<title>x</title><h1><span>Gipfel</span> <span>Kim trifft Putin in Moskau</span></h1>"
    assert (
        title(page, og="Gipfel: Kim trifft Putin in Moskau") == "Gipfel: Kim trifft Putin in Moskau"
    )


def test_without_anything_there_is_no_title() -> None:
    assert title("<p>x</p>") == ""
    assert (
        title("<title>Kim trifft Putin in Moskau | Blatt</title><p>x</p>")
        == "Kim trifft Putin in Moskau"
    )


def test_a_heading_that_leads_home_is_the_sites_name() -> None:
    page = (
        "<title>Die Figuren - Salsa-Figuren - Rueda in Berlin</title>"
        "<h1><a href='/'>Salsa-Figuren - Rueda in Berlin</a></h1><div>Die Figuren</div>"
    )
    assert title(page) == "Die Figuren"
    away = "<title>Kim trifft Putin</title><h1><a href='/artikel/1'>Kim trifft Putin</a></h1>"
    assert title(away) == "Kim trifft Putin"
    bad = "<title>Kim trifft Putin</title><h1><a href='http://[x'>Kim trifft Putin</a></h1>"
    assert title(bad) == "Kim trifft Putin"
