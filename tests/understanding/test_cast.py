from __future__ import annotations

import pytest

from dossier.understanding.cast import Cast, Speaker

BIDEN = "Remarks by President Biden and First Lady Jill Biden in Press Gaggle"
BRIEFING = (
    "Press Gaggle by Press Secretary Karine Jean-Pierre and National Security Communications "
    "Advisor John Kirby En Route Philadelphia, PA"
)


@pytest.mark.parametrize(
    ("label", "title", "name"),
    [
        ("THE PRESIDENT", BIDEN, "Biden"),
        ("THE FIRST LADY", BIDEN, "Jill Biden"),
        ("THE VICE PRESIDENT", "Remarks by Vice President Harris After a Tour", "Harris"),
        ("MS. JEAN-PIERRE", BRIEFING, "Karine Jean-Pierre"),
        ("MR. KIRBY", BRIEFING, "John Kirby"),
    ],
)
def test_the_headline_tells_who_speaks(label: str, title: str, name: str) -> None:
    assert Cast((title,), (), "en").speaker(label) == Speaker(name, is_told=True)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Remarks by Vice President Harris",
        "Background Press Call on the Call with Russian President Vladimir Putin",
        "Remarks by President Biden and President Yoon in Joint Press Conference",
    ],
)
def test_a_role_that_nothing_gives_to_one_person_is_nobody(title: str) -> None:
    assert Cast((title,), (), "en").speaker("THE PRESIDENT") == Speaker("", is_told=True)


def test_the_full_name_behind_the_same_role_in_the_text_counts() -> None:
    told = ("Beau Biden was with us.", "Then President Joseph R. Biden spoke.")
    assert Cast((BIDEN,), told, "en").speaker("THE PRESIDENT").name == "Joseph R. Biden"
    assert Cast((BIDEN,), told[:1], "en").speaker("THE PRESIDENT").name == "Biden"


def test_an_office_before_a_name_goes() -> None:
    cast = Cast(("Roundtable",), (), "en")
    assert cast.speaker("CHAIRMAN CHUNG") == Speaker("Chung")
    assert cast.speaker("MR. KING") == Speaker("King")  # no role behind "Mr."


def test_who_has_no_name_is_written_as_news_writes_it() -> None:
    cast = Cast(["Background Press Call"], [], "en")
    assert cast.speaker("SENIOR ADMINISTRATION OFFICIAL").name == "senior administration official"
    assert cast.speaker("MR. GREEN").name == "Green"
