from __future__ import annotations

import pytest

from dossier.reading.pdflines import Collector, Line, TooMuchWorkError

PAGE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BOLD = {"/BaseFont": "/ABCDEF+Times-Bold"}


def take(*pieces: tuple[str, float, float], size: float = 10) -> list[Line]:
    collector = Collector(most_operations=10)
    for text, x, y in pieces:
        collector.take_text(text, PAGE, (1, 0, 0, 1, x, y), None, size)
    return collector.lines()


def test_pieces_of_a_line_are_joined() -> None:
    lines = take(("", 0, 0), ("Kim", 60, 700), (" reist", 80, 700), ("\n", 0, 0), ("weit", 60, 688))
    assert [line.text for line in lines] == ["Kim reist", "weit"]
    assert (lines[0].x, lines[0].y) == (60, 700)


def test_a_line_feed_within_a_line_parts_words_but_not_lines() -> None:
    lines = take(("•\n", 60, 700), ("Munition\n", 70, 701), ("Getreide", 60, 688))
    assert [line.text for line in lines] == ["• Munition", "Getreide"]


def test_the_same_height_in_the_next_column_is_another_line() -> None:
    lines = take(("links\n", 60, 700), ("rechts", 320, 700))
    assert [line.text for line in lines] == ["links", "rechts"]


def test_size_and_place_follow_from_both_matrices() -> None:
    collector = Collector(most_operations=10)
    collector.take_text("Kim", (0.5, 0, 0, -0.5, 10, 800), (1, 0, 0, -1, 100, 200), BOLD, 20)
    assert collector.lines() == [Line(text="Kim", x=60, y=700, size=10, is_bold=True)]


def test_a_line_is_bold_if_all_of_it_is() -> None:
    collector = Collector(most_operations=10)
    collector.take_text("Kim", PAGE, (1, 0, 0, 1, 0, 0), BOLD, 10)
    collector.take_text(" reist", PAGE, (1, 0, 0, 1, 30, 0), None, 10)
    assert [line.is_bold for line in collector.lines()] == [False]


def test_commands_are_counted() -> None:
    collector = Collector(most_operations=1)
    collector.count(b"Tj", [])
    with pytest.raises(TooMuchWorkError):
        collector.count(b"Tj", [])
