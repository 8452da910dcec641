from __future__ import annotations

import pytest
from msgspec.structs import replace

from dossier.model import Article, Block


def block(kind: str, number: int) -> Block:
    return Block(id=f"x-{number}", type=kind, text="T")  # type: ignore[arg-type]


def test_passages_are_the_blocks_that_can_carry_evidence_in_order() -> None:
    kinds = ("crosshead", "paragraph", "caption", "list", "quote", "paragraph")
    article = Article(
        id="a", title="T", blocks=tuple(block(kind, n) for n, kind in enumerate(kinds))
    )
    assert [one.id for one in article.passages] == ["x-1", "x-3", "x-4", "x-5"]


def test_values_are_frozen_and_hold_nothing_else() -> None:
    article = Article(id="a", title="T", blocks=())
    with pytest.raises(AttributeError):
        article.title = "other"  # type: ignore[misc]
    assert not hasattr(article, "__dict__")
    assert replace(article, title="other").title == "other"


def test_a_block_that_is_written_as_it_reads_says_so_once() -> None:
    assert Block(id="p-1", type="paragraph", text="Ein Satz.").markdown == "Ein Satz."
    assert Block(id="h-1", type="crosshead", text="Titel", marked="## Titel").markdown == "## Titel"
