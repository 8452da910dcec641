from __future__ import annotations

import pytest

from dossier.understanding.meaning import Meaning, meaning

SEA, SKY = [1.0, 0.1, 0.0], [0.0, 0.1, 1.0]
DESCRIBED = {"sea": [0.9, 0.2, 0.1], "sky": [0.1, 0.2, 0.9]}


def made() -> Meaning:
    found = meaning({"sea": [SEA, [0.9, 0.0, 0.1]], "sky": [SKY]}, DESCRIBED)
    assert found
    return found


def test_what_lies_near_is_alike_and_the_average_is_nothing() -> None:
    like = made().like([0.8, 0.1, 0.1])
    assert like["sea"] > 0.5
    assert like["sky"] < 0
    assert sum(like.values()) == pytest.approx(0)


def test_a_topic_without_examples_has_its_description() -> None:
    found = meaning({"sea": [SEA], "sky": []}, DESCRIBED)
    assert found
    assert found.like([0.1, 0.1, 0.9])["sky"] > 0


def test_numbers_are_whole() -> None:
    found = made()
    assert all(isinstance(value, int) for row in found.directions.values() for value in row)
    assert found == made()


def test_one_topic_or_no_example_is_too_little() -> None:
    assert meaning({"sea": [SEA]}, {"sea": DESCRIBED["sea"]}) is None
    assert meaning({}, DESCRIBED) is None
