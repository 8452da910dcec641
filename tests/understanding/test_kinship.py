from __future__ import annotations

import pytest

from dossier.model import Topic
from dossier.understanding.kinship import Kinship


def topic(name: str, *terms: str, lang: str = "", title: str = "") -> Topic:
    said = {lang: title} if title else {}
    return Topic(id=name, title=said, description={}, terms={lang: terms}, exclude={})


SPORT = topic("sport", "Trainer", "Tor", "Fußball")
MONEY = topic("money", "Bank", "Börse", "Konzern")
ART = topic("art", "Theater", "Museum", "Gemälde")


@pytest.mark.parametrize(
    ("word", "best"), [("Stürmer", 0), ("Aktien", 1), ("Ausstellungen", 2), ("Torwart", 0)]
)
def test_a_word_speaks_for_the_topic_whose_terms_are_near(word: str, best: int) -> None:
    said = Kinship((SPORT, MONEY, ART), "de").of(word, "de")
    assert said
    assert said.index(max(said)) == best
    assert sum(said) == pytest.approx(0)


def test_english_words_find_german_terms() -> None:
    said = Kinship((SPORT, MONEY, ART), "de").of("painting", "en")
    assert said
    assert said.index(max(said)) == 2


def test_a_title_counts_as_a_term_and_in_its_language() -> None:
    english = topic("art", lang="en", title="Museum, paintings")
    said = Kinship((MONEY, english), "de").of("Gemälde", "de")
    assert said
    assert said[1] > said[0]


def test_a_topic_without_known_words_gets_nothing() -> None:
    said = Kinship((SPORT, MONEY, topic("x", "Xqzrt")), "de").of("Stürmer", "de")
    assert said
    assert said[2] == 0


def test_unknown_words_and_single_topics_say_nothing() -> None:
    assert Kinship((SPORT, MONEY), "de").of("Xqzrt", "de") is None
    assert Kinship((SPORT, topic("x", "Xqzrt")), "de").of("Stürmer", "de") is None
    assert Kinship((SPORT,), "de").of("Stürmer", "de") is None
