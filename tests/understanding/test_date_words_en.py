from __future__ import annotations

import pytest

from dossier.understanding.date_words_en import tense


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote will be held in X.", "future"),
        ("The vote is scheduled for X.", "future"),
        ("The vote was held in X.", "past"),
        ("They fired a missile in X.", "past"),
        ("They vote in X.", ""),
        ("They voted every year in X.", "often"),
        ("They voted. In X they will meet.", "future"),
        ("He said the Senate will vote X.", "future"),
        ("It has published a timetable for X.", "future"),
        ("He was blamed for X's attack.", "past"),
        ("He was jailed for murder X.", "past"),
        ("She didn't tell her family until X.", "past"),
        ("He said it won’t be finished by X.", "future"),
        ("They will have no trains at all on X.", "future"),
        ("She met them to say it will rain, police said X.", "past"),
        ("The council plans to meet at 2 p.m. X.", "future"),
    ],
)
def test_the_clause_tells_the_tense(text: str, expected: str) -> None:
    place = text.index("X")
    assert tense(text, place, place + 1) == expected
