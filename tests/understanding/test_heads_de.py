"""Tests for who speaks, or acts, in the words before a colon."""

from __future__ import annotations

import pytest

from dossier import blocks
from dossier.understanding import voices
from dossier.understanding.heads_de import head_speaker


@pytest.mark.parametrize(
    ("head", "nouns"),
    [
        ("Kapitän Danny Latza rang um Worte", "Kapitän Danny Latza"),
        ("Mehr Fragen erwartet auch Heinze", "Heinze"),
        ("Wladimir Putin", "Wladimir Putin"),
        ("Die Pläne stellte der Vorsitzende Karl Huber in Frage", "Vorsitzende Karl Huber"),
        ("Hier sparte der Bundespräsident nicht mit Kritik", "Bundespräsident"),
        ("Den Unmut brachte die Sprecherin, Anna Huber, zum Ausdruck", "Sprecherin"),
        ("Seine Mutter lachte darüber", "Mutter"),
        ("Weshalb es dazu kam, konnte Karl Huber nicht sagen", "Karl Huber"),
        ("Gabi Schwab, Schulleiterin der Schule in Lienz sagte am Vormittag", "Gabi Schwab"),
        ("Merkels Stimme wurde leise", "Merkel"),
        ("Hans Müller lachte laut", "Hans Müller"),
    ],
)
def test_whoever_acts_before_a_colon_speaks(head: str, nouns: str) -> None:
    found = head_speaker(head)
    assert found is not None
    assert found[0].nouns == nouns


@pytest.mark.parametrize(
    ("head", "pronoun"),
    [
        ("Seine Zuversicht gründete sich auf Erfahrung", "er"),
        ("Ihre Stimme zitterte dabei", "sie"),
        ("Eine Rüge erteilte er dem Minister", "er"),
    ],
)
def test_something_of_somebody_acts_for_them(head: str, pronoun: str) -> None:
    found = head_speaker(head)
    assert found is not None
    assert (found[0].nouns, found[0].determiner) == ("", pronoun)


def test_what_stands_on_a_poster_is_said_by_nobody() -> None:
    assert head_speaker("Das Motto lautet") is None


def test_a_clause_behind_a_colon_needs_no_verb_of_saying() -> None:
    text = "Minister Karl Huber sah die Eignung der Bewerber anders: Es sei viel zu früh."
    (told,) = voices.find_voices(blocks.number([blocks.make("paragraph", text)]), "de")
    assert (told.kind, told.speaker, told.text) == (
        "reported",
        "Karl Huber",
        "Es sei viel zu früh.",
    )
    text = "Aus der Partei kam Widerspruch: Das Gesetz sei falsch, kritisierte Karl Huber."
    (told,) = voices.find_voices(blocks.number([blocks.make("paragraph", text)]), "de")
    assert told.speaker == "Karl Huber"
