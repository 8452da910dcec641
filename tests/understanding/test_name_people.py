from __future__ import annotations

import pytest

from dossier.model import Block
from dossier.understanding.name_people import chain, person_at
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.names import find_mentions


def blocks(text: str) -> tuple[Block, ...]:
    return (Block(id="p-1", type="paragraph", text=text),)


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
        ("Katrin Göring-Eckardt von den Grünen kam", "Katrin Göring-Eckardt"),
        ("Jens Spahn von der Union kam", "Jens Spahn"),
        ("Philipp Freiherr von Boeselager kam", "Philipp Freiherr von Boeselager"),
        ("Marcelo Rebelo de Sousa kam", "Marcelo Rebelo de Sousa"),
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


@pytest.mark.parametrize(
    "text",
    [
        "the Nobel Peace Prize", "the Accountable Capitalism Act", "on Memorial Day",
        "in the Roosevelt Room", "the Josef Korbel School",
    ],
)  # fmt: skip
def test_a_thing_named_after_someone_is_no_person(text: str) -> None:
    assert find_mentions(blocks(f"They met {text} again."), "en") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The oligarchs met. Did Tim Walz know?", "Tim Walz"),
        ("Oligarch Viktor Vekselberg paid.", "Viktor Vekselberg"),
    ],
)
def test_a_word_before_a_given_name_is_no_part_of_it(text: str, name: str) -> None:
    assert [one.name for one in find_mentions(blocks(text), "en")] == [name]


@pytest.mark.parametrize(
    "text",
    ["Gegenüber Mirko Slomka sagte", "Torschützen Nils Petersen", "Hilfsprojekts von Petra Pau"],
)
def test_a_name_begins_with_the_given_name(text: str) -> None:
    assert person_at(Tokens(text, "de"), 0) is None
