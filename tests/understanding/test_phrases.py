from __future__ import annotations

import pytest

from dossier.understanding.attribution import Phrase
from dossier.understanding.phrases import is_pronoun, speaker_of
from dossier.understanding.speakers import Roster

EMPTY = Roster([], "de")


@pytest.mark.parametrize(
    ("determiner", "adjectives", "nouns", "expected"),
    [
        ("der", "", "Generalstab", "Generalstab"),
        ("der", "russische", "Präsident", "russischer Präsident"),
        ("das", "", "Weiße Haus", "Weißes Haus"),
        ("die", "", "Vereinten Nationen", "Vereinte Nationen"),
        ("dem", "russischen", "Verteidigungsministerium", "russisches Verteidigungsministerium"),
        ("die", "russische", "Regierung", "russische Regierung"),
        ("ein", "hoher", "Beamter", "hoher Beamter"),
        ("des", "", "Ministeriums", "Ministerium"),
        ("", "russischen", "Nachrichtenagenturen", "russische Nachrichtenagenturen"),
        ("", "", "Medienberichten", "Medienberichte"),
    ],
)
def test_institutions_come_in_the_nominative(
    determiner: str, adjectives: str, nouns: str, expected: str
) -> None:
    phrase = Phrase(determiner=determiner, adjectives=adjectives, nouns=nouns)
    assert speaker_of(phrase, EMPTY, "de") == expected


def test_a_name_loses_its_titles() -> None:
    assert speaker_of(Phrase(nouns="CDU-Chef Friedrich Merz"), EMPTY, "de") == "Friedrich Merz"


def test_an_office_is_the_person_who_holds_it() -> None:
    roster = Roster(["Russlands Präsident Wladimir Putin kam."], "de")
    phrase = Phrase(determiner="der", adjectives="russische", nouns="Präsident")
    assert speaker_of(phrase, roster, "de") == "Wladimir Putin"
    anyone = Phrase(determiner="ein", adjectives="russischer", nouns="Präsident")
    assert speaker_of(anyone, roster, "de") == "russischer Präsident"


def test_a_name_in_commas_goes_before_the_office() -> None:
    phrase = Phrase(determiner="der", nouns="Sprecher", apposition="John Kirby")
    assert speaker_of(phrase, EMPTY, "de") == "John Kirby"


def test_two_speakers_are_joined() -> None:
    roster = Roster(["Olaf Scholz traf Emmanuel Macron."], "de")
    assert speaker_of(Phrase(nouns="Scholz und Macron"), roster, "de") == (
        "Olaf Scholz und Emmanuel Macron"
    )


def test_a_pronoun_names_nobody() -> None:
    assert is_pronoun(Phrase(nouns="", determiner="er"))
    assert speaker_of(Phrase(nouns="", determiner="er"), EMPTY, "de") == ""
