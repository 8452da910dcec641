from __future__ import annotations

import doctest

import pytest
from helpers_project import CALM
from hypothesis import example, given
from hypothesis import strategies as st

from dossier import blocks
from dossier.model import Block, BlockType

KINDS: tuple[BlockType, ...] = ("paragraph", "crosshead", "caption", "list", "quote")
# What Markdown might take for its own, mixed with what stands in articles.
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            (
                *("*", "**", "_", "__", "`", "``", "#", "##", "-", "+", "=", "--", "---", ">", "<"),
                *("[", "]", "(", ")", "[…]", "[...]", "![", "](", "](<>", '"', "'", "\\", "&amp;"),
                *("&", ";", "<b>", "</b>", "<!--", "-->", "<https://a.de>", "1.", "2)", "~~~", "|"),
                *("```", "!", ":", "* * *", "[x]: ", "^", "ä", "ß", "e\u0301", "\u00a0", "\u2028"),
                *(" ", "  ", "\n", "\t", "Kim", "Wort", "12", "\r", "\x0b", "\x1c", "\x85"),
            )
        ),
        st.text(max_size=3),
    ),
    max_size=12,
).map("".join)
ANY_TEXT = st.one_of(st.text(max_size=60), PIECES)


def test_the_examples_in_the_module_hold() -> None:
    assert doctest.testmod(blocks).failed == 0


@CALM
@given(ANY_TEXT)
@example("[a](b)")
@example("\\[…\\](x)")
@example("a\x00b")
@example("1) Kim")
@example("a&#38;b")
def test_what_is_escaped_reads_as_it_was(text: str) -> None:
    assert blocks.plain(blocks.escape(text)) == blocks.normal(text)


@CALM
@given(st.sampled_from(KINDS), ANY_TEXT, st.text(max_size=20), st.integers(1, 6))
@example("crosshead", "a #", "", 2)
@example("list", "1. a\n- b", "", 2)
@example("caption", "[x] (y)", 'a "b" \\', 2)
@example("paragraph", "- a", "", 2)
@example("paragraph", "===", "", 2)
def test_a_block_is_read_as_it_was_written(
    kind: BlockType, text: str, credit: str, level: int
) -> None:
    made = blocks.make(
        kind,
        text,
        credit=credit if kind == "caption" else "",
        level=level if kind == "crosshead" else 2,
    )
    if made.text:
        assert blocks.parse(blocks.render([made])) == (made,)


@CALM
@given(st.lists(st.tuples(st.sampled_from(KINDS), ANY_TEXT), max_size=6))
def test_an_article_is_read_as_it_was_written(parts: list[tuple[BlockType, str]]) -> None:
    made = blocks.number(block for kind, text in parts if (block := blocks.make(kind, text)).text)
    assert blocks.parse(blocks.render(made)) == made


@CALM
@given(ANY_TEXT)
def test_any_markdown_can_be_read_and_read_again(text: str) -> None:
    found = blocks.parse(text)
    again = blocks.parse(blocks.render(found))
    assert [(block.type, block.text) for block in again] == [
        (block.type, block.text) for block in found
    ]


@CALM
@given(st.text(), st.text())
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    share = blocks.likeness(one, other)
    assert 0 <= share <= 1
    assert share == blocks.likeness(other, one)


def test_likeness_tells_a_correction_from_another_paragraph() -> None:
    text = "Kim traf Putin im September auf dem neuen Weltraumbahnhof im Fernen Osten"
    assert blocks.likeness(text, text.upper()) == 1
    assert blocks.likeness(text, text.replace("September", "Oktober")) > blocks.SAME
    assert blocks.likeness(text, "Die USA warnten vor neuen Sanktionen") < blocks.SAME
    assert blocks.likeness("", "") == 0


def test_ids_follow_from_text_and_kind() -> None:
    one, two, other = (
        blocks.make("paragraph", text) for text in ("Ein Satz.", " Ein\u00a0 Satz.", "Ein  Satz")
    )
    assert one.id == two.id != other.id
    assert blocks.make("crosshead", "Ein Satz.").id == "h-" + one.id.removeprefix("p-")
    assert blocks.make("caption", "Ein Satz.").id == "c-" + one.id.removeprefix("p-")
    assert blocks.make("paragraph", "\u0065\u0301").id == blocks.make("paragraph", "é").id


