from __future__ import annotations

from dossier import blocks
from dossier.model import Draft
from dossier.reading.entries import Entry, has_passages, no_passages


def test_an_entry_is_full_if_there_is_a_paragraph() -> None:
    text, head = blocks.make("paragraph", "Text."), blocks.make("crosshead", "Ankunft")
    assert Entry(name="a", draft=Draft(blocks=(head, text))).is_full
    assert not Entry(name="a", draft=Draft(blocks=(head,)), url="https://a.example/").is_full
    assert not has_passages(Draft(blocks=()))


def test_the_reason_has_its_place_and_a_hint() -> None:
    error = no_passages("a.txt")
    assert error.where == "a.txt"
    assert error.hint
