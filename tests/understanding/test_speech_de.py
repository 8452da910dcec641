from __future__ import annotations

import pytest

from dossier.understanding import speech_de


@pytest.mark.parametrize("cue", ["sagte", "zufolge", "Laut", "teilte"])
def test_what_introduces_speech_is_a_cue(cue: str) -> None:
    assert cue in speech_de.CUES


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
