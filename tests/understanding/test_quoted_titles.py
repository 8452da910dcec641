"""Tests for what stands between quotation marks and quotes nobody."""

from __future__ import annotations

import pytest

from dossier.understanding import quoted_titles
from dossier.understanding.quotations import find

GERMAN = [
    ("Die „Washington Post“ meldet", True),
    ("Der Film „Das Boot“ läuft", True),
    ("Die sogenannte „freie Welt“ staunt", True),
    ("Die „Bild“-Zeitung meldet", True),
    ("in Schreiben der „mg“ tauchen", True),
    ("an dem mit „F“ bezeichneten Port", True),
    ("Auf die Frage sagte er „ja“ und ging", False),
    ("The newspaper “Le Monde” reports", True),
    ("den Wettbewerb „Unser Dorf hat Zukunft“ gewonnen", True),
    ("unter dem Menüpunkt „Was wir fördern“ bereit", True),
    ("die Tagung „Wie wir morgen leben und arbeiten wollen“ ist ausgebucht", True),
    ("Er sprach von einem „Desaster“", False),
    ("die „strategische Wichtigkeit“ beschwor", False),
    ("Er sagte: „Das ist gut.“", False),
    ("Er nannte den Film „Ein kleines Wunder“", False),
    ("Sie beschrieb den Film: „Das ist gut gemacht“", False),
]
ENGLISH = [
    ("the Oscar-winning “Everything Everywhere All at Once,” will shoot", True),
    ("his anticipated “Dune” sequel", True),
    ("on “Body Heat” (1981)", True),
    ("“The Batman” continued its sway", True),
    ("“Never,” she said", False),
    ("“Thank God,” she said", False),
    ("He called him “Sleepy Joe” again", False),
    ("he said, “Absolutely Not.”", False),
    ("called the deal “a disaster” again", False),
    ("They shouted “Long Live Ireland!” at him", False),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_titles_are_told_from_speech(text: str, *, expected: bool) -> None:
    (quotation,) = find(text)
    assert quoted_titles.is_title(text, quotation) is expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_titles_are_told_from_speech(text: str, *, expected: bool) -> None:
    (quotation,) = find(text)
    assert quoted_titles.is_title(text, quotation, "en") is expected


def test_in_a_row_of_titles_each_is_one() -> None:
    text = "Der Film „Das Boot“ und „Nordost“ laufen. „Ich gehe hin“, sagte er."
    assert [text[q.start : q.end] for q in quoted_titles.speech_in(text, "de")] == ["Ich gehe hin"]


def test_what_a_sentence_says_of_quoted_words_tells_that_they_are_a_name() -> None:
    text = "„Fest der Begegnung“ ist ein Verein."
    assert quoted_titles.is_thing(text, find(text)[0])
    text = "„Fest steht nichts“, sagte er."
    assert not quoted_titles.is_thing(text, find(text)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am »Tag des Lernens mit Geräten«", True),
        ("in dem Beitrag „warum wir warten“", True),
        ("er wolle „den Weg weitergehen“", False),
    ],
)
def test_headings_may_have_any_length(text: str, *, expected: bool) -> None:
    assert quoted_titles.is_heading(text, find(text)[0]) is expected
