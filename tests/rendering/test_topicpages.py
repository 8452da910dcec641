from __future__ import annotations

from pathlib import Path

from corpora import views_of
from rendering.test_corpus import (
    Dossier,
    article,
    dossier,
    heading,
    page,
    passage,
    prose,
    rich,
    topic,
)

from dossier.effects import theme
from dossier.found import KeySentence, Understanding
from dossier.rendering.corpus import corpus
from dossier.rendering.editions import desk
from dossier.rendering.pages import Desk
from dossier.rendering.sourcepages import origins
from dossier.rendering.theming import Theme
from dossier.rendering.topicpages import topic_cards, topic_sheets, topics_view
from dossier.rendering.views import TopicView

DE = Theme(*theme.load(Path("none"))).wording("de")


def table(made: Dossier) -> Desk:
    return desk(corpus(made), DE)


def of_topics(made: Dossier) -> list[TopicView]:
    laid = table(made)
    return list(views_of(topic_sheets(laid, origins(laid))))


def first(made: Dossier) -> TopicView:
    return of_topics(made)[0]


def shape(view: TopicView) -> list[tuple[str, list[str]]]:
    return [
        (group.title, ["Pass" if item.id else "Pros" for item in group.items])
        for group in view.groups
    ]


def test_passages_stand_under_their_article_in_the_editors_order() -> None:
    assert shape(first(rich())) == [
        ("Titel 2021-drei", ["Pass", "Pros"]),
        ("Titel 2023-09-eins", ["Pass", "Pass", "Pros", "Pass"]),
        ('English <b>title</b> & "more"', ["Pass", "Pass", "Pros"]),
        ("Titel vier", ["Pass"]),
    ]


def test_a_heading_without_passages_stays_and_prose_needs_none() -> None:
    one = article("a", "Text.")
    view = first(dossier(one, topics=(topic("x"),), topic_pages=(
        page("x", prose("Vorweg."), heading(one)),
    )))  # fmt: skip
    assert shape(view) == [("", ["Pros"]), ("Titel a", [])]
    assert view.groups[1].href == "articles/a/"
    assert view.groups[1].date is not None
    assert view.groups[1].date.text == "September 2023"


def test_the_editors_paragraphs_that_touch_are_rendered_together() -> None:
    view = first(dossier(topics=(topic("x"),), topic_pages=(
        page("x", prose("- eins"), prose("- zwei"), prose("<!-- nur für uns -->")),
    )))  # fmt: skip
    (item,) = view.groups[0].items
    assert item.id == ""
    assert item.html.count("<li>") == 2
    empty = dossier(topics=(topic("x"),), topic_pages=(page("x", prose("<!-- nur für uns -->")),))
    assert first(empty).groups == ()


def test_a_passage_shows_its_evidence_reason_and_other_topics() -> None:
    one = article("a", "Text.", lang="en")
    view = first(dossier(one, topics=(topic("x"), topic("y")), topic_pages=(
        page("x", heading(one), passage(one)), page("y", passage(one)),
    )))  # fmt: skip
    (item,) = view.groups[0].items
    assert item.id == one.passages[0].id
    assert (item.lang, item.why, item.edited) == ("en", ("Rakete",), False)
    assert [tag.id for tag in item.also] == ["y"]
    assert item.evidence is not None
    assert item.evidence.paragraph == "Absatz 1"


def test_an_edited_passage_is_marked_and_shows_the_editors_words() -> None:
    one = article("a", "Text von gestern.")
    view = first(dossier(one, topics=(topic("x"),), topic_pages=(
        page("x", passage(one, markdown="Mein *Text*.")),
    )))  # fmt: skip
    (item,) = view.groups[0].items
    assert item.edited
    assert item.html == "<p>Mein <em>Text</em>.</p>"


def test_anchors_are_unique_whatever_repeats() -> None:
    twice, again = article("a", "Gleich.", "Gleich."), article("b", "Gleich.")
    view = first(dossier(twice, again, topics=(topic("x"),), topic_pages=(
        page("x", passage(twice, 0), passage(twice, 1), passage(again), passage(again)),
    )))  # fmt: skip
    ids = [item.id for group in view.groups for item in group.items]
    assert len(ids) == len(set(ids)) == 4
    assert ids[:2] == [block.id for block in twice.passages]


def test_links_in_introduction_and_prose_lead_to_pages() -> None:
    view = first(rich())
    assert 'href="../../topics/summit/"' in view.intro_html
    assert 'href="../../about/"' in view.intro_html
    (item,) = [item for item in view.groups[0].items if not item.id]
    assert 'href="../../articles/2023-09-eins/"' in item.html


def test_a_long_topic_is_split_by_year_and_its_first_page_counts_all() -> None:
    one = article("a", *(f"Absatz {number}." for number in range(120)))
    old = article("b", "Alt.", date="2019")
    made = dossier(one, old, topics=(topic("x"),), topic_pages=(
        page("x", heading(one), *(passage(one, number) for number in range(120))),
        page("x", heading(old), passage(old), year="2019"),
    ))  # fmt: skip
    views = of_topics(made)
    assert [view.chrome.href for view in views] == [
        "topics/x/", "topics/x/2019/", "topics/x/2023/", "topics/x/all/",
    ]  # fmt: skip
    assert [view.counts for view in views] == [
        "121 Passagen · 2 Artikel", "1 Passage · 1 Artikel",
        "120 Passagen · 1 Artikel", "121 Passagen · 2 Artikel",
    ]  # fmt: skip
    assert [sum(len(group.items) for group in view.groups) for view in views] == [120, 1, 120, 121]
    *parts, whole = views
    assert {view.whole_href for view in parts} == {"topics/x/all/"}
    assert (whole.whole_href, [link.current for link in whole.years[0]]) == ("", [False, False])
    assert [group.reference != "" for group in whole.groups] == [True, True]
    assert {view.feed_href for view in views} == {"topics/x/feed.xml"}


def test_a_topics_page_has_what_its_passages_rest_on_beside_them() -> None:
    assert [one.title for one in first(rich()).asides] == ["Orte", "Artikel"]
    assert first(dossier(topics=(topic("x"),))).asides == ()


def test_cards_count_passages_and_articles() -> None:
    cards = topic_cards(table(rich()))
    assert [card.counts for card in cards] == [
        "7 Passagen · 4 Artikel",
        "3 Passagen · 2 Artikel",
        "0 Passagen · 0 Artikel",
    ]
    assert cards[0].description == "Worum es bei missiles geht."
    assert cards[0].spark is not None
    assert cards[2].spark is None
    assert topics_view(table(rich()), cards).topics == cards


def test_no_two_cards_show_the_same_sentence() -> None:
    one = article("a", "Ein Satz über beides.", "Ein anderer Satz.")
    first, second = one.passages
    keys = tuple(
        KeySentence(passage=block.id, start=0, end=len(block.text), text=block.text, topic=name)
        for name in ("x", "y")
        for block in (first, second)
    )
    made = dossier(
        one,
        found={"a": Understanding(key_sentences=keys)},
        topics=(topic("x"), topic("y")),
        topic_pages=tuple(page(name, passage(one), passage(one, 1)) for name in ("x", "y")),
    )
    cards = topic_cards(table(made))
    assert [card.sentence and card.sentence.text for card in cards] == [first.text, second.text]
