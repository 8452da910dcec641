from __future__ import annotations

from msgspec.structs import replace

from dossier import blocks
from dossier.model import Article, Topic, packed
from dossier.understanding.decisions import Decisions
from dossier.understanding.learning import key_of, learn
from dossier.understanding.likeness import Likeness, Model

SEA = Topic(id="sea", title={}, description={}, terms={"": ("Hafen", "Schiff")}, exclude={})
SKY = Topic(id="sky", title={}, description={}, terms={"": ("Wolke",)}, exclude={})
TEXTS = (
    *(f"Im Hafen {verb} Matrosen." for verb in ("sangen", "schliefen", "tranken", "lachten")),
    *(f"Über der Wolke {verb} Piloten." for verb in ("kreisten", "drehten", "stiegen")),
    "Ein Schiff voller Matrosen.",
    "Matrosen und Piloten grüßten.",
)


def articles(*topics: str) -> list[Article]:
    return [
        Article(
            id=f"a{number}",
            title="",
            lang="de",
            body=packed((blocks.make("paragraph", text),)),
            topics=topics,
        )
        for number, text in enumerate(TEXTS)
    ]


def like(model: Model | None, text: str) -> dict[str, float]:
    assert model
    likeness = Likeness(model)
    return dict(zip(model.topics, likeness.of(likeness.bag(text)), strict=True))


def test_articles_teach_what_their_topics_sound_like() -> None:
    found = like(learn(articles(), (SEA, SKY), "de", Decisions()), "Matrosen")
    assert found["sea"] > 0 > found["sky"]


def test_the_order_of_articles_and_twins_among_them_change_nothing() -> None:
    once = learn(articles(), (SEA, SKY), "de", Decisions())
    twins = [replace(one, id=f"z{one.id}") for one in articles()]
    assert once == learn([*reversed(articles()), *twins], (SEA, SKY), "de", Decisions())


def test_a_rare_term_counts_more_than_a_frequent_one() -> None:
    model = learn(articles(), (SEA, SKY), "de", Decisions())
    assert model
    assert model.terms["schiff"] > model.terms["hafen"]
    assert all(0.5 <= factor <= 1.5 for factor in model.terms.values())


def test_what_an_editor_moved_is_learned() -> None:
    chosen = articles()
    both = chosen[-1].blocks[0].id
    moved = Decisions(standing={("a8", both): frozenset({"sky"})})
    plain = like(learn(chosen, (SEA, SKY), "de", Decisions()), "grüßten")
    taught = like(learn(chosen, (SEA, SKY), "de", moved), "Matrosen grüßten")
    assert (
        taught["sky"]
        > like(learn(chosen, (SEA, SKY), "de", Decisions()), "Matrosen grüßten")["sky"]
    )
    assert set(plain) == {"sea", "sky"}


def test_a_model_knows_what_topics_it_is_for() -> None:
    model = learn(articles(), (SEA, SKY), "de", Decisions())
    assert model
    assert model.key == key_of((SEA, SKY)) != key_of((SKY, SEA))


def test_too_little_teaches_nothing() -> None:
    assert learn(articles()[:2], (SEA, SKY), "de", Decisions()) is None
    assert learn([], (), "de", Decisions()) is None
