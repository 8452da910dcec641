from __future__ import annotations

from dossier import blocks
from dossier.found import KeySentence, TopicMatch, Voice
from dossier.model import Block
from dossier.understanding.keysentences import find_key_sentences

BANNED = (
    "Alle Tests ballistischer Raketen sind Nordkorea verboten. War das klug? "
    "Trotzdem feuerte Nordkorea am Abend zwei ballistische Raketen ins Meer."
)
TEXTS = (
    "Nordkoreas Machthaber Kim Jong Un hat Russlands Präsidenten Putin in Wostotschny getroffen.",
    "Das war zu erwarten. Dabei ging es um Munition für den Krieg gegen die Ukraine.",
    BANNED,
    "Das Wetter in Wladiwostok war schön.",
)


def made(*texts: str) -> tuple[Block, ...]:
    return blocks.number(blocks.make("paragraph", text) for text in texts)


def found(topics: tuple[TopicMatch, ...] = ()) -> tuple[KeySentence, ...]:
    return find_key_sentences(made(*TEXTS), topics, "de")


def test_the_lead_stands_for_the_article() -> None:
    first, *more = found()
    assert first.text == TEXTS[0]
    assert first.topic == ""
    assert len(more) <= 1


def test_each_sentence_is_verbatim_with_its_evidence() -> None:
    held = {block.id: block.text for block in made(*TEXTS)}
    passage = made(*TEXTS)[2].id
    matches = (TopicMatch(topic="tests", passage=passage, score=1.0, why=("Raketen",)),)
    for key in found(matches):
        assert held[key.passage][key.start : key.end] == key.text


def test_a_topic_is_told_by_a_sentence_of_its_passages_with_its_words() -> None:
    passage = made(*TEXTS)[2].id
    matches = (TopicMatch(topic="tests", passage=passage, score=1.0, why=("feuerte", "Raketen")),)
    of_topic = [key for key in found(matches) if key.topic == "tests"]
    assert "Trotzdem feuerte Nordkorea am Abend zwei ballistische Raketen ins Meer." in [
        key.text for key in of_topic
    ]
    assert {key.passage for key in of_topic} == {passage}


def test_questions_quotations_and_scraps_stand_for_nothing() -> None:
    assert (
        find_key_sentences(made("Kurz.", "„Ich war es“, sagte er.", "War es so?"), (), "de") == ()
    )


def test_what_somebody_said_is_not_told_as_a_fact() -> None:
    texts = (
        "Die Raketen und die Munition seien am Abend in Wostotschny angekommen, sagte er.",
        "Die Raketen und die Munition kamen am Abend an, in Wostotschny, mit dem Zug.",
    )
    blocks_made = made(*texts)
    voice = Voice(passage=blocks_made[0].id, start=0, end=70, text=texts[0][:70], speaker="",
                  kind="reported")  # fmt: skip
    (first, *_) = find_key_sentences(blocks_made, (), "de", [voice])
    assert first.text == texts[1]


def test_a_sentence_that_leans_on_another_is_not_chosen_over_one_that_does_not() -> None:
    rest = "hatte Raketen und Munition im Gepäck, berichten Augenzeugen aus Wostotschny."
    texts = (f"Er {rest}", f"Putin {rest}")
    (first, *_) = find_key_sentences(made(*texts), (), "de")
    assert first.text == texts[1]


def test_half_a_quotation_stands_for_nothing() -> None:
    said = 'Präsident Putin sagte vor dem Treffen: "Wir reden über alle Themen. Wir haben Zeit."'
    (key,) = find_key_sentences(made(said), (), "de")
    assert key.text == said
    open_end = made(f"{said[:-1]} {'Das Treffen in Wladiwostok dauerte den ganzen Tag. ' * 8}")
    assert {key.text for key in find_key_sentences(open_end, (), "de")} == {
        "Das Treffen in Wladiwostok dauerte den ganzen Tag."
    }


def test_what_else_stands_in_a_topics_passage_does_not_tell_the_topic() -> None:
    talks = "Die Regierung und die Gewerkschaft haben die Verhandlungen über Löhne fortgesetzt."
    mixed = f"{talks} Am Rande sprach man über Raketen aus dem Norden."
    texts = made(talks, mixed, "Die Gewerkschaft nannte die Verhandlungen über Löhne schwierig.")
    passage = texts[1].id
    for why, told in (
        (("Raketen",), ["Am Rande sprach man über Raketen aus dem Norden."]),
        ((), [talks]),  # an editor put it there
    ):
        matches = (TopicMatch(topic="tests", passage=passage, score=1.0, why=why),)
        keys = find_key_sentences(texts, matches, "de")
        assert [one.text for one in keys if one.topic == "tests"] == told
