from __future__ import annotations

import calendar
import doctest
from datetime import date

import pytest
from helpers_project import CALM
from hypothesis import given
from hypothesis import strategies as st

from dossier import edtf

qualifiers = st.sampled_from(("", "?", "~", "%"))


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(edtf).failed == 0


@CALM
@given(st.dates(), qualifiers)
def test_a_day_is_that_day(day: date, qualifier: str) -> None:
    span = edtf.parse(day.isoformat() + qualifier)
    assert span
    assert (span.first, span.last, span.precision, span.year) == (day, day, "day", day.year)
    assert span.uncertain == (qualifier in ("?", "%"))
    assert span.approximate == (qualifier in ("~", "%"))


@CALM
@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_is_all_of_it_and_nothing_else(year: int, month: int) -> None:
    span = edtf.parse(f"{year:04d}-{month:02d}")
    assert span
    assert span.first == date(year, month, 1)
    assert span.last == date(year, month, calendar.monthrange(year, month)[1])
    assert span.precision == "month"


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("202X", date(2020, 1, 1), date(2029, 12, 31), "decade"),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31), "century"),
        ("000X", date(1, 1, 1), date(9, 12, 31), "decade"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-08/2023-09", date(2023, 8, 1), date(2023, 9, 30), "interval"),
        ("2023-08-30/2023", date(2023, 8, 30), date(2023, 12, 31), "interval"),
        ("../2023", date.min, date(2023, 12, 31), "interval"),
        ("2023-09-13/..", date(2023, 9, 13), date.max, "interval"),
    ],
)
def test_what_a_date_spans(text: str, first: date, last: date, precision: str) -> None:
    span = edtf.parse(text)
    assert span
    assert (span.first, span.last, span.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text",
    [
        *("", "gestern", "23", "2023-13", "2023-00", "2023-02-30", "2023-9", "2023-09-1", "0000"),
        *("2023/", "/2023", "../..", "2024/2023", "2023/2024/2025", "202X-05", "2023-09-13T10:00"),
        *("2023 ", "２０２３", "2023??", "-2023", "2023-09-13/2023-02-30"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert edtf.parse(text) is None
    assert not edtf.is_valid(text)


def test_an_interval_is_as_doubtful_as_its_sides() -> None:
    span = edtf.parse("2023-08~/2023-09?")
    assert span
    assert span.uncertain
    assert span.approximate


@CALM
@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    span = edtf.parse(text)
    assert edtf.is_valid(text) == (span is not None)
    assert span is None or span.first <= span.last
    assert edtf.year_of(text) == edtf.UNDATED or len(edtf.year_of(text)) == 4


def test_the_more_precise_comes_first_and_what_has_no_date_last() -> None:
    given = ["x", "2024/..", "../2023", "2023-09", "2023", "2023-01", "2023-01-01", "2022-12"]
    assert sorted(given, key=edtf.sort_key) == [
        *("2022-12", "2023-01-01", "2023-01", "2023", "2023-09", "../2023", "2024/..", "x")
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023-09", "2023"),
        ("202X", "2020"),
        ("../2023-09", "2023"),
        ("2022-12/2023-01", "2022"),
        ("0987", "0987"),
        ("", "undated"),
    ],
)
def test_the_page_of_a_year(text: str, year: str) -> None:
    assert edtf.year_of(text) == year


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2023-09-13T21:30:00+02:00", True),
        ("2023-09-13T21:30Z", True),
        ("2023-09-13T21:30", True),
        ("2023-09-13T24:30", False),
        ("2023-02-30T21:30", False),
        ("2023-09-13", False),
        ("2023-09-13T21:30:00+0200 x", False),
    ],
)
def test_a_moment_is_a_day_with_its_time(*, text: str, is_one: bool) -> None:
    assert edtf.is_moment(text) is is_one
