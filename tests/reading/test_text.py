from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import Draft
from dossier.reading.decode import decode
from dossier.reading.text import is_short_line, read_text

SEED = Path(__file__).parents[2] / "content" / "originals" / "kim-putin-2023-09.txt"
PARAGRAPH = "Der Machthaber ist am Mittwoch in Russland angekommen, wie der Kreml mitteilte."


def kinds(draft: Draft) -> list[str]:
    return [block.type for block in draft.blocks]


@pytest.fixture(scope="module")
def seed() -> Draft:
    return read_text(decode(SEED.read_bytes(), where="seed"))


def test_the_sample_has_its_blocks(seed: Draft) -> None:
    assert kinds(seed) == [
        *["paragraph"] * 3,
        "crosshead",
        *["paragraph"] * 2,
        "caption",
        "crosshead",
        *["paragraph"] * 2,
    ]
    crossheads = [block.text for block in seed.blocks if block.type == "crosshead"]
    assert crossheads == [
        'USA sehen "Zeichen der Schwäche Putins"',
        "Nordkoreas Militär feuert erneut Raketen ab",
    ]


def test_the_sample_has_its_caption_and_credit(seed: Draft) -> None:
    caption = next(block for block in seed.blocks if block.type == "caption")
    assert caption.text == "Kim Jong Un bei der Abfahrt in Pjöngjang nach Russland"
    assert caption.credit == "Korean Central News Agency/Korea News Service/AP/picture alliance"


def test_the_sample_has_its_month_and_no_day(seed: Draft) -> None:
    assert (seed.date, seed.date_by, seed.lang) == ("2023-09", "text", "")
    assert "date 2023" not in seed.title + " ".join(block.text for block in seed.blocks)
    assert seed.blocks[0].text.startswith("Lange war darüber")


def test_the_title_of_the_sample_comes_from_its_lead(seed: Draft) -> None:
    assert seed.title_by == "machine"
    assert seed.title == "Lange war darüber spekuliert worden…"


def test_no_word_of_the_sample_is_lost(seed: Draft) -> None:
    original = SEED.read_text("utf-8").removeprefix(" date 2023-09 ").replace(" Bild:", "")
    read = " ".join(f"{block.text} {block.credit}" for block in seed.blocks)
    assert read.split() == original.split()


def test_a_headline_is_the_title() -> None:
    draft = read_text(f"Kim trifft Putin\n\n{PARAGRAPH}")
    assert (draft.title, draft.title_by, kinds(draft)) == (
        "Kim trifft Putin",
        "text",
        ["paragraph"],
    )


def test_a_kicker_belongs_to_the_headline_and_a_subtitle_describes() -> None:
    assert read_text(f"Gipfeltreffen\nKim trifft Putin in Moskau\n\n{PARAGRAPH}").title == (
        "Gipfeltreffen: Kim trifft Putin in Moskau"
    )
    draft = read_text(f"Kim trifft Putin in Moskau\n\nEin Gipfel der Außenseiter\n\n{PARAGRAPH}")
    assert draft.title == "Kim trifft Putin in Moskau"
    assert draft.description == "Ein Gipfel der Außenseiter"


def test_an_underlined_line_is_the_title() -> None:
    draft = read_text(f"Kim trifft Putin.\n=====\n{PARAGRAPH}")
    assert (draft.title, kinds(draft)) == ("Kim trifft Putin.", ["paragraph"])


def test_paragraphs_without_blank_lines() -> None:
    draft = read_text(f"{PARAGRAPH}\n{PARAGRAPH} Ja.\nDie USA warnen\n{PARAGRAPH} Nein.")
    assert kinds(draft) == ["paragraph", "paragraph", "crosshead", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Nordkoreas Militär feuert erneut Raketen ab",
        'USA sehen "Zeichen der Schwäche Putins"',
        "„Wir haben genug Zeit“",
        "Was will Kim?",
        "2023: Ein Jahr der Raketen",
    ],
)
def test_crossheads(line: str) -> None:
    draft = read_text(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH} Ja.")
    assert kinds(draft) == ["paragraph", "crosshead", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Das war alles.",
        "Dazu sagte er:",
        '"Wir haben genug Zeit."',
        "und das war es",
        "https://example.org/a",
        "12.345",
        "(Beifall)",
        "<b>Fett</b>",
        "a | b | c",
        "Wie geht es weiter mit den Beziehungen zwischen Russland und Nordkorea, Frau Kim?",
        "Ein Satz, der länger ist als jede Zwischenzeile, aber ohne Punkt am Ende steht und steht",
    ],
)
def test_what_is_no_crosshead(line: str) -> None:
    draft = read_text(f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH} Ja.")
    assert [block.text for block in draft.blocks if block.type == "paragraph"][1] == line


