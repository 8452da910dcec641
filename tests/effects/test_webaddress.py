from __future__ import annotations

import httpx
import pytest

from dossier.effects.webaddress import joined, parsed, shown
from dossier.errors import FetchError


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "file:"),
        ("ftp://example.org/a", "ftp:"),
        ("javascript:alert(1)", "javascript:"),
        ("data:text/html,x", "data:"),
        ("example.org/a", "such addresses"),
        ("//example.org/a", "such addresses"),
        ("", "such addresses"),
        ("http://", "names no site"),
        ("http:///a", "names no site"),
        ("https://user:secret@example.org/", "password"),
        ("https://user@example.org/", "password"),
        ("https://example.org:99999/", "impossible"),
        ("https://example.org:0/", "impossible"),
        ("https://exa%00mple.org/", "impossible"),
        ("https://exa mple.org/", "impossible"),
        ("https://example.org/\nHost: x", "no address"),
        ("https://[::1/", "no address"),
        ("https://①②⑦.0.0.1/", "no address"),
        ("https://" + "a" * 70_000, "no address"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        parsed(url, None)
    assert caught.value.hint


def test_an_address_is_read_relative_to_its_page_and_without_its_fragment() -> None:
    base = parsed("https://example.org:8443/a/b#c", None)
    assert str(base) == "https://example.org:8443/a/b"
    assert str(parsed("../d?e#f", base)) == "https://example.org:8443/d?e"
    assert str(parsed("//other.example/ä", base)) == "https://other.example/%C3%A4"
    with pytest.raises(FetchError, match="file:"):
        parsed("file:///etc/passwd", base)


def test_messages_show_no_password_no_second_line_and_no_mile_of_text() -> None:
    assert shown("https://user:secret@example.org/a@b") == "https://example.org/a@b"
    assert shown("//user:secret@example.org") == "//example.org"
    assert "secret" not in shown("http:\\\\user:secret@example.org")
    assert shown("https://example.org/?a@b") == "https://example.org/?a@b"
    assert shown("https://example.org/\n\x1b[31m") == "https://example.org/  [31m"
    assert len(shown("https://example.org/" + "a" * 999)) == 200


def test_joining_never_fails() -> None:
    assert joined("../a", httpx.URL("http://x.example/b/c")) == "http://x.example/a"
    assert joined("http://①.0.0.1", httpx.URL("http://x.example/")) == "http://①.0.0.1"
    assert joined("a", None) == "a"
