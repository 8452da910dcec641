from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.effects import theme
from dossier.rendering.sparks import spark
from dossier.rendering.theming import Theme

DE = Theme(*theme.load(Path("none"))).wording("de")


def test_months_while_the_period_is_short() -> None:
    made = spark(Counter(["2023-08", "2023-09-01", "2023-09-13"]), ["2023-08", "2023-09"], DE)
    assert made is not None
    assert made.label == "Passagen je Monat: August 2023: 1, September 2023: 2"
    small, tall = made.bars
    assert (tall.height, small.height) == (made.height, made.height // 2)
    assert tall.y == 0
    assert small.y + small.height == made.height
    assert small.x < tall.x


def test_years_once_the_period_is_long() -> None:
    made = spark(Counter(["2020", "2023-09"]), ["2020", "2023-09"], DE)
    assert made is not None
    assert made.label == "Passagen je Jahr: 2020: 1, 2023: 1"


def test_a_date_is_not_made_more_precise_for_the_picture() -> None:
    assert spark(Counter(["2023"]), ["2023-08", "2023-09"], DE) is None
    assert spark(Counter(["198X"]), ["1980", "2023"], DE) is None
    made = spark(Counter(["2023", "2023-08"]), ["2023-08"], DE)
    assert made is not None
    assert made.label == "Passagen je Monat: August 2023: 1"


def test_without_dates_there_is_no_picture() -> None:
    assert spark(Counter([]), ["2023"], DE) is None
    assert spark(Counter(["", "gestern"]), ["2023"], DE) is None
    assert spark(Counter(["2023"]), [], DE) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dates().map(str), min_size=1, max_size=20))
def test_bars_lie_within_the_picture_and_count_every_passage(dates: list[str]) -> None:
    dates = [date for date in dates if date >= "1950"]
    made = spark(Counter(dates), dates, DE)
    if made is None:
        assert not dates
        return
    for bar in made.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= made.width + 1
        assert bar.y + bar.height == made.height
    counted = [int(part.rpartition(" ")[2]) for part in made.label.split(", ")]
    assert sum(counted) == len(dates)
