from __future__ import annotations

import pytest

from dossier.understanding.name_places import is_people, opened_at, place_at
from dossier.understanding.name_tokens import Tokens


@pytest.mark.parametrize(
    ("text", "lang"),
    [("San Remo", "de"), ("Bad Berka", "de"), ("Valle de Curicó", "de"), ("Mount Sharp", "en")],
)
def test_some_words_open_the_name_of_a_place(text: str, lang: str) -> None:
    found = opened_at(Tokens(f"{text} war weit", lang), 0)
    assert found is not None
    assert (found.kind, found.last) == ("place", len(text.split()))


@pytest.mark.parametrize(
    ("text", "place"),
    [("Bad und Küche", 0), ("der St. Galler Ständerat", 1), ("Rafael Monte Cruz", 1)],
)
def test_they_do_not_where_something_else_follows(text: str, place: int) -> None:
    assert opened_at(Tokens(text, "de"), place) is None


@pytest.mark.parametrize(
    ("text", "place", "lang"),
    [
        ("Fifth Avenue", 0, "en"),
        ("Hudson River", 0, "de"),
        ("Schwabacher Straße", 0, "de"),
        ("Neuendorfer Straße 90c", 0, "de"),
        ("auf der A 3", 2, "de"),
        ("auf der A3", 2, "de"),
        ("Nordhessen", 0, "de"),
    ],
)
def test_words_and_forms_make_a_place(text: str, place: int, lang: str) -> None:
    tokens = Tokens(text, lang)
    found = place_at(tokens, place)
    assert found is not None
    assert (found.kind, found.last) == ("place", len(tokens))


@pytest.mark.parametrize("text", ["Der Wald", "eine A 3", "Raketen Street"])
def test_articles_and_sheets_of_paper_are_none(text: str) -> None:
    tokens = Tokens(text, "de")
    assert [place_at(tokens, place) for place in range(len(tokens))] == [None] * len(tokens)


def test_those_who_live_there_are_no_place() -> None:
    assert is_people(Tokens("die Schweden", "de"), 1)
    assert not is_people(Tokens("in Schweden", "de"), 1)
