from __future__ import annotations

import pytest
from helpers_mail import make_mail

from dossier.errors import ReadingError
from dossier.reading import mime
from dossier.reading.textfile import MAX_BYTES


def test_headers_are_decoded_and_on_one_line() -> None:
    data = b"Subject: =?utf-8?q?=C3=9Cber?=\n =?utf-8?q?blick?=\nX: a\n  b\n\ntext"
    message = mime.parse_message(data, where="a.eml")
    assert mime.header(message, "Subject") == "Überblick"
    assert mime.header(message, "X") == "a b"
    assert mime.header(message, "Y") == ""


def test_a_header_that_cannot_be_parsed_is_empty_or_raw() -> None:
    message = mime.parse_message(b"Subject: a\nDate: 99 Foo\nFrom: <<<,,@\n\nt", where="a.eml")
    assert isinstance(mime.header(message, "Date"), str)
    assert isinstance(mime.header(message, "From"), str)


def test_parts_in_their_order() -> None:
    data = make_mail("Text", "<p>HTML</p>", attached={"a.txt": b"A", "b.txt": b"B"})
    message = mime.parse_message(data, where="a.eml")
    parts = mime.parts_of(message, where="a.eml")
    assert [part.get_content_type() for part in parts[:2]] == ["text/plain", "text/html"]
    assert [part.get_filename() for part in parts[2:]] == ["a.txt", "b.txt"]
    assert mime.content(parts[2]) == b"A"


def test_text_in_utf_8_or_as_it_stands() -> None:
    head = b"Subject: a\nContent-Type: text/plain; charset="
    for charset, text in ((b"latin-1", b"\xe4"), (b"utf-8", "ä".encode())):
        message = mime.parse_message(head + charset + b"\n\n" + text, where="a.eml")
        assert mime.text_bytes(message) == "ä".encode()
    for charset in (b"x-none", b"utf-8", b"idna", b"hex"):
        message = mime.parse_message(head + charset + b"\n\n\xe4", where="a.eml")
        assert mime.text_bytes(message) == b"\xe4"


@pytest.mark.parametrize("data", [b"", b"text", b"a" * (MAX_BYTES + 1)])
def test_what_is_no_message(data: bytes) -> None:
    with pytest.raises(ReadingError):
        mime.parse_message(data, where="a.eml")
