from __future__ import annotations

from dossier.understanding.likeness import Likeness, Model
from dossier.understanding.selftrain import Sample, train

SEA = ("Schiffe lagen im Hafen", "Der Kapitän steuerte in den Hafen", "Am Kai warteten Schiffe")
SKY = ("Flugzeuge kreisten über den Wolken", "Der Pilot sah Wolken", "Piloten und Flugzeuge")
TOPICS = ("sea", "sky")


def samples() -> list[Sample]:
    seeded = [Sample(text=text, terms={"sea": 1.0}) for text in SEA]
    seeded += [Sample(text=text, terms={"sky": 1.2}) for text in SKY]
    return [*seeded, Sample(text="Ein Kapitän lobte die Schiffe"), Sample(text="Der Pilot landete")]


def learned(found: list[Sample]) -> Model:
    model = train(found, TOPICS)
    assert model
    return model


def like(model: Model, text: str) -> dict[str, float]:
    likeness = Likeness(model)
    return dict(zip(model.topics, likeness.of(likeness.bag(text)), strict=True))


def test_words_beside_the_terms_are_learned() -> None:
    model = learned(samples())
    found = like(model, "Kapitäne am Kai")
    assert found["sea"] > 0 > found["sky"]
    assert model.passages == 8
    assert model.typical == 1.1


def test_words_count_for_more_where_more_passages_teach() -> None:
    few, many = learned(samples()), learned(samples() * 150)
    assert many.weights["hafen"][0] > 1.5 * few.weights["hafen"][0] > 0


def test_the_same_passages_make_the_same_model() -> None:
    assert learned(samples()) == learned(samples())


def test_its_numbers_are_whole_and_sorted_by_name() -> None:
    weights = learned(samples()).weights
    assert list(weights) == sorted(weights)
    assert all(isinstance(value, int) for row in weights.values() for value in row)


def test_one_topic_alone_teaches_nothing() -> None:
    assert train([Sample(text=text, terms={"sea": 1.0}) for text in SEA], TOPICS) is None
    assert train([], TOPICS) is None
    assert train([Sample(text="Ein Hafen")], ()) is None


def test_an_editors_word_outweighs_the_terms() -> None:
    moved = [
        Sample(text=f"Lotsen im Nebel, Tag {word}", terms={"sky": 2.0}, sure=frozenset({"sea"}))
        for word in ("eins", "zwei", "drei")
    ]
    assert like(learned([*samples(), *moved]), "Lotsen im Nebel")["sea"] > 0


def test_what_an_editor_took_off_teaches_nothing_of_the_kind() -> None:
    texts = [f"Ballone im Nebel, Fahrt {word}" for word in ("eins", "zwei", "drei")]
    with_them = [*samples(), *(Sample(text=text, terms={"sky": 2.0}) for text in texts)]
    without = [
        *samples(),
        *(Sample(text=text, terms={"sky": 2.0}, never=frozenset({"sky"})) for text in texts),
    ]
    assert like(learned(with_them), "Ballone")["sky"] > like(learned(without), "Ballone")["sky"]


def test_a_passage_that_may_have_no_topic_left_is_no_trouble() -> None:
    never = Sample(text="Schiffe und Piloten", terms={"sea": 1.0}, never=frozenset(TOPICS))
    assert learned([*samples(), never]).passages == 9


def test_a_tie_of_terms_is_no_label() -> None:
    tied = [Sample(text=text, terms={"sea": 1.0, "sky": 1.0}) for text in (*SEA, *SKY)]
    assert train(tied, TOPICS) is None


def kin(word: str, lang: str) -> tuple[float, ...] | None:
    known = {"Lotse": (0.2, -0.2), "Nebel": (-0.2, 0.2), "Hafen": (-0.2, 0.2)}
    return known.get(word) if lang == "de" else None


def test_words_near_to_terms_speak_for_topics_that_no_passage_taught() -> None:
    told = [*samples(), Sample(text="Ein Lotse winkte", lang="de")]
    model = train(told, TOPICS, kin)
    assert model
    assert like(model, "Lotse")["sea"] > 0 > like(model, "Lotse")["sky"]
    other = train([*samples(), Sample(text="Ein Lotse winkte", lang="en")], TOPICS, kin)
    assert other
    assert like(other, "Lotse")["sea"] < like(model, "Lotse")["sea"]


def test_passages_that_are_like_no_topic_teach_what_none_sounds_like() -> None:
    bees = [Sample(text=f"Imker ernten Honig, Tag {word}", lang="de") for word in ("eins", "zwei")]
    told = [*samples(), *bees, Sample(text="Imker sahen Piloten", lang="de"), *bees]
    model = train([*told, Sample(text="Ein Lotse winkte", lang="de")], TOPICS, kin)
    assert model
    assert max(like(model, "Imker ernten Honig").values()) <= 0
