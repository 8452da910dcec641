from __future__ import annotations

from dossier.model import MentionKind, Named
from dossier.rendering.named import Appearances, found_at
from dossier.rendering.nameplaces import LONG, NamePlaces


def names(kind: MentionKind, *texts: str) -> NamePlaces:
    return NamePlaces({kind: [known(kind, one) for one in texts]})


def known(kind: MentionKind, name: str) -> Appearances:
    return found_at((kind, name), Named(kind=kind, name=name), [], {})


def test_names_stand_in_the_order_of_letters_whatever_their_accents() -> None:
    found = names("person", "Zoë", "Émile", "Anna", "Emil").of("person")
    assert [one.found.entry.name for one in found] == ["Anna", "Emil", "Émile", "Zoë"]
    assert [one.at.letter for one in found] == ["A", "E", "E", "Z"]
    assert next(iter(found)).href == "people/#n-anna"


def test_two_names_of_the_same_letters_have_two_anchors() -> None:
    found = names("place", "Ort!", "Ort?").of("place")
    assert len({one.href for one in found}) == 2


def test_a_long_list_has_a_page_for_each_letter() -> None:
    found = names("organisation", *(f"A{number}" for number in range(LONG)), "7 Tage")
    assert {one.at.page for one in found.of("organisation")} == {
        "organisations/a/",
        "organisations/0/",
    }
    assert not found.of("person")


def test_a_letter_with_very_many_names_is_divided_by_how_they_begin() -> None:
    many = [f"Anna {letter}{number}" for letter in "BCDG" for number in range(90)]
    found = names("person", *many, "Berta", "Abt", "Ann Zet", "A").of("person")
    held: dict[str, list[str]] = {}
    for one in found:
        held.setdefault(one.at.page, []).append(one.found.entry.name)
    assert {page: len(some) for page, some in held.items()} == {
        "people/a/a_0/": 1,
        "people/a/a_a-f/": 1,
        "people/a/ann_0/": 1,
        **{f"people/a/anna-{letter}/": 90 for letter in "bcd"},
        "people/a/anna_g-l/": 90,
        "people/b/": 1,
    }
    assert list(dict.fromkeys(one.at.part for one in found)) == [
        *("A", "Aa… – Af", "Ann", "Anna B", "Anna C", "Anna D", "Anna G… – Anna L", ""),
    ]
    assert {one.at.folder for one in found} == {"people/a/", "people/b/"}
    assert held["people/b/"] == ["Berta"]


def test_a_name_that_comes_or_goes_moves_no_other() -> None:
    many = [f"Anna {letter}{number}" for letter in "BCDGMS" for number in range(90)]
    before = {one.found.entry.name: one.at.page for one in names("person", *many).of("person")}
    fewer = names("person", *many[1:], "Anna Z").of("person")
    after = {one.found.entry.name: one.at.page for one in fewer}
    assert all(after[name] == page for name, page in before.items() if name in after)


def test_names_that_do_not_differ_in_their_beginning_stay_together() -> None:
    found = names("person", *(f"Donaudampfschiff {number}" for number in range(LONG + 1)))
    assert {one.at.page for one in found.of("person")} == {"people/d/donaudampfsch/"}


def test_the_same_names_stand_where_they_stood_and_others_are_placed_anew() -> None:
    first = names("person", "Anna", "Emil")
    stood = first.places()
    same = NamePlaces(names("person", "Emil", "Anna").named, stood)
    assert same.places()["person"] is stood["person"]
    assert [one.href for one in same.of("person")] == [one.href for one in first.of("person")]
    others = NamePlaces(names("person", "Emil", "Anna", "Anna!").named, stood)
    assert [one.href for one in others.of("person")] == [
        *("people/#n-anna", "people/#n-anna-2", "people/#n-emil"),
    ]
