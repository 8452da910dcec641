from __future__ import annotations

import pytest

from dossier import blocks
from dossier.model import Article, Source, packed
from dossier.understanding.agencies import agencies_of


def article(*texts: str, agency: tuple[str, ...] = (), authors: tuple[str, ...] = ()) -> Article:
    made = blocks.number(blocks.make("paragraph", text) for text in texts)
    return Article(
        id="a", title="T", body=packed(made), source=Source(agency=agency), authors=authors
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Berlin (dpa) - Es regnet.",), ("dpa",)),
        (("SEOUL (Reuters) - It rains.",), ("Reuters",)),
        (("Rom (KNA/dpa) – Es regnet.",), ("KNA", "dpa")),
        (("Es regnet.", "Mit Material von dpa und AFP"), ("dpa", "AFP")),
        (("Es regnet. Mit Informationen der Agentur Reuters.",), ("Reuters",)),
        (("It rains.", "With reporting by Reuters."), ("Reuters",)),
        (("Es regnet.", "Quelle: dpa/lby"), ("dpa",)),
        (("Es regnet.", "(epd)"), ("epd",)),
        (("Es regnet bis zum Abend. dpa/AFP",), ("dpa", "AFP")),
        (("Es regnet. © dpa-infocom, dpa:1",), ()),
        (("Die SPD (rot) und die AP stritten.",), ()),
        (("Er kam (wie immer) und ging.", "Quelle: eigene Angaben"), ()),
        (("Die dpa meldete Regen.",), ()),
        ((), ()),
    ],
)
def test_datelines_and_signatures_name_agencies(
    texts: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert agencies_of(article(*texts)) == expected


def test_what_the_metadata_says_counts_alone() -> None:
    assert agencies_of(article("Berlin (dpa) - Es regnet.", agency=("TASS", "Eigene"))) == (
        "Tass",
        "Eigene",
    )


def test_an_author_may_be_an_agency() -> None:
    assert agencies_of(article("Es regnet.", authors=("Anna Beispiel", "AFP"))) == ("AFP",)
