from __future__ import annotations

import pytest

from dossier.understanding.name_people import chain, person_at
from dossier.understanding.name_tokens import Tokens


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kim Jong Un reiste ab", "Kim Jong Un"),
        ("Matthew Miller sagte", "Matthew Miller"),
        ("Ursula von der Leyen kam", "Ursula von der Leyen"),
        ("Patrick von Brunn schrieb", "Patrick von Brunn"),
        ("Max Herbst gewann", "Max Herbst"),
        ("Angela Merkels Sprecher", "Angela Merkels"),
        ("J. F. Kennedy starb", "J. F. Kennedy"),
        ("Robin van der Vaart traf", "Robin van der Vaart"),
    ],
)
def test_a_name_of_several_words_ends_where_it_ends(text: str, name: str) -> None:
    tokens = Tokens(text, "de")
    found = person_at(tokens, 0)
    assert found is not None
    assert found.kind == "person"
    assert text[: tokens.ends[found.last - 1]] == name


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Bundeskanzlerin Merkel", "de"), ("Nordkoreas Machthaber", "de"), ("Putin kam", "de"),
        ("Social Security payments", "en"), ("Vice President", "en"),
    ],
)  # fmt: skip
def test_offices_places_and_single_words_make_no_name(text: str, lang: str) -> None:
    found = person_at(Tokens(text, lang), 0)
    assert found is None or not found.sure


def test_a_genitive_ends_a_name() -> None:
    tokens = Tokens("Obamas Parteikollegen McCain", "de")
    assert chain(tokens, 0) == 1
    assert chain(Tokens("Putin’s Kim", "en"), 0) == 1


def test_a_common_noun_before_a_given_name_stays_outside() -> None:
    assert chain(Tokens("Fall Michail Chodorkowski", "de"), 0) == 0


def test_a_university_ends_a_name() -> None:
    tokens = Tokens("Astrid Lorenz von der Universität Leipzig", "de")
    assert chain(tokens, 0) == 2
