from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from corpora import assembled
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, structs
from rendering.test_corpus import article, dated, dossier, heading, page, passage, said, topic

from dossier import blocks
from dossier.effects import theme
from dossier.found import DateMention, TopicMatch, Understanding
from dossier.model import Article
from dossier.rendering.rights import shown
from dossier.rendering.theming import Theme
from dossier.sketch import brief

TEXT = st.text(alphabet="abcdeäß ,;:-–.", min_size=1, max_size=80).map(blocks.normal)
THEME = Theme(*theme.load(Path("none")))


def told(one: Article) -> Understanding:
    first, last = one.passages[0], one.passages[-1]
    return Understanding(
        topics=(
            TopicMatch(topic="t", passage=first.id, score=0.5, why=()),
            TopicMatch(topic="t", passage=last.id, score=0.5, why=()),
        ),
        voices=(said(one, 0, "eins zwei"), said(one, 0, "acht neun"), said(one, 1, "zehn")),
        events=(dated(one, 0, "2023"), dated(one, 1, "2024")),
        dates=(
            DateMention(passage=first.id, start=0, end=4, text="eins", edtf="2023"),
            DateMention(passage=last.id, start=0, end=4, text="zehn", edtf="2023"),
        ),
    )


ONE = article("a", "eins zwei drei vier fünf sechs sieben acht neun", "zehn elf", description="X")


def test_full_shows_all() -> None:
    found = told(ONE)
    made = shown(ONE, found, "full", 10)
    assert made is not None
    assert made.article == ONE
    assert made.found == found
    assert list(made.numbers.values()) == [1, 2]


def test_private_shows_nothing() -> None:
    assert shown(ONE, told(ONE), "private", 1000) is None


def test_link_shows_no_text_and_nothing_found_in_it() -> None:
    made = shown(ONE, told(ONE), "link", 1000)
    assert made is not None
    assert made.article.blocks == ()
    assert made.article.description == ""
    assert made.found == Understanding()
    assert made.numbers == {}


def test_an_excerpt_keeps_what_was_found_in_the_part_that_is_shown() -> None:
    made = shown(ONE, told(ONE), "excerpt", 21)
    assert made is not None
    assert [block.text for block in made.article.blocks] == ["eins zwei drei vier …"]
    assert [voice.text for voice in made.found.voices] == ["eins zwei"]
    assert made.found.events == ()
    assert [date.text for date in made.found.dates] == ["eins"]
    assert [match.passage for match in made.found.topics] == [ONE.passages[0].id]
    assert made.numbers == {ONE.passages[0].id: 1}
    assert made.article.description == ""


def test_the_mark_of_a_cut_is_no_room_for_what_was_cut() -> None:
    one = article("a", "eins zwei a drei")
    voice = Understanding(voices=(said(one, 0, "zwei a"),))
    made = shown(one, voice, "excerpt", 10)
    assert made is not None
    assert made.article.blocks[0].text == "eins zwei …"
    assert made.found.voices == ()


def test_what_ends_with_the_excerpt_stays() -> None:
    made = shown(ONE, told(ONE), "excerpt", len(ONE.passages[0].text))
    assert made is not None
    assert [block.text for block in made.article.blocks] == [ONE.passages[0].text]
    assert [voice.text for voice in made.found.voices] == ["eins zwei", "acht neun"]
    assert len(made.found.events) == 1


def test_an_excerpt_holds_paragraphs_only_and_keeps_the_articles_numbers() -> None:
    listed = blocks.make("list", "ein Punkt")
    caption = blocks.make("caption", "Bild", credit="dpa")
    one = article("a", listed, "Kurz.", caption, "Auch kurz.")
    made = shown(one, Understanding(), "excerpt", 300)
    assert made is not None
    assert [block.text for block in made.article.blocks] == ["Kurz.", "Auch kurz."]
    assert list(made.numbers.values()) == [2, 3]
    assert made.passages == 2
    assert [made.number(block.id) for block in one.blocks] == [None, 2, None, 3]


