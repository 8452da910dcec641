from __future__ import annotations

import pytest
from msgspec.structs import replace

from dossier.model import Article, Block, packed


def block(kind: str, number: int) -> Block:
    return Block(id=f"x-{number}", type=kind, text="T")  # type: ignore[arg-type]


def test_passages_are_the_blocks_that_can_carry_evidence_in_order() -> None:
    kinds = ("crosshead", "paragraph", "caption", "list", "quote", "paragraph")
    article = Article(
        id="a", title="T", body=packed(tuple(block(kind, n) for n, kind in enumerate(kinds)))
    )
    assert [one.id for one in article.passages] == ["x-1", "x-3", "x-4", "x-5"]


def test_values_are_frozen() -> None:
    article = Article(id="a", title="T", body=packed([block("quote", 1)]))
    with pytest.raises(AttributeError):
        article.title = "other"  # type: ignore[misc]
    assert not hasattr(article.blocks[0], "__dict__")
    assert replace(article, title="other").title == "other"


def test_blocks_are_unpacked_once_and_belong_to_the_value() -> None:
    one, two = block("paragraph", 1), block("caption", 2)
    article = Article(id="a", title="T", body=packed([one, two]))
    assert article.blocks == (one, two)
    assert article.blocks is article.blocks
    assert replace(article, body=packed([two])).blocks == (two,)
    assert article == Article(id="a", title="T", body=packed([one, two]))


def test_a_body_that_was_damaged_is_told_from_a_whole_one() -> None:
    article = Article(id="a", title="T", body=packed([block("paragraph", 1)]))
    assert article.is_whole()
    for at in range(len(article.body)):
        body = bytearray(article.body)
        body[at] ^= 1
        assert not replace(article, body=bytes(body)).is_whole()
    assert not replace(article, body=b"").is_whole()


def test_a_block_that_is_written_as_it_reads_says_so_once() -> None:
    assert Block(id="p-1", type="paragraph", text="Ein Satz.").markdown == "Ein Satz."
    assert Block(id="h-1", type="crosshead", text="Titel", marked="## Titel").markdown == "## Titel"
