from __future__ import annotations

from dossier.understanding.name_tokens import Tokens


def test_words_with_dots_hyphens_and_apostrophes_stay_whole() -> None:
    text = "Dr. J. F. Müller-Lüdenscheidt, U.S. official, O’Neill & Co. in St. Gallen am 13. Mai."
    words = Tokens(text, "de").words
    assert words[:3] == ["Dr.", "J.", "F."] or "Müller-Lüdenscheidt" in words
    for word in ("Müller-Lüdenscheidt", "U.S.", "O’Neill", "St.", "13."):
        assert word in words


def test_offsets_cut_the_words_out_of_the_text() -> None:
    text = "Kim traf, so hieß es, Putin in Wladiwostok."
    tokens = Tokens(text, "de")
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert len(tokens) == 8


def test_neighbours_are_told_only_across_a_blank() -> None:
    tokens = Tokens("Er kam. Kim, sagte Putin", "de")
    assert tokens.before(2) == ""
    assert tokens.after(2) == ""
    assert tokens.follows(2) == ","
    assert tokens.before(4) == "sagte"
    assert tokens.after(4) == ""
    assert tokens.precedes(0) == ""
    assert tokens.precedes(4) == " "


def test_a_word_that_begins_a_sentence_or_a_quotation_is_known() -> None:
    tokens = Tokens('Er kam. Dann sagte er: "Morgen geht Kim', "de")
    assert [word for place, word in enumerate(tokens.words) if tokens.opens(place)] == [
        "Er", "Dann", "Morgen",
    ]  # fmt: skip


def test_an_empty_text_has_no_words() -> None:
    tokens = Tokens("", "de")
    assert len(tokens) == 0
    assert not tokens.is_capital(0)
