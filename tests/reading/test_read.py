from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.reading.read import MAX_BYTES, SUFFIXES, read, suffix_of

TEXT = "Der Machthaber ist in Russland angekommen, wie der Kreml mitteilte."


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "a", "Interview Dr. Müller", "v2.1"])
def test_plain_text_by_its_name(name: str) -> None:
    assert read(f"# {TEXT}".encode(), name=name, where=name).blocks[0].text == f"# {TEXT}"


@pytest.mark.parametrize("name", ["a.md", "a.markdown"])
def test_markdown_by_its_name(name: str) -> None:
    assert read(f"# Titel\n\n{TEXT}".encode(), name=name, where=name).title == "Titel"


def test_markdown_by_its_front_matter() -> None:
    draft = read(f"---\ntitle: T\n---\n\n**{TEXT}**".encode(), name="a.txt", where="a.txt")
    assert (draft.title, draft.blocks[0].text) == ("T", TEXT)
    assert read(f"---\ntitle: T\n\n{TEXT}".encode(), name="a.txt", where="a.txt").blocks


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\n\t", "a.md", "empty"),
        (b"\xef\xbb\xbf", "a.txt", "empty"),
        (TEXT.encode(), "a.xyz", r"\.xyz cannot be read"),
        (b"a" * (MAX_BYTES + 1), "a.txt", "20 MB"),
        (b"\x00\x01\x02", "a.txt", "binary"),
        (b"# Nur eine Zeile", "a.md", "not a single paragraph"),
        (b"* * *", "a.txt", "not a single paragraph"),
        (b"---\ntitle: [a\n---\nText", "a.md", "front matter"),
    ],
)
def test_bad_input_is_refused_with_place_and_hint(data: bytes, name: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        read(data, name=name, where=f"originals/{name}")
    assert caught.value.where.startswith(f"originals/{name}")
    assert caught.value.hint


def test_suffixes() -> None:
    assert {".txt", ".md", ""} <= SUFFIXES
    assert [suffix_of(name) for name in ("a.B.MD", "Dr. No", "2.0", ".txt", "a.")] == [
        ".md",
        "",
        "",
        "",
        "",
    ]


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a", "a.x", "a.\n"]))
def test_any_bytes_give_a_draft_or_a_reason(data: bytes, name: str) -> None:
    try:
        draft = read(data, name=name, where=name)
    except ReadingError as error:
        reason = error
    else:
        reason = None
        assert draft.title
        assert draft.title_by
    assert reason is None or (reason.message and reason.hint)
