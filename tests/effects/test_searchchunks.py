from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.effects import searchchunks
from dossier.effects.cbor import Value, decode, encode
from dossier.effects.searchchunks import divide

words = st.dictionaries(st.text(min_size=1), st.binary(max_size=20), max_size=60)


def listed(data: bytes) -> list[Value]:
    value = decode(data)
    assert isinstance(value, list)
    (inner,) = value
    assert isinstance(inner, list)
    return inner


def written(held: dict[str, bytes]) -> list[tuple[str, bytes]]:
    return [(word, encode([word, data.hex(), []])) for word, data in sorted(held.items())]


@given(words)
def test_no_word_is_lost_and_each_lies_where_it_is_looked_for(held: dict[str, bytes]) -> None:
    left = dict(held)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searchchunks, "_SIZE", 30)
        patch.setattr(searchchunks, "_FAMILY", 60)
        chunks = divide(written(held))
    for chunk in chunks:
        for word, data, _ in listed(chunk.data):
            assert data == left.pop(str(word)).hex()
            assert [one for one in chunks if one.first <= str(word) <= one.last] == [chunk]
    assert not left


def test_words_that_begin_alike_stay_together_while_they_are_few() -> None:
    few = {
        f"{start}{letter}": b"1" for start in ("atom", "regier", "reise") for letter in "abcdefgh"
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searchchunks, "_SIZE", 100)
        patch.setattr(searchchunks, "_FAMILY", 150)
        chunks = divide(written(few))
    held = [{str(word)[:3] for word, *_ in listed(chunk.data)} for chunk in chunks]
    assert held == [{"ato"}, {"reg"}, {"rei"}]
    begun = [chunk for chunk in chunks if chunk.first <= "reg" <= chunk.last]
    assert begun == [chunks[1]]  # who types on is shown what begins so


def test_no_words_need_no_file() -> None:
    assert divide([]) == []
