from __future__ import annotations

import pytest

from dossier import blocks
from dossier.understanding.known import NOBODY
from dossier.understanding.name_english import in_headline, in_label, is_heading
from dossier.understanding.name_scan import certain, scan
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.names import find_mentions


def names(text: str, title: str = "") -> set[tuple[str, str]]:
    made = blocks.number(blocks.make("paragraph", line) for line in text.split("\n"))
    return {(one.kind, one.name) for one in find_mentions(made, "en", title=title)}


@pytest.mark.parametrize(
    "text",
    [
        "Via Teleconference",
        "Aboard a Plane En Route Home",
        "It is available HERE.",
        "We met the CEOs of major firms.",
        "Yesterday’s announcement reminds us.",
        "Q Were you getting a briefing?",
        "Their ability to Freeze and seize wealth grew.",
        "We bolster efforts to Investigate and document it.",
        "Those who are missing in Action are remembered.",
        "There are programs in Post-Quantum Cryptography.",
        "He will speak on how Bidenomics is working.",
        "It is an initiative of the U.S. Government there.",
        "We celebrate the Independence of all.",
        "Is it about another Quran burning?",
        "They fired British Storm Shadow missiles.",
    ],
)
def test_what_english_only_writes_large_is_no_name(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Technician Second Class Zach Loesch spoke.", ("person", "Zach Loesch")),
        ("We thank Christopher R. Hill for it.", ("person", "Christopher R. Hill")),
        ("He met his counterpart Akiba Takeo there.", ("person", "Akiba Takeo")),
        ("We stand up to Putin now.", ("person", "Putin")),
        ("First up, we’ll go to Aamer Madhani.", ("person", "Aamer Madhani")),
        ("Jon Finer was there.", ("person", "Jon Finer")),
        ("They sanctioned the institution Sovcombank.", ("organisation", "Sovcombank")),
    ],
)
def test_names_are_of_the_kind_that_their_words_tell(text: str, found: tuple[str, str]) -> None:
    assert names(text) == {found}


def test_capitals_before_a_colon_are_a_speaker_not_an_organisation() -> None:
    assert names("PRESIDENT BIDEN: Thank you.") == {("person", "BIDEN")}
    assert names("BIDEN: Thank you.") == set()
    tokens = Tokens("MR. KIRBY: NATO is strong.", "en")
    assert [in_label(tokens, place) for place in range(3)] == [True, True, False]


def test_the_headline_gives_the_full_name() -> None:
    title = "Press Gaggle by Karine Jean-Pierre and Advisor John Kirby En Route Philadelphia, PA"
    tokens = Tokens(title, "en")
    people = in_headline(tokens, certain(tokens, scan(tokens, NOBODY)))
    assert [tokens.words[one.first : one.last] for one in people] == [
        ["Karine", "Jean-Pierre"],
        ["John", "Kirby"],
    ]
    assert names("MS. JEAN-PIERRE: Hello.\nMr. Kirby is here.", title) == {
        ("person", "Karine Jean-Pierre"),
        ("person", "John Kirby"),
    }


def test_a_full_name_told_elsewhere_is_a_person_everywhere() -> None:
    text = "Mr. Alisher Usmanov was sanctioned.\nThe yacht belongs to Alisher Usmanov."
    assert names(text) == {("person", "Alisher Usmanov")}


def test_lines_in_title_case_are_headings_and_sentences_are_not() -> None:
    assert is_heading(Tokens("Aboard Air Force One En Route Hampton", "en"))
    assert not is_heading(Tokens("Alisher Usmanov", "en"))
    assert not is_heading(Tokens("The President spoke.", "en"))
    assert not is_heading(Tokens("The president will visit Hampton", "en"))


@pytest.mark.parametrize(
    "text",
    [
        "They met at Joint Base Andrews there.",
        "We are here onboard the USS Howard now.",
        "She led the Mayors Forum on it.",
        "It was the Battle of Hill 205 there.",
    ],
)
def test_bases_ships_and_cases_are_nobody(text: str) -> None:
    assert not [name for kind, name in names(text) if kind == "person"]


def test_who_went_to_court_is_no_bare_name() -> None:
    assert ("person", "Roe") not in names("They restored the protections of Roe v. Wade for all.")


def test_what_only_goes_with_a_name_is_nobody() -> None:
    people = {name for kind, name in names("We thank Ralph Puckett, Jr., a legend.") if kind}
    assert people == {"Ralph Puckett"}


def test_a_base_is_nobody_elsewhere_in_the_article_either() -> None:
    text = "Joint Base Andrews\nWe are going to be out at Andrews and get that done."
    assert not [name for kind, name in names(text) if kind == "person"]


def test_a_family_name_among_small_words_is_somebody_though_it_is_an_english_word() -> None:
    text = "Are you surprised the race between Harris and Trump is so close?"
    assert ("person", "Harris") in names(text)
    assert names("We welcome the Grace of it.") == set()


def test_a_name_with_an_initial_counts_in_a_line_in_title_case() -> None:
    text = "Enoh T. Ebong, Nominee for Director of Trade\nMs. Ebong practiced law."
    assert names(text) == {("person", "Enoh T. Ebong")}


def test_a_name_behind_an_office_counts_in_a_line_in_title_case() -> None:
    text = "Joint Meeting With Prime Minister Kishida Fumio Under Way"
    assert ("person", "Kishida Fumio") in names(text)
