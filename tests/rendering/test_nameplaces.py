from __future__ import annotations

from dossier.model import MentionKind, Named
from dossier.rendering.named import Appearances
from dossier.rendering.nameplaces import LONG, NamePlaces


def names(kind: MentionKind, *texts: str) -> NamePlaces:
    made = [
        Appearances(entry=Named(kind=kind, name=one), passages=(), aliases=(), address=one)
        for one in texts
    ]
    return NamePlaces({kind: made})


def test_names_stand_in_the_order_of_letters_whatever_their_accents() -> None:
    found = names("person", "Zoë", "Émile", "Anna", "Emil").of("person")
    assert [one.found.entry.name for one in found] == ["Anna", "Emil", "Émile", "Zoë"]
    assert [one.letter for one in found] == ["A", "E", "E", "Z"]
    assert found[0].href == "people/#n-anna"


def test_two_names_of_the_same_letters_have_two_anchors() -> None:
    found = names("place", "Ort!", "Ort?").of("place")
    assert len({one.href for one in found}) == 2


def test_a_long_list_has_a_page_for_each_letter() -> None:
    found = names("organisation", *(f"A{number}" for number in range(LONG)), "7 Tage")
    assert {one.page for one in found.of("organisation")} == {
        "organisations/a/",
        "organisations/0/",
    }
    assert found.of("organisation") is found.of("organisation")
    assert found.of("person") == ()


def test_a_letter_with_very_many_names_is_divided_by_how_they_begin() -> None:
    many = [f"Anna {letter}{number}" for letter in "BCD" for number in range(90)]
    found = names("person", *many, "Berta", "Ann Zet", "A").of("person")
    held: dict[str, list[str]] = {}
    for one in found:
        held.setdefault(one.page, []).append(one.found.entry.name)
    assert {page: len(some) for page, some in held.items()} == {
        "people/a/a/": 1,
        "people/a/ann/": 1,
        **{f"people/a/anna-{letter}/": 90 for letter in "bcd"},
        "people/b/": 1,
    }
    assert next(one.part for one in found if one.page == "people/a/anna-c/") == "Anna C"
    assert {one.folder for one in found} == {"people/a/", "people/b/"}
    assert held["people/b/"] == ["Berta"]


def test_names_that_do_not_differ_in_their_beginning_stay_together() -> None:
    found = names("person", *(f"Donaudampfschiff {number}" for number in range(LONG + 1)))
    assert {one.page for one in found.of("person")} == {"people/d/donaudampfsc/"}
