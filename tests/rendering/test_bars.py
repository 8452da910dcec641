from __future__ import annotations

from pathlib import Path

import pytest

from dossier.effects import theme
from dossier.rendering.bars import Share, Sum, bar_chart
from dossier.rendering.theming import Theme

DE = Theme(*theme.load(Path("none"))).wording("de")


def total(text: str, number: int, *parts: int) -> Sum:
    shares = tuple(Share(text=f"{text}{n}", number=part) for n, part in enumerate(parts))
    return Sum(text=text, number=number, shares=shares)


def test_rows_are_as_long_as_their_number_to_the_largest() -> None:
    made = bar_chart("Wer", [total("klein", 5, 5), total("groß", 10, 6, 4)], DE, 9)
    assert made is not None
    assert [row.text for row in made.rows] == ["groß", "klein"]
    assert [(part.x, part.width) for part in made.rows[0].parts] == [
        ("0.0%", "60.0%"),
        ("60.0%", "40.0%"),
    ]
    assert [part.width for part in made.rows[1].parts] == ["50.0%"]
    assert made.rest == ""


def test_parts_that_overlap_share_the_length_of_their_row() -> None:
    made = bar_chart("Wer", [total("a", 3, 3, 3)], DE, 9)
    assert made is not None
    widths = [float(part.width[:-1]) for part in made.rows[0].parts]
    assert sum(widths) == pytest.approx(100)
    assert [part.count for part in made.rows[0].parts] == ["3", "3"]


def test_what_is_left_out_is_counted() -> None:
    made = bar_chart("Wer", [total(name, 1, 1) for name in "abcd"], DE, 2)
    assert made is not None
    assert [row.text for row in made.rows] == ["a", "b"]
    assert made.rest == "und 2 weitere Einträge"


def test_nothing_gives_no_chart() -> None:
    assert bar_chart("Wer", [total("a", 0)], DE, 5) is None
