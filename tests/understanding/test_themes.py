from __future__ import annotations

from dossier.understanding.themes import Passage, Vocabulary, terms_for, themes

PLACES = ("Kiel", "Husum", "Emden", "Wismar", "Stade", "Leer")


def passages() -> list[Passage]:
    bees = [f"Die Imker in {name} zählten ihre Bienen und den Honig." for name in PLACES]
    sea = [f"Im Hafen von {name} lag ein Kutter mit Krabben." for name in PLACES]
    rest = [f"In {name} war es still wie selten, sagte Frau Nummer {name}s." for name in PLACES]
    made = []
    for topic, texts in (("", bees), ("sea", sea), ("", rest)):
        for number, text in enumerate(texts):
            made.append(
                Passage(
                    article=f"a{number}",
                    id=f"p-{len(made):08x}",
                    text=text,
                    topics=(topic,) if topic else (),
                )
            )
    return made


def test_words_that_a_topic_has_and_others_have_not_are_proposed() -> None:
    found = terms_for(Vocabulary(passages()), "sea", ["Hafen"])
    assert set(found) == {"Kutter", "Krabben"}


def test_a_topic_without_passages_gets_no_terms() -> None:
    assert terms_for(Vocabulary(passages()), "none", []) == ()
    assert terms_for(Vocabulary([]), "none", []) == ()


def test_passages_without_a_topic_that_share_words_are_a_theme() -> None:
    (first, *_) = themes(Vocabulary(passages()))
    assert set(first.keywords) >= {"Imker", "Bienen", "Honig"}
    assert first.number == 6
    assert len(first.typical) == 3
    assert all("Bienen" in one.text for one in first.typical)


def test_what_has_a_topic_is_no_new_theme() -> None:
    keywords = {word for theme in themes(Vocabulary(passages())) for word in theme.keywords}
    assert not keywords & {"Kutter", "Krabben", "Hafen"}


def test_one_article_alone_makes_no_theme() -> None:
    alone = [
        Passage(article="a", id=f"p-{number:08x}", text=f"Imker und Bienen in {name}")
        for number, name in enumerate(PLACES)
    ]
    assert themes(Vocabulary(alone)) == ()


def test_inflected_forms_are_one_word_and_the_usual_form_is_shown() -> None:
    texts = ("Die Biene summt", "Viele Bienen", "Alle Bienen", "Den Bienen")
    known = Vocabulary(
        [Passage(article="a", id=f"p-{n:08x}", text=text) for n, text in enumerate(texts)]
    )
    assert len(known.everywhere) == 1
    assert known.form(next(iter(known.everywhere))) == "Bienen"
