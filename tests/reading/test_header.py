from __future__ import annotations

import pytest

from dossier.model import Source
from dossier.reading.header import agencies, take


@pytest.mark.parametrize(
    ("text", "date", "rest"),
    [
        (" date 2023-09 Lange war es so.", "2023-09", "Lange war es so."),
        ("Datum: 13.09.2023 Lange war es so.", "2023-09-13", "Lange war es so."),
        ("date 2023 was a good year.", "", "date 2023 was a good year."),
        ("date 2023-99 Lange", "", "date 2023-99 Lange"),
    ],
)
def test_a_glued_date_is_taken_out(text: str, date: str, rest: str) -> None:
    stated, left = take(text)
    assert (stated.date, left) == (date, rest)


def test_header_lines_are_taken_out() -> None:
    stated, rest = take(
        "Titel: Der Gipfel\nDatum: 13. September 2023\nAutorin: Erika Muster\nQuelle: taz\n"
        "URL: https://taz.de/x\nSprache: Deutsch\n\nEs begann."
    )
    assert stated.title == "Der Gipfel"
    assert stated.date == "2023-09-13"
    assert stated.authors == ("Erika Muster",)
    assert stated.source == Source(name="taz", url="https://taz.de/x")
    assert stated.lang == "de"
    assert rest.strip() == "Es begann."


@pytest.mark.parametrize(
    ("line", "authors", "date"),
    [
        ("Von Max Müller", ("Max Müller",), ""),
        (
            "Von Dr. Max von der Grün und Erika Muster, Berlin",
            ("Dr. Max von der Grün", "Erika Muster"),
            "",
        ),
        ("By Jane Doe | Sept. 13, 2023", ("Jane Doe",), "2023-09-13"),
        ("13.09.2023, 10:23 Uhr", (), "2023-09-13"),
        ("Berlin, 13. September 2023", (), "2023-09-13"),
        ("Stand: 13.09.2023", (), "2023-09-13"),
    ],
)
def test_bylines_and_datelines_under_a_headline(
    line: str, authors: tuple[str, ...], date: str
) -> None:
    stated, rest = take(f"Kim trifft Putin\n{line}\n\nEs begann.")
    assert (stated.authors, stated.date) == (authors, date)
    assert line not in rest


@pytest.mark.parametrize(
    "text",
    [
        "Von Berlin nach Moskau\n\nEs begann.",
        "2023\n\nEs begann.",
        "Datum: unbekannt\n\nEs begann.",
        "Eines ist klar: So geht es nicht.\n\nEs begann.",
        "Summary: this is the text's own.\n\nEs begann.",
        "Link: hier klicken\n\nEs begann.",
    ],
)
def test_text_is_left_alone(text: str) -> None:
    assert take(text)[1] == text


def test_a_date_further_down_belongs_to_the_text() -> None:
    text = "Absatz eins. Mehr.\n\n" * 5 + "13.09.2023\n\nEnde."
    assert take(text)[0].date == ""


def test_the_day_of_a_change_is_not_the_day_of_publication() -> None:
    stated, rest = take("Kim trifft Putin\nAktualisiert am 14.09.2023\n13.09.2023\n\nEs begann.")
    assert stated.date == "2023-09-13"
    assert "14.09" not in rest


def test_agencies_are_known_by_name() -> None:
    assert agencies("dpa/AFP") == ("dpa", "AFP")
    assert agencies("dpa, Müller") == ()
    assert take("Titel: X\nQuelle: dpa/AFP\n\nEs begann.")[0].source.agency == ("dpa", "AFP")
