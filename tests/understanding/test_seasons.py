from __future__ import annotations

import doctest

import pytest

from dossier import blocks
from dossier.understanding import chronology, seasons


def test_the_examples_hold() -> None:
    assert doctest.testmod(seasons).failed == 0


@pytest.mark.parametrize(
    ("year", "day"),
    [(1954, "04-18"), (1981, "04-19"), (2000, "04-23"), (2008, "03-23"), (2019, "04-21"),
     (2025, "04-20")],
)  # fmt: skip
def test_easter(year: int, day: str) -> None:
    assert seasons.easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("Im Sommer 2019 kamen sie.", "", ["2019-22"]),
        ("Im vergangenen Winter war es kalt.", "2023-09-13", ["2022-24"]),
        ("Im Frühjahr war gewählt worden.", "2023-09-13", ["2023-21"]),
        ("Im kommenden Herbst wird gewählt.", "2023-11-13", ["2024-23"]),
        ("Im Winter 2022/23 fehlte Gas.", "", ["2022-24"]),
        ("In der Saison 2022/23 stieg er ab.", "", ["2022/2023"]),
        ("Im dritten Quartal 2022 sank der Umsatz.", "", ["2022-07/2022-09"]),
        ("Im vierten Quartal stieg der Umsatz.", "2023-02-13", ["2022-10/2022-12"]),
        ("Im ersten Halbjahr wuchs der Absatz.", "2023-09-13", ["2023-01/2023-06"]),
        ("Am Wochenende brannte es.", "2023-09-13", ["2023-09-09/2023-09-10"]),
        ("Am kommenden Wochenende wird gefeiert.", "2023-09-13", ["2023-09-16/2023-09-17"]),
        ("Am Wochenende war gefeiert worden.", "2023-09-17", ["2023-09-16/2023-09-17"]),
        ("Bis Weihnachten soll es dauern.", "2023-09-13", ["2023-12-25"]),
        ("Nach Ostern wurde gestreikt.", "2023-05-02", ["2023-04-09"]),
        ("Zu Weihnachten gibt es immer Gans.", "2023-09-13", []),
    ],
)
def test_german_parts_of_a_year(text: str, date: str, expected: list[str]) -> None:
    made = blocks.number([blocks.make("paragraph", text)])
    assert [one.edtf for one in chronology.find_dates(made, "de", date)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the summer of 2019 they came.", ["2019-22"]),
        ("They met last summer.", ["2023-22"]),
        ("The order was signed in spring of last year.", ["2022-21"]),
        ("Sales fell in the first quarter of 2022.", ["2022-01/2022-03"]),
        ("It burned over the weekend.", ["2023-09-09/2023-09-10"]),
        ("He died on Christmas Eve 2019.", ["2019-12-24"]),
    ],
)
def test_english_parts_of_a_year(text: str, expected: list[str]) -> None:
    made = blocks.number([blocks.make("paragraph", text)])
    assert [one.edtf for one in chronology.find_dates(made, "en", "2023-09-13")] == expected
