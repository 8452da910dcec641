from __future__ import annotations

import pytest

from dossier.understanding import speech_de


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("der russische Präsident", "Präsident"),
        ("Wladimir Putin", "Wladimir Putin"),
        ("die Polizei in Berlin", "Polizei"),
    ],
)
def test_a_noun_phrase_is_read(text: str, nouns: str) -> None:
    match = speech_de.PHRASE_AT.match(text)
    assert match is not None
    assert match["nouns"] == nouns
