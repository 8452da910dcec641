from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.headline import LONGEST, first_sentence, from_lead

LONG_LEAD = (
    "Nordkorea hat am Mittwoch nach Angaben aus Seoul zwei Raketen abgefeuert, während der "
    "Machthaber in Russland war."
)
LONG_CLAUSE = (
    "Das streng abgeschottete Land dürfte vor allem auf russische Technologie und auf die "
    "russischen Satelliten hoffen."
)
WORDS = [
    "Der",
    "Kim",
    "und",
    "traf",
    "die",
    "„neuen“",
    "Raketen",
    "in",
    "(dem",
    "Osten),",
    "-",
    ":",
]


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("Kim ist angekommen. Er traf Putin.", "Kim ist angekommen"),
        ("Berlin (dpa) - Kim ist angekommen. Er traf Putin.", "Kim ist angekommen"),
        ("SEOUL, Sept 13 (Reuters) - Kim met Putin on Wednesday.", "Kim met Putin on Wednesday"),
        ("Was will Kim? Das fragt sich die Welt.", "Was will Kim?"),
        (
            "Am 13. September traf Dr. Kim in Wladiwostok ein. Dann fuhr er weiter.",
            "Am 13. September traf Dr. Kim in Wladiwostok ein",
        ),
        (
            LONG_LEAD,
            "Nordkorea hat am Mittwoch nach Angaben aus Seoul zwei Raketen abgefeuert…",
        ),
        (
            LONG_CLAUSE,
            "Das streng abgeschottete Land dürfte vor allem auf russische Technologie…",
        ),
    ],
)
def test_titles_end_where_a_reader_can_stop(lead: str, title: str) -> None:
    assert from_lead(lead) == title


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "U.S. officials met Mr. Kim at 10 a.m. on Monday. They left."
    assert first_sentence(text) == "U.S. officials met Mr. Kim at 10 a.m. on Monday."


@given(st.text(min_size=1, max_size=300).filter(lambda text: any(map(str.isalpha, text))))
def test_titles_are_short_and_end_well(lead: str) -> None:
    title = from_lead(lead)
    assert len(title) <= LONGEST
    assert not title.endswith((",…", " …", ":…"))


@given(st.lists(st.sampled_from(WORDS)))
def test_cuts_leave_no_article_or_bracket(words: list[str]) -> None:
    title = from_lead("Kim Jong Un " + " ".join(words))
    if title.endswith("…"):
        assert title[:-1].split()[-1] not in {"Der", "die", "in", "und", "-", ":", "(dem"}
