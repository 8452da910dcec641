from __future__ import annotations

import pytest

from dossier.reading.jsonld import Stated
from dossier.reading.page import parse_page
from dossier.reading.pagemeta import PageMeta

NOTHING = Stated()


def meta(head: str, body: str = "<p>x</p>", url: str = "", root: str = "") -> PageMeta:
    page = f"<html {root}><head>{head}</head><body>{body}</body></html>"
    return PageMeta(parse_page(page, where="x"), url=url)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (
            '<meta property="article:published_time" content="2023-09-13T10:00:00+02:00">',
            "2023-09-13",
        ),
        ('<meta name="date" content="13.09.2023">', "2023-09-13"),
        ('<meta itemprop="datePublished" content="2023-09">', "2023-09"),
        ('<meta name="DC.date.issued" content="2023">', "2023"),
        (
            '<meta name="date" content="unknown"><meta name="pubdate" content="20230913">',
            "2023-09-13",
        ),
        ('<meta property="article:modified_time" content="2023-09-14">', ""),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', ""),
    ],
)
def test_dates_of_publication(head: str, date: str) -> None:
    assert meta(head).published(NOTHING) == date


def test_jsonld_comes_first_and_a_marked_time_last() -> None:
    page = meta(
        '<meta name="date" content="2023-09-12">',
        '<time class="entry-date published" datetime="2023-09-11">vor 3 Tagen</time>',
    )
    assert page.published(Stated(published="2023-09-13")) == "2023-09-13"
    assert page.published(NOTHING) == "2023-09-12"
    only = meta(
        "", '<time datetime="2020-01-01">x</time><time itemprop="datePublished">13.09.2023</time>'
    )
    assert only.published(NOTHING) == "2023-09-13"


def test_dates_of_change() -> None:
    head = '<meta property="article:modified_time" content="2023-09-14T00:00:00Z">'
    assert meta(head).modified(NOTHING) == "2023-09-14T00:00:00Z"
    assert meta(head).modified(Stated(modified="2023-09-15")) == "2023-09-15"


@pytest.mark.parametrize(
    ("published", "modified", "change"),
    [
        ("2023-09-12", "2023-09-13 21:30:00+0200", "2023-09-13T21:30:00+02:00"),
        ("2023-09-12T08:00:00+02:00", "2023-09-12T08:00:00+02:00", ""),
        ("2023-09-12T22:15:00Z", "2023-09-13T00:15:00+02:00", ""),
        ("2023-09-12T08:00:00Z", "2023-09-11T08:00:00Z", ""),
        ("2023-09-12", "1970-01-01T00:00:00Z", ""),
        ("", "gestern", ""),
    ],
)
def test_a_change_comes_after_publication(published: str, modified: str, change: str) -> None:
    assert meta("").modified(Stated(published=published, modified=modified)) == change


def test_licences_of_pictures_and_reserved_rights_are_no_licence() -> None:
    cc = "<a href='https://creativecommons.org/licenses/{}/4.0/'>x</a>"
    assert meta("", cc.format("by")).licence(NOTHING).endswith("/by/4.0/")
    assert meta("", cc.format("by") + cc.format("by-sa")).licence(NOTHING) == ""
    assert meta('<meta name="dc.rights" content="© 2023 Blatt">').licence(NOTHING) == ""


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        (
            '<meta name="author" content="Erika Muster, Max Mustermann">',
            "",
            ("Erika Muster", "Max Mustermann"),
        ),
        ('<meta name="author" content="Von Erika Muster">', "", ("Erika Muster",)),
        ('<meta property="article:author" content="https://facebook.com/x">', "", ()),
        ('<meta name="author" content="admin">', "", ()),
        ("", '<a rel="author" href="/a">Erika Muster</a>', ("Erika Muster",)),
        (
            "",
            '<span itemprop="author"><span itemprop="name">Erika Muster</span></span>',
            ("Erika Muster",),
        ),
    ],
)
def test_authors_are_people(head: str, body: str, names: tuple[str, ...]) -> None:
    assert meta(head, body + "<p>x</p>").authors(NOTHING) == names


def test_an_outlet_is_an_author_only_if_nobody_else_is() -> None:
    page = meta('<meta property="og:site_name" content="Blatt">')
    assert page.authors(Stated(authors=("Blatt", "Erika Muster"))) == ("Erika Muster",)
    assert page.authors(Stated(authors=("Blatt",))) == ("Blatt",)


def test_addresses_are_absolute_and_lead_to_the_article() -> None:
    assert (
        meta('<link rel="canonical" href="/x">', url="https://a.de/x?utm=1").address(NOTHING)
        == "https://a.de/x"
    )
    front = '<link rel="canonical" href="https://a.de/">'
    front += '<meta property="og:url" content="https://a.de/x">'
    assert meta(front).address(NOTHING) == "https://a.de/x"
    assert meta('<link rel="canonical" href="javascript:x">').address(NOTHING) == ""
    assert meta('<link rel="canonical" href="http://[bad">').address(NOTHING) == ""


def test_outlet_language_licence_and_description() -> None:
    page = meta(
        '<meta property="og:site_name" content="Blatt">'
        '<meta property="og:description" content="Kurz.">',
        '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC</a>',
        root='lang="de-DE"',
    )
    assert page.outlet(NOTHING) == "Blatt"
    assert page.language(NOTHING) == "de"
    assert page.description(NOTHING) == "Kurz."
    assert page.licence(NOTHING) == "https://creativecommons.org/licenses/by/4.0/"
    assert page.licence(Stated(licence="CC0")) == "CC0"
    assert meta("").outlet(Stated(outlet="Verlag")) == "Verlag"
    assert meta('<meta property="og:locale" content="en_GB">').language(NOTHING) == "en"


def test_a_byline_in_plain_words_is_better_than_nobody() -> None:
    line = (
        "<div class='meta'>Posted in <a href='/x'>Recht</a> by Ida Muster on August 3, 2019</div>"
    )
    assert meta("", line).authors(NOTHING) == ("Ida Muster",)
    assert meta("", "<p class='meta'>von heute auf morgen</p>").authors(NOTHING) != ("heute",)
