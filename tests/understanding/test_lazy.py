from __future__ import annotations

import re

import pytest

from dossier.understanding.lazy import lazy_pattern


def test_a_pattern_answers_as_if_it_had_been_compiled_at_once() -> None:
    text = "Putin sagte: so, und so."
    waiting, ready = lazy_pattern(r"\b(?P<word>s\w+)"), re.compile(r"\b(?P<word>s\w+)")
    for _ in range(2):  # the first time it compiles
        assert [one["word"] for one in waiting.finditer(text)] == ["sagte", "so", "so"]
        found, expected = waiting.search(text, 8), ready.search(text, 8)
        assert found is not None
        assert expected is not None
        assert found.span() == expected.span()
        assert waiting.match(text) is None
        assert waiting.fullmatch("sagte") is not None
        assert waiting.pattern == ready.pattern


def test_a_wrong_pattern_is_an_error_when_it_is_used() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.search("")
