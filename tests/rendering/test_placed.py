from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from rendering.test_corpus import LONG, article, dossier, heading, page, passage, prose, topic

from dossier import blocks
from dossier.model import Article, PageItem, TopicPage
from dossier.rendering.corpus import corpus
from dossier.rendering.placed import Placed, each
from dossier.writing import topicpage


def placed(*pages: TopicPage, articles: tuple[Article, ...], **fields: Any) -> list[Placed]:  # noqa: ANN401
    names = dict.fromkeys(one.topic for one in pages)
    made = corpus(dossier(*articles, topics=tuple(map(topic, names)), topic_pages=pages, **fields))
    return [one for name in names for one in each(made.placed[name])]


def test_a_private_article_vanishes_with_its_passages_and_heading() -> None:
    secret = article("secret", "Geheim.", rights="private")
    found = placed(
        page("x", heading(secret), passage(secret), prose("Des Redakteurs Wort.")),
        articles=(secret,),
    )
    assert [(one.item.kind, one.markdown) for one in found] == [("prose", "Des Redakteurs Wort.")]


def test_a_heading_or_passage_of_no_known_article_is_not_shown() -> None:
    gone = article("gone", "Weg.")
    assert placed(page("x", heading(gone), passage(gone)), articles=()) == []


def test_each_item_keeps_its_place_and_says_what_it_is() -> None:
    one = article("a", "Erster Absatz.", "Zweiter Absatz.")
    found = placed(
        page("x", heading(one), passage(one, 1), prose("Dazwischen."), passage(one, score=0.0)),
        articles=(one,),
    )
    assert [(each.item.kind, each.state) for each in found] == [
        ("heading", "assigned"),
        ("passage", "assigned"),
        ("prose", "assigned"),
        ("passage", "editor"),
    ]
    assert [each.passage for each in found if each.passage] == [
        one.passages[1].id,
        one.passages[0].id,
    ]


def test_pages_of_a_topic_come_by_year_the_undated_last() -> None:
    one = article("a", "Erster Absatz.", "Zweiter Absatz.", "Dritter Absatz.")
    found = placed(
        page("x", passage(one, 0), year="undated"),
        page("x", passage(one, 1), year="2023"),
        page("x", passage(one, 2), year="2019"),
        articles=(one,),
    )
    assert [each.year for each in found] == ["2019", "2023", "undated"]


def state(item: PageItem, one: Article) -> tuple[str, str]:
    (found,) = placed(page("x", item), articles=(one,))
    return found.state, found.passage


def test_a_reworded_passage_is_edited_and_keeps_its_paragraph() -> None:
    one = article("a", "Erster Absatz mit einigen Worten.")
    item = passage(one, markdown="Erster Absatz, gekürzt.")
    assert state(item, one) == ("edited", one.passages[0].id)


def test_other_line_breaks_bullets_and_emphasis_marks_in_the_source_are_no_edit() -> None:
    listed = blocks.make("list", "eins\nzwei")
    quoted = blocks.make("quote", "Ein Wort zum Tag.")
    one = article("a", "Erster Absatz mit Worten.", listed, quoted)
    assert state(passage(one, 0, markdown="Erster Absatz\nmit Worten."), one)[0] == "assigned"
    assert state(passage(one, 1, markdown="* eins\n* zwei"), one)[0] == "assigned"
    assert state(passage(one, 2, markdown="> Ein Wort\n> zum Tag."), one)[0] == "assigned"
    assert state(passage(one, 2, markdown="Ein anderes Wort."), one)[0] == "edited"


def test_when_the_article_was_corrected_the_passage_moves_to_the_new_wording() -> None:
    old = article("a", "Die Raketen flogen 650 Kilometer weit ins Meer.")
    new = article(
        "a", "Ganz anderes steht hier.", "Die Raketen flogen etwa 560 Kilometer weit ins Meer."
    )
    assert state(passage(old), new) == ("edited", new.passages[1].id)


def test_without_anything_like_it_in_the_article_a_passage_is_an_orphan() -> None:
    old, new = article("a", "Das gab es einmal."), article("a", "Neu geschrieben, ganz anders.")
    assert state(passage(old), new) == ("orphan", "")


def test_a_passage_whose_text_was_deleted_is_not_shown() -> None:
    one = article("a", "Text.")
    assert placed(page("x", passage(one, markdown="")), articles=(one,)) == []


def test_prose_and_the_editors_own_headings_are_taken_over() -> None:
    found = placed(
        page("x", PageItem(kind="heading", markdown="Hintergrund"), prose("Mein Text.")),
        articles=(),
    )
    assert [(each.markdown, each.shown) for each in found] == [
        ("## Hintergrund", None),
        ("Mein Text.", None),
    ]


def test_of_an_excerpt_only_what_is_shown_of_it_stands_on_a_topic_page() -> None:
    cut = article("a", LONG, "Zweiter Absatz.", rights="excerpt")
    mine = passage(cut, markdown="Meine Fassung von allem.")
    found = placed(page("x", mine, passage(cut, 1)), articles=(cut,), excerpt_chars=60)
    (only,) = found
    assert only.markdown == "Der Generalstab in Seoul teilte mit, die beiden Raketen …"
    assert only.state == "assigned"  # these are the article's words, whatever the page has


def test_an_orphan_of_an_excerpt_is_not_shown() -> None:
    old = article("a", LONG)
    new = article("a", "Ganz anderer Text ohne Ähnlichkeit.", rights="excerpt")
    assert placed(page("x", passage(old)), articles=(new,)) == []


def test_two_equal_paragraphs_of_one_article_are_two_passages() -> None:
    twice = article("a", "Gleich.", "Gleich.")
    found = placed(page("x", passage(twice, 0), passage(twice, 1)), articles=(twice,))
    assert [one.passage for one in found] == [block.id for block in twice.passages]
    assert len({one.passage for one in found}) == 2


def test_a_page_as_the_program_writes_it_is_placed_whole() -> None:
    one = article("a", "Erster Absatz.")
    text = (
        "---\ntitle: X\n---\n\n## [Titel](../../articles/a.md) — 2023-09\n\n"
        f'<!-- passage a#{one.passages[0].id} score=0.5 why="Absatz" -->\nErster Absatz.\n'
    )
    parsed = topicpage.parse(text, topic="x", year="2023", path="content/topics/x/2023.md")
    found = placed(parsed, articles=(replace(one, title="Neu"),))
    assert [(each.item.kind, each.state) for each in found] == [
        ("heading", "assigned"),
        ("passage", "assigned"),
    ]
