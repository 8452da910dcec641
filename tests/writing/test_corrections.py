from __future__ import annotations

from typing import Any

import pytest

from dossier.errors import Finding
from dossier.model import Correction
from dossier.writing import articlefile, corrections


def read(value: Any) -> tuple[tuple[Correction, ...], list[Finding]]:  # noqa: ANN401
    found: list[Finding] = []
    made = corrections.parse(value, passages={"p-1"}, where="a.md:4", found=found)
    return made, found


def test_the_newest_comes_first() -> None:
    made, found = read(
        [
            {"date": "2023-09-14", "text": "Es waren  650 Kilometer.", "what": "p-1"},
            {"date": "2023-10", "text": "Der Name war falsch."},
        ]
    )
    assert made == (
        Correction(date="2023-10", text="Der Name war falsch."),
        Correction(date="2023-09-14", text="Es waren 650 Kilometer.", what="p-1"),
    )
    assert found == []


@pytest.mark.parametrize("value", [None, []])
def test_most_articles_have_none(value: object) -> None:
    assert read(value) == ((), [])


@pytest.mark.parametrize(
    ("value", "message", "kept"),
    [
        ([{"date": "2023"}], "no text", 0),
        ([["x"]], "no text", 0),
        ([{"text": "T", "date": "gestern"}], "`gestern`", 1),
        ("Nur ein Satz.", "no date", 1),
        ([{"text": "T", "date": "2023", "what": "p-9"}], "`p-9`", 1),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_shown(value: Any, message: str, kept: int) -> None:  # noqa: ANN401
    made, found = read(value)
    assert len(made) == kept
    assert [one.where for one in found] == ["a.md:4"]
    assert message in found[0].message


def test_an_articles_file_carries_them() -> None:
    text = (
        "---\ntitle: T\ndate: 2023\ncorrections:\n"
        "  - date: 2023-09-14\n    text: Es waren 650 Kilometer.\n---\n\nEin Absatz.\n"
    )
    article, found = articlefile.parse(text, path="content/articles/a.md")
    assert article.corrections == (Correction(date="2023-09-14", text="Es waren 650 Kilometer."),)
    assert found == ()
