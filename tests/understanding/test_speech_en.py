from __future__ import annotations

import pytest

from dossier.understanding import speech_en


@pytest.mark.parametrize("cue", ["said", "according", "told", "called"])
def test_what_introduces_speech_is_a_cue(cue: str) -> None:
    assert cue in speech_en.CUES


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("the Russian president", "Russian president"),
        ("Vladimir Putin", "Vladimir Putin"),
        ("officials", "officials"),
    ],
)
def test_a_noun_phrase_is_read(text: str, nouns: str) -> None:
    match = speech_en.PHRASE_END.match(text)
    assert match is not None
    assert match["nouns"] == nouns
