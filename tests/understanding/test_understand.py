from __future__ import annotations

from dossier import blocks
from dossier.found import Understanding
from dossier.model import Article, Topic, packed
from dossier.understanding.understand import understand

TEXT = (
    "Nordkorea hat am 13. September 2023 eine Rakete abgefeuert. »Das war ein Raketentest«, sagte "
    "der Sprecher Matthew Miller in Washington."
)
MISSILES = Topic(
    id="missiles", title={}, description={}, exclude={},
    terms={"de": ("Rakete", "Raketentest"), "en": ("missile",)},
)  # fmt: skip


def article(name: str, text: str, **fields: str) -> Article:
    made = (blocks.make("crosshead", "Eine Rakete"), blocks.make("paragraph", text))
    return Article(id=name, title="T", body=packed(made), date="2023-09", **fields)  # type: ignore[arg-type]


def one(text: str, lang: str = "de", default: str = "de") -> Understanding:
    return understand([article("a", text, lang=lang)], [MISSILES], default)[0]


def test_topics_voices_events_and_dates_are_found_in_passages() -> None:
    found = one(TEXT)
    passage = article("a", TEXT).passages[0].id
    assert [match.topic for match in found.topics] == ["missiles"]
    assert any("Raketentest" in voice.text for voice in found.voices)
    assert [date.edtf for date in found.dates] == ["2023-09-13"]
    assert [event.date for event in found.events] == ["2023-09-13"]
    everything = (*found.topics, *found.voices, *found.events, *found.dates)
    assert {item.passage for item in everything} == {passage}


def test_the_default_language_counts_where_an_article_has_none() -> None:
    text = "Two missiles were fired over the sea."
    assert one(text, lang="", default="en").topics
    assert not one(text, lang="", default="de").topics
    assert one(text, lang="en", default="de").topics


def test_each_article_is_understood_by_itself_and_in_order() -> None:
    articles = [article("a", TEXT, lang="de"), article("b", "Nichts davon.", lang="de")]
    together = understand(articles, [MISSILES], "de")
    assert together == [understand([each], [MISSILES], "de")[0] for each in articles]
    assert together[1].topics == ()
    assert understand([], [MISSILES], "de") == []
