from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rendering.test_corpus import article, dossier, page, passage, rich, topic

from dossier.effects import theme
from dossier.found import Mention, MentionKind, Understanding
from dossier.model import Article
from dossier.rendering.asides import asides
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.editions import desk
from dossier.rendering.pieces import AsideList
from dossier.rendering.placed import passages
from dossier.rendering.theming import Theme

LOOK = Theme(*theme.load(Path("none")))


def beside(made: Dossier, name: str) -> list[AsideList]:
    """Return what stands beside the passages of a topic."""
    table = desk(corpus(made), LOOK.wording("de"))
    return list(asides(table, passages(table.corpus.placed[name])))


def mention(one: Article, number: int, kind: MentionKind, name: str) -> Mention:
    block = one.passages[number]
    return Mention(passage=block.id, start=0, end=4, text=name, kind=kind, name=name)


def rows(found: Sequence[AsideList]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(one.title, [(link.text, link.count) for link in one.items]) for one in found]


def test_people_places_and_articles_come_with_the_most_frequent_first() -> None:
    one = article("a", "Text eins.", "Text zwei.", "Text drei.")
    mentions = (
        mention(one, 0, "place", "Seoul"),
        mention(one, 0, "person", "Kim"),
        mention(one, 0, "person", "Kim"),  # twice in a passage is one passage
        mention(one, 1, "person", "Putin"),
        mention(one, 0, "person", "Putin"),
        mention(one, 2, "person", "Miller"),  # in no passage of the topic
    )
    made = dossier(
        one,
        topics=(topic("x"),),
        topic_pages=(page("x", passage(one), passage(one, 1)),),
        found={"a": Understanding(mentions=mentions)},
    )
    assert rows(beside(made, "x")) == [
        ("Personen", [("Putin", "2"), ("Kim", "1")]),
        ("Orte", [("Seoul", "1")]),
        ("Artikel", [("Titel a", "2")]),
    ]
    assert beside(made, "x")[0].items[0].href == "people/#n-putin"


def test_articles_with_more_passages_come_first() -> None:
    articles = next(one for one in beside(rich(), "missiles") if one.title == "Artikel")
    assert [(link.text, link.count) for link in articles.items][:2] == [
        ("Titel 2023-09-eins", "3"),
        ('English <b>title</b> & "more"', "2"),
    ]


def test_beside_nothing_stands_nothing() -> None:
    assert beside(dossier(topics=(topic("x"),)), "x") == []
