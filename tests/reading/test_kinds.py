from __future__ import annotations

import gzip
import importlib
import zipfile
from io import BytesIO

import pytest
from helpers_mail import make_mail

from dossier.errors import ReadingError
from dossier.reading import extras, kinds
from dossier.reading.kinds import SUFFIXES, kind_of, refuse_unknown, suffix_of


def zipped(name: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, b"")
    return out.getvalue()


FEED = b"<?xml version='1.0'?>\n<?xml-stylesheet href='a.xsl'?>\n<!-- Feed --><rss version='2.0'>"
PAGE = b"<!doctype html><html></html>"
SAVED = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Text", "a.txt", "text"),
        (b"Text", "Interview Dr. Nein", "text"),
        (b"Text", "a.MD", "markdown"),
        (b"", "a.html", "html"),
        (b"", "a.eml", "mail"),
        (b"", "a.mht", "mhtml"),
        (b"{}", "feed.json", "feed"),
        (b"", "a.warc.gz", "warc"),
        (PAGE, "a.txt", "html"),
        (PAGE, "a.xml", "html"),
        (PAGE, "a.md", "markdown"),
        (FEED, "a.xml", "feed"),
        (FEED, "a", "feed"),
        (FEED, "a.html", "feed"),
        (b"%PDF-1.7", "a.html", "pdf"),
        (b"WARC/1.1\r\n", "a", "warc"),
        (gzip.compress(b"WARC/1.1\r\n", mtime=0), "a", "warc"),
        (gzip.compress(b"Text", mtime=0), "a.txt", "text"),
        (zipped("word/document.xml"), "a.txt", "docx"),
        (zipped("archive/data.warc.gz"), "a", "warc"),
        (zipped("a.txt"), "a.txt", "text"),
        (SAVED, "a.eml", "mhtml"),
        (SAVED, "a.txt", "mhtml"),
        (make_mail("Text"), "a.txt", "mail"),
        (b"From: Max\nDate: 2023\nSubject: Kim\n\nText", "a.txt", "text"),
        (b"Der Absender schrieb: ja\nMessage-ID: x", "a.txt", "text"),
    ],
)
def test_kinds_by_first_bytes_and_name(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name=name) == kind


def test_suffixes() -> None:
    assert suffix_of("a.WARC.gz") == ".warc.gz"
    assert suffix_of("a.tar.gz") == ".gz"
    assert {".eml", ".mht", ".docx", ".pdf", ".warc.gz", ".xml", ".json"} <= SUFFIXES


def test_names_of_other_kinds_are_refused() -> None:
    refuse_unknown("a.txt", where="a.txt")
    with pytest.raises(ReadingError, match=r"files like \.jpg cannot be read") as caught:
        refuse_unknown("a.jpg", where="in/a.jpg")
    assert caught.value.where == "in/a.jpg"
    assert ".docx" in caught.value.hint


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "is_installed", lambda extra: extra != "pdf")
    try:
        importlib.reload(kinds)
        assert ".pdf" not in kinds.SUFFIXES
        with pytest.raises(ReadingError, match=r"a \.pdf file") as caught:
            kinds.refuse_unknown("a.pdf", where="a.pdf")
        assert caught.value.hint == 'pip install "news-dossier[pdf]"'
    finally:
        monkeypatch.undo()
        importlib.reload(kinds)
