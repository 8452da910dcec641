from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.model import Draft
from dossier.reading.html import read_fragment, read_html

PAGES = Path(__file__).parent / "pages"
EXPECTED = {
    "broadcaster": [
        ("caption", "Kim Jong Un winkt aus seinem Zug."),
        ("paragraph", "Der nordkoreanische Machthaber"),
        ("paragraph", "Vermutet wird"),
        ("crosshead", "Scharfe Kritik aus Washington"),
        ("paragraph", "Die USA warnten"),
        ("paragraph", "Für ihre erste"),
        ("crosshead", '"Zeichen der Schwäche"'),
        ("paragraph", "Parallel zu dem"),
    ],
    "weekly": [
        ("paragraph", "Zum ersten Mal seit Jahren"),
        ("paragraph", "Der nordkoreanische Machthaber"),
        ("paragraph", "Vermutet wird"),
        ("caption", "Staatschefs Kim, Putin: Erste Zusammenkunft seit Jahren"),
        ("crosshead", "Waffen gegen Technologie"),
        ("paragraph", "Die USA warnten"),
        ("paragraph", "Für ihre erste"),
        ("crosshead", "Raketen über dem Meer"),
        ("paragraph", "Parallel zu dem"),
    ],
    "portal": [
        ("paragraph", "Wostotschny (dpa) - Der"),
        ("paragraph", "Vermutet wird"),
        ("crosshead", "USA sehen Schwäche"),
        ("paragraph", "Die USA warnten"),
        ("paragraph", "Für ihre erste"),
        ("paragraph", "Parallel zu dem"),
    ],
    "scripted": [
        ("paragraph", "Der nordkoreanische Machthaber"),
        ("paragraph", "Die USA warnten"),
        ("paragraph", "Parallel zu dem"),
    ],
    "english": [
        ("caption", "The two leaders shook hands at the Vostochny spaceport"),
        ("paragraph", "North Korean leader"),
        ("paragraph", "The two leaders shook hands and"),
        ("crosshead", "Arms for technology"),
        ("paragraph", "Analysts say"),
        ("quote", '"We will talk about all issues'),
        ("paragraph", "The United States has warned"),
        ("paragraph", "Hours before"),
    ],
    "regional": [
        ("paragraph", "Der Machthaber reist"),
        ("paragraph", "Wladiwostok. Es ist"),
        ("crosshead", "Was will Russland?"),
        ("paragraph", "Moskau braucht"),
        ("crosshead", "Was will Nordkorea?"),
        ("paragraph", "Pjöngjang hofft"),
        ("crosshead", "Nachbarn sind besorgt"),
        ("paragraph", "In Tokio"),
        ("paragraph", "Der Kreml äußerte"),
    ],
}


def page(name: str, url: str = "") -> Draft:
    return read_html((PAGES / f"{name}.html").read_bytes(), where=name, url=url)


@pytest.mark.parametrize("name", EXPECTED)
def test_blocks_are_the_articles_and_nothing_else(name: str) -> None:
    draft = page(name)
    expected = EXPECTED[name]
    assert [block.type for block in draft.blocks] == [kind for kind, _ in expected]
    for block, (_, start) in zip(draft.blocks, expected, strict=True):
        assert block.text.startswith(start)


@pytest.mark.parametrize(
    ("name", "title", "authors"),
    [
        ("broadcaster", "Gipfel in Wostotschny: Kim trifft Putin", ("rundfunk.example",)),
        (
            "weekly",
            "Nordkorea: Kim Jong Un trifft Wladimir Putin",
            ("Erika Muster", "Max Mustermann"),
        ),
        ("portal", "Kim trifft Putin in Russland", ()),
        ("scripted", "Kim trifft Putin & redet", ("Erika Muster", "Max Mustermann")),
        ("regional", "Kim trifft Putin: Das ist geplant", ("Erika Muster",)),
    ],
)
def test_titles_dates_and_authors(name: str, title: str, authors: tuple[str, ...]) -> None:
    draft = page(name)
    assert (draft.title, draft.title_by) == (title, "source")
    assert draft.authors == authors
    assert (draft.date, draft.date_by) == ("2023-09-13", "source")


def test_credits_stand_apart() -> None:
    named = [block.credit for name in EXPECTED for block in page(name).blocks if block.credit]
    assert named == ["AFP", "Vladimir Smirnov / AP", "Reuters"]


def test_source_language_and_agency() -> None:
    draft = page("broadcaster")
    assert draft.source.name == "rundfunk.example"
    assert draft.source.url == "https://www.rundfunk.example/ausland/kim-putin-100.html"
    assert draft.lang == "de"
    assert draft.description == "Kim und Putin treffen sich im Fernen Osten Russlands."
    assert page("portal").source.agency == ("dpa",)
    assert page("portal").lang == ""


def test_a_wrong_charset_declaration_does_no_harm() -> None:
    data = (PAGES / "broadcaster.html").read_bytes().replace(b'charset="utf-8"', b'charset="ascii"')
    assert "Gesprächen" in read_html(data, where="x").blocks[1].text


