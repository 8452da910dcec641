from __future__ import annotations

from array import array

from dossier.understanding import copies
from dossier.understanding.overlaps import Added
from dossier.understanding.reports import Report
from dossier.understanding.shingleindex import COPY, LEAD, OUT, Index


def packed(*shingles: int) -> bytes:
    return array("I", sorted(shingles)).tobytes()


def index() -> Index:
    """An index of a lead, its copy, a short text and one that its editor decided on."""
    texts = {
        "a": (Report(name="a", date="2024-01-01", words=60), packed(*range(60))),
        "b": (Report(name="b", date="2024-01-02", words=60), packed(*range(60))),
        "c": (Report(name="c", date="2024-01-03", words=3), packed(1)),
        "d": (Report(name="d", copy_of="none", words=60), packed(*range(60))),
    }
    return Index(*copies.compare(texts))


def test_an_index_knows_what_texts_are() -> None:
    made = index()
    assert list(made.state) == [LEAD, COPY, OUT, OUT]
    assert made.number == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert made.every(0) == set(range(60))
    assert made.every(3) == frozenset()


def test_short_texts_hold_a_shingle_and_are_not_compared() -> None:
    made = index()
    assert [entry >> 1 for entry in made.entries(1)] == [0, 1, 2]
    assert list(made.holding(1)) == [0, 1]
    assert list(made.holding(99)) == []


def test_what_is_added_has_its_place_among_the_others() -> None:
    made = index()
    late = Added(Report(name="e", date="2024-01-04", words=60), packed(*range(50)))
    early = Added(Report(name="f", date="2024-01-01", words=99), packed(*range(50)))
    between = Added(Report(name="g", date="2024-01-01", words=50), packed(*range(50)), packed(70))
    numbers = [made.add(one, LEAD) for one in (late, early, between)]
    made.settle()
    assert list(made.holding(1)) == [numbers[1], 0, numbers[2], 1, numbers[0]]
    assert list(made.holding(70)) == []  # standing text
    assert made.every(numbers[2]) == {*range(50), 70}


def test_all_of_a_text_counts_where_nearly_all_is_standing_text() -> None:
    made = index()
    number = made.add(Added(Report(name="e"), packed(1), packed(*range(100, 150))), LEAD)
    made.settle()
    assert made.sizes[number] == 51
    assert list(made.holding(100)) == [number]
    assert len(made.words(number)) == 51
