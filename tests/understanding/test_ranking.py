from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from helpers_project import sample
from msgspec.structs import replace

from dossier import blocks
from dossier.model import Article, Block, Topic, packed
from dossier.understanding.likeness import Model
from dossier.understanding.ranking import Candidate, Ranker
from dossier.understanding.understand import understand

# It weighs thousands of passages: counting lines doubles its time, and others see to them.
pytestmark = pytest.mark.no_cover

SEA = Topic(
    id="sea",
    title={"": "Seefahrt"},
    description={"": "Schiffe und Kapitäne auf großer Fahrt."},
    terms={"": ("Hafen",)},
    exclude={"": ("Hafenstraße",)},
)
SKY = Topic(id="sky", title={}, description={}, terms={"": ("Wolke", "Flugzeug")}, exclude={})
MODEL = Model(
    topics=("sea", "sky"),
    typical=1.0,
    terms={"hafen": 1.5},
    weights={"matrosen": (300, -300), "piloten": (-300, 300), "hafen": (50, -50)},
)


def article(*parts: str | Block, title: str = "") -> Article:
    made = [blocks.make("paragraph", one) if isinstance(one, str) else one for one in parts]
    return Article(id="a", title=title, lang="de", body=packed(blocks.number(made)))


def rank(*parts: str | Block, model: Model | None = MODEL, title: str = "") -> list[Candidate]:
    ranking = Ranker([SEA, SKY], "de", model).rank(article(*parts, title=title))
    return list(ranking.passages)


def states(found: list[Candidate]) -> dict[str, str]:
    return {one.topic: one.state for one in found}


def test_what_terms_are_enough_for_is_assigned_with_or_without_a_model() -> None:
    for model in (None, MODEL):
        (one, *_) = rank("Der Hafen war leer.", model=model)
        assert (one.topic, one.state) == ("sea", "assigned")
        assert one.why[0][0] == "Hafen"


def test_likeness_alone_only_suggests() -> None:
    (one,) = rank("Die Matrosen sangen.")
    assert (one.topic, one.state) == ("sea", "suggested")
    assert one.why == (("Matrosen", pytest.approx(2.12, abs=0.01)),)
    assert rank("Die Matrosen sangen.", model=None) == []


def test_counted_words_alone_have_to_say_the_more_the_more_they_weigh() -> None:
    few, many = replace(MODEL, passages=100), replace(MODEL, passages=5000)
    states = [
        rank("Die Matrosen sangen.", model=model)[0].state
        for model in (few, many, replace(many, directions=((0,) * 96, (0,) * 96)))
    ]
    assert states == ["suggested", "weaker", "suggested"]


def test_likeness_moves_scores_and_never_what_is_assigned() -> None:
    plain = rank("Der Hafen war leer.")[0].score
    assert rank("Der Hafen war voller Matrosen.")[0].score > plain
    against = {one.topic: one for one in rank("Der Hafen war voller Piloten, Piloten, Piloten.")}
    assert against["sea"].state == "assigned"
    assert 0 < against["sea"].score < plain
    assert against["sky"].state == "suggested"


def test_a_passage_may_have_no_topic() -> None:
    assert rank("Das Brot war frisch.") == []


def test_words_of_a_description_suggest_and_do_not_assign() -> None:
    found = rank("Schiffe, Kapitäne und ihre Fahrt.", model=None)
    assert states(found) == {"sea": "suggested"}
    assert states(rank("Ein Kapitän kam.", model=None)) == {"sea": "weaker"}


def test_a_crosshead_helps_a_thin_passage_and_spills_over_no_other() -> None:
    head = blocks.make("crosshead", "Im Hafen und am Hafen")
    found = rank(head, "Alles blieb ruhig.", "Die Wolke zog auf.", model=None)
    by_text = {one.passage: one for one in found}
    assert [(one.topic, one.state) for one in by_text.values()] == [
        ("sea", "suggested"),
        ("sky", "assigned"),
    ]
    assert len(found) == 2