def test_numbers_are_of_passages_only() -> None:
    caption = blocks.make("caption", "Bild", credit="dpa")
    one = article("a", "Kurz.", caption, "Auch kurz.")
    made = shown(one, Understanding(), "full", 300)
    assert made is not None
    assert [made.number(block.id) for block in one.blocks] == [1, None, 2]
    assert list(made.numbers.values()) == [1, 2]
    assert made.passages == 2


def test_what_is_shown_in_full_is_read_when_somebody_asks() -> None:
    unread: dict[str, Understanding] = {}
    known = brief(Understanding(voices=(said(ONE, 0, "eins zwei", speaker="Weber"),)))
    made = shown(ONE, unread, "full", 300, known, {"Weber": "Anna Weber"})
    assert made is not None
    assert [voice.speaker for voice in made.brief.voices] == ["Anna Weber"]
    unread[ONE.id] = Understanding(voices=(said(ONE, 0, "eins zwei", speaker="Weber"),))
    assert [voice.speaker for voice in made.found.voices] == ["Anna Weber"]


def test_one_endless_word_makes_no_excerpt() -> None:
    made = shown(article("a", "x" * 50), Understanding(), "excerpt", 20)
    assert made is not None
    assert made.article.blocks == ()


def test_what_is_cut_stays_plain_text_in_markdown() -> None:
    one = article("a", "Ein *Stern* und <b>noch</b> einer hier")
    made = shown(one, Understanding(), "excerpt", 30)
    assert made is not None
    (block,) = made.article.blocks
    assert blocks.plain(block.markdown) == block.text == "Ein *Stern* und <b>noch</b> …"


@settings(max_examples=50, deadline=None)
@given(st.lists(TEXT.filter(bool), min_size=1, max_size=4), st.integers(0, 120))
def test_an_excerpt_is_a_beginning_cut_at_a_word_and_never_too_long(
    texts: list[str], limit: int
) -> None:
    one = article("a", *texts)
    made = shown(one, Understanding(), "excerpt", limit)
    assert made is not None
    kept = [block.text for block in made.article.blocks]
    marks = 0
    for text, whole in zip(kept, texts, strict=False):
        if text != whole:
            body = text.removesuffix(" …")
            assert whole.startswith(body)
            assert whole[len(body) :].lstrip(" ,;:–-") == "" or whole[len(body)] in " ,;:–-"
            marks += 1
    assert marks <= 1
    assert sum(len(text) for text in kept) - 2 * marks <= limit


# --- nothing of what was cut anywhere on the site -------------------------------------------

SECRET = " ".join(f"geheim{number}" for number in range(60))
OPEN = " ".join(f"offen{number}" for number in range(12))


def strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - walks whatever a view holds
    if isinstance(value, bytes):
        text = value.decode("utf-8")
        text = text.removeprefix("window.dossierPassages = ").removesuffix(";\n")
        yield from strings(json.loads(text)) if text.startswith(("{", "[")) else (text,)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        yield from strings(structs.astuple(value))
    elif isinstance(value, dict):
        yield from strings([*value.keys(), *value.values()])
    elif isinstance(value, Iterable):
        for inner in value:
            yield from strings(inner)


@pytest.mark.parametrize("rights", ["excerpt", "link", "private"])
def test_no_view_and_no_data_hold_what_was_cut(rights: Any) -> None:  # noqa: ANN401
    one = article("a", f"{OPEN} {SECRET}", SECRET, rights=rights, description=SECRET)
    found = Understanding(
        voices=(said(one, 0, SECRET), said(one, 1, SECRET, speaker="S")),
        events=(dated(one, 0, "2023"), dated(one, 1, "2023")),
    )
    files = assembled(
        dossier(
            one,
            article("b", "Frei."),
            found={"a": found},
            topics=(topic("t"),),
            topic_pages=(page("t", heading(one), passage(one), passage(one, 1)),),
            excerpt_chars=len(OPEN) + 20,
        ),
        THEME.wording("de"),
    )
    everything = " \n ".join(strings(files.values()))
    words = SECRET.split()
    for start in range(len(words) - 2):
        assert " ".join(words[start : start + 3]) not in everything
    assert (OPEN in everything) == (rights == "excerpt")
    assert any(path.startswith("articles/a/") for path in files) == (rights != "private")
    assert ("Titel a" in everything) == (rights != "private")
