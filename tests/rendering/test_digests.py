from __future__ import annotations

from msgspec.structs import replace
from rendering.test_sheets import carried, with_keys

from dossier.found import Named
from dossier.model import packed
from dossier.rendering.corpus import Dossier, corpus
from dossier.rendering.placed import each


def digests(made: Dossier) -> dict[str, bytes]:
    return corpus(made).digests


def changed(made: Dossier, other: Dossier) -> set[str]:
    before, after = digests(made), digests(other)
    return {name for name in before if before[name] != after[name]}


def test_an_article_has_the_same_hash_while_nothing_about_it_changes() -> None:
    assert digests(carried()) == digests(carried())
    assert len(set(digests(carried()).values())) == 3


def test_a_title_is_told_by_the_others_that_print_the_report() -> None:
    made = carried()
    wire, copy, own = made.articles
    assert changed(made, replace(made, articles=(wire, replace(copy, title="Neu"), own))) == {
        "a",
        "b",
    }
    assert changed(made, replace(made, articles=(wire, copy, replace(own, title="Neu")))) == {"c"}


def test_the_topics_of_its_passages_are_part_of_an_article() -> None:
    made = carried()
    (page,) = made.topic_pages
    assert changed(made, replace(made, topic_pages=())) == {"a", "b", "c"}
    assert changed(made, replace(made, topic_pages=(replace(page, items=page.items[:2]),))) == {"c"}


def test_what_a_speaker_is_called_is_part_of_an_article() -> None:
    made = with_keys(carried())
    own = made.articles[2]
    found = dict(made.found)
    voice = replace(found["a"].voices[0], passage=own.passages[0].id, speaker="A. W.")
    found["c"] = replace(found["a"], voices=(voice,), events=(), mentions=())
    spoken = with_keys(replace(made, found=found))
    assert corpus(spoken).shown["c"].brief.voices[0].speaker == "A. W."
    names = {("person", "A. W."): Named(kind="person", name="Anna Weber")}
    called = replace(spoken, register=replace(made.register, names=made.register.names | names))
    assert corpus(called).shown["c"].brief.voices[0].speaker == "Anna Weber"
    assert changed(spoken, called) == {"c"}


def test_an_item_of_a_topic_of_which_nothing_is_left_is_no_part_of_it() -> None:
    made = with_keys(carried())
    (page,) = made.topic_pages
    wire, copy, own = made.articles
    edited = replace(own, body=packed((replace(own.blocks[0], id="p-other", text="Ganz anders."),)))
    other = with_keys(replace(made, articles=(wire, copy, edited)))
    before, after = corpus(made), corpus(other)
    assert before.topics_in(before.shown["c"]) == ("x",)
    assert after.topics_in(after.shown["c"]) == ()
    assert [one.passage for one in each(after.placed["x"])][-1] == ""
    assert page.items[-1].passage == own.passages[0].id