def test_the_last_line_and_many_short_lines_are_no_crossheads() -> None:
    address = "Max Müller\n\nHauptstraße 1\n\nBerlin"
    assert "crosshead" not in kinds(read_text(f"{PARAGRAPH}\n\n{address}\n\n{PARAGRAPH}"))
    assert "crosshead" not in kinds(read_text(f"{PARAGRAPH}\n\n{PARAGRAPH}\n\nEnde"))
    assert is_short_line("Ende")


def test_lists_and_quotes() -> None:
    draft = read_text(f"{PARAGRAPH}\n\n- Waffen\n- Geld\n\n> Wir haben\n> Zeit\n\n1. Eins\n2. Zwei")
    assert [(block.type, block.text) for block in draft.blocks[1:]] == [
        ("list", "Waffen\nGeld"),
        ("quote", "Wir haben Zeit"),
        ("list", "Eins\nZwei"),
    ]


def test_a_single_dash_or_ordinal_is_a_sentence() -> None:
    draft = read_text(f"{PARAGRAPH}\n\n13. September war der Tag der Ankunft.\n\n- und so weiter.")
    assert kinds(draft) == ["paragraph"] * 3


def test_a_credit_below_its_caption() -> None:
    draft = read_text(f"{PARAGRAPH}\n\nKim am Bahnhof\n© KCNA via Reuters\n\n{PARAGRAPH} Ja.")
    assert [(b.type, b.text, b.credit) for b in draft.blocks][1] == (
        "caption",
        "Kim am Bahnhof",
        "KCNA via Reuters",
    )


def test_a_credit_alone_is_kept() -> None:
    draft = read_text(f"{PARAGRAPH}\n\nFoto: dpa\n\n{PARAGRAPH} Ja.")
    assert [(b.type, b.credit) for b in draft.blocks][1] == ("caption", "dpa")


def test_agencies_are_named_and_the_text_stays() -> None:
    draft = read_text(f"Berlin (dpa) - {PARAGRAPH}")
    assert draft.source.agency == ("dpa",)
    assert draft.blocks[0].text.startswith("Berlin (dpa) - Der")
    assert draft.title.startswith("Der Machthaber")
    assert read_text(f"{PARAGRAPH}\n\nab/cd (dpa, afp)").source.agency == ("dpa", "afp")


@pytest.mark.parametrize("text", ["https://a.de/b_c*d*", "<script>x</script>", "# [a](b) **c**"])
def test_what_looks_like_markup_is_text(text: str) -> None:
    assert [block.text for block in read_text(text).blocks] == [text]


def test_ornaments_are_no_text() -> None:
    assert (
        kinds(read_text(f"{PARAGRAPH}\n\n* * *\n\n-----\n\n{PARAGRAPH} Ja.")) == ["paragraph"] * 2
    )


@given(st.text(max_size=300))
def test_any_text_gives_a_draft(text: str) -> None:
    draft = read_text(text)
    assert all(block.text for block in draft.blocks)
    assert len({block.id for block in draft.blocks}) == len(draft.blocks)


@given(
    st.lists(
        st.sampled_from(
            [
                PARAGRAPH,
                "Was will Kim?",
                "Foto: dpa",
                "- eins",
                "> Zitat",
                "Von Max Müller",
                "Datum: 2023-09",
                "13.09.2023",
                "Kim am Bahnhof (Foto: dpa)",
                "ab (dpa)",
                "====",
                "und so",
                "Titel: X",
            ]
        ),
        max_size=9,
    ),
    st.sampled_from(["\n", "\n\n"]),
)
def test_any_order_of_lines_gives_a_draft(lines: list[str], between: str) -> None:
    text = between.join(lines)
    draft = read_text(text)
    found = [block.text for block in draft.blocks]
    if draft.title_by == "text":
        found.append(draft.title)
    assert text.count(PARAGRAPH) == sum(part.count(PARAGRAPH) for part in found)
