from __future__ import annotations

import pytest

from dossier.understanding import gazetteer


@pytest.mark.parametrize(
    ("form", "german", "english", "lat", "lon"),
    [
        ("Pyongyang", "Pjöngjang", "Pyongyang", 39, 126),
        ("Pjöngjang", "Pjöngjang", "Pyongyang", 39, 126),
        ("DPRK", "Nordkorea", "North Korea", 39, 127),
        ("Vereinigten Staaten", "USA", "United States", 38, -92),
        ("München", "München", "Munich", 48, 12),
        ("Mecklenburg-Vorpommern", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania",
         54, 13),
        ("Westjordanland", "Westjordanland", "West Bank", 32, 35),
    ],
)  # fmt: skip
def test_a_place_is_known_by_its_names_and_lies_where_it_is(
    form: str, german: str, english: str, lat: float, lon: float
) -> None:
    entry = gazetteer.places()[form]
    assert (entry.name("de"), entry.name("en")) == (german, english)
    assert entry.lat == pytest.approx(lat, abs=1)
    assert entry.lon == pytest.approx(lon, abs=1)


def test_every_place_lies_on_the_globe() -> None:
    assert len(gazetteer.places()) > 10_000
    for entry in gazetteer.places().values():
        assert entry.lat is not None
        assert entry.lon is not None
        assert -90 <= entry.lat <= 90
        assert -180 <= entry.lon <= 180


def test_of_two_towns_with_one_name_the_larger_is_meant() -> None:
    assert gazetteer.places()["Frankfurt"].german == "Frankfurt am Main"


def test_names_of_several_words_are_found_by_their_first() -> None:
    found = gazetteer.by_first_word(["New York", "New York City", "Berlin", "People’s Republic"])
    assert found == {"New": ("New York City", "New York"), "People’s": ("People’s Republic",)}


def test_a_small_place_has_degrees_only_where_no_other_has_its_name() -> None:
    sole, shared = gazetteer.place("Franzburg"), gazetteer.place("Hausen")
    assert sole is not None
    assert (sole.lat, sole.lon) == (pytest.approx(54, abs=1), pytest.approx(13, abs=1))
    assert shared is not None
    assert shared.lat is None
    assert gazetteer.place("Raketentest") is None
