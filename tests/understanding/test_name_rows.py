"""Names in a row are of one kind."""

from __future__ import annotations

from dossier.understanding.known import NOBODY
from dossier.understanding.name_scan import scan
from dossier.understanding.name_tokens import Tokens


def rows(text: str) -> list[tuple[str, tuple[str, ...], int]]:
    tokens = Tokens(text, "de")
    return [(tokens.words[one.first], one.row, one.head) for one in scan(tokens, NOBODY)]


def test_doubtful_names_know_the_others_of_their_row() -> None:
    found = rows("Die Dörfer Hokkala, Tranomaro und Berlin feiern.")
    assert found == [
        ("Hokkala", ("row:place",), 2),
        ("Tranomaro", ("row:place",), 2),
        ("Berlin", (), -1),
    ]


def test_a_name_alone_is_in_no_row() -> None:
    assert rows("Gestern war Tranomaro voll, Berlin aber leer.")[0] == ("Tranomaro", (), -1)
    assert rows("Gestern sah Tranomaro die Stadt Berlin.")[0] == ("Tranomaro", (), -1)
