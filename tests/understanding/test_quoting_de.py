"""Tests for "zitieren": who is quoted, and who passes it on."""

from __future__ import annotations

import pytest

from dossier import blocks
from dossier.understanding import voices
from dossier.understanding.quoting_de import quoting


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Die Rundschau zitiert Minister Karl Huber: „Es ist gut so.“", "Karl Huber", "Rundschau"),
        ("Die Rundschau zitierte einen Zeugen mit den Worten: „Es brennt.“", "Zeugen", "Rundschau"),
        ("„Es ist gut so“, zitierte die Agentur Tass den Minister.", "Minister", "Tass"),
        ("„Es ist gut so“, wird Karl Huber von der Rundschau zitiert.", "Karl Huber", "Rundschau"),
        ("Karl Huber kam. Nun wird er zitiert: „Es ist gut so“.", "Karl Huber", ""),
    ],
)
def test_who_is_quoted_and_by_whom(text: str, speaker: str, via: str) -> None:
    passages = blocks.number([blocks.make("paragraph", text)])
    (told,) = voices.find_voices(passages, "de")
    assert (told.kind, told.speaker, told.via) == ("direct", speaker, via)


def test_other_verbs_are_left_to_other_rules() -> None:
    assert quoting("\x02\x01\x01\x03, sagte Müller.") is None
