from __future__ import annotations

import pytest

from dossier.understanding import quotations, trailing_en, voices_en


def _attribute(text: str) -> tuple[str, str, str] | None:
    masked = quotations.mask(text, quotations.find(text))
    found = voices_en.attribute(masked)
    if found is None:
        return None
    start, end = found.spans[0]
    return found.phrase.nouns, found.cue, text[start:end].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is so,” Kim said.", ("Kim", "said", "“It is so,”")),
        ("“It is so,” said Kim.", ("Kim", "said", "“It is so,”")),
        ("Kim said: “It is so.”", ("Kim", "said", "“It is so.”")),
        ("Kim said that it was so.", ("Kim", "said", "it was so.")),
        ("It was so, Kim said.", ("Kim", "said", "It was so")),
        ("It was so, according to Tass.", ("Tass", "according to", "It was so")),
        ("It was so, Republicans said no twice.", None),
        ("It was so.", None),
    ],
)
def test_cue_speaker_and_statement(text: str, expected: tuple[str, str, str] | None) -> None:
    assert _attribute(text) == expected


def test_a_question_may_be_followed_by_its_attribution() -> None:
    assert trailing_en.continues_question("Merkel asked.")
    assert not trailing_en.continues_question("Merkel left.")
