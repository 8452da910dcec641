from __future__ import annotations

from dossier.understanding.known import NOBODY
from dossier.understanding.name_scan import scan
from dossier.understanding.name_tokens import Tokens
from dossier.understanding.single_names import Decision, decide, text_of, weigh


def decided(text: str, lang: str = "de") -> dict[str, str]:
    tokens = Tokens(text, lang)
    article = Decision(lang)
    candidates = scan(tokens, NOBODY)
    for one in candidates:
        article.learn(tokens, one)
    for one in candidates:
        decide(article, tokens, one)
    return {text_of(tokens, one): one.kind for one in candidates}


def test_a_title_makes_a_person() -> None:
    assert decided("Es sprach Präsident Bubik.")["Bubik"] == "person"


def test_what_only_begins_a_sentence_is_no_name() -> None:
    assert decided("Gestiegene Preise ärgern alle.").get("Gestiegene", "") == ""


def test_unknown_words_in_a_row_are_people_unless_the_sentence_says_where() -> None:
    assert decided("We met Syarhey Pratasevich there.", "en")["Syarhey Pratasevich"] == "person"


def test_features_add_up() -> None:
    assert weigh(("always", "noun", "b:article")) == ""
    assert weigh(("always", "given", "a:says")) == "person"
    assert weigh(("always", "unknown", "b:place-word", "list:town")) == "place"
    assert weigh(("always", "acronym")) == "organisation"


def test_short_forms_get_the_fullest_form_of_the_article() -> None:
    tokens = Tokens("Dort kam Wladimir Putin an. Putins Zug fuhr.", "de")
    article = Decision("de")
    for one in scan(tokens, NOBODY):
        article.learn(tokens, one)
    assert article.full_name("person", "Putins") == "Wladimir Putin"
    assert article.full_name("person", "Wladimir Putins") == "Wladimir Putin"
    assert article.full_name("person", "Bubik") == "Bubik"
    assert article.full_name("organisation", "Kiels’") == "Kiels"
    assert article.kind_of("Putin") == "person"
    assert not article.is_again("Putin")
