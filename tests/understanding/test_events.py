from __future__ import annotations

import doctest

import pytest

from dossier import blocks
from dossier.found import Event, Mention
from dossier.understanding import chronology, events


def _events(text: str, lang: str = "de", places: str = "", date: str = "2023-09-13") -> list[Event]:
    made = blocks.number([blocks.make("paragraph", text)])
    dates = chronology.find_dates(made, lang, date)
    named = [
        Mention(
            passage=made[0].id,
            start=text.index(name),
            end=text.index(name) + len(name),
            text=name,
            kind="place",
            name=name.removesuffix("s") if name.endswith("eas") else name,
        )
        for name in places.split()
    ]
    return list(events.find_events(made, dates, lang, article_date=date, mentions=named))


def test_the_examples_hold() -> None:
    assert doctest.testmod(events).failed == 0


@pytest.mark.parametrize(
    ("text", "places", "place"),
    [
        ("Kim blieb in Seoul. Am 4. Mai 2023 traf er Putin in Moskau.", "Seoul Moskau", "Moskau"),
        ("Am 4. Mai 2023 flog Nordkoreas Chef nach Minsk.", "Nordkoreas Minsk", "Minsk"),
        ("Am 4. Mai 2023 testete Nordkorea eine Rakete.", "Nordkorea", "Nordkorea"),
        ("Am 4. Mai 2023 beschloss die EU Strafen gegen Russland.", "Russland", ""),
        ("Am 4. Mai 2023 meldete Südkoreas Militär einen Test.", "Südkoreas", ""),
        ("In Rom und in Paris wurde am 4. Mai 2023 gestreikt.", "Rom Paris", ""),
        (
            "In Rom wurde am 4. Mai 2023 gestreikt, in Paris blieb es ruhig.",
            "Rom Paris",
            "Rom",
        ),
        ("Am 4. Mai 2023 kam er in der Hafenstadt Wladiwostok an.", "Wladiwostok", "Wladiwostok"),
        ("Am 4. Mai 2023 geschah nichts.", "", ""),
    ],
)
def test_an_event_says_where_only_if_its_sentence_leaves_no_doubt(
    text: str, places: str, place: str
) -> None:
    (event,) = _events(text, places=places)
    assert event.place == place


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2045 soll das Land klimaneutral sein.", ["2045"]),
        ("Im Jahr 2090 wird das Land leer sein.", []),
        ("Im 11. Jahrhundert entstand die Burg.", []),
        ("In den 1990er Jahren entstand die Siedlung.", ["199X"]),
    ],
)
def test_what_lies_too_far_ahead_or_took_an_age_is_no_event(text: str, dates: list[str]) -> None:
    assert [event.date for event in _events(text)] == dates
    undated = _events(text, date="")
    assert all(event.date in (*dates, "2090") for event in undated)


def test_the_date_of_a_source_is_no_event() -> None:
    text = '^ Kim, Jan (April 3, 2014). "A report". BBC. Retrieved 5 May 2016.'
    assert _events(text, "en") == []
    assert _events("The law of 50 U.S.C. 1622 holds.", "en") == []


def test_what_is_said_is_no_event_and_neither_is_a_year_in_a_name() -> None:
    assert _events("„Am 4. Mai 2023 war ich dort“, sagte Putin.") == []
    assert _events("Die Bundestagswahl 2021 prägt das Land.") == []


def test_an_event_carries_the_words_by_which_others_know_it() -> None:
    (one,) = _events("Am 4. Mai 2023 testete Nordkorea mehrere Raketen.")
    (other,) = _events("Nordkorea hat am 4. Mai 2023 eine Rakete getestet.")
    assert {"nordkorea", "rak"} <= set(one.gist.split()) & set(other.gist.split())


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Will there be a summit on June 13, 2022?", "en"),
        ("Kommt er am 4. Mai 2023 nach Seoul?", "de"),
        ("THE WHITE HOUSE, June 13, 2022.", "en"),
        ("Berlin, 4. Mai 2023", "de"),
    ],
)
def test_questions_and_datelines_are_no_events(text: str, lang: str) -> None:
    assert _events(text, lang) == []


def test_a_question_beside_an_event_leaves_it() -> None:
    (found,) = _events("Was nun? Am 4. Mai 2023 kam er nach Seoul.")
    assert found.date == "2023-05-04"
