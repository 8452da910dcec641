from __future__ import annotations

from dossier.understanding.speakers import Roster


def test_a_last_name_stands_for_the_full_name() -> None:
    roster = Roster(["Der Sprecher Matthew Miller kam.", "Miller ging."], "de")
    assert roster.full_name("Miller") == "Matthew Miller"
    assert roster.full_name("Millers") == "Matthew Miller"
    assert roster.is_person("Matthew Miller")


def test_a_family_name_may_come_first() -> None:
    roster = Roster(["Nordkoreas Machthaber Kim Jong Un kam."], "de")
    assert roster.full_name("Kim") == "Kim Jong Un"


def test_two_people_of_one_name_are_not_confused() -> None:
    roster = Roster(["Jill Biden und Joe Biden kamen."], "de")
    assert roster.full_name("Biden") == "Biden"


def test_an_office_with_its_country_means_one_person() -> None:
    text = "Russlands Präsident Wladimir Putin traf den chinesischen Präsidenten Xi Jinping."
    roster = Roster([text], "de")
    assert roster.by_office("präsident", "russ") == "Wladimir Putin"
    assert roster.by_office("präsident", "chin") == "Xi Jinping"
    assert roster.by_office("präsident", "") == ""
    assert roster.by_office("kanzler", "") == ""


def test_an_office_after_the_name_counts() -> None:
    roster = Roster(["Das sagte Matthew Miller, der Sprecher des US-Außenministeriums."], "de")
    assert roster.by_office("sprecher", "") == "Matthew Miller"


def test_words_at_the_start_of_a_sentence_are_no_first_names() -> None:
    roster = Roster(["But Miller left. Am Mittwoch Miller."], "en")
    assert roster.full_name("Miller") == "Miller"
    assert roster.people_in(["Miller"]) == ()


def test_a_sentence_may_end_within_a_name() -> None:
    roster = Roster(["Jean-Pierre Raffarin kam nach Paris."], "de")
    assert roster.people_in(["Es", "kam", "Jean"]) == ()
    assert roster.people_in(["Es", "kam", "Jean", "Pierre", "Raffarins"]) == (
        "Jean-Pierre Raffarin",
    )