def test_an_id_survives_a_paragraph_put_before() -> None:
    before = blocks.parse("Erster.\n\nZweiter.\n")
    after = blocks.parse("Neuer.\n\nErster.\n\nZweiter.\n")
    assert [block.id for block in after[1:]] == [block.id for block in before]


def test_the_same_text_twice_has_two_ids() -> None:
    first, second, third = blocks.parse("Gleich.\n\nGleich.\n\nGleich.\n")
    assert second.id == f"{first.id}-2"
    assert third.id == f"{first.id}-3"


def read(markdown: str) -> list[tuple[str, str]]:
    return [(block.type, block.text) for block in blocks.parse(markdown)]


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("Ein Satz\nüber zwei Zeilen.", [("paragraph", "Ein Satz über zwei Zeilen.")]),
        ("# Eins\nText", [("crosshead", "Eins"), ("paragraph", "Text")]),
        ("Eins\n===\nText", [("crosshead", "Eins"), ("paragraph", "Text")]),
        ("Zwei\n---", [("crosshead", "Zwei")]),
        ("## Zu ##", [("crosshead", "Zu")]),
        ("***\n\nText\n\n- - -", [("paragraph", "Text")]),
        ("<!-- nicht\n\ngezeigt -->\n\nText", [("paragraph", "Text")]),
        ("Text <!-- still --> weiter", [("paragraph", "Text weiter")]),
        ("- eins\n- zwei\n  weiter", [("list", "eins\nzwei weiter")]),
        ("1. eins\n2. zwei", [("list", "eins\nzwei")]),
        ("Davor:\n- eins", [("paragraph", "Davor:"), ("list", "eins")]),
        ("Im Jahr\n2019. Punkt", [("paragraph", "Im Jahr 2019. Punkt")]),
        ("> Wir\n> reden", [("quote", "Wir reden")]),
        ("Er sagte\n> Wir", [("paragraph", "Er sagte"), ("quote", "Wir")]),
        ("```\n# kein Titel\n\nText\n```", [("paragraph", "# kein Titel Text")]),
        ('![Kim](<> "AP")', [("caption", "Kim")]),
        ("![Kim](a.jpg)", [("caption", "Kim")]),
        ("![](a.jpg)", []),
        ("Ein [Verweis](https://a.de/(b)) und **fett**", [("paragraph", "Ein Verweis und fett")]),
        ("snake_case_name und _kursiv_", [("paragraph", "snake_case_name und kursiv")]),
        ("2 * 3 * 4 &amp; mehr", [("paragraph", "2 * 3 * 4 & mehr")]),
        ("`x * y` und <https://a.de>", [("paragraph", "x * y und https://a.de")]),
        ("a<br>b <script>c</script>", [("paragraph", "ab c")]),
        ("Eins\r\n\r\nZwei\r\n", [("paragraph", "Eins"), ("paragraph", "Zwei")]),
        ("", []),
    ],
)
def test_blocks_of_markdown(markdown: str, found: list[tuple[str, str]]) -> None:
    assert read(markdown) == found


def test_a_caption_keeps_its_credit_apart() -> None:
    (caption,) = blocks.parse('![Kim \\[links\\]](<> "AP/\\"dpa\\"")\n')
    assert (caption.type, caption.text, caption.credit) == ("caption", "Kim [links]", 'AP/"dpa"')


def test_the_level_of_a_heading_is_kept() -> None:
    levels = [block.level for block in blocks.parse("# A\n\n### B\n\nC\n=\n\nD\n-\n")]
    assert levels == [1, 3, 1, 2]


def test_plain_text_is_written_as_lightly_as_possible() -> None:
    text = 'Er sagte: "Ja, 2 * 3" – [...] und snake_case, 5 < 6 & so weiter!'
    assert blocks.escape(text) == text


def test_chunks_know_their_lines() -> None:
    assert list(blocks.chunks("eins\n\n\nzwei\ndrei\n")) == [
        blocks.Chunk("eins", 1),
        blocks.Chunk("zwei\ndrei", 4),
    ]


def test_only_what_can_be_evidence_is_a_passage() -> None:
    made = [blocks.make(kind, "Text") for kind in KINDS]
    assert [block.type for block in made if block.is_passage] == ["paragraph", "list", "quote"]
    assert isinstance(made[0], Block)
