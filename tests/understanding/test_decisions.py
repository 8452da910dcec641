from __future__ import annotations

from dossier import blocks
from dossier.model import Article, PageItem, Topic, TopicPage, packed
from dossier.understanding.decisions import Decisions, decided, decisions
from dossier.understanding.ranking import Candidate, Ranking

ONE, TWO = (blocks.make("paragraph", text) for text in ("Der Regen fiel.", "Der Sturm kam."))
RAIN, STORM = (
    Topic(id=name, title={}, description={}, terms={}, exclude={}) for name in ("rain", "storm")
)
FOUND = Ranking(
    passages=(
        Candidate(topic="rain", passage=ONE.id, score=0.6, state="assigned"),
        Candidate(topic="storm", passage=ONE.id, score=0.3, state="suggested"),
    )
)


def article(*topics: str) -> Article:
    return Article(id="a", title="", body=packed((ONE, TWO)), topics=topics)


def page(topic: str, *standing: str, offered: tuple[str, ...] = ()) -> TopicPage:
    items = tuple(
        PageItem(kind="passage", markdown="", article="a", passage=one) for one in standing
    )
    return TopicPage(topic=topic, year="2023", path="", items=items, offered={"a": offered})


def states(known: Decisions, *topics: str) -> dict[tuple[str, str], str]:
    found = decided(FOUND, article(*topics), (RAIN, STORM), known)
    return {(one.topic, one.passage): one.state for one in found.passages}


def test_without_decisions_all_is_as_found() -> None:
    assert decided(FOUND, article(), (RAIN, STORM), Decisions()) == FOUND


def test_what_stands_on_a_page_belongs_there() -> None:
    known = decisions([page("storm", ONE.id, TWO.id)])
    assert states(known) == {
        ("rain", ONE.id): "assigned",
        ("storm", ONE.id): "editor",
        ("storm", TWO.id): "editor",
    }


def test_what_was_offered_and_is_gone_was_removed() -> None:
    known = decisions([page("rain", offered=(ONE.id,))])
    assert states(known)[("rain", ONE.id)] == "removed"
    assert states(known)[("storm", ONE.id)] == "suggested"


def test_moved_to_another_year_is_not_removed() -> None:
    known = decisions([page("rain", offered=(ONE.id,)), page("rain", ONE.id)])
    assert states(known)[("rain", ONE.id)] == "assigned"


def test_a_former_wording_that_stands_is_no_removal_of_the_new_one() -> None:
    known = decisions([page("rain", "p-0badf00d", offered=("p-0badf00d", ONE.id))])
    assert known.removed(article(), ONE.id) == frozenset()


def test_front_matter_is_the_word_for_every_passage() -> None:
    assert states(Decisions(), "storm", "unknown") == {
        ("rain", ONE.id): "weaker",
        ("storm", ONE.id): "editor",
        ("storm", TWO.id): "editor",
    }
