from __future__ import annotations

import pytest

from dossier import blocks, frontmatter
from dossier.errors import PageFileError
from dossier.found import Understanding
from dossier.understanding.understand import understand
from dossier.writing import amendments, articlefile

BODY = "Kim sagte am 4. Mai 2023: „Der Regen hat alle überrascht.“"
PASSAGE = blocks.parse(BODY)[0].id


def file(front: str) -> str:
    return f"---\ntitle: T\ndate: 2023\nlang: de\n{front}---\n{BODY}\n"


def errors(front: str) -> list[str]:
    _, found = articlefile.parse(file(front), path="content/articles/a.md")
    return [f"{one.where} {one.message}" for one in found if one.level == "error"]


def test_items_are_read() -> None:
    front = (
        f"voices:\n- {{passage: {PASSAGE}, speaker: Kim Jong Un}}\n"
        f"- {{passage: {PASSAGE}, text: Der Regen, drop: true}}\n"
        f"events:\n- {{passage: {PASSAGE}, date: 2023-05}}\n"
        f"mentions:\n- {{passage: {PASSAGE}, text: Kim, name: Kim Jong Un, kind: person}}\n"
    )
    article, found = articlefile.parse(file(front), path="a.md")
    assert [one.level for one in found] == []
    assert [(one.kind, one.text, one.drop, one.values) for one in article.amendments] == [
        ("voices", "", False, (("speaker", "Kim Jong Un"),)),
        ("voices", "Der Regen", True, ()),
        ("events", "", False, (("date", "2023-05"),)),
        ("mentions", "Kim", False, (("name", "Kim Jong Un"), ("kind", "person"))),
    ]
    assert {one.line for one in article.amendments} == {5, 8, 10}


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("voices:\n- {passage: p-00000000, speaker: X}\n", "which the article does not have"),
        (f"voices:\n- {{passage: {PASSAGE}, text: Schnee, speaker: X}}\n", "does not have: Schnee"),
        (f"voices:\n- {{passage: {PASSAGE}, sprecher: X}}\n", "no key `sprecher`"),
        (f"voices:\n- {{passage: {PASSAGE}, kind: shouted}}\n", "`shouted` is no kind"),
        (f"events:\n- {{passage: {PASSAGE}, date: gestern}}\n", "`gestern` is no date"),
        (f"dates:\n- {{passage: {PASSAGE}, text: 4. Mai 2023, edtf: bald}}\n", "`bald` is no date"),
        ("voices: Kim\n", "not a list of items"),
        ("voices: [Kim]\n", "not written as `key: value`"),
    ],
)
def test_what_points_at_nothing_is_an_error_with_its_line(front: str, message: str) -> None:
    (error,) = errors(front)
    assert error.startswith("content/articles/a.md:5 ")
    assert message in error


def seen(text: str) -> Understanding:
    (found,) = understand([articlefile.parse(text, path="a.md")[0]], (), "de")
    return found


def test_findings_written_out_are_found_again_and_nothing_else_changes() -> None:
    before = file("authors: [A]  # Hand\n")
    after = amendments.written_out(before, seen(before), "a.md")
    assert after.replace(after[before.index("---\n", 4) : after.index("---\n", 4)], "") == before
    assert seen(after) == seen(before)
    assert amendments.written_out(after, seen(after), "a.md") == after
    values, _, _ = frontmatter.parse(after)
    assert values["voices"] == [
        {"passage": PASSAGE, "speaker": "Kim", "kind": "direct", "cue": "sagte",
         "text": "Der Regen hat alle überrascht."}
    ]  # fmt: skip


def test_a_list_that_stands_there_is_left_alone() -> None:
    before = file(f"voices:\n- {{passage: {PASSAGE}, drop: true}}\n")
    after = amendments.written_out(before, seen(before), "a.md")
    assert after.count("voices:") == 1
    assert "events:" in after


def test_without_yaml_front_matter_nothing_can_be_written() -> None:
    with pytest.raises(PageFileError):
        amendments.written_out(BODY, Understanding(), "a.md")
