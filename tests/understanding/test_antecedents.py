"""Tests for whom a pronoun or an epithet means."""

from __future__ import annotations

from dossier import blocks
from dossier.understanding.antecedents import Antecedents

_TEXTS = (
    "Minister Karl Weber traf Anna Schulz.",
    "Die Sonne schien.",
    "Frau Petra Lang schwieg.",
)


def told(*texts: str) -> Antecedents:
    passages = blocks.number(blocks.make("paragraph", text) for text in texts)
    people = Antecedents(passages, "de")
    for text in texts:
        people.pass_over(text)
    return people


def test_the_nearest_person_whom_a_pronoun_fits_is_meant() -> None:
    people = told(*_TEXTS)
    assert people.person("f") == "Petra Lang"
    assert people.person("m") == "Karl Weber"


def test_the_subject_is_meant_where_two_would_fit_and_nobody_where_neither_is() -> None:
    assert told("Karl Weber traf Anna Schulz.").person("") == "Karl Weber"
    assert not told("Gestern trafen Karl Weber und Anna Schulz ein.").person("")
    assert not told("Karl Weber kam.").person("?")


def test_who_spoke_is_nearer_than_whom_the_passage_before_named() -> None:
    people = told(*_TEXTS)
    people.begin()
    assert people.nobody_here()
    people.tell("Anna Schulz kam.")
    assert people.only_one() == "Anna Schulz"
    people.spoke("Karl Weber")
    assert people.person("m") == "Karl Weber"
    assert not people.nobody_here()


def test_an_office_has_to_fit() -> None:
    people = told("Trainer Karl Weber kam.", "Minister Paul Lang ging.")
    assert people.person("m", "trainer") == "Karl Weber"
