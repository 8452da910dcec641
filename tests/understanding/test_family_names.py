from __future__ import annotations

import pytest

from dossier.understanding.family_names import family, key, stands_first


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Jong Un", "Kim"), ("Kim Jong-un", "Kim"), ("Xi Jinping", "Xi"), ("Wang Yi", "Wang"),
        ("Moon Jae-in", "Moon"), ("Choe Son Hui", "Choe"), ("Kim Kardashian", "Kardashian"),
        ("Kim Clijsters", "Clijsters"), ("Matthew Miller", "Miller"),
        ("Ursula von der Leyen", "von der Leyen"), ("Osama bin Laden", "bin Laden"),
        ("Joseph R. Biden Jr.", "Biden"), ("Putin", ""), ("Lee Harvey Oswald", "Oswald"),
    ],
)  # fmt: skip
def test_the_family_name_is_found_in_either_order(name: str, expected: str) -> None:
    assert family(name) == expected


def test_korean_order_wants_korean_given_names() -> None:
    assert stands_first(["Kim", "Yo", "Jong"])
    assert not stands_first(["Kim", "Cattrall"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wladimir Putin", "Vladimir Putin"), ("Kim Jong-un", "Kim Jong Un"),
        ("Selenskyj", "Zelensky"), ("Sergej Lawrow", "Sergey Lavrov"), ("Jelzin", "Yeltsin"),
        ("Erdoğan", "Erdogan"), ("Müller", "Mueller"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_told_to_be_one(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_different_names_stay_different() -> None:
    assert len({key(name) for name in ("Kim Jong Un", "Kim Yo Jong", "Kim Jong Il")}) == 3
