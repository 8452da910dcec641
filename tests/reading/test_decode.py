from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.reading.decode import clean, decode

GERMAN = (
    "Für „Völkerrecht“ und Ähnliches – so hieß es – müsse Südkorea überall größere Kosten tragen. "
    "Über die Höhe äußerte sich Pjöngjang nicht.\n"
)
CYRILLIC = "Владимир Путин встретился с лидером КНДР на космодроме Восточный. " * 5


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"],
)
def test_german_is_decoded_whatever_it_was_saved_as(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), where="a.txt") == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), where="a.txt") == GERMAN


def test_latin_1_and_mac_are_recognised() -> None:
    plain = "Für Ähnliches müsse Südkorea größere Kosten tragen, hieß es in Pjöngjang."
    assert decode(plain.encode("latin-1"), where="a.txt") == plain
    assert decode(plain.encode("mac_roman"), where="a.txt") == plain


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_cyrillic_of_the_nineties_is_recognised(encoding: str) -> None:
    assert decode(CYRILLIC.encode(encoding), where="a.txt") == CYRILLIC


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"{\\rtf1\\ansi Text}", "RTF"),
        (b"abc\x00def\x00\x00ghi", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"ab\x00", "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match=kind) as caught:
        decode(data, where="originals/a.txt")
    assert caught.value.where == "originals/a.txt"
    assert caught.value.hint


def test_a_text_may_begin_like_an_archive() -> None:
    assert decode("BZh ist ein Kürzel.".encode(), where="a") == "BZh ist ein Kürzel."


def test_damaged_utf8_is_refused_with_its_line() -> None:
    data = (GERMAN + GERMAN).encode()
    at = data.index(b"\n") + 5
    with pytest.raises(ReadingError, match=f"position {at}") as caught:
        decode(data[:at] + b"\xff\xfe" + data[at:], where="a.txt")
    assert caught.value.where == "a.txt:2"


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf\xff\xff", b"\xff\xfe\x00\xd8\x00"])
def test_damage_after_a_mark_is_refused(mark: bytes) -> None:
    with pytest.raises(ReadingError):
        decode(mark, where="a.txt")


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(ReadingError):
        decode(b"\x81\x8d\x8f\x90\x9d" * 20 + b"\xff", where="a.txt")


def test_line_ends_become_line_feeds() -> None:
    assert clean("a\r\nb\rc\x85d\u2028e\x0cf") == "a\nb\nc\nd\ne\nf"


def test_what_cannot_be_seen_is_removed() -> None:
    assert clean("Ra\xadke\u200bten\x07 \u202eabc\u202c\u2066x\u2069\ufeff") == "Raketen abcx"


def test_marks_that_spell_words_stay() -> None:
    text = "שלום\u200f می\u200cخواهم \u200e👩\u200d🚀\tx"
    assert clean(text) == text


def test_text_is_composed() -> None:
    assert clean("Pjo\u0308ngjang") == "Pjöngjang"


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, where="x")
    except ReadingError:
        return
    text.encode("utf-8")
    assert not set(text) & set(map(chr, (*range(9), *range(14, 32), 0x7F, 0xFEFF, 0x202E)))


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=200))
def test_utf8_is_always_read_as_it_is(text: str) -> None:
    with_words = f"Ein Satz. {text}"
    assert decode(with_words.encode(), where="x") == clean(with_words)
