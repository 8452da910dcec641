from __future__ import annotations

from array import array

from understanding.wire_reports import make

from dossier.understanding.shingles import containment, shingles, text_prints


def test_shingles_are_four_folded_words_the_same_on_every_machine() -> None:
    one = make("a", "A", "2024", "Die Straße war leer.", "Niemand kam.")
    assert len(shingles(one.passages)) == 3
    assert shingles(one.passages) == shingles(
        make("b", "B", "", "die STRASSE war: leer niemand kam").passages
    )
    assert min(shingles(one.passages)) == 470815185


def test_containment_is_of_the_smaller() -> None:
    assert containment({1, 2}, {2, 3, 4}) == 0.5
    assert containment(set(), {1}) == 0.0


def test_a_text_is_printed_as_its_shingles_in_order() -> None:
    one = make("a", "A", "2024", "Die Straße war leer.", "Niemand kam (dpa).")
    (made,) = text_prints([one])
    assert list(array("I", made.shingles)) == sorted(shingles(one.passages))
    assert made.words == 7
