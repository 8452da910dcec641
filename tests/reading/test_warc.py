from __future__ import annotations

import gzip
import sys
import zipfile
from io import BytesIO

import pytest
from helpers_mail import LEAD, SECOND
from helpers_reading import draft_or_reason
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.errors import ReadingError
from dossier.reading import warc
from dossier.reading.warc import read_warc

URL = "https://sued-kurier.example/kim"


def page(title: str) -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{LEAD}</p>"
        f"<p>{SECOND}</p></body></html>"
    ).encode()


def archive(*answers: tuple[str, bytes, str, str], packed: bool = True) -> bytes:
    """Return an archive of answers: address, body, content type, status."""
    out = b""
    for url, body, kind, status in answers:
        answer = (
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Encoding: gzip\r\n\r\n".encode()
            + gzip.compress(body)
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2023-09-14T08:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        out += gzip.compress(record, mtime=0) if packed else record
    return out


ANSWERS = (
    (URL, page("Kim reist"), "text/html; charset=utf-8", "200 OK"),
    (URL, page("Kim reist"), "text/html", "200 OK"),
    (f"{URL}.png", b"\x89PNG", "image/png", "200 OK"),
    (f"{URL}2", page("Fehler"), "text/html", "404 Not Found"),
    (f"{URL}3", b"<html><body></body></html>", "text/html", "200 OK"),
    (f"{URL}4", page("Kim kehrt heim"), "text/html", "200 OK"),
)


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_with_text_is_an_article(*, packed: bool) -> None:
    entries = read_warc(archive(*ANSWERS, packed=packed), where="a.warc")
    assert [entry.url for entry in entries] == [URL, f"{URL}4"]
    assert [entry.draft.title for entry in entries] == ["Kim reist", "Kim kehrt heim"]
    assert all(entry.is_full for entry in entries)
    assert entries[0].draft.source.accessed == "2023-09-14"
    assert entries[0].draft.source.url == URL


def test_archives_in_a_wacz() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("archive/data.warc.gz", archive(*ANSWERS))
        packed.writestr("pages/pages.jsonl", "{}")
    assert len(read_warc(out.getvalue(), where="a.wacz")) == 2


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MOST_PAGES", 1)
    with pytest.raises(ReadingError, match="more than 1 pages"):
        read_warc(archive(*ANSWERS), where="a.warc")


@pytest.mark.parametrize("data", [b"", b"WARC/1.0", archive(*ANSWERS[2:4]), b"PK\x03\x04"])
def test_archives_without_an_article_are_refused(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_warc(data, where="a.warc")
    assert caught.value.hint


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio", None)
    with pytest.raises(ReadingError) as caught:
        read_warc(b"", where="a.warc")
    assert caught.value.hint == 'pip install "news-dossier[warc]"'


WHOLE = archive(ANSWERS[0], packed=False)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=50), st.integers(0, len(WHOLE)), st.integers(0, 60))
def test_damaged_archives_give_entries_or_a_reason(noise: bytes, start: int, cut: int) -> None:
    draft_or_reason(read_warc, noise, WHOLE[:start], WHOLE[:start] + noise + WHOLE[start + cut :])
