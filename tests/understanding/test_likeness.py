from __future__ import annotations

import math

import pytest

from dossier.understanding.likeness import Likeness, Model, counts, features

MODEL = Model(
    topics=("sea", "sky"),
    weights={"hafen": (100, -50), "*_hafe": (20, 0), "wolke": (-30, 80), "möwe": (10, 10)},
)


def test_a_word_is_known_by_itself_and_by_runs_of_its_letters() -> None:
    assert features("Wolke") == ("wolke", "*_wolk", "*wolke", "*olke_")
    assert set(features("Hafen")) & set(features("Hafenstadt")) == {"*_hafe", "*hafen"}


@pytest.mark.parametrize("word", ["und", "Die", "the", "would", "2023", "ab", "Mittwoch"])
def test_words_that_say_nothing_are_no_features(word: str) -> None:
    assert features(word) == ()


def test_a_word_said_again_counts_less() -> None:
    found = counts("Hafen Hafen Hafen Wolke und und")
    assert found == {"Hafen": 2.0, "Wolke": 1.0}


def test_the_known_words_of_a_text_add_up() -> None:
    likeness = Likeness(MODEL)
    bag = likeness.bag("Hafen und Wolke im 2023")
    assert bag.sums == pytest.approx((1.2 - 0.3, -0.5 + 0.8))
    assert bag.size == pytest.approx(math.sqrt(2))
    assert list(bag.words) == ["Hafen", "Wolke"]


def test_an_unknown_word_makes_a_text_less_like_anything() -> None:
    likeness = Likeness(MODEL)
    sea, _ = likeness.of(likeness.bag("Hafen"))
    diluted, _ = likeness.of(likeness.bag("Hafen Bahnsteig Rathaus Brücke"))
    assert sea > diluted > 0
    assert likeness.of(likeness.bag("")) == (0.0, 0.0)


def test_a_thin_text_leans_on_what_stands_around_it() -> None:
    likeness = Likeness(MODEL)
    sky = likeness.direction([likeness.bag("Wolke Wolke"), likeness.bag("")])
    thin, long = (
        likeness.bag("Rathaus"),
        likeness.bag("Hafen " + " ".join(f"Wort{n}xyz" for n in "abcdefghijklmnopqrstuvw")),
    )
    assert likeness.of(thin, sky)[1] > likeness.of(thin)[1]
    assert likeness.of(long, sky)[1] < likeness.of(thin, sky)[1]
    assert likeness.direction([]) == ()


def test_the_reasons_are_the_words_that_speak_for_a_topic() -> None:
    likeness = Likeness(MODEL)
    bag = likeness.bag("Hafen Wolke Möwe")
    assert [word for word, _ in likeness.why(bag, "sea")] == ["Hafen", "Möwe"]
    assert [word for word, _ in likeness.why(bag, "sky", most=1)] == ["Wolke"]
