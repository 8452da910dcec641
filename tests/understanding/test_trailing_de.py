"""Tests for German attributions behind the words said."""

from __future__ import annotations

import pytest

from dossier.understanding import quotations, trailing_de


@pytest.mark.parametrize(
    ("sentence", "speaker", "said"),
    [
        ("„Wir gehen“, sagte Müller.", "Müller", ["„Wir gehen“"]),
        ("„Wir gehen“, sagte Müller. „Bald“", "Müller", ["„Wir gehen“", "„Bald“"]),
        ("Das Opfer, sagte Müller, sei schwer verletzt.", "Müller", ["all"]),
        ("Es sei vorbei, sagte Müller am Montag.", "Müller", ["Es sei vorbei"]),
    ],
)
def test_what_stands_before_the_verb_is_said(sentence: str, speaker: str, said: list[str]) -> None:
    found = trailing_de.trailing(quotations.mask(sentence, quotations.find(sentence)))
    assert found is not None
    assert found.phrase.nouns == speaker
    spans = [sentence[slice(*span)].strip() for span in found.spans]
    assert spans == ([sentence] if said == ["all"] else said)


def test_hiess_es_names_where_it_came_from() -> None:
    found = trailing_de.said("Es sei vorbei, hieß es aus dem Ministerium.")
    assert found is not None
    assert (found.phrase.determiner, found.phrase.nouns) == ("dem", "Ministerium")
