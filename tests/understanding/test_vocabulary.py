from __future__ import annotations

import pytest

from dossier.understanding import vocabulary
from dossier.understanding.lexicon import words


@pytest.mark.parametrize(
    "word",
    words(
        "Krieg Kriege Kriegs Häuser Raketentests Waffengeschäfte Atom-U-Boote Regierung "
        "Wachsamkeit Viren Medien Verletzten Händeschütteln Bundesbildungsministerin"
    ),
)
def test_common_nouns_are_known_in_all_their_forms(word: str) -> None:
    assert vocabulary.is_noun(word)


@pytest.mark.parametrize("word", "Röttgen Wostotschny Matthew Bubik Sarkozy".split())  # noqa: SIM905
def test_names_are_no_nouns(word: str) -> None:
    assert not vocabulary.is_noun(word)


def test_a_noun_of_the_table_is_told_from_a_compound() -> None:
    assert vocabulary.is_simple("Halle")
    assert not vocabulary.is_simple("Westerwelle")


@pytest.mark.parametrize(
    ("word", "lang", "small"),
    [
        ("Zudem", "de", True), ("Gestiegene", "de", True), ("Angesichts", "de", True),
        ("Kolb", "de", False), ("However", "en", True), ("Announced", "en", True),
        ("Blinken", "en", False),
    ],
)  # fmt: skip
def test_what_only_begins_a_sentence_is_known(word: str, lang: str, small: bool) -> None:  # noqa: FBT001
    assert vocabulary.is_small(word, lang) is small


@pytest.mark.parametrize("word", ["Hochgeschwindigkeitsmessung", "ETA-Entwaffnung", "S-Bahn-Höfe"])
def test_derived_nouns_stand_at_the_end_of_compounds(word: str) -> None:
    assert vocabulary.is_noun(word)
