from __future__ import annotations

from dossier.understanding.middles import directions, near, rows

BAGS = [[(0, 1.0)], [(0, 0.7), (2, 0.7)], [(1, 1.0)], [(1, 0.5)]]
NUMBERS = [[1.0, 0.0], [0.0, 1.0], None]
LABELS = [{"sea": 1.0}, {}, {"sky": 1.0}, {}]


def test_a_passage_lies_where_those_of_its_topic_do() -> None:
    meant = rows(BAGS, NUMBERS)
    values, spread = near(meant, directions(meant, LABELS, ("sea", "sky")))
    assert [row[0] > row[1] for row in values] == [True, True, False, False]
    assert spread > 0


def test_without_known_words_nothing_is_near() -> None:
    meant = rows(BAGS, [None, None, None])
    values, _ = near(meant, directions(meant, LABELS, ("sea", "sky")))
    assert values == [[0, 0]] * 4
