from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.effects import theme
from dossier.found import Modifier
from dossier.rendering.pictures import TimeChart
from dossier.rendering.theming import Theme
from dossier.rendering.timechart import Row, time_chart

DE = Theme(*theme.load(Path("none"))).wording("de")


def row(title: str, *dates: str | tuple[str, Modifier]) -> Row:
    pairs = Counter(one if isinstance(one, tuple) else (one, "") for one in dates)
    return Row(title=title, hue=f"hue-{title}", dates=pairs)  # type: ignore[arg-type]


def chart(*rows: Row) -> TimeChart:
    made = time_chart(rows, DE)
    assert made is not None
    return made


def share(text: str) -> float:
    return float(text.removesuffix("%"))


def test_a_day_is_a_dot_and_a_month_a_bar_of_its_length() -> None:
    (lane,) = chart(row("a", "2023-01-01", "2023-06", "2023-12-31", "2023")).lanes
    year, june, first, last = lane.marks
    assert year.width == "100.0%"
    assert share(june.width) == round(30 / 365 * 100, 1) or 8 < share(june.width) < 8.6
    assert 41 < share(june.x) < 42
    assert (first.width, last.width) == ("", "")
    assert share(first.x) < 1
    assert share(last.x) > 99


def test_the_end_of_a_month_is_its_last_third() -> None:
    (lane,) = chart(row("a", "2023-01-01", ("2023-06", "end"), "2023-12-31")).lanes
    june = next(mark for mark in lane.marks if mark.width)
    assert 2.4 < share(june.width) < 3.2
    assert 46 < share(june.x) < 48


def test_many_events_of_one_date_are_one_stronger_mark() -> None:
    (lane,) = chart(row("a", "2023-04", *["2023-05-05"] * 7, "2023-06-01", "2023-06-01")).lanes
    assert [mark.weight for mark in lane.marks] == [1, 3, 2]


@pytest.mark.parametrize("far", ["1950", "2090"])
def test_what_lies_far_from_the_rest_is_counted_and_not_drawn(far: str) -> None:
    made = chart(row("a", far, *[f"2023-{month:02d}-01" for month in range(1, 13)]))
    assert made.outside == "Nicht im Bild: 1 Ereignis weit davor oder danach."
    assert len(made.lanes[0].marks) == 12
    assert chart(row("a", "1950", "1990", "2023")).outside == ""


def test_the_picture_is_told_in_words_too() -> None:
    made = chart(row("Gipfel", "2019-04", "2023-09-13"), row("Tests", "2023-08"), row("leer"))
    assert made.label == (
        "Ereignisse nach Thema und Zeit. Gipfel: 2 Ereignisse, April 2019 – 13. September 2023; "
        "Tests: 1 Ereignis, August 2023"
    )
    assert [lane.title for lane in made.lanes] == ["Gipfel", "Tests"]


def test_a_long_name_is_cut_in_the_picture_and_whole_in_words() -> None:
    name = "Verkehrswegeplanungsbeschleunigungsgesetzskommission"
    made = chart(row(name, "2019", "2020", "2021"))
    assert made.lanes[0].title.endswith(" …")
    assert len(made.lanes[0].title) <= 40
    assert name in made.label


def test_a_chart_needs_three_dates() -> None:
    assert time_chart([row("a", "2023", "2023", "2022", "", "gestern")], DE) is None
    assert time_chart([], DE) is None


def test_open_and_old_dates_are_drawn_at_the_end_that_is_known() -> None:
    made = chart(row("a", "2019/..", "../2021", "198X", "19XX", "2020~"))
    assert made.lanes[0].marks


@given(st.lists(st.dates(date(1500, 1, 1), date(2100, 1, 1)).map(str), min_size=3, max_size=30))
def test_marks_and_lines_lie_within_the_picture(dates: list[str]) -> None:
    made = time_chart([row("a", *dates)], DE)
    if made is None:
        assert len(set(dates)) < 3
        return
    assert 1 <= len(made.ticks) + 1 <= 14
    for mark in made.lanes[0].marks:
        assert 0 <= share(mark.x) <= 100
        assert share(mark.x) + share(mark.width or "0%") <= 100.2
    assert all(0 <= share(tick.x) <= 100 for tick in made.ticks)
