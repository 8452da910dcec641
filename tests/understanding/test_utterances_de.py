"""Tests for what is said and named by a noun, and for the ways in which German tells a source."""

from __future__ import annotations

import pytest

from dossier import blocks
from dossier.found import Voice
from dossier.understanding import voices

_SOURCES = ("Unternehmensangaben", "Behördenangaben", "Polizeiangaben")


def _voices(text: str) -> tuple[Voice, ...]:
    passages = blocks.number([blocks.make("paragraph", text)])
    return voices.find_voices(passages, "de")


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Karl Huber sprach. Seine Begründung: „Das ist falsch.“", "Karl Huber", "Begründung"),
        ("Karl Huber sah auf. Sein Fazit lautet: „Das ist falsch.“", "Karl Huber", "Fazit"),
        ("„Das ist falsch“, lautet das Fazit von Karl Huber.", "Karl Huber", "Fazit"),
        ("„Das ist falsch“, ist der Eindruck von Karl Huber.", "Karl Huber", "Eindruck"),
        ("Die Reaktion der Gewerkschaft: „Das ist falsch.“", "Gewerkschaft", "Reaktion"),
        ("Die Antwort kam prompt: „Das ist falsch.“", "", "Antwort"),
        ("Im Brief des Ministers Karl Huber heißt es: „Das ist falsch.“", "Karl Huber", "heißt es"),
        ("Da kam ein Brief des Amtes, in dem es hieß: „Das ist falsch.“", "Amt", "es hieß"),
        ("LAbg. Karl Huber sagte: „Das ist falsch.“", "Karl Huber", "sagte"),
        ("„Das ist falsch“, ist Karl Huber überzeugt.", "Karl Huber", "ist … überzeugt"),
        ("„Das ist falsch“, war sich Karl Huber sicher.", "Karl Huber", "war … sicher"),
        ("„Das ist falsch“, so Karl Huber wörtlich.", "Karl Huber", "so"),
        ("„Das ist falsch“, erklärte Karl Huber zu Beginn.", "Karl Huber", "erklärte"),
        ("„Das ist falsch“, sagte Karl zu Guttenberg zu BILD.", "Karl zu Guttenberg", "sagte"),
        ("Karl Huber lehnt ab. „Das ist falsch“, hieß es von ihm.", "Karl Huber", "hieß es"),
    ],
)  # fmt: skip
def test_who_says_what_is_quoted(text: str, speaker: str, cue: str) -> None:
    (told,) = _voices(text)
    assert (told.kind, told.speaker, told.cue) == ("direct", speaker, cue)
    assert told.text.startswith("Das ist falsch")


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Das gehe nicht, ist Karl Huber überzeugt.", "Karl Huber", "Das gehe nicht"),
        (
            "In einer Erklärung des Präsidenten Karl Huber heißt es, der Raum sei zu eng.",
            "Karl Huber",
            "der Raum sei zu eng.",
        ),
        (
            "Karl Huber spielte das herunter und ist der Meinung, dass es nicht kommt.",
            "Karl Huber",
            "dass es nicht kommt.",
        ),
        (
            "Minister wird Karl Huber, der in einer Rede betonte, er gehöre zu keiner Partei.",
            "Karl Huber",
            "er gehöre zu keiner Partei.",
        ),
        (
            "Der Nachfolger des Chefs Otto Au, Karl Huber, hat angekündigt, der Bau werde teuer.",
            "Karl Huber",
            "der Bau werde teuer.",
        ),
        ("In Brüssel sagte Karl Huber, die Länder hielten sich daran.", "Karl Huber", "die Länder"),
        ("Karl Huber sagte, die Entscheidung war schon gefallen.", "Karl Huber", "die Entscheid"),
        (
            ("Es drohe Streit, hatte Karl Huber beim Treffen mit dem Präsidenten Iwan Petrow in "
            "Moskau im Vorfeld des Gipfels der Staaten gesagt."),
            "Karl Huber",
            "Es drohe Streit",
        ),
        ("Dazu ließ Karl Huber verbreiten, man werde nicht warten.", "Karl Huber", "man werde"),
        (
            "Wie das Amt, das den Hafen leitet, erläuterte, fehle dem Bau der Nutzen.",
            "Amt",
            "Wie das Amt",
        ),
        ("Wie das Finanzministerium bekannt gab, wird gespart.", "Finanzministerium", "Wie das"),
        ("Heute wurden nach israelischen Armeeangaben 40 Ziele zerstört.", "Armee", "Heute"),
        ("Der Sender „Channel 10“ berichtete, der Rat habe zugestimmt.", "Channel 10", "der Rat"),
    ],
)  # fmt: skip
def test_who_says_what_is_reported(text: str, speaker: str, said: str) -> None:
    (told,) = _voices(text)
    assert (told.kind, told.speaker) == ("reported", speaker)
    assert told.text.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "Das sagte Anna Huber, die zum ersten Mal in Brüssel war.",
        "Das sagte Anna Huber, die Deutschland vertritt.",
        "Die Vorsitzende der Fraktion im Landtag, Anna Huber, forderte Aufklärung.",
        "Welche Funktion der Beamte genau ausübte, teilte die Staatsanwaltschaft nicht mit.",
    ],
)
def test_where_nothing_is_reported(text: str) -> None:
    assert _voices(text) == ()


def test_a_full_stop_behind_the_closing_mark_ends_a_quoted_sentence() -> None:
    text = "Anna Huber freute sich. „Wir haben hier Kurse anbieten können. Das war wichtig“."
    (told,) = _voices(text)
    assert (told.kind, told.speaker) == ("direct", "Anna Huber")
    assert _voices("Auf dem Schild stand: „Ohne uns kein Brot“.") == ()


def test_what_comes_first_may_be_the_object() -> None:
    text = "Karl Huber schrieb. Die Bestrebungen der Regierung bezeichnete er als „Verbrechen“."
    (told,) = _voices(text)
    assert told.speaker == "Karl Huber"
    (named,) = _voices("Eine Sprecherin der Partei nannte Karl Huber „gefährlich“.")
    assert named.speaker == "Sprecherin der Partei"


def test_two_verbs_may_share_a_subject() -> None:
    text = "Karl Huber kam. Er halte das Gesetz für gut und nannte den Kern der Vorlage „maßvoll“."
    assert _voices(text)[-1].speaker == "Karl Huber"


def test_nobody_is_quoted_after_themselves() -> None:
    (told,) = _voices("Kim traf am Bahnhof ein, wie die staatliche Agentur Tass berichtete.")
    assert (told.speaker, told.via) == ("Tass", "")


def test_a_country_behind_an_office_is_nobody() -> None:
    text = "Der Minister Frankreichs, Karl Huber, kam. Er sagte, man könne nur „so oder so“ reden."
    assert _voices(text)[-1].speaker == "Karl Huber"


def test_a_source_in_a_compound_keeps_its_own_form() -> None:
    told = [_voices(f"Nach {source} sind alle da.")[0].speaker for source in _SOURCES]
    assert told == ["Unternehmen", "Behörde", "Polizei"]


def test_another_subject_carries_nothing_on() -> None:
    text = (
        "Werner Hoyer sagte, es sei „klüger“, den Bundestag zu fragen. Auch Karl Huber mahnte an, "
        "dass die Grundlagen „ganz eindeutig“ sein müssten."
    )
    assert [one.speaker for one in _voices(text)] == ["Werner Hoyer", "Karl Huber"]
