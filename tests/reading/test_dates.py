from __future__ import annotations

from datetime import UTC, date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier import edtf
from dossier.reading.dates import to_edtf, to_moment


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2023-09-13", "2023-09-13"),
        ("2023-09", "2023-09"),
        ("2023", "2023"),
        ("2023-08~", "2023-08~"),
        ("2023-08/2023-09", "2023-08/2023-09"),
        ("2022-04-08 17:28:13-04:00", "2022-04-08"),
        ("2023-09-13T23:30:00Z", "2023-09-13"),
        ("2023-09-13T10:23:45.123+02:00", "2023-09-13"),
        ("2023/09/13", "2023-09-13"),
        ("20230913", "2023-09-13"),
        ("20230913T1023", ""),
        ("13.09.2023", "2023-09-13"),
        ("3.4.2023", "2023-04-03"),
        ("13.9.23", "2023-09-13"),
        ("13. September 2023", "2023-09-13"),
        ("13. Sept. 2023", "2023-09-13"),
        ("1. März 2022", "2022-03-01"),
        ("Mittwoch, 13. September 2023, 10:23 Uhr", "2023-09-13"),
        ("Mi., 13.09.2023 - 10:23", "2023-09-13"),
        ("Stand: 13.09.2023 10:23 Uhr", "2023-09-13"),
        ("Veröffentlicht am 13. September 2023 um 10.23 Uhr", "2023-09-13"),
        ("Veröffentlicht am 13. September 2023 um 10:23 Uhr", "2023-09-13"),
        ("September 2023", "2023-09"),
        ("Sept. 13, 2023", "2023-09-13"),
        ("September 13th, 2023 10:23 a.m. EST", "2023-09-13"),
        ("Wednesday, September 13, 2023", "2023-09-13"),
        ("13 Sep 2023", "2023-09-13"),
        ("Published on 13 September 2023", "2023-09-13"),
        ("Wed, 13 Sep 2023 10:23:00 +0200", "2023-09-13"),
        ("Wed, 13 Sep 2023 10:23:00 GMT", "2023-09-13"),
        ("Wed Sep 13 10:23:00 +0000 2023", "2023-09-13"),
        ("13/09/2023", "2023-09-13"),
        ("09/13/2023", "2023-09-13"),
        ("05/05/2023", "2023-05-05"),
        ("09/2023", "2023-09"),
        (2023, "2023"),
        (date(2023, 9, 13), "2023-09-13"),
        (datetime(2023, 9, 13, 23, 30, tzinfo=timezone.utc), "2023-09-13"),  # noqa: UP017
    ],
)
def test_clear_dates_keep_their_precision(stated: object, expected: str) -> None:
    assert to_edtf(stated) == expected


@pytest.mark.parametrize(
    "stated",
    [
        *("", "  ", "03/04/2023", "vor 3 Stunden", "yesterday", "2023-02-30", "31.02.2023"),
        *("0000-00-00", "1694600000", "13. September", "to 2023", "12:30", "99/99/2023"),
        *("2023-09-13 and later", "Es war am 13.09.2023, als er ging", "9999-01-01", "x" * 200),
        *(None, True, 3.5, [], {}, 1694600000, -5),
    ],
)
def test_unclear_dates_stay_empty(stated: object) -> None:
    assert to_edtf(stated) == ""


@given(st.one_of(st.text(max_size=60), st.integers(), st.dates(), st.from_regex(r"[\d./ -]{4,20}")))
def test_the_answer_is_a_date_or_nothing(stated: object) -> None:
    answer = to_edtf(stated)
    assert answer == "" or edtf.is_valid(answer)


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_survives_its_german_and_english_forms(day: date) -> None:
    iso = day.isoformat()
    assert to_edtf(f"{day.day:02d}.{day.month:02d}.{day.year}") == iso
    assert to_edtf(f"{day:%A}, {day:%B} {day.day}, {day.year}") == iso
    assert to_edtf(f"{day:%a, %d %b %Y} 00:00:00 +0000") == iso


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2023-09-13T21:30:00.482+02:00", "2023-09-13T21:30:00+02:00"),
        ("2023-09-13T21:30Z", "2023-09-13T21:30Z"),
        ("2023-09-13T21:30", "2023-09-13T21:30"),
        ("2023-09-13T25:30:00Z", "2023-09-13"),
        ("September 2023", "2023-09"),
        ("nie", ""),
        (datetime(2023, 9, 13, 21, 30, tzinfo=UTC), "2023-09-13T21:30:00+00:00"),
    ],
)
def test_moments_keep_their_time(value: object, moment: str) -> None:
    assert to_moment(value) == moment
