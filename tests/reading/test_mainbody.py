from __future__ import annotations

from dossier.reading.mainbody import all_of, choose
from dossier.reading.outline import Piece, outline
from dossier.reading.page import parse_page

ONE = "Der Machthaber ist am Mittwoch in Russland angekommen, wie der Kreml mitteilte."
TWO = "Vermutet wird, dass beide Seiten über Waffen und über Technik sprechen werden."
THREE = "Die USA warnten davor, Russland mit Kriegsgerät zu versorgen, und drohten."


def pieces(body: str) -> list[Piece]:
    return outline(parse_page(f"<html><body>{body}</body></html>", where="x"))


def chosen(body: str, *found: str, stated: str = "", title: str = "") -> list[tuple[str, str]]:
    answer = choose(pieces(body), "\n".join(found), stated, title=title)
    assert answer is not None
    return [(piece.kind, piece.text) for piece in answer]


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_paragraph_that_was_missed_is_added() -> None:
    assert chosen(f"<div>{p(ONE, TWO, THREE)}</div>", ONE, THREE) == [
        ("text", t) for t in (ONE, TWO, THREE)
    ]


def test_what_the_publisher_states_is_added() -> None:
    body = f"<div><p>{ONE}</p></div><section><div class='x'><p>{THREE}</p></div></section>"
    stated = "\n".join([ONE, THREE] * 3)
    assert chosen(body, ONE, stated=stated) == [("text", ONE), ("text", THREE)]


def test_pointers_elsewhere_go() -> None:
    texts = p(ONE, "Lesen Sie auch: Kims Zug", TWO, "<a href='/'>Kims Zug</a>", THREE)
    body = f"<div>{texts}</div>"
    assert chosen(body, ONE, TWO, THREE) == [("text", t) for t in (ONE, TWO, THREE)]


def test_headings_are_crossheads_where_text_follows() -> None:
    body = f"<div><h2>Vorab</h2>{p(ONE)}<h2>Warnung</h2>{p(TWO, THREE)}<h2>Ende</h2></div>"
    assert chosen(body, ONE, TWO, THREE)[1] == ("heading", "Warnung")
    assert len(chosen(body, ONE, TWO, THREE)) == 4


def test_bold_lines_are_crossheads_but_interviewers_questions_are_not() -> None:
    body = f"<div>{p(ONE, '<b>Eine Warnung</b>', TWO)}</div>"
    assert chosen(body, ONE, "Eine Warnung", TWO)[1] == ("heading", "Eine Warnung")
    questions = ["<b>Was nun, Herr Kim?</b>", "<b>Warum?</b>", "<b>Was tun Sie?</b>"]
    talk = [text for pair in zip(questions, (ONE, TWO, THREE), strict=True) for text in pair]
    kinds = [kind for kind, _ in chosen(f"<div>{p(*talk)}</div>", ONE, TWO, THREE)]
    assert set(kinds) == {"text"}


def test_a_class_name_alone_does_not_hide_the_article() -> None:
    box = f"<div class='newsletter'>{p('Jeden Tag neu.')}</div>"
    body = f"<div class='has-sidebar video-page'>{p(ONE, TWO)}{box}{p(THREE)}</div>"
    assert chosen(body, ONE, TWO, "Jeden Tag neu.", THREE) == [
        ("text", t) for t in (ONE, TWO, THREE)
    ]


def test_nothing_below_the_end_belongs_to_it() -> None:
    comment = "Das finde ich nicht richtig so, wirklich."
    body = f"<div>{p(ONE, TWO, THREE)}<h3>Kommentare</h3>{p(comment)}</div>"
    found = chosen(body, ONE, TWO, THREE, comment)
    assert found == [("text", t) for t in (ONE, TWO, THREE)]


def test_copies_for_other_screens_are_read_once() -> None:
    assert chosen(f"<div>{p(ONE, TWO, ONE)}</div>", ONE, TWO, ONE) == [("text", ONE), ("text", TWO)]


def test_text_that_is_not_on_the_page_is_reported() -> None:
    assert choose(pieces(p(ONE)), f"{TWO}\n{THREE}", "", title="") is None


def test_without_a_hint_the_fullest_column_is_taken() -> None:
    body = f"<ul><li>a</li></ul><div class='m'>{p(ONE, TWO)}</div><div class='n'>{p('Kurz.')}</div>"
    assert chosen(body) == [("text", ONE), ("text", TWO)]
    assert chosen("<p>x</p>") == []


def test_all_of_a_fragment() -> None:
    assert [piece.text for piece in all_of(pieces(p(ONE, "Anzeige", "Kurz.")))] == [ONE, "Kurz."]


def test_a_list_between_the_paragraphs_belongs_to_them_and_one_of_links_does_not() -> None:
    items = "<ul><li>tiefere Liegeplätze</li><li>ein zweites Gleis</li></ul>"
    links = "<ul><li><a href='/a'>Baum fällt um</a></li><li><a href='/b'>Post zu spät</a></li></ul>"
    body = f"<main><div class='a'>{p(ONE)}{items}{p(TWO)}{links}{p(THREE)}</div></main>"
    found = chosen(body, ONE, TWO, THREE)
    assert [text for kind, text in found if kind == "item"] == [
        "tiefere Liegeplätze",
        "ein zweites Gleis",
    ]


def test_nothing_below_a_label_belongs_to_it_if_it_stands_elsewhere() -> None:
    other = "Ein Bericht aus einer anderen Stadt, in der es heute den ganzen Tag regnete."
    long = [text * 3 for text in (ONE, TWO, THREE)]
    body = (
        f"<main><div class='a'>{p(*long)}</div><div class='bar'>Top stories</div>"
        f"<div class='b'><div class='c'>{other}</div></div></main>"
    )
    assert [text for _, text in chosen(body, *long, other)] == long
