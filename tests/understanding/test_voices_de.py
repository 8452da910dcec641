from __future__ import annotations

import pytest

from dossier.understanding import quotations, voices_de


def _attribute(text: str) -> tuple[str, str, str] | None:
    masked = quotations.mask(text, quotations.find(text))
    found = voices_de.attribute(masked)
    if found is None:
        return None
    start, end = found.spans[0]
    return found.phrase.nouns, found.cue, text[start:end].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es sei so, sagte Kim.", ("Kim", "sagte", "Es sei so")),
        ("Es sei so, teilte die Polizei mit.", ("Polizei", "teilte … mit", "Es sei so")),
        ("Kim sagte, dass es so sei.", ("Kim", "sagte", "dass es so sei.")),
        ("Kim sagte: „Es ist so.“", ("Kim", "sagte", "„Es ist so.“")),
        ("Es ist so, wie Tass berichtete.", ("Tass", "berichtete", "Es ist so")),
        ("Laut Tass ist es so.", ("Tass", "Laut", "Laut Tass ist es so.")),
        ("Es ist so, so Kim.", ("Kim", "so", "Es ist so")),
        ("Die Zusammenarbeit sagte er ab.", None),
        ("Es ist so.", None),
    ],
)
def test_cue_speaker_and_statement(text: str, expected: tuple[str, str, str] | None) -> None:
    found = _attribute(text)
    assert found == expected or (expected is None and found is not None and not found[0])
