from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.hiddenwords import GROUP, code, visible, write


@given(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=20))
def test_a_code_has_no_letters_that_could_be_searched(word: str) -> None:
    assert len(code(word)) == 3
    assert not any(sign.isalnum() for sign in code(word))


def test_different_words_have_different_codes() -> None:
    words = [f"Wort{number}" for number in range(2000)]
    assert len({code(word) for word in words}) > 1990
    assert code("Kim Jong Un") == code("Kim") + code("Jong") + code("Un")


def test_the_code_is_the_one_that_the_search_page_computes() -> None:
    # FNV-1a of "a" is e40c292c; its three low bytes, the lowest first
    assert [ord(sign) - 0x2800 for sign in code("a")] == [0x2C, 0x29, 0x0C]


def test_hidden_words_are_cut_down_to_a_text() -> None:
    line = write(["geschäfte", "boote"], {"trifft": ["treffen"], "Jong Un": ["Jong-un"]})
    assert visible(line, "Kim trifft niemanden.") == f"{GROUP}{code('trifft')} treffen"
    assert visible(line, "Jong Un und die U-Boote") == f"boote{GROUP}{code('Jong Un')} Jong-un"
    assert visible("", "nichts") == ""
