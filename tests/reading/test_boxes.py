from __future__ import annotations

import pytest

from dossier.reading.boxes import boxes, is_label
from dossier.reading.page import parse_page


@pytest.mark.parametrize(
    "text",
    [
        *("Anzeige", "LESEN SIE AUCH:", "Auch interessant", "Newsletter abonnieren"),
        *("Mehr zum Thema", "Related articles", "Most popular in Asia", "Lire aussi :"),
        "Empfohlener redaktioneller Inhalt",
    ],
)
def test_labels(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize(
    "text", ["Anzeige gegen den Minister", "Das Thema Wasser", "Video zeigt Angriff", "", "Kim"]
)
def test_headings_that_only_begin_so(text: str) -> None:
    assert not is_label(text)


def found(body: str) -> list[str]:
    return sorted(
        str(element.get("id")) for element in boxes(parse_page(f"<body>{body}</body>", where="x"))
    )


def test_a_box_is_all_that_its_label_stands_above() -> None:
    page = (
        "<div><p>Text.</p><section id=a><div id=b><h3>Newsletter</h3></div><p>Mehr.</p></section>"
    )
    assert found(page) == ["a"]


def test_a_label_in_a_column_of_text_is_no_box() -> None:
    assert found("<div id=a><p>Text.</p><h3>Mehr zum Thema</h3><p>Mehr.</p></div>") == []
    assert found(f"<div id=a><h3>Video</h3><p>{'Langer Text. ' * 200}</p></div>") == []
    assert found("<div id=a><h3>Video</h3></div>") == []
