from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendering.test_citation import BARE, cited

from dossier.rendering.ris import FILE, entry

LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")


def test_a_reference_has_all_that_is_known() -> None:
    assert entry(cited(paragraph="Absatz 3", kind="passage")).splitlines() == [
        "TY  - NEWS",
        "ID  - 2023-09-kim",
        "TI  - Kim & Putin: 100 % {einig}?",
        "AU  - Anna Autorin",
        "AU  - Reuters, AFP",
        "T2  - Die Zeitung",
        "A3  - Tass",
        "PY  - 2023",
        "DA  - 2023/09//",
        "UR  - https://zeitung.example/a%20b?x=1&y=2#z",
        "L2  - https://archive.example/a",
        "Y2  - 2026/11/22/",
        "LA  - de",
        "SE  - Absatz 3",
        "N1  - Probe_Dossier, https://desk.example.org/repo/articles/2023-09-kim/ (Absatz 3)",
        "ER  - ",
    ]


def test_what_is_unknown_has_no_line() -> None:
    assert [line[:2] for line in entry(BARE).splitlines()] == ["TY", "ID", "TI", "UR", "N1", "ER"]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2023", "2023///"),
        ("2023-09-13", "2023/09/13/"),
        ("2023-09~", "2023/09//2023-09~"),
        ("198X", "///198X"),
        ("2023-08/2023-09", "///2023-08/2023-09"),
    ],
)
def test_dates_are_as_precise_as_known(date: str, written: str) -> None:
    assert f"DA  - {written}\n" in entry(cited(date=date))


def test_a_file_has_the_line_ends_of_the_specification() -> None:
    made = FILE.whole([cited(), BARE]).decode()
    assert made.count("\r\nER  - \r\n") == 2
    assert "\n" not in made.replace("\r\n", "")


@given(st.text())
def test_every_line_is_one(text: str) -> None:
    lines = entry(cited(title=text, authors=(text,))).split("\n")
    assert all(LINE.fullmatch(line) for line in lines if line)
