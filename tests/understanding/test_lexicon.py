from __future__ import annotations

from dossier.understanding import lexicon


def test_words_keep_their_order_and_sets_do_not_need_one() -> None:
    assert lexicon.words("b a", "c") == ("b", "a", "c")
    assert lexicon.word_set("b a", "a") == {"a", "b"}


def test_longer_alternatives_come_first() -> None:
    assert lexicon.longest_first("sag sagte sagt") == "sagte|sagt|sag"
