from __future__ import annotations

import pytest

from dossier.errors import ReadingError
from dossier.reading.page import MAX_BYTES, decode_page, parse_page

TEXT = "<html><head><meta charset={}></head><body>Für Äpfel und Öl über Straßen</body></html>"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "iso-8859-15"]
)
def test_pages_are_decoded_as_declared(encoding: str) -> None:
    text = TEXT.format(encoding)
    assert decode_page(text.encode(encoding), where="x") == text


def test_valid_utf8_counts_more_than_the_declaration() -> None:
    assert "Äpfel" in decode_page(TEXT.format("iso-8859-1").encode(), where="x")


@pytest.mark.parametrize("declared", ["utf-8", "nonsense", "utf-7"])
def test_a_wrong_declaration_is_seen_through(declared: str) -> None:
    assert "Äpfel" in decode_page(TEXT.format(declared).encode("cp1252"), where="x")


def test_a_little_damage_is_passed_over() -> None:
    data = (TEXT.format("utf-8") * 20).encode()
    assert "Äpfel" in decode_page(data[:500] + b"\xff" + data[500:], where="x")


def test_pictures_saved_into_the_page_do_not_count() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 6_000_000}">'
    assert len(decode_page((TEXT.format("utf-8") + picture).encode(), where="x")) < 1000


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"a" * (MAX_BYTES + 1), b"<p>x</p>" * 700_000, b"\x00\x01"]
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        decode_page(data, where="a.html")
    assert caught.value.where.startswith("a.html")
    assert caught.value.hint


@pytest.mark.parametrize("text", ["", "   ", "<!-- x -->"])
def test_what_has_no_tree_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        parse_page(text, where="a.html")


def test_trees_are_never_too_deep_to_walk() -> None:
    tree = parse_page("<div>" * 3000 + "x", where="x")
    depth, level = 0, [tree]
    while level:
        depth, level = depth + 1, [child for element in level for child in element]
    assert depth <= 201


def test_declarations_of_xml_do_no_harm() -> None:
    text = '<?xml version="1.0" encoding="utf-8"?><html><body><p>a\x0bb</p></body></html>'
    assert "".join(parse_page(text, where="x").itertext()) == "ab"
