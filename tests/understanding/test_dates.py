from __future__ import annotations

import re
from datetime import date

import pytest

from dossier.understanding import dates
from dossier.understanding.dates import Found, Place, Reference, Tense


def _place(article_date: str, tense: Tense = "") -> Place:
    return Place("x", Reference.of(article_date), lambda _text, _start, _end: tense)


MATCH = re.match("x", "x")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-09-13", Reference(2023, 9, date(2023, 9, 13))),
        ("2023-09", Reference(2023, 9)),
        ("2023", Reference(2023)),
        ("2023-09~", None),
        ("202X", None),
        ("2022/2023", None),
        ("", None),
    ],
)
def test_only_a_definite_date_is_a_reference(text: str, expected: Reference | None) -> None:
    assert Reference.of(text) == expected


def test_days_that_do_not_exist_are_none() -> None:
    assert dates.day(2023, 2, 29) is None
    assert dates.day(2024, 2, 29) == Found("2024-02-29")
    assert dates.day(2024, 13, 1) is None


def test_an_interval_runs_forward() -> None:
    assert dates.interval(Found("2019"), Found("2014")) is None
    assert dates.interval(Found("2014"), Found("2019")) == Found("2014/2019")


@pytest.mark.parametrize(
    ("month", "tense", "year"),
    [(8, "past", 2023), (12, "past", 2022), (12, "future", 2023), (3, "future", 2024),
     (9, "", 2023), (10, "", 2023), (8, "", 2023), (3, "", 2023), (2, "", 2023),
     (10, "past", 2023), (8, "future", 2023), (4, "often", None)],
)  # fmt: skip
def test_the_year_of_a_month_follows_the_tense(month: int, tense: Tense, year: int | None) -> None:
    assert MATCH is not None
    assert dates.year_of_month(month, _place("2023-09", tense), MATCH) == year


@pytest.mark.parametrize(
    ("number", "tense", "direction", "expected"),
    [
        (2, "past", "", "2023-09-13"),
        (3, "past", "", "2023-09-07"),
        (2, "future", "", "2023-09-13"),
        (1, "future", "", "2023-09-19"),
        (2, "", "past", "2023-09-06"),
        (2, "", "future", "2023-09-20"),
    ],
)
def test_weekdays_count_from_the_article(
    number: int, tense: Tense, direction: Tense, expected: str
) -> None:
    assert MATCH is not None
    found = dates.weekday(number, _place("2023-09-13", tense), MATCH, direction)
    assert found == Found(expected, relative=True)


def test_nothing_is_more_precise_than_the_article() -> None:
    assert dates.shifted("day", -1, _place("2023-09")) is None
    assert dates.shifted("month", -1, _place("2023")) is None
    assert dates.shifted("year", -1, _place("2023")) == Found("2022", relative=True)
    assert dates.shifted("year", -1, _place("")) is None
    assert dates.shifted("year", -5000, _place("2023")) is None


def test_decades_and_centuries() -> None:
    assert dates.decade("1990") == Found("199X")
    assert dates.decade("90") == Found("199X")
    assert dates.decade("20") is None
    assert dates.decade("1995") is None
    assert dates.century(19) == Found("18XX")
    assert dates.century(3) is None
