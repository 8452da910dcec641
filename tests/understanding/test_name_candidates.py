from __future__ import annotations

from dossier.understanding import name_candidates as c
from dossier.understanding.name_tokens import Tokens


def test_an_office_before_a_name_is_a_title() -> None:
    tokens = Tokens("Der Außenminister Röttgen und Herr Bubik sahen Chalepo", "de")
    titled = [word for place, word in enumerate(tokens.words) if c.has_title(tokens, place)]
    assert titled == ["Röttgen", "Bubik"]


def test_a_place_after_a_given_name_is_no_place_of_its_own() -> None:
    tokens = Tokens("Jack London in London", "de")
    assert c.is_after_given_name(tokens, 1)
    assert not c.is_after_given_name(tokens, 3)


def test_proper_and_plain_words() -> None:
    tokens = Tokens("Universität Bremen Krieg Fischer", "de")
    assert c.is_proper(tokens, 1)
    assert not c.is_proper(tokens, 2)
    assert c.is_plain(tokens, 2)
    assert not c.is_plain(tokens, 3)
    assert c.organisation(0, 2).sure
