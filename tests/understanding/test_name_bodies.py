from __future__ import annotations

import pytest

from dossier.understanding.name_bodies import body_at
from dossier.understanding.name_tokens import Tokens


@pytest.mark.parametrize(
    ("text", "name", "lang"),
    [
        ("Berliner Zeitung meldet", "Berliner Zeitung", "de"),
        ("Universität Bremen forscht", "Universität Bremen", "de"),
        ("SC Paderborn gewann", "SC Paderborn", "de"),
        ("1. FC Magdeburg verlor", "1. FC Magdeburg", "de"),
        ("MSV Duisburg spielte", "MSV Duisburg", "de"),
        ("Institut für Sport und Gesundheit in", "Institut für Sport und Gesundheit", "de"),
        ("Bundesjustizministerium teilte mit", "Bundesjustizministerium", "de"),
        ("Bubik Chalepo AG baut", "Bubik Chalepo AG", "de"),
        ("Herzog & Meuron bauen", "Herzog & Meuron", "de"),
        ("California Institute of Technology", "California Institute of Technology", "de"),
        ("Department of Commerce said", "Department of Commerce", "en"),
        ("National Security Secretariat Director", "National Security Secretariat", "en"),
        ("Bank of the West failed", "Bank", "en"),
    ],
)
def test_a_phrase_that_names_an_organisation(text: str, name: str, lang: str) -> None:
    tokens = Tokens(text, lang)
    found = body_at(tokens, 0)
    if found is None:
        assert name == "Bank"  # a word alone is none
    else:
        assert text[: tokens.ends[found.last - 1]] == name


@pytest.mark.parametrize(
    "text",
    [
        "Deutschlands Presse schreibt", "Bundeskanzlerin Merkel", "Russische Zeitungen melden",
        "Alte Bank", "Merkel kam",
    ],
)  # fmt: skip
def test_what_is_no_organisation(text: str) -> None:
    assert body_at(Tokens(text, "de"), 0) is None


def test_the_union_is_a_party_only_with_its_article() -> None:
    assert body_at(Tokens("In der Union", "de"), 2) is not None
    assert body_at(Tokens("Eine Union", "de"), 1) is None
