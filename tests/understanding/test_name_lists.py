from __future__ import annotations

import pytest

from dossier.found import Named
from dossier.understanding.gazetteer import Entry
from dossier.understanding.known import known
from dossier.understanding.name_lists import editors_at, listed_at
from dossier.understanding.name_tokens import Tokens

EDITOR = known(
    [
        Named(kind="person", name="Kim Jong Un", aliases=("Kim",)),
        Named(kind="place", name="Wostotschny", lat=51.9, lon=128.3),
    ]
)


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("Kims Zug", 0, "Kim Jong Un"), ("Kim Jong Un kam", 0, "Kim Jong Un"),
        ("in Wostotschny", 1, "Wostotschny"), ("Kim Yo Jong kam", 0, ""), ("Zug kam", 0, ""),
    ],
)  # fmt: skip
def test_the_editors_list_comes_first_and_leaves_longer_names_alone(
    text: str, place: int, name: str
) -> None:
    found = editors_at(Tokens(text, "de"), place, EDITOR)
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    ("text", "place", "german"),
    [
        ("in Nordkorea", 1, "Nordkorea"), ("Russlands Präsident", 0, "Russland"),
        ("in New York", 1, "New York"), ("BOCHUM", 0, "Bochum"), ("in Köln-Altstadt", 1, "Köln"),
        ("die Vereinigten Staaten", 1, "USA"), ("aus Pjöngjang", 1, "Pjöngjang"),
    ],
)  # fmt: skip
def test_places_are_found_in_all_their_forms(text: str, place: int, german: str) -> None:
    found = listed_at(Tokens(text, "de"), place)
    assert found is not None
    assert isinstance(found.entry, Entry)
    assert (found.kind, found.entry.german, found.sure) == ("place", german, True)


@pytest.mark.parametrize(
    ("text", "place"),
    [("Jack London", 1), ("Wladimir Putin", 0), ("Paris Hilton", 0), ("Minister Essen", 1)],
)
def test_a_place_that_is_part_of_a_name_is_none(text: str, place: int) -> None:
    found = listed_at(Tokens(text, "de"), place)
    assert found is None or not found.sure


@pytest.mark.parametrize("word", ["Essen", "Halle", "Hof", "Singen"])
def test_towns_that_are_words_wait_for_the_sentence(word: str) -> None:
    found = listed_at(Tokens(f"das {word}", "de"), 1)
    assert found is None or not found.sure


def test_clubs_and_bodies_are_told_by_what_follows() -> None:
    body = listed_at(Tokens("California Institute of Technology", "de"), 0)
    assert body is not None
    assert (body.kind, body.last) == ("organisation", 4)
    club = listed_at(Tokens("Chicago Bulls", "de"), 0)
    assert club is not None
    assert (club.kind, club.last) == ("organisation", 2)


def test_a_paper_called_like_a_word_wants_quotation_marks() -> None:
    quoted = listed_at(Tokens('der "Spiegel" schrieb', "de"), 1)
    assert quoted is not None
    assert quoted.kind == "organisation"
    assert listed_at(Tokens("der Spiegel hing", "de"), 1) is None


def test_a_car_maker_is_no_family_name_behind_a_given_name() -> None:
    assert listed_at(Tokens("Henry Ford", "de"), 1) is None


def test_those_who_live_in_a_land_are_not_the_land() -> None:
    assert listed_at(Tokens("Die Schweden sehen das so", "de"), 1) is None
    land = listed_at(Tokens("in Schweden sieht man das so", "de"), 1)
    assert land is not None
    assert land.kind == "place"


def test_a_genitive_before_a_noun_is_as_sure_as_its_town() -> None:
    found = listed_at(Tokens("hofft auch Wetzlars Trainer", "de"), 2)
    assert found is not None
    assert found.sure
