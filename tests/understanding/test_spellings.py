from __future__ import annotations

import pytest

from dossier.understanding.spellings import long_names, spellings


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Pjöngjang", "Pyongyang"), ("Pyongyang", "Pjöngjang"), ("Moskau", "Moscow"),
        ("Nordkoreas", "North Korea"), ("Kiew", "Kyiv"), ("UN", "Vereinte Nationen"),
        ("USA", "United States"), ("Frankreich", "France"), ("Wostotschny", "Vostochny"),
        ("Wladiwostok", "Vladivostok"), ("Vladivostok", "Wladiwostok"), ("Lawrow", "Lavrov"),
        ("Wladimir", "Vladimir"), ("Selenskyj", "Zelensky"), ("Jong Un", "Jong-un"),
    ],
)  # fmt: skip
def test_names_have_other_spellings(name: str, other: str) -> None:
    assert other in spellings(name)


@pytest.mark.parametrize(
    "word", ["Schnee", "Deutschland1", "Putin", "Interview", "Matthew", "Rutschgefahr", "neu", "Un"]
)
def test_other_words_have_none(word: str) -> None:
    assert spellings(word) == ()


def test_names_of_several_words_are_found_by_their_first() -> None:
    assert "Vereinte Nationen" in long_names()["Vereinte"]
