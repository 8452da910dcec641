from __future__ import annotations

from dossier.reading.outline import Piece, key_of, outline
from dossier.reading.page import parse_page


def pieces(body: str) -> list[Piece]:
    return outline(parse_page(f"<html><body>{body}</body></html>", where="x"))


def looks(body: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces(body)]


def test_blocks_in_reading_order() -> None:
    assert looks(
        "<h2>Titel</h2><p>Ein <b>Satz</b>.</p><ul><li>a<li>b</ul>"
        "<blockquote><p>Zitat</p></blockquote>"
        "<figure><img><figcaption>Kim</figcaption></figure>"
    ) == [
        ("heading", "Titel"),
        ("text", "Ein Satz."),
        ("item", "a"),
        ("item", "b"),
        ("quote", "Zitat"),
        ("caption", "Kim"),
    ]


def test_text_without_paragraphs() -> None:
    assert looks("<div>Eins<br><br>Zwei<br>drei<p>Vier</p>Fünf <i>sechs</i></div>") == [
        ("text", "Eins"),
        ("text", "Zwei drei"),
        ("text", "Vier"),
        ("text", "Fünf sechs"),
    ]


def test_what_is_not_shown_is_no_text() -> None:
    assert looks(
        "<script>x</script><style>x</style><nav><p>x</p></nav>"
        "<p>a<span class='sr-only'>x</span></p>"
        "<blockquote class='twitter-tweet'><p>x</p></blockquote><button>x</button>"
    ) == [("text", "a")]


def test_parts_named_like_side_matter_are_marked() -> None:
    found = pieces(
        "<div class='cNewsletterBox'><p>a</p></div><p class='text'>b</p><aside><p>c</p></aside>"
    )
    assert [bool(piece.suspects) for piece in found] == [True, False, True]
    assert not pieces("<h2 class='subhead columns'>a</h2>")[0].suspects


def test_links_and_bold_are_measured() -> None:
    found = pieces(
        "<p><b>ganz fett</b></p><p>halb <a href='/'>link</a></p><a href='/'><p>Kasten</p></a>"
    )
    assert [round(piece.bold, 1) for piece in found] == [1.0, 0.0, 0.0]
    assert [round(piece.linked, 1) for piece in found] == [0.0, 0.5, 1.0]


def test_tables_for_data_and_for_layout() -> None:
    data = "<table><tr><td>Jahr</td><td>Tests</td></tr><tr><td>2022</td><td>90</td></tr></table>"
    assert looks(data) == [("item", "Jahr – Tests"), ("item", "2022 – 90")]
    assert looks("<table><tr><td><p>Ein Satz.</p></td></tr></table>") == [("text", "Ein Satz.")]


def test_keys_compare_words_only() -> None:
    assert key_of("„Kim, Jong-Un!“ ") == "kimjongun"
