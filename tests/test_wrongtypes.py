from __future__ import annotations

import pytest

from dossier.wrongtypes import explain


@pytest.mark.parametrize(
    ("message", "hint"),
    [
        ("Expected `str | object`, got `int`", "it wants text, or a table of texts by language"),
        (
            "Expected `array | object`, got `str`",
            "it wants a list, or a table of lists by language",
        ),
        ("Expected `str`, got `int` - at `$[...]`", "it wants text in quotation marks"),
    ],
)
def test_a_wrong_type_is_told_in_plain_words(message: str, hint: str) -> None:
    problem, found = explain("name", message)
    assert problem == "`name` has the wrong type"
    assert found.startswith(hint)


def test_a_value_that_does_not_exist_names_those_that_do() -> None:
    message, hint = explain("rights", "Invalid enum value 'al'")
    assert message.startswith("`rights` has a value that does not exist")
    assert "`excerpt`" in hint


def test_what_is_not_known_is_passed_on() -> None:
    assert explain("lat", "too large") == ("`lat`: too large", "")
