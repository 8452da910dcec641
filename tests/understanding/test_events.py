from __future__ import annotations

import doctest

from dossier import blocks
from dossier.model import Event
from dossier.understanding import chronology, events


def _events(text: str, lang: str = "de", **places: list[tuple[int, str]]) -> list[Event]:
    made = blocks.number([blocks.make("paragraph", text)])
    dates = chronology.find_dates(made, lang, "2023-09-13")
    named = {made[0].id: places["places"]} if places else None
    return list(events.find_events(made, dates, lang, named))


def test_the_examples_hold() -> None:
    assert doctest.testmod(events).failed == 0


def test_an_event_says_where_by_the_first_place_of_its_sentence() -> None:
    text = "Kim blieb in Seoul. Am 4. Mai 2023 flog Putin von Moskau nach Minsk."
    named = [(text.index(place), place) for place in ("Seoul", "Moskau", "Minsk")]
    (event,) = _events(text, places=named)
    assert (event.text, event.place) == (
        "Am 4. Mai 2023 flog Putin von Moskau nach Minsk.",
        "Moskau",
    )


def test_what_is_said_is_no_event_and_neither_is_a_year_in_a_name() -> None:
    assert _events("„Am 4. Mai 2023 war ich dort“, sagte Putin.") == []
    assert _events("Die Bundestagswahl 2021 prägt das Land.") == []


def test_an_event_carries_the_words_by_which_others_know_it() -> None:
    (one,) = _events("Am 4. Mai 2023 testete Nordkorea mehrere Raketen.")
    (other,) = _events("Nordkorea hat am 4. Mai 2023 eine Rakete getestet.")
    assert {"nordkorea", "rak"} <= set(one.gist.split()) & set(other.gist.split())
