from __future__ import annotations

from array import array

from dossier.understanding import copies
from dossier.understanding.overlaps import Added
from dossier.understanding.reports import Report
from dossier.understanding.shingleindex import Index
from dossier.understanding.standing import Changed, Standing

FOOTER = frozenset(range(10))


def own(at: int) -> frozenset[int]:
    return frozenset(range(1000 * at, 1000 * at + 50))


def index(*titles: str) -> Index:
    """An index of articles of one outlet, all with its footer, numbered as they are given."""
    texts = {
        f"n{at}": (
            Report(name=f"n{at}", outlet="blatt", title=title),
            array("I", sorted(FOOTER | own(at + 1))).tobytes(),
        )
        for at, title in enumerate(titles)
    }
    return Index(*copies.compare(texts))


def halves(one: Added) -> tuple[set[int], set[int]]:
    return set(array("I", one.own)), set(array("I", one.standing))


def test_a_third_article_makes_words_standing_text_of_the_others_too() -> None:
    third = Changed(Report(name="x", outlet="blatt", title="x"), FOOTER | own(9))
    standing = Standing(index("a", "b"), [], [third])
    assert halves(standing.of(third)) == (own(9), FOOTER)
    assert {n: halves(one) for n, one in standing.others().items()} == {
        0: (own(1), FOOTER),
        1: (own(2), FOOTER),
    }


def test_without_it_they_have_none() -> None:
    standing = Standing(index("a", "b", "c"), [2], [])
    assert {n: halves(one) for n, one in standing.others().items()} == {
        0: (own(1) | FOOTER, set()),
        1: (own(2) | FOOTER, set()),
    }


def test_a_fourth_changes_nothing_for_the_others() -> None:
    fourth = Changed(Report(name="x", outlet="blatt", title="x"), FOOTER | own(9))
    standing = Standing(index("a", "b", "c"), [], [fourth])
    assert (halves(standing.of(fourth)), standing.others()) == ((own(9), FOOTER), {})


def test_another_version_changes_nothing() -> None:
    version = Changed(Report(name="x", outlet="blatt", title="b"), FOOTER | own(9))
    standing = Standing(index("a", "b"), [], [version])
    assert (halves(standing.of(version)), standing.others()) == ((own(9) | FOOTER, set()), {})


def test_an_article_that_takes_anothers_place_has_its_standing_text() -> None:
    other = Changed(Report(name="x", outlet="blatt", title="c"), FOOTER | own(9))
    standing = Standing(index("a", "b", "c"), [2], [other])
    assert (halves(standing.of(other)), standing.others()) == ((own(9), FOOTER), {})


def test_an_edited_article_keeps_its_standing_text() -> None:
    edited = Changed(Report(name="n2", outlet="blatt", title="c"), FOOTER | own(9), 2)
    standing = Standing(index("a", "b", "c"), [2], [edited])
    assert (halves(standing.of(edited)), standing.others()) == ((own(9), FOOTER), {})


def test_an_unknown_outlet_has_none() -> None:
    moved = Changed(Report(name="n2", title="c"), FOOTER | own(3), 2)
    standing = Standing(index("a", "b", "c"), [2], [moved])
    assert halves(standing.of(moved)) == (own(3) | FOOTER, set())
    assert set(standing.others()) == {0, 1}
