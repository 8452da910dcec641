from __future__ import annotations

import pytest

from dossier.found import DateMention, Mention
from dossier.understanding.where import place_of


@pytest.mark.parametrize(
    ("text", "names", "place"),
    [
        ("They met in Paris on 4 May.", "Paris", "Paris"),
        ("On 4 May the US imposed sanctions on Russia.", "Russia", ""),
        ("On 4 May they spoke of their commitment to Ukraine.", "Ukraine", ""),
        ("On 4 May Kim travelled by train to Russia.", "Russia", "Russia"),
        ("SEOUL – On 4 May Kim spoke.", "SEOUL", ""),
        ("On 4 May Kim left Pyongyang for Moscow.", "Pyongyang Moscow", ""),
        ("On 4 May, Kim arrived at the Russian border; in Seoul, it rained.", "Seoul", "Seoul"),
    ],
)
def test_a_place_counts_by_the_word_before_it(text: str, names: str, place: str) -> None:
    mentions = [
        Mention(passage="p", start=at, end=at + len(n), text=n, kind="place", name=n)
        for n in names.split()
        for at in (text.index(n),)
    ]
    start = text.index("4 May")
    dated = DateMention(passage="p", start=start, end=start + 5, text="4 May", edtf="2023-05-04")
    assert place_of(text, (0, len(text)), dated, mentions) == place
