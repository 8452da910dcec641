from __future__ import annotations

import pytest

from dossier.understanding import tables
from dossier.understanding.wordvectors import SIZE, first, numbers, vectors


def near(one: str, other: str, lang: str = "de") -> float:
    (first_vector,), (second_vector,) = vectors(one, "de"), vectors(other, lang)
    return first_vector.near(second_vector)


@pytest.mark.parametrize(
    ("word", "nearer", "farther"),
    [
        ("Stürmer", "Fußball", "Bank"),
        ("Aktienkurs", "Börse", "Theater"),
        ("Sängerin", "Musik", "Polizei"),
        ("Betriebssystem", "Software", "Partei"),
    ],
)
def test_words_of_one_field_are_nearer_than_others(word: str, nearer: str, farther: str) -> None:
    assert near(word, nearer) > near(word, farther) + 0.1


def test_german_and_english_lie_in_one_space() -> None:
    assert near("Rakete", "missile", "en") > near("Rakete", "butter", "en") + 0.1


def test_a_word_is_nearest_to_itself_and_a_compound_counts_as_its_nouns() -> None:
    assert near("Krieg", "Krieg") == pytest.approx(1)
    assert vectors("Raketenverband", "de") == (*vectors("Verband", "de"), *vectors("Raketen", "de"))
    assert vectors("Raketen-Software", "de") == (
        *vectors("Raketen", "de"),
        *vectors("Software", "de"),
    )


def test_what_is_not_known_or_says_nothing_has_no_vector() -> None:
    assert vectors("und", "de") == vectors("Xqzrt", "de") == vectors("xqzrt-qx", "en") == ()


def test_terms_give_their_vectors_once() -> None:
    assert first(("Krieg", "Krieg", "und", "kalter Krieg"), "de") == (
        *vectors("Krieg", "de"),
        *vectors("kalter", "de"),
    )


def test_the_numbers_of_a_word_are_its_vector() -> None:
    one, other = numbers("Stürmer", "de"), numbers("Fußball", "de")
    assert one
    assert other
    assert sum(map(float.__mul__, one, other)) == pytest.approx(near("Stürmer", "Fußball"))
    assert numbers("Xqzrt", "de") is None


def test_the_table_has_a_row_for_each_word() -> None:
    words = tables.lines("word_vectors.txt.gz")
    assert len(tables.data("word_vectors.bin")) == len(words) * SIZE // 4
    assert len(set(words)) == len(words)
