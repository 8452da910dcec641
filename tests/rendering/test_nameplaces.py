from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.found import MentionKind, Named
from dossier.rendering.named import found_at
from dossier.rendering.nameplaces import LONG, NamePlaces, Page

ALIKE = ("Ort", "Ort!", "ort", "Ört", "Ort 2", "Ort-2", "Ort 2!", "Ort 3", "Zell", "Zell?")


def names(kind: MentionKind, *texts: str, before: NamePlaces | None = None) -> NamePlaces:
    """Place names; `before` are those of the last build."""
    held = [found_at((kind, one), Named(kind=kind, name=one), [], {}) for one in texts]
    stood = {kind: before.of(kind)} if before else {}
    return NamePlaces({one.key: one for one in held}, {kind: held}, stood)


def pages(made: NamePlaces, kind: MentionKind) -> dict[str, Page]:
    """Return the page of each name."""
    places = made.of(kind)
    return {name: places.pages[page] for name, (page, _) in places.spots.items()}


def test_names_stand_in_the_order_of_letters_whatever_their_accents() -> None:
    made = names("person", "Zoë", "Émile", "Anna", "Emil")
    assert list(made.of("person").spots) == ["Anna", "Emil", "Émile", "Zoë"]
    assert [one.letter for one in pages(made, "person").values()] == ["A", "E", "E", "Z"]
    anna = made.at(("person", "Anna"))
    assert anna
    assert (anna.href, anna.anchor, anna.letter) == ("people/#n-anna", "n-anna", "A")
    assert made.at(("person", "Otto")) is None


def test_two_names_of_the_same_letters_have_two_anchors() -> None:
    found = names("place", "Ort!", "Ort?").of("place")
    assert len({found.href(one) for one in found.spots}) == 2


def test_a_long_list_has_a_page_for_each_letter() -> None:
    found = names("organisation", *(f"A{number}" for number in range(LONG)), "7 Tage")
    assert {one.href for one in pages(found, "organisation").values()} == {
        "organisations/a/",
        "organisations/0/",
    }
    assert not found.of("person").spots


def test_a_letter_with_very_many_names_is_divided_by_how_they_begin() -> None:
    many = [f"Anna {letter}{number}" for letter in "BCDG" for number in range(90)]
    found = pages(names("person", *many, "Berta", "Abt", "Ann Zet", "A"), "person")
    held: dict[str, list[str]] = {}
    for name, page in found.items():
        held.setdefault(page.href, []).append(name)
    assert {page: len(some) for page, some in held.items()} == {
        "people/a/a_0/": 1,
        "people/a/a_a-f/": 1,
        "people/a/ann_0/": 1,
        **{f"people/a/anna-{letter}/": 90 for letter in "bcd"},
        "people/a/anna_g-l/": 90,
        "people/b/": 1,
    }
    assert list(dict.fromkeys(one.part for one in found.values())) == [
        *("A", "Aa… – Af", "Ann", "Anna B", "Anna C", "Anna D", "Anna G… – Anna L", ""),
    ]
    assert {one.folder for one in found.values()} == {"people/a/", "people/b/"}
    assert held["people/b/"] == ["Berta"]


def test_a_name_that_comes_or_goes_moves_no_other() -> None:
    many = [f"Anna {letter}{number}" for letter in "BCDGMS" for number in range(90)]
    before = pages(names("person", *many), "person")
    after = pages(names("person", *many[1:], "Anna Z"), "person")
    assert all(after[name] == page for name, page in before.items() if name in after)


def test_names_that_do_not_differ_in_their_beginning_stay_together() -> None:
    found = names("person", *(f"Donaudampfschiff {number}" for number in range(LONG + 1)))
    held = {one.href for one in pages(found, "person").values()}
    assert held == {"people/d/donaudampfsch/"}


def test_the_same_names_stand_where_they_stood_and_others_are_placed_anew() -> None:
    first = names("person", "Anna", "Emil")
    same = names("person", "Emil", "Anna", before=first)
    assert same.of("person") is first.of("person")
    others = names("person", "Emil", "Anna", "Anna!", before=first).of("person")
    assert [others.href(name) for name in others.spots] == [
        *("people/#n-anna", "people/#n-anna-2", "people/#n-emil"),
    ]


@given(st.lists(st.sets(st.sampled_from(ALIKE)), min_size=2, max_size=5))
def test_what_stood_before_is_of_no_matter(builds: list[set[str]]) -> None:
    """Not even where names want the same anchor, and one of them comes or goes."""
    before: NamePlaces | None = None
    for held in builds:
        before = names("place", *sorted(held), before=before)
        assert before.of("place") == names("place", *sorted(held)).of("place")
