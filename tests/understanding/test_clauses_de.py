from __future__ import annotations

import pytest

from dossier.understanding import clauses_de


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("die Polizei in Köln", "Polizei"),
        ("am Montag der Sprecher des Amtes", "Sprecher"),
        ("sich Außenministerin Annalena Baerbock", "Außenministerin Annalena Baerbock"),
        ("der 51-Jährige", "51-Jährige"),
    ],
)
def test_who_speaks_stands_after_the_verb(text: str, nouns: str) -> None:
    found = clauses_de.subject_after(text, 0)
    assert found is not None
    assert found[0].nouns == nouns


def test_the_dative_is_no_subject() -> None:
    assert clauses_de.subject_after("dem Sender", 0) is None


@pytest.mark.parametrize(
    ("verb", "text", "expected"),
    [
        ("teilte", "teilte die Bahn mit.", "teilte … mit"),
        ("teilte", "teilte die Beute.", None),
        ("sagte", "sagte er.", "sagte"),
    ],
)
def test_a_cue_has_its_particle(verb: str, text: str, expected: str | None) -> None:
    assert clauses_de.cue_of(text, verb, len(verb)) == expected
