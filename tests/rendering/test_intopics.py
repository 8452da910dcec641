from __future__ import annotations

from rendering.test_sheets import carried, crowd

from dossier.rendering.copies import wire
from dossier.rendering.corpus import corpus
from dossier.rendering.intopics import InTopics


def test_a_passage_has_its_topics_in_the_editors_order_each_once() -> None:
    made = corpus(crowd())
    standing = made.placed["x"]
    again = (*standing, standing[0])
    found = InTopics({"y": standing[:1], "x": again, "z": ()}, made.wire)
    first, second = standing[0], standing[1]
    assert found.within(first.article) == {first.today[-1]: ("y", "x")}
    assert found[second.article, second.today[-1]] == ("x",)
    assert len(found) == len(standing)


def test_what_stands_in_no_topic_has_none() -> None:
    made = corpus(crowd())
    found = InTopics({"x": made.placed["x"][1:]}, made.wire)
    first = made.placed["x"][0]
    assert found.within(first.article) == found.within("nobody") == {}
    assert found[first.article, first.today[-1]] == ()
    assert (first.article, first.today[-1]) not in found
    assert found.digest(first.article) is None


def test_what_tells_the_same_is_in_the_topics_of_all_that_tell_it() -> None:
    dossier = carried()
    made = corpus(dossier)
    lead, copy, _ = dossier.articles
    (standing,) = [one for one in made.placed["x"] if one.article == "a"]
    found = InTopics({"y": (standing,), "x": made.placed["x"]}, made.wire)
    assert found["b", copy.passages[0].id] == found["a", lead.passages[0].id] == ("y", "x")
    assert found["b", copy.passages[1].id] == ()
    alone = InTopics({"x": made.placed["x"]}, wire(type(dossier.copies)(), made.shown))
    assert alone["b", copy.passages[0].id] == ()


def test_the_hash_tells_topics_and_what_stands_in_them() -> None:
    made = corpus(crowd())
    standing = made.placed["x"]
    name = standing[0].article
    found = InTopics({"x": standing}, made.wire).digest(name)
    assert found == InTopics({"x": standing[:1]}, made.wire).digest(name)
    assert found != InTopics({"y": standing}, made.wire).digest(name)
    assert found != InTopics({"x": standing, "y": standing}, made.wire).digest(name)
