from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.understanding import quotations

MARKS = [
    ("Er sagte: „Wir gehen.“", ["Wir gehen."]),
    ("Er sagte: »Wir gehen.«", ["Wir gehen."]),
    ("Er sagte: «Wir gehen.»", ["Wir gehen."]),
    ("Er sagte: « Wir gehen. »", ["Wir gehen."]),
    ("Er sagte: ”Wir gehen.”", ["Wir gehen."]),
    ("He said: “We go.”", ["We go."]),
    ('He said: "We go."', ["We go."]),
    ("Er sagte: ‚Wir gehen.‘", ["Wir gehen."]),
    ("He said: ‘We don’t go.’", ["We don’t go."]),
    ("He said: 'We don't go.'", ["We don't go."]),
    ("„Er nannte es ‚gut‘“, sagte sie.", ["Er nannte es ‚gut‘"]),
    ("\"Ich nenne es 'gut'\", sagte sie.", ["Ich nenne es 'gut'"]),
    ('Er sagte „gut" und „schlecht”.', ["gut", "schlecht"]),
    ('"Eins" und "zwei".', ["Eins", "zwei"]),
    ("„Der erste Absatz geht weiter.", ["Der erste Absatz geht weiter."]),
    ("Er sagte: „Der Schluss fehlt.", ["Der Schluss fehlt."]),
    ("“We go,” he said. “And they stay.", ["We go,", "And they stay."]),
    ("Mitten im „Satz fehlt der Schluss.", []),
    ("The workers' rights and the '90s, don't they?", []),
    ("5' 10\" groß", []),
    ("„“", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_what_stands_between_the_marks(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations.find(text)] == expected


def test_a_mask_is_as_long_as_the_text_and_keeps_what_ends_a_sentence() -> None:
    text = "Er sagte: „Wir gehen.“ Dann ging er."
    masked = quotations.mask(text, quotations.find(text))
    assert len(masked) == len(text)
    assert "gehen" not in masked
    assert masked.index(".\x03") == text.index(".“")


@given(st.text(alphabet=st.sampled_from("ab ,.:„“”\"»«'’‚‘-1\n")))
def test_quotations_lie_within_the_text_in_order(text: str) -> None:
    end = 0
    found = quotations.find(text)
    for quotation in found:
        assert end <= quotation.outer_start < quotation.start < quotation.end
        assert quotation.end <= quotation.outer_end <= len(text)
        end = quotation.outer_end
    assert len(quotations.mask(text, found)) == len(text)
