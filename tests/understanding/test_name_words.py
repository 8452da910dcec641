from __future__ import annotations

import pytest

from dossier.understanding import name_words as w


@pytest.mark.parametrize(
    ("word", "wanted", "unwanted"),
    [
        ("Matthew", w.GIVEN, w.NOUN),
        ("Karl-Heinz", w.GIVEN, w.PLACE),
        ("Fischer", w.FAMILY | w.NOUN, w.ACRONYM),
        ("Putins", w.FAMILY, w.PLACE),
        ("Außenminister", w.OFFICE | w.DULL, w.NAME),
        ("Raketentests", w.NOUN | w.DULL, w.NAME | w.UNKNOWN),
        ("Nordkoreas", w.PLACE | w.LISTED, w.DULL),
        ("CDU", w.LISTED | w.ACRONYM, w.OTHER),
        ("DVD", w.OTHER, w.ACRONYM),
        ("XIV", w.OTHER, w.ACRONYM),
        ("J.", w.INITIAL, w.ACRONYM),
        ("Der", w.OTHER, w.NAME),
        ("Vereinten", w.OTHER | w.LISTED, w.NAME),
        ("Nachrichtenagentur", w.KIND, w.OFFICE),
        ("Wostotschny", w.UNKNOWN, w.NOUN | w.NAME),
        ("Berliner", w.DEMONYM, w.OTHER),
    ],
)
def test_what_a_german_word_can_be(word: str, wanted: int, unwanted: int) -> None:
    found = w.flags(word, "de")
    assert found & wanted == wanted
    assert not found & unwanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Department", w.HEAD), ("Secretary", w.OFFICE), ("Mayors", w.OFFICE), ("It’s", w.OTHER),
        ("Russian", w.OTHER), ("Ukrainians", w.OTHER), ("Announced", w.SMALL),
        ("U.S.", w.LISTED), ("Austrians", w.DEMONYM),
    ],
)  # fmt: skip
def test_what_an_english_word_can_be(word: str, wanted: int) -> None:
    assert w.flags(word, "en") & wanted == wanted


def test_no_name_begins_with_a_small_word_or_a_number() -> None:
    assert w.flags("sagte", "de") == 0
    assert w.flags("650", "de") == 0
    assert w.flags("dpa", "de") == w.LISTED
    assert w.flags("al-Assad", "de") == w.LISTED


def test_a_genitive_is_taken_off_as_each_language_writes_it() -> None:
    assert w.without_genitive("Putins") == "Putin"
    assert w.without_genitive("Forces", "en") == "Forces"
    assert w.without_genitive("Putin’s", "en") == "Putin"
    assert w.without_genitive("Us") == "Us"


def test_a_given_name_is_known_just_as_it_stands() -> None:
    assert w.is_given("Hans")
    assert not w.is_given("Bushs")