def test_the_rest_of_the_article_helps_a_thin_passage() -> None:
    alone = rank("Sie sangen laut.")
    among = rank("Die Matrosen kamen an Land.", "Sie sangen laut.", "Alle Matrosen schliefen.")
    thin = blocks.make("paragraph", "Sie sangen laut.").id
    assert alone == []
    assert [one.topic for one in among if one.passage == thin] == ["sea"]


def test_an_excluded_term_bars_suggestions_too() -> None:
    assert rank("Matrosen in der Hafenstraße.") == []


def test_the_whole_article_counts_all_its_words_and_its_title() -> None:
    ranker = Ranker([SEA, SKY], "de", None)
    whole = ranker.rank(article("Der Hafen.", "Wolke um Wolke.", title="Ein Flugzeug")).whole
    assert [one.topic for one in whole] == ["sky", "sea"]
    assert all(one.passage == "" for one in whole)


def test_a_title_made_of_the_first_words_counts_once() -> None:
    ranker = Ranker([SEA, SKY], "de", None)
    text = "Der Hafen war leer, als wir kamen."
    made, none = article(text, title="Der Hafen war leer…"), article(text)
    assert ranker.rank(made) == ranker.rank(none)


def test_long_passages_are_measured_by_what_is_usual() -> None:
    text = "Hafen. Flugzeug. " + "Der Hafen, die Hafenstadt, das Hafenbecken. " * 3
    usual = Model(topics=MODEL.topics, typical=6.0)
    (high, *_), (low, *_) = rank(text, model=None), rank(text, model=usual)
    assert low.score < high.score


def test_a_topic_that_was_never_learned_is_ranked_by_its_terms() -> None:
    new = Topic(id="land", title={}, description={}, terms={"": ("Acker",)}, exclude={})
    found = Ranker([SEA, SKY, new], "de", MODEL).rank(article("Matrosen auf dem Acker."))
    assert {one.topic: one.state for one in found.passages}["land"] == "assigned"


# --- against labels given by reading: the floor that no change may sink below ----------------


def evaluation() -> ModuleType:
    path = Path(__file__).parents[1] / "evaluate" / "topics.py"
    spec = importlib.util.spec_from_file_location("evaluate_topics", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["evaluate_topics"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "f1", "best"), [("seed", 1.0, 1.0), ("German", 0.90, 0.95), ("English", 0.86, 0.90)]
)
def test_topics_are_as_good_as_they_were(name: str, f1: float, best: float) -> None:
    samples = sample("README.md").parent
    figures = evaluation().evaluate(samples, name, ("assigned",))
    assert figures.f1 >= f1
    assert figures.best_right / figures.best_of >= best


def test_desks_are_told_apart_better_than_by_terms_alone() -> None:
    samples = sample("ner_de/germeval14-dev.jsonl").parents[1]
    by_terms, number = evaluation().by_section(samples, learned=False)
    by_default, _ = evaluation().by_section(samples, learned=True)
    assert number > 200
    assert by_terms >= 0.22
    assert by_default >= 0.38


@pytest.mark.parametrize(
    ("name", "precision", "silent"), [("German", 0.75, 13), ("English", 0.8, 22)]
)
def test_a_passage_without_a_topic_is_often_suggested_for_none(
    name: str, precision: float, silent: int
) -> None:
    samples = sample("README.md").parent
    figures = evaluation().evaluate(samples, name, ("assigned", "suggested"))
    assert figures.precision >= precision
    assert figures.silent_right >= silent


@pytest.mark.parametrize("lang", ["", "de"])
def test_a_text_of_unknown_language_has_the_topics_of_the_desks_language(lang: str) -> None:
    for text, topics in (("Im Hafen warten die Leute.", ["sea"]), ("12 34 *** 5", [])):
        one = replace(article(text), lang=lang)
        (found,) = understand([one], [SEA, SKY], "de")
        assert [match.topic for match in found.topics] == topics
