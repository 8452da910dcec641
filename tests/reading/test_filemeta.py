from __future__ import annotations

import datetime as dt

import pytest

from dossier.model import Draft
from dossier.reading.filemeta import authors_from, fill, title_from


@pytest.mark.parametrize("title", ["Kim reist nach Osten", "Dokument zum Treffen in Wladiwostok"])
def test_titles(title: str) -> None:
    assert title_from(f" {title}\n") == title


@pytest.mark.parametrize(
    "title",
    [
        *("Microsoft Word - a", "Dokument1", "Untitled", "kim_v3_final", "a b.docx", "x" * 201),
        *("https://a.example/kim", "Scan 12", None, 7),
    ],
)
def test_what_programs_make_up_is_no_title(title: object) -> None:
    assert title_from(title) == ""


def test_authors_are_people() -> None:
    assert authors_from("Max Müller; Dr. Erika von Muster") == (
        "Max Müller",
        "Dr. Erika von Muster",
    )
    for account in ("admin", "Microsoft Office User", "mmueller", "Max Müller GmbH", "", None):
        assert authors_from(account) == ()


def test_only_what_is_not_known_is_filled() -> None:
    day = dt.date(2023, 9, 13)
    filled = fill(Draft(blocks=()), title="Kim reist", author="Max Müller", created=day)
    assert (filled.title, filled.title_by) == ("Kim reist", "file")
    assert (filled.date, filled.date_by, filled.authors) == ("2023-09-13", "file", ("Max Müller",))
    known = Draft(
        blocks=(), title="A", title_by="text", date="2022", date_by="text", authors=("B",)
    )
    assert fill(known, title="Kim reist", author="Max Müller", created=day) == known
    made = Draft(blocks=(), title="A", title_by="machine")
    assert fill(made, title="Kim reist", author="", created=None).title == "Kim reist"
