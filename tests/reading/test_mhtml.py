from __future__ import annotations

import base64
import quopri

import pytest
from helpers_mail import LEAD, SECOND
from helpers_reading import draft_or_reason
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.reading.mhtml import read_mhtml

URL = "https://sued-kurier.example/kim"
PAGE = (
    f"<html><head><title>Kim reist</title></head><body><h1>Kim reist</h1><p>{LEAD}</p>"
    f"<p>{SECOND}</p></body></html>"
)


def saved(page: bytes, encoding: str, charset: str, location: str = URL) -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: " + location.encode() + b"\r\n"
        b"Subject: Kim reist\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n----b--\r\nContent-Type: text/html'
        + (f"; charset={charset}" if charset else "").encode()
        + f"\r\nContent-Transfer-Encoding: {encoding}\r\n".encode()
        + f"Content-Location: {location}\r\n\r\n".encode()
        + page
        + b"\r\n----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        b"iVBORw0KGgo=\r\n----b--\r\nContent-Type: text/html\r\n\r\n<p>Rahmen</p>\r\n----b----\r\n"
    )


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", ""])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_saved_pages(charset: str, encoding: str) -> None:
    data = PAGE.encode(charset or "cp1252")
    if encoding == "quoted-printable":
        data = quopri.encodestring(data)
    elif encoding == "base64":
        data = base64.encodebytes(data)
    draft = read_mhtml(saved(data, encoding, charset), where="a.mht")
    assert (draft.title, [block.text for block in draft.blocks]) == ("Kim reist", [LEAD, SECOND])
    assert draft.source.url == URL


def test_an_address_of_the_own_disk_is_none() -> None:
    data = saved(PAGE.encode(), "8bit", "utf-8", location="file:///C:/kim.html")
    assert read_mhtml(data, where="a.mht").source.url == ""


@pytest.mark.parametrize(
    "data",
    [b"", b"Subject: a\n\ntext", b"Subject: a\nContent-Type: text/html\n\n  ", b"<html></html>"],
)
def test_what_has_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_mhtml(data, where="a.mht")
    assert caught.value.hint


WHOLE = saved(PAGE.encode(), "8bit", "utf-8")


@given(st.binary(max_size=100), st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)))
def test_any_bytes_give_a_draft_or_a_reason(noise: bytes, start: int, end: int) -> None:
    draft_or_reason(read_mhtml, noise, WHOLE[:start] + noise + WHOLE[end:])
