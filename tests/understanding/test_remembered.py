from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.understanding.name_tokens import _TOKEN, Tokens
from dossier.understanding.remembered import Remembered, findall
from dossier.understanding.words import WORD

_LETTERS = re.compile(r"[^\W\d_]+")
_NEWS = st.text(alphabet=" \n\t\xa0.,:;-–'’\"„“()&+_aäßAÖÉ19.", max_size=60)


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []
    known = Remembered(lambda word: asked.append(word) or len(word))
    assert [known[word] for word in ("Kim", "Putin", "Kim")] == [3, 5, 3]
    assert asked == ["Kim", "Putin"]


def test_what_becomes_too_much_is_forgotten() -> None:
    known = Remembered(str.upper, 2)
    assert [known[word] for word in ("a", "b", "c", "a")] == ["A", "B", "C", "A"]
    assert len(known) == 2


@given(_NEWS)
def test_the_quick_way_finds_the_same(text: str) -> None:
    for pattern in (WORD, _LETTERS):
        assert findall(pattern)(text) == pattern.findall(text)


@given(_NEWS)
def test_the_quick_way_leaves_the_same_out(text: str) -> None:
    kept = [word for word in _LETTERS.findall(text) if len(word) > 1]
    assert findall(_LETTERS, lambda word: len(word) > 1)(text) == kept


@given(st.one_of(_NEWS, st.sampled_from(["Der 1. FC kam.", "Am 13. Mai. Ende", "St. Pauli U.S. "])))
def test_names_are_looked_for_in_the_same_words(text: str) -> None:
    tokens = Tokens(text, "de")
    parts = _TOKEN.split(text)
    assert tokens.words == parts[1::2]
    assert tokens.gaps == parts[::2]
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == (
        tokens.words
    )
