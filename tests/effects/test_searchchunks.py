from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.effects import searchchunks
from dossier.effects.cbor import ShapeError, Value, decode, encode
from dossier.effects.search import index
from dossier.effects.searchchunks import divide, words_in

numbers = st.integers(-(2**32), 2**32 - 1)
pages = st.lists(st.tuples(numbers, st.lists(numbers, max_size=4)).map(list), max_size=4)
spellings = st.lists(st.tuples(st.text(min_size=1), pages).map(list), max_size=2)
words = st.dictionaries(st.text(min_size=1), st.tuples(pages, spellings), max_size=60)


def written(held: dict[str, tuple[Value, Value]]) -> bytes:
    return encode([[[word, *rest] for word, rest in held.items()]])


def listed(data: bytes) -> list[Value]:
    value = decode(data)
    assert isinstance(value, list)
    (inner,) = value
    assert isinstance(inner, list)
    return inner


@given(words)
def test_each_word_is_found_with_what_belongs_to_it(held: dict[str, tuple[Value, Value]]) -> None:
    found = {word: decode(data) for word, data in words_in(written(held))}
    assert found == {word: [word, *rest] for word, rest in held.items()}


@given(words, words)
def test_no_word_is_lost_and_each_lies_where_it_is_looked_for(
    held: dict[str, tuple[Value, Value]], others: dict[str, tuple[Value, Value]]
) -> None:
    both = held | others
    rest = {word: value for word, value in others.items() if word not in held}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searchchunks, "_SIZE", 30)
        patch.setattr(searchchunks, "_FAMILY", 60)
        chunks = divide([written(held), written(rest)])
    for chunk in chunks:
        for word, *value in listed(chunk.data):
            assert value == list(both.pop(str(word)))
            assert [one for one in chunks if one.first <= str(word) <= one.last] == [chunk]
    assert not both


def test_words_that_begin_alike_stay_together_while_they_are_few() -> None:
    few: dict[str, tuple[Value, Value]] = {
        f"{start}{letter}": ([[1, [number]]], [])
        for start in ("atom", "regier", "reise")
        for number, letter in enumerate("abcdefgh")
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searchchunks, "_SIZE", 100)
        patch.setattr(searchchunks, "_FAMILY", 150)
        chunks = divide([written(few)])
    held = [{str(word)[:3] for word, *_ in listed(chunk.data)} for chunk in chunks]
    assert held == [{"ato"}, {"reg"}, {"rei"}]
    begun = [chunk for chunk in chunks if chunk.first <= "reg" <= chunk.last]
    assert begun == [chunks[1]]  # who types on is shown what begins so


def test_the_engines_own_files_are_understood(tmp_path: Path) -> None:
    folder = tmp_path / "articles/a"
    folder.mkdir(parents=True)
    text = " ".join(f"Größe{number} Grosse{number} wort{number % 7}" for number in range(300))
    (folder / "index.html").write_text(
        f'<html lang="de"><title>T</title><body data-pagefind-body><h1>T</h1><p>{text}</p></body>',
        encoding="utf-8",
    )
    index(tmp_path, tmp_path / "pagefind")
    files = sorted((tmp_path / "pagefind/index").rglob("*.pf_index"))
    found = [
        word
        for path in files
        for word, _ in words_in(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
    ]
    assert files
    assert {f"wort{number}" for number in range(7)} < set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        b"\x81\x01",
        b"\x81\x82" + encode(["a", [], []]),
        b"\x81\x81\x01\x83\x61a\x80\x80",
    ],
)
def test_files_of_another_shape_are_refused(data: bytes) -> None:
    with pytest.raises(ShapeError):
        divide([data])


def test_no_words_need_no_file() -> None:
    assert divide([]) == []
