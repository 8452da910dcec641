"""Tests for the date in the line that says where a report was sent."""

from __future__ import annotations

import pytest

from dossier.reading.read import read


def _date(text: str) -> str:
    return read(text.encode(), name="a.txt", where="a.txt").date


BODY = "\n\nDer Rat der Stadt hat lange beraten und am Ende nichts beschlossen.\n"


@pytest.mark.parametrize(
    ("first", "date"),
    [
        ("BERLIN, 13. September 2023 (dpa) – Der Bund zahlt nun mehr für Schulen.", "2023-09-13"),
        ("Berlin (dpa), 13.09.2023 - Der Bund zahlt nun mehr für die Schulen.", "2023-09-13"),
        ("Bad Hersfeld, den 3. März 2021 – Der Bund zahlt nun mehr für Schulen.", "2021-03-03"),
        ("LONDON, March 3, 2022 /PRNewswire/ -- The bank pays more for schools.", "2022-03-03"),
        ("NEW YORK, Sept. 13, 2023 (AP) — The city pays more for its schools.", "2023-09-13"),
        ("Berlin, 13. September (dpa) – Der Bund zahlt nun mehr für die Schulen.", ""),
        ("Am 13. September 2023 – es war ein Mittwoch – zahlte der Bund mehr Geld.", ""),
        ("Berlin wählte am 13. September 2023 – und zwar einen neuen Bürgermeister.", ""),
    ],
)
def test_a_dateline_tells_the_day_only_if_it_has_a_year(first: str, date: str) -> None:
    assert _date(f"Bund zahlt mehr\n\n{first}{BODY}") == date


@pytest.mark.parametrize(
    ("last", "date"),
    [
        ("Meldung der dts Nachrichtenagentur vom 12.01.2014", "2014-01-12"),
        ("Veröffentlicht am 12. Januar 2014", "2014-01-12"),
        ("Er sprach zuletzt am 12.01.2014", ""),
    ],
)
def test_the_last_line_may_tell_it(last: str, date: str) -> None:
    text = f"Bund zahlt mehr\n\nDer Bund zahlt nun mehr für Schulen, sagte er.{BODY}\n{last}\n"
    assert _date(text) == date


def test_what_the_head_states_counts_alone() -> None:
    text = f"Titel: Bund zahlt\nDatum: 2020-01-01\n\nBERLIN, 13. September 2023 – Er zahlt.{BODY}"
    assert _date(text) == "2020-01-01"
