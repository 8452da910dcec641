from __future__ import annotations

import pytest

from dossier.understanding import organisations


def test_each_organisation_has_a_name_in_both_languages() -> None:
    known = organisations.organisations()
    assert known["UNO"].name("de") == "Vereinte Nationen"
    assert known["UNO"].name("en") == "United Nations"
    assert known["Tass"].name("en") == "Tass"
    assert "Vereinten Nationen" in organisations.longer()["Vereinten"]


@pytest.mark.parametrize(
    ("word", "before", "expected"),
    [
        ("Bundesverfassungsgericht", "das", True), ("US-Außenministeriums", "des", True),
        ("UN-Sicherheitsrats", "des", True), ("Landgericht", "ein", False),
        ("Händeschütteln", "das", False),
    ],
)  # fmt: skip
def test_bodies_of_a_state(word: str, before: str, expected: bool) -> None:  # noqa: FBT001
    assert organisations.is_body(word, before) is expected


def test_kinds_of_words_that_make_names() -> None:
    assert organisations.takes_purpose("Bundesamt")
    assert organisations.is_proper_head("Zeitung")
    assert organisations.is_club("FC")
    assert organisations.is_local("Universität")
    assert organisations.is_street("Flößaustraße")
    assert not organisations.is_street("Bundesstraße")
    assert organisations.may_begin("Amtsgericht")
    assert not organisations.may_begin("Krieg")


def test_the_seven_the_eight_and_the_twenty_are_three() -> None:
    listed = organisations.organisations()
    assert {name: listed[name].name("en") for name in ("G-7", "Group of Seven", "G8", "G-20")} == {
        "G-7": "G7", "Group of Seven": "G7", "G8": "G8", "G-20": "G20",
    }  # fmt: skip
