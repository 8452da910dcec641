from __future__ import annotations

import pytest

from dossier.understanding.meaning import Judged, Meaning, meaning

SEA, SKY = [1.0, 0.1, 0.0], [0.0, 0.1, 1.0]
TOLD = {"sea": [[0.9, 0.2, 0.1]], "sky": [[0.1, 0.2, 0.9], [0.2, 0.1, 0.8]]}


def made(said: float = 0.0) -> Meaning:
    seas = [Judged(row, {"sky": said}) for row in (SEA, [0.9, 0.0, 0.1])]
    found = meaning([*seas, Judged(SKY, {})], TOLD)
    assert found
    return found


def test_what_lies_near_is_alike_and_the_average_is_nothing() -> None:
    like = made().like([0.8, 0.1, 0.1])
    assert like["sea"] > 0.5
    assert like["sky"] < 0
    assert sum(like.values()) == pytest.approx(0)


def test_what_terms_say_of_a_passage_outweighs_what_it_means() -> None:
    assert made(said=10.0).like(SEA)["sea"] < made().like(SEA)["sea"]


def test_numbers_are_whole() -> None:
    found = made()
    assert all(isinstance(value, int) for row in found.directions.values() for value in row)
    assert found == made()


def test_one_topic_or_no_example_is_too_little() -> None:
    assert meaning([Judged(SEA, {})], {"sea": TOLD["sea"], "sky": []}) is None
    assert meaning([], TOLD) is None
