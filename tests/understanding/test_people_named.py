"""Tests for who an article names, before anybody asks who is meant."""

from __future__ import annotations

from dossier.understanding.people_named import PeopleNamed


def test_what_is_told_of_a_short_name_is_told_of_the_long_one() -> None:
    named = PeopleNamed(["Hans Peter Müller kam.", "Dann sprach Peter Müller."], "de")
    assert list(named.people) == ["Hans Peter Müller"]
    assert named.aliases == {"Peter Müller": "Hans Peter Müller"}


def test_an_office_before_a_family_name_goes_to_who_bears_it() -> None:
    named = PeopleNamed(["Wladimir Putin kam. Präsident Putin sprach."], "de")
    assert named.people["Wladimir Putin"].offices == {"präsident"}
