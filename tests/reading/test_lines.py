from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.lines import looks_german, paragraphs

ONE = (
    "Lange war darüber spekuliert worden, nun ist es zu dem mit Spannung erwarteten Treffen von "
    "Nordkoreas Machthaber mit dem russischen Präsidenten gekommen. Videoaufnahmen zeigen beide."
)
TWO = (
    "Vermutet wird, dass beide über Waffengeschäfte sprechen werden. Russland benötigt für seinen "
    "Angriffskrieg dringend Munition, hieß es am Mittwoch in der Hauptstadt der Staaten."
)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert texts(f"{ONE}\n\n \t\n{TWO}\n") == [ONE, TWO]


def test_single_line_ends_part_long_paragraphs() -> None:
    assert texts(f"{ONE}\n{TWO}") == [ONE, TWO]


def test_wrapped_lines_are_joined() -> None:
    for width in (50, 66, 72, 80, 100):
        wrapped = "\n\n".join(textwrap.fill(text, width) for text in (ONE, TWO))
        assert texts(wrapped) == [ONE, TWO]


def test_an_indent_begins_a_paragraph_in_wrapped_text() -> None:
    wrapped = "\n".join(textwrap.fill(text, 72, initial_indent="   ") for text in (ONE, TWO))
    assert texts(wrapped) == [ONE, TWO]


def test_hyphenation_is_undone_only_where_it_is_safe() -> None:
    german = "Die Raketen der Armee sind nicht mit den Ra-\nketen der anderen zu verglei-\nchen."
    assert texts(german) == [
        "Die Raketen der Armee sind nicht mit den Raketen der anderen zu vergleichen."
    ]
    assert texts("Das ist und bleibt der US-\nPräsident der Kurz-\nund Langstrecke.") == [
        "Das ist und bleibt der US-Präsident der Kurz- und Langstrecke."
    ]
    english = "This is the story of long-\nrange missiles and the coun-\ntry of the people."
    assert texts(english) == [
        "This is the story of long-range missiles and the coun-try of the people."
    ]


def test_list_items_stay_apart() -> None:
    assert texts("Es geht um:\n- Waffen\n- Geld\n• Öl") == [
        "Es geht um:",
        "- Waffen",
        "- Geld",
        "• Öl",
    ]


def test_quoted_lines_stay_together() -> None:
    assert texts("> Wir haben\n> genug Zeit") == ["> Wir haben genug Zeit"]


def test_language_is_guessed_for_typography_only() -> None:
    assert looks_german(ONE)
    assert not looks_german("The end of the story is that it is over.")


@given(st.text(alphabet="aB-.:>*1 \n\t", max_size=120))
def test_no_character_but_white_space_hyphens_and_quote_marks_is_lost(text: str) -> None:
    kept = "".join(paragraph.text for paragraph in paragraphs(text))
    strip = str.maketrans("", "", " \n\t->")
    assert kept.translate(strip) == text.translate(strip)
