from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dossier.effects.fetched import Fetched, is_readable, name_for, suffix_for
from dossier.urls import is_slug


def fetched(content_type: str, data: bytes, url: str = "https://example.org/a") -> Fetched:
    return Fetched(
        url=url,
        final_url=url,
        status=200,
        content_type=content_type,
        last_modified="",
        data=data,
        accessed=datetime(2026, 11, 22, tzinfo=UTC),
        sha256="0" * 64,
    )


PAGE = b"<!DOCTYPE html><html><body><p>Text"
RSS = b'<?xml version="1.0"?>\n<!-- news --><rss version="2.0"><channel>'


@pytest.mark.parametrize(
    ("content_type", "data", "suffix"),
    [
        ("text/html; charset=utf-8", PAGE, ".html"),
        ("TEXT/HTML", b"<p>Nur ein Absatz", ".html"),
        ("application/xhtml+xml", b'<?xml version="1.0"?><html>', ".html"),
        ("application/xml", b'<?xml version="1.0"?><html xmlns="x">', ".html"),
        ("text/html", RSS, ".xml"),
        ("text/html", b"<html><script>'<rss>'</script>", ".html"),
        ("application/rss+xml", RSS, ".xml"),
        ("application/atom+xml", b"<feed xmlns='http://www.w3.org/2005/Atom'>", ".xml"),
        ("text/plain", RSS, ".xml"),
        ("text/plain", b"Kim trifft Putin", ".txt"),
        ("text/plain", b"[Anmerkung] Kim trifft Putin", ".txt"),
        ("text/plain", PAGE, ".html"),
        ("text/markdown", b"# Kim", ".md"),
        ("application/feed+json", b"{}", ".json"),
        ("application/json", b"", ".json"),
        ("", b'{"version": "https://jsonfeed.org/version/1.1"}', ".json"),
        ("application/pdf", b"%PDF-1.7", ".pdf"),
        ("application/octet-stream", b"%PDF-1.7", ".pdf"),
        ("", b"\xef\xbb\xbf\n" + PAGE, ".html"),
        ("", b"\xff\xfe" + PAGE.decode().encode("utf-16-le"), ".html"),
        ("", b"Kim trifft Putin", ".txt"),
        ("", b"\x89PNG\r\n\x1a\n\0\0", ""),
        ("", b"<unknown/>", ".txt"),
    ],
)
def test_the_suffix_follows_from_type_and_bytes(
    content_type: str, data: bytes, suffix: str
) -> None:
    assert suffix_for(fetched(content_type, data)) == suffix


def test_markdown_served_as_plain_text_is_known_by_its_name() -> None:
    assert suffix_for(fetched("text/plain", b"# Kim", "https://example.org/a.md?x")) == ".md"


@pytest.mark.parametrize(
    "content_type",
    ["image/png", "image/svg+xml", "video/mp4", "application/zip", "text/css", "text/javascript",
     "application/javascript", "multipart/form-data", "nonsense", "application/x-sh"],
)  # fmt: skip
def test_what_cannot_hold_an_article_is_not_read(content_type: str) -> None:
    assert not is_readable(content_type)


@pytest.mark.parametrize(
    "content_type",
    ["", "text/html;charset=utf-8", "text/x-unknown", "application/ld+json", "application/pdf",
     "application/octet-stream", "application/rdf+xml"],
)  # fmt: skip
def test_what_may_hold_an_article_is_read(content_type: str) -> None:
    assert is_readable(content_type)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.example.org/ausland/kim-trifft-putin-101.html?ref=rss",
         "kim-trifft-putin-101"),
        ("https://example.org/kim%20trifft%20M%C3%BCller/", "kim-trifft-mueller"),
        ("https://example.org/kim-trifft-putin/index.php", "kim-trifft-putin"),
        ("https://example.org/politik/a-123456", "example-org-politik-a-123456"),
        ("https://example.org/", "example-org"),
        ("https://example.org/index.php?id=17", "example-org-id-17"),
        ("https://example.org/../../etc/passwd", "example-org-etc-passwd"),
        ("https://example.org/%2e%2e%2f%00", "example-org"),
        ("https://[::1]:8000/con", "1-con"),
        ("https://[::1/", "https-1"),
        ("", "page"),
    ],
)  # fmt: skip
def test_names_are_readable_and_safe(url: str, name: str) -> None:
    assert name_for(url) == name
    assert is_slug(name)
