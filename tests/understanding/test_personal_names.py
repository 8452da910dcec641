"""Tests for what is a person's name and what is not."""

from __future__ import annotations

import pytest

from dossier.understanding.personal_names import person_in


@pytest.mark.parametrize(
    ("run", "lang", "name"),
    [
        ("Karin Krapp", "de", "Karin Krapp"),
        ("Diakonie Bayern", "de", ""),
        ("Tonnen Fleisch", "de", ""),
        ("Norden von Frankfurt", "de", ""),
        ("Herausforderer Friedrich Merz", "de", "Friedrich Merz"),
        ("Andreas Pfeiffer von der Berliner Charité", "de", "Andreas Pfeiffer"),
        ("Ursula von der Leyen", "de", "Ursula von der Leyen"),
        ("Andreas Bablers Analyse", "de", "Andreas Babler"),
        ("Walerij Saluschnyj", "de", "Walerij Saluschnyj"),
        ("Eyewitness Karl Mitchell-Shead", "en", "Karl Mitchell-Shead"),
        ("Chatham House", "en", ""),
        ("San Francisco", "en", ""),
        ("Federal Trade Commission", "en", ""),
        ("Abu Hassan Amer", "en", "Abu Hassan Amer"),
        ("Office365 ProPlus", "de", ""),
    ],
)
def test_people_are_told_from_things_places_and_bodies(run: str, lang: str, name: str) -> None:
    assert " ".join(person_in(tuple(run.split()), lang)) == name


def test_a_title_makes_a_person_of_a_common_word() -> None:
    assert person_in(("Sinan", "Kraft"), "de", titled=True) == ("Sinan", "Kraft")
    assert not person_in(("Süßigkeiten",), "de", titled=True)
