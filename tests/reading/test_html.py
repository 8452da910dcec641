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
