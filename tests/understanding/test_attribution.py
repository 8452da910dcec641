from __future__ import annotations

from dossier.understanding.attribution import ANONYMOUS, Attribution, Phrase


def test_nobody_has_neither_name_nor_pronoun() -> None:
    assert (ANONYMOUS.nouns, ANONYMOUS.determiner) == ("", "")


def test_equal_attributions_are_equal_values() -> None:
    def make() -> Attribution:
        return Attribution(
            cue="sagte", phrase=Phrase(nouns="Kim"), spans=((0, 3),), reportable=True
        )

    assert make() == make()
