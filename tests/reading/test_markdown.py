from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.reading.markdown import read_markdown

BODY = "Der Machthaber ist in Russland angekommen, wie der Kreml mitteilte."


def test_hugo_front_matter() -> None:
    draft = read_markdown(
        "---\ntitle: Der Gipfel\ndate: 2023-09-13T10:00:00+02:00\nlastmod: 2023-09-14\n"
        f"authors: [A B, C D]\ntags: [x]\nsource_url: https://a.de/x\n---\n\n{BODY}\n",
        where="a.md",
    )
    assert (draft.title, draft.title_by) == ("Der Gipfel", "source")
    assert (draft.date, draft.date_by) == ("2023-09-13", "source")
    assert draft.authors == ("A B", "C D")
    assert draft.source.url == "https://a.de/x"
    assert [block.text for block in draft.blocks] == [BODY]


def test_toml_front_matter() -> None:
    draft = read_markdown(f'+++\ntitle = "T"\ndate = 2023-09-13\n+++\n{BODY}', where="a.md")
    assert (draft.title, draft.date) == ("T", "2023-09-13")


def test_pelican_header_lines() -> None:
    draft = read_markdown(
        f"Title: Der Gipfel\nDate: 2023-09-13 10:20\nCategory: Asien\nSlug: gipfel\n"
        f"Summary: Kurz\n    und gut\n\n{BODY}",
        where="a.md",
    )
    assert (draft.title, draft.date, draft.id) == ("Der Gipfel", "2023-09-13", "gipfel")
    assert draft.description == "Kurz und gut"
    assert len(draft.blocks) == 1


def test_a_paragraph_with_a_colon_is_no_header() -> None:
    draft = read_markdown(f"Date: 2023\nEs ist so.\n\n{BODY}", where="a.md")
    assert len(draft.blocks) == 2


def test_a_first_heading_is_the_title() -> None:
    draft = read_markdown(f"# Der *Gipfel*\n\n{BODY}\n\n## Mehr\n\n{BODY} Ja.", where="a.md")
    assert (draft.title, draft.title_by) == ("Der Gipfel", "text")
    assert [block.type for block in draft.blocks] == ["paragraph", "crosshead", "paragraph"]


def test_a_heading_that_repeats_the_title_goes_another_stays() -> None:
    same = read_markdown(f"---\ntitle: Der Gipfel\n---\n# Der Gipfel\n\n{BODY}", where="a.md")
    other = read_markdown(f"---\ntitle: Der Gipfel\n---\n# Vorweg\n\n{BODY}", where="a.md")
    assert [block.type for block in same.blocks] == ["paragraph"]
    assert [block.type for block in other.blocks] == ["crosshead", "paragraph"]


def test_without_a_heading_the_lead_gives_the_title() -> None:
    draft = read_markdown(BODY, where="a.md")
    assert draft.title == BODY.removesuffix(".")
    assert draft.title_by == "machine"


def test_lines_in_bold_are_crossheads() -> None:
    draft = read_markdown(
        f"{BODY}\n\n**Die <u>USA</u>\nwarnen**  \n{BODY} Ja.\n\n**So:** {BODY}\n\n**Schluss.**",
        where="a.md",
    )
    assert [(block.type, block.text) for block in draft.blocks][1:] == [
        ("crosshead", "Die USA warnen"),
        ("paragraph", f"{BODY} Ja."),
        ("paragraph", f"So: {BODY}"),
        ("paragraph", "Schluss."),
    ]


def test_captions_have_their_credit_apart() -> None:
    draft = read_markdown(
        f"![Kim am Bahnhof (Foto: dpa)](a.jpg)\n\n{BODY}\n\n*Kim im Zug. Foto: Reuters*",
        where="a.md",
    )
    assert [(b.type, b.text, b.credit) for b in draft.blocks if b.type == "caption"] == [
        ("caption", "Kim am Bahnhof", "dpa"),
        ("caption", "Kim im Zug.", "Reuters"),
    ]


def test_links_stay_in_the_markdown_and_ornaments_go() -> None:
    draft = read_markdown(f"{BODY} [Mehr](https://a.de)\n\n\\#\\#\\#\n", where="a.md")
    assert len(draft.blocks) == 1
    assert draft.blocks[0].text.endswith(" Mehr")
    assert "https://a.de" in draft.blocks[0].markdown


@pytest.mark.parametrize(
    "head", ["---\ntitle: [a\n---\n", "+++\ntitle = a\n+++\n", "---\ntitle: a\n"]
)
def test_front_matter_that_does_not_parse_is_refused(head: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_markdown(f"{head}\n{BODY}", where="a.md")
    assert caught.value.where.startswith("a.md:")
    assert caught.value.hint


@given(st.text(alphabet="ab# *_-+=:>[]()!\"'`~\\<\n\t1.", max_size=120))
def test_any_markdown_gives_a_draft_or_is_refused(text: str) -> None:
    try:
        draft = read_markdown(text, where="a.md")
    except ReadingError:
        return
    assert len({block.id for block in draft.blocks}) == len(draft.blocks)