@pytest.mark.parametrize("name", EXPECTED)
def test_truncated_pages_are_read_as_far_as_they_go(name: str) -> None:
    data = (PAGES / f"{name}.html").read_bytes()
    for end in range(40, len(data), len(data) // 12):
        try:
            read_html(data[:end], where=name)
        except ReadingError as error:
            assert error.hint  # noqa: PT017 - either is right


def test_a_fragment_is_all_text() -> None:
    blocks = read_fragment(
        "<p>Eins &amp; zwei.</p><h3>Drei</h3><ul><li>a</li><li>b</li></ul><p>Ende."
    )
    assert [(block.type, block.text) for block in blocks] == [
        ("paragraph", "Eins & zwei."),
        ("crosshead", "Drei"),
        ("list", "a\nb"),
        ("paragraph", "Ende."),
    ]
    assert read_fragment("") == ()
    assert [block.text for block in read_fragment("Nur Text")] == ["Nur Text"]


WORDS = (
    "<p> </p> <div> <h2> </h2> <ul> <li> <b> </b> <br> <a> <figure> <figcaption> </figure> <table> "
    "<tr> <td> <blockquote> <script> <title> <time> <article> text Satz. <!-- --> <html> <body> "
    "&amp; \x00"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_any_markup_gives_a_draft_or_a_reason(parts: list[str]) -> None:
    try:
        draft = read_html(" ".join(parts).encode(), where="x")
    except ReadingError:
        return
    assert all(block.text for block in draft.blocks)
    assert len({block.id for block in draft.blocks}) == len(draft.blocks)


def _sentence(number: int) -> str:
    return (
        f"Im {number}. Eintrag steht, was um diese Zeit geschah, und zwar in einem Satz, der lang "
        "genug ist, um ein Absatz zu sein, und in dem ein Sprecher zu Wort kommt."
    )


def test_a_live_ticker_keeps_its_entries_and_their_headings() -> None:
    entries = "".join(
        f"<article class='ticker__item'><time>1{n}:23 Uhr</time><h3>Meldung Nummer {n}</h3>"
        f"<div class='ticker__text'><p>{_sentence(n)}</p></div><div class='sharing'>Teilen</div>"
        "</article>"
        for n in range(6)
    )
    page = (
        "<html><head><title>Ticker: Kim in Russland</title></head><body><main class='liveticker'>"
        f"<h1>Ticker: Kim in Russland</h1><p class='intro'>{_sentence(9)}</p>"
        f"<div class='ticker'>{entries}</div><div class='ticker-more'><a href='/x'>Mehr laden</a>"
        "</div></main></body></html>"
    )
    found = read_html(page.encode(), where="x").blocks
    assert [block.text for block in found if block.type == "paragraph"] == [
        _sentence(n) for n in (9, 0, 1, 2, 3, 4, 5)
    ]
    heads = [block.text for block in found if block.type == "crosshead"]
    assert heads == [f"Meldung Nummer {n}" for n in range(6)]


def test_the_captions_of_a_gallery_are_no_paragraphs() -> None:
    pictures = "".join(
        f"<li><figure><img><figcaption>Bild {n} zeigt den Bahnhof von der anderen Seite des Flusses"
        " am Morgen. <span class='credit'>Foto: Ida Muster</span></figcaption></figure></li>"
        for n in range(8)
    )
    texts = "".join(f"<p>{_sentence(n)}</p>" for n in range(3))
    page = (
        f"<html><body><article><h1>Der Bahnhof</h1>{texts}<div class='gallery'><ul>{pictures}</ul>"
        f"</div><p>{_sentence(3)}</p></article></body></html>"
    )
    found = read_html(page.encode(), where="x").blocks
    texts_found = [block.text for block in found if block.type == "paragraph"]
    assert texts_found == [_sentence(n) for n in range(4)]
    assert {block.credit for block in found if block.type == "caption"} <= {"Ida Muster"}


def test_text_that_is_hidden_until_paid_for_is_read_and_the_offer_is_not() -> None:
    texts = "".join(f"<p>{_sentence(n)}</p>" for n in range(5))
    page = (
        f"<html><body><article><h1>Der Bahnhof</h1><p>{_sentence(9)}</p><div class='paywalled' "
        f"style='display:none'>{texts}</div><div class='paywall-offer'><h3>Weiterlesen mit Plus"
        "</h3><p>Jetzt vier Wochen lang für einen Euro testen.</p></div></article></body></html>"
    )
    found = [block.text for block in read_html(page.encode(), where="x").blocks]
    assert found == [_sentence(n) for n in (9, 0, 1, 2, 3, 4)]


def test_what_a_class_says_of_a_state_is_not_what_it_is_for() -> None:
    texts = "".join(
        f"<div class='print:hidden sm:share'><p>{_sentence(n)}</p></div>" for n in (1, 2)
    )
    page = f"<html><body><article><h1>Kim</h1><p>{_sentence(0)}</p>{texts}</article></body></html>"
    assert len(read_html(page.encode(), where="x").blocks) == 3


def test_the_last_change_and_the_licence_are_kept() -> None:
    draft = page("weekly")
    assert (draft.modified, draft.licence) == ("2023-09-14T05:15:00Z", "")
