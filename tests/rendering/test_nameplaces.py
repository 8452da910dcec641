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
