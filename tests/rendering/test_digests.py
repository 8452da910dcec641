from __future__ import annotations

from msgspec.structs import replace
from rendering.test_sheets import carried

from dossier.rendering.corpus import Dossier, corpus


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
