from __future__ import annotations

import pytest

from dossier.understanding import roles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("russische", "Russlands"),
        ("nordkoreanische", "Nordkoreas"),
        ("südkoreanischen", "Südkoreas"),
        ("chinesischen", "Chinas"),
        ("Russian", "Russia's"),
        ("US", "amerikanische"),
        ("britische", "Großbritanniens"),
    ],
)
def test_adjective_and_country_have_one_key(one: str, other: str) -> None:
    assert roles.country_key(one) == roles.country_key(other)


def test_the_two_koreas_differ() -> None:
    assert roles.country_key("Nordkoreas") != roles.country_key("Südkoreas")
    assert roles.country_key("North Korean") != roles.country_key("South Korean")


@pytest.mark.parametrize(
    ("words", "lang", "count"),
    [
        ("Nordkoreas Machthaber Kim Jong Un", "de", 2),
        ("CDU-Chef Friedrich Merz", "de", 1),
        ("Nachrichtenagentur Tass", "de", 1),
        ("Wladimir Putin", "de", 0),
        ("State Department spokesman Matthew Miller", "en", 3),
        ("Secretary of State Antony Blinken", "en", 3),
        ("Joe Biden", "en", 0),
    ],
)
def test_a_name_begins_after_its_titles(words: str, lang: str, count: int) -> None:
    assert roles.name_after_office(words.split(), lang) == count


def test_inflected_offices_have_one_key() -> None:
    assert roles.office_key("Präsidenten", "de") == roles.office_key("Präsident", "de")
    assert roles.office_key("Außenministerin", "de") == "außenminister"


@pytest.mark.parametrize("word", ["Außenministerin", "Kremlchefs", "Regierungssprecher", "Frau"])
def test_offices_are_known_by_their_endings(word: str) -> None:
    assert roles.is_office(word, "de")


@pytest.mark.parametrize("ending", ["", "in", "innen", "e", "en", "ern", "n", "s", "es"])
@pytest.mark.parametrize("office", ["minister", "rat", "zar", "arzt", "chef", "beauftragte"])
def test_the_quick_look_at_endings_misses_no_office(office: str, ending: str) -> None:
    assert roles.is_office(f"Landes{office}{ending}", "de")


@pytest.mark.parametrize("word", ["Nachrichtenagentur", "Abendzeitung", "Mutterkonzerns"])
def test_kinds_of_institution_are_known_by_their_endings(word: str) -> None:
    assert roles.is_institution_kind(word, "de")


@pytest.mark.parametrize("word", ["Putin", "Generalstab", "Polizei", "Kreml"])
def test_names_and_institutions_are_no_offices(word: str) -> None:
    assert not roles.is_office(word, "de")
    assert not roles.is_institution_kind(word, "de")
