from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.understanding import sentences

CASES = [
    ("Er kam am 13. September an. Sie blieb.", "de", 2),
    ("Dr. Kim und Prof. Müller kamen. Sie blieben z. B. lange.", "de", 2),
    ("Die 2. Bundesliga beginnt. Der Ball rollt.", "de", 2),
    ("Er kam am 13. Danach ging er.", "de", 2),
    ("Das war 2019. Danach kam Corona.", "de", 2),
    ("„Wir kommen.“ Danach gingen sie.", "de", 2),
    ("Sie sagte: „Wir kommen. Wir bleiben.“ Dann ging sie.", "de", 3),
    ("„Kommt er?“, fragte sie. Niemand wusste es!", "de", 2),
    ("Das ist ... Wahnsinn. Wirklich.", "de", 2),
    ("Erster Punkt\nZweiter Punkt", "de", 2),
    ("Bundeskanzler a. D. Schröder kam.", "de", 1),
    ("The U.S. Senate met. It voted.", "en", 2),
    ("He lives in the U.S. The flight was long.", "en", 2),
    ("Mr. Smith met Gen. Jones on Sept. 13 at noon. They talked.", "en", 2),
    ("J. Edgar Hoover led it. He died in 1972. Others followed.", "en", 3),
    ("“We will go.” She left.", "en", 2),
    ('"Really?" he asked. Nobody knew.', "en", 2),
    ("It rose 3.5 percent. Prices fell.", "en", 2),
    ("It rose by 13. Prices fell.", "en", 2),
    ("No full stop at all", "en", 1),
    ("", "de", 0),
    ("  \n ", "en", 0),
]


@pytest.mark.parametrize(("text", "lang", "count"), CASES)
def test_sentences_are_cut_where_they_end(text: str, lang: str, count: int) -> None:
    found = [text[start:end] for start, end in sentences.split(text, lang)]
    assert len(found) == count, found


def test_a_closing_mark_belongs_to_its_sentence() -> None:
    text = "„Wir kommen.“ Danach gingen sie."
    assert [text[s:e] for s, e in sentences.split(text, "de")] == [
        "„Wir kommen.“",
        "Danach gingen sie.",
    ]


@given(
    st.text(alphabet=st.sampled_from("aB1.!? \n„“\"'…x\x01\x02")), st.sampled_from(["de", "en", ""])
)
def test_spans_cover_all_but_white_space(text: str, lang: str) -> None:
    spans = sentences.split(text, lang)
    assert "".join(text[s:e] for s, e in spans).split() is not None
    kept = "".join("".join(text[s:e].split()) for s, e in spans)
    assert kept == "".join(text.split())
    assert all(text[s:e].strip() == text[s:e] for s, e in spans)
    assert list(spans) == sorted(spans)
