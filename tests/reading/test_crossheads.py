from __future__ import annotations

import pytest

from dossier.reading.crossheads import as_crosshead, is_interview, without_hanging
from dossier.reading.outline import Piece, PieceKind


def piece(text: str, *, kind: PieceKind = "text", bold: float = 0.0, names: str = "") -> Piece:
    tag = "h2" if kind == "heading" else "p"
    return Piece(kind=kind, text=text, key=text, tag=tag, names=names, bold=bold, level=2)


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (piece("Eine Warnung", bold=1.0), "heading"),
        (piece("Was nun?", bold=1.0), "heading"),
        (piece("Eine Warnung", names="atc-SubHeadline subhead"), "heading"),
        (piece("Eine Warnung"), "text"),
        (piece("Das ist ein Satz.", bold=1.0), "text"),
        (
            piece(
                "Herr Kim, was erwarten Sie von dem Treffen in Wladiwostok am Mittwoch?", bold=1.0
            ),
            "text",
        ),
        (piece("Wort " * 40, bold=1.0), "text"),
    ],
)
def test_paragraphs_that_are_set_as_crossheads(found: Piece, kind: str) -> None:
    assert as_crosshead(found).kind == kind


def test_an_interview_is_known_by_its_questions() -> None:
    questions = [piece(f"Und {n}, was meinen Sie?", bold=1.0) for n in range(3)]
    assert is_interview(questions, [True] * 3)
    assert not is_interview(questions, [True, True, False])
    titles = [piece(f"Teil {n}", bold=1.0) for n in range(9)]
    assert not is_interview([*questions, *titles], [True] * 12)


def test_questions_that_a_text_answers_itself_are_crossheads() -> None:
    questions = ["Wer muss zahlen?", "Wonach richtet sich die Höhe?", "Lohnt sich Einspruch?"]
    assert not is_interview([piece(text, bold=1.0) for text in questions], [True] * 3)
    long = [f"{text} Und was wird, wenn es beim alten Verfahren bleibt?" for text in questions]
    assert is_interview([piece(text, bold=1.0) for text in long], [True] * 3)


def test_headings_need_text_below_and_above() -> None:
    texts = [
        piece("Vorab", kind="heading"),
        piece("Eins."),
        piece("Leer", kind="heading"),
        piece("Zwei", kind="heading"),
        piece("Drei."),
        piece("Ende", kind="heading"),
    ]
    assert [found.text for found in without_hanging(texts)] == ["Eins.", "Zwei", "Drei."]
