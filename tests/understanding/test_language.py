from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import SAMPLES

from dossier.understanding.language import detect, reads_as


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nordkorea hat erneut ballistische Raketen abgefeuert.", "de"),
        ("North Korea has fired ballistic missiles again, officials said.", "en"),
        ("Le président de la République a rencontré son homologue.", "fr"),
        ("Владимир Путин встретился с лидером КНДР на космодроме.", "ru"),
        ("Nordkorea hat erneut\nballistische\n\nRaketen abgefeuert.\r\n", "de"),
        ("Das ist so: https://example.org/this-is-an-english-address-of-a-page", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect(text) in {language, "de"} if not language else detect(text) == language


@pytest.mark.parametrize(
    "text", ["", "Kim", "12345 67890", "2023-09-13\n10:23", "…", "Kim Jong Un"]
)
def test_what_says_too_little_stays_unknown(text: str) -> None:
    assert detect(text) == ""


def test_the_answer_does_not_change() -> None:
    text = "Kim trifft Putin im Fernen Osten."
    assert len({detect(text) for _ in range(5)}) == 1


@given(st.text(max_size=200))
def test_any_text_gives_a_code_or_nothing(text: str) -> None:
    assert detect(text) == "" or len(detect(text)) == 2


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Die Regierung hat am Montag in Berlin über den Haushalt beraten.", "de"),
        ("The government said on Monday that the talks were over.", "en"),
    ],
)
def test_a_text_reads_as_the_language_of_its_little_words(text: str, lang: str) -> None:
    assert reads_as(text, lang)
    assert not reads_as(text, "en" if lang == "de" else "de")


@pytest.mark.parametrize("text", ["", "Kim, Putin", "El presidente va a Ginebra.", "Il est là."])
def test_other_texts_read_as_neither(text: str) -> None:
    assert not any(reads_as(text, lang) for lang in ("de", "en")) or not text


def test_a_doubtful_beginning_is_made_up_for_by_what_follows() -> None:
    sample = SAMPLES / "kim-putin-2023-09-13.txt"
    body = sample.read_text(encoding="utf-8").partition("\n\n")[2]
    assert detect(body) == "en"


def test_in_the_end_little_words_decide_between_doubtful_languages() -> None:
    names = "Kim Jong Un, Wladimir Putin, Sergej Lawrow, Choe Son Hui, Matthew Miller "
    assert detect(f"{names * 9}") == ""
    text = "TO THE CONGRESS: OF THE UNITED STATES, AND TO THE SENATE OF IT"
    assert detect(text) in {"", "en"}


def test_little_words_do_not_make_another_language_english_or_german() -> None:
    for text in (
        "Regjeringen i Oslo har sagt at Kim Jong Un er på vei.",
        "Die regering het in Pretoria gesê dat Kim Jong Un kom.",
    ):
        assert detect(text) not in {"de", "en"}


def test_foreign_names_do_not_make_a_text_foreign() -> None:
    text = (
        "The President met with Emmanuel Macron at the Élysée and with Jean-Yves Le Drian of the "
        "Ministère de l'Europe et des Affaires étrangères. They said that it was of the utmost "
        "importance to the République française and to the people of the Côte d'Ivoire."
    )
    assert detect(text) == "en"
    assert detect("Le ministre des Affaires étrangères a dit que la France est prête.") == "fr"
