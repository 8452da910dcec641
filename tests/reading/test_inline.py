from __future__ import annotations

from lxml import html

from dossier.reading.inline import Run


def run(markup: str) -> Run:
    made = Run()
    made.add_inline(html.fragment_fromstring(f"<span>{markup}</span>"))
    return made


def test_double_breaks_part_paragraphs() -> None:
    assert [part.text for part in run("a<br>b<br> <br/>c").paragraphs()] == ["a b", "c"]


def test_a_first_line_in_bold_stands_apart() -> None:
    parts = list(run("<b>Was nun?</b><br>Das ist <b>nicht</b> klar.").paragraphs())
    assert [part.text for part in parts] == ["Was nun?", "Das ist nicht klar."]
    assert parts[0].bold == 1.0
    assert parts[1].bold < 0.5


def test_line_ends_in_the_source_mean_nothing() -> None:
    assert [part.text for part in run("a\n\nb").paragraphs()] == ["a b"]
    assert list(run(" \n ").paragraphs()) == []
