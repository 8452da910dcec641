from __future__ import annotations

import pytest

from dossier.understanding.date_words_de import tense


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im X wird gewählt.", "future"),
        ("Im X soll gewählt werden.", "future"),
        ("Im X wurde gewählt.", "past"),
        ("Im X feuerte das Land Raketen ab.", "past"),
        ("Im X traf er ihn.", "past"),
        ("Er kam, im X wird gewählt.", "future"),
        ("Im X beginnt die Wahl.", "future"),
        ("Im X beginnen die geplanten Gespräche.", "future"),
        ("Der X, ein Feiertag.", ""),
        ("Er kam, sagte sie, im X.", "past"),
        ("Im X wird jedes Jahr gewählt.", "often"),
        ("Sie greifen am X an.", "future"),
        ("Am X machen sich beide ein Bild.", "future"),
        ("Das Spiel am X (19.00 Uhr) in Graz.", "future"),
        ("Sie trafen am X auf Flensburg.", "past"),
        ("Nach dem Streik vom X rollt der Verkehr.", "past"),
        ("Das Land wird seit dem X geführt.", "past"),
    ],
)
def test_the_clause_tells_the_tense(text: str, expected: str) -> None:
    place = text.index("X")
    assert tense(text, place, place + 1) == expected
