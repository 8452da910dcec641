from __future__ import annotations

import pytest

from dossier.rendering.direction import attributes, direction


@pytest.mark.parametrize("lang", ["ar", "he", "fa", "ur", "AR", "ar-EG", "az-Arab", "pa_Arab"])
def test_right_to_left(lang: str) -> None:
    assert direction(lang) == "rtl"


@pytest.mark.parametrize("lang", ["", "de", "en-GB", "ar-Latn", "he-Latn", "zh-Hant", "ru"])
def test_left_to_right(lang: str) -> None:
    assert direction(lang) == "ltr"


def test_a_direction_is_said_where_it_changes() -> None:
    assert attributes("de") == ' lang="de"'
    assert attributes("ar") == ' lang="ar" dir="rtl"'
    assert attributes("ar", "rtl") == ' lang="ar"'
    assert attributes("de", "rtl") == ' lang="de" dir="ltr"'
    assert attributes("", "rtl") == ""


def test_a_language_cannot_leave_its_attribute() -> None:
    assert "<" not in attributes('"><script>')
    assert '"><' not in attributes('"><script>')
