from __future__ import annotations

import pytest
from msgspec.structs import replace
from rendering.test_corpus import article, dated, dossier

from dossier.found import Event, Understanding
from dossier.rendering import occurrences
from dossier.rendering.corpus import corpus
from dossier.rendering.occurrences import Occurrence
from dossier.understanding.events import gist

SUMMIT = [
    "Am 13. September 2023 trafen sich Kim und Putin am Weltraumbahnhof Wostotschny.",
    "Kim Jong Un traf Wladimir Putin am 13. September 2023 auf dem Weltraumbahnhof Wostotschny.",
    "Putin empfing Kim am 13. September 2023 in Wostotschny, wo der Weltraumbahnhof liegt.",
]
MISSILES = "Nordkorea feuerte am 13. September 2023 zwei Raketen ins Japanische Meer."


def told(*articles: list[str], date: str = "2023-09-13") -> list[Occurrence]:
    made, found = [], {}
    for number, texts in enumerate(articles):
        one = article(f"a{number}", *texts, date=f"2023-09-{14 + number}")
        made.append(one)
        events = (dated(one, place, date) for place in range(len(texts)))
        found[one.id] = Understanding(events=tuple(_with_gist(event) for event in events))
    return list(corpus(dossier(*made, found=found)).events)


def _with_gist(event: Event) -> Event:
    return replace(event, gist=gist(event.text, "de"))


def brief(found: list[Occurrence]) -> list[tuple[str, list[str]]]:
    return [
        (one.told.shown.article.id, [other.shown.article.id for other in one.also]) for one in found
    ]


def test_what_three_articles_tell_is_one_entry_with_three_pieces_of_evidence() -> None:
    assert brief(told(*([text] for text in SUMMIT))) == [("a0", ["a1", "a2"])]


def test_another_event_of_the_day_stays_apart() -> None:
    found = told([SUMMIT[0], MISSILES], [SUMMIT[1]])
    assert brief(found) == [("a0", ["a1"]), ("a0", [])]


def test_an_article_is_no_evidence_of_itself() -> None:
    assert brief(told([SUMMIT[0], SUMMIT[1]])) == [("a0", []), ("a0", [])]


def test_the_same_words_on_another_day_are_another_event() -> None:
    first, second = told([SUMMIT[0]]), told([SUMMIT[1]], date="2023-09-14")
    assert len(first + second) == 2


def test_within_a_year_more_must_be_the_same_than_on_a_day() -> None:
    first = "2023 stieg die Zahl der Raketentests in Nordkorea deutlich."
    texts = (first, "Die Raketentests verurteilte 2023 der Sicherheitsrat in New York scharf.")
    assert len(told(*([text] for text in texts), date="2023")) == 2


def test_many_events_of_one_date_are_compared_by_their_number_not_its_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []
    same = occurrences._same  # noqa: SLF001 - what is counted
    monkeypatch.setattr(occurrences, "_same", lambda *given: compared.append(1) or same(*given))
    size = 400
    texts = (f"Ort{n}, Stadt{n} und Name{n % 7} sahen es am Tag." for n in range(size))
    assert len(told(*([text] for text in texts))) == size
    assert len(compared) <= 6 * size  # pairs of four words
