from __future__ import annotations

import pytest

from dossier.understanding.genders import gender_of


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Annalena Baerbock", "f"),
        ("Karl-Theodor zu Guttenberg", "m"),
        ("Donald Trump", "m"),
        ("Kim Jong Un", ""),  # women and men are called so
        ("Sascha Müller", "m"),
        ("Robert", ""),  # may be a family name
    ],
)
def test_a_given_name_tells_a_woman_from_a_man(name: str, gender: str) -> None:
    assert gender_of(name) == gender
