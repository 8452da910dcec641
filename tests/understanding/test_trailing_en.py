"""Tests for English attributions behind the words said."""

from __future__ import annotations

from dossier.understanding import quotations, trailing_en


def _masked(sentence: str) -> str:
    return quotations.mask(sentence, quotations.find(sentence))


def test_verb_and_name_come_in_either_order() -> None:
    for sentence in ("“We go,” Miller said.", "“We go,” said Miller."):
        found = trailing_en.after_quotation(_masked(sentence))
        assert found is not None
        assert (found.phrase.nouns, found.cue) == ("Miller", "said")


def test_what_is_added_is_said_too() -> None:
    sentence = "“We go,” Miller said, adding that the house was empty."
    found = trailing_en.after_quotation(_masked(sentence))
    assert found is not None
    assert sentence[slice(*found.spans[1])] == "the house was empty."


def test_a_sentence_that_only_tells_who_asked_goes_with_the_question() -> None:
    assert trailing_en.continues_question("Merkel asked.")
    assert not trailing_en.continues_question(
        "Merkel asked whether the plan was still on the cards."
    )
