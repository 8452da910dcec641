from __future__ import annotations

import pytest

from dossier.rendering.addresses import Address, BadLinkError, is_elsewhere, resolve

PAGES = Address.of("https://desk.github.io/repo/")


@pytest.mark.parametrize(
    ("base_url", "origin", "base"),
    [
        ("", "", "/"),
        ("https://a.org", "https://a.org", "/"),
        ("https://a.org/repo", "https://a.org", "/repo/"),
        ("http://127.0.0.1:8000/a/b/", "http://127.0.0.1:8000", "/a/b/"),
        ("/repo", "", "/repo/"),
    ],
)
def test_a_base_url_is_taken_apart(base_url: str, origin: str, base: str) -> None:
    assert Address.of(base_url) == Address(origin, base)


def test_the_home_page_says_where_the_site_is() -> None:
    html = '<link href="x.css" rel="stylesheet"><link rel="canonical" href="https://a.org/repo/">'
    assert Address.of_home(html) == Address("https://a.org", "/repo/")
    assert Address.of_home("<title>none</title>") == Address()


@pytest.mark.parametrize(
    ("page", "written", "target"),
    [
        ("index.html", "topics/", ("topics/index.html", "")),
        ("index.html", "./", ("index.html", "")),
        ("index.html", "?q=a/b", ("index.html", "")),
        ("index.html", "search/?q=x#y", ("search/index.html", "y")),
        ("topics/x/index.html", "../../", ("index.html", "")),
        ("topics/x/index.html", "..", ("topics/index.html", "")),
        ("topics/x/index.html", ".", ("topics/x/index.html", "")),
        ("topics/x/index.html", "#p-1", ("topics/x/index.html", "p-1")),
        ("topics/x/index.html", "#top", ("topics/x/index.html", "")),
        ("topics/x/index.html", "#", ("topics/x/index.html", "")),
        ("topics/x/index.html", "../../articles/a/#p-1", ("articles/a/index.html", "p-1")),
        ("topics/x/index.html", "../../feed.xml", ("feed.xml", "")),
        ("index.html", "gr%C3%B6%C3%9Fe/#%C3%BC", ("größe/index.html", "ü")),
        ("index.html", "a/#p-1:~:text=Kim", ("a/index.html", "p-1")),
        ("index.html", "/repo/topics/", ("topics/index.html", "")),
        ("index.html", "/repo", ("index.html", "")),
        ("404.html", "/repo/", ("index.html", "")),
        ("404.html", "#main", ("404.html", "main")),
        ("feed.xml", "https://desk.github.io/repo/articles/a/", ("articles/a/index.html", "")),
        ("feed.xml", "https://desk.github.io/repo", ("index.html", "")),
    ],
)
def test_links_within_the_site(page: str, written: str, target: tuple[str, str]) -> None:
    assert resolve(page, written, PAGES) == target


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/",
        "https://desk.github.io/repository/",
        "https://desk.github.io/",
        "//cdn.example.org/x.js",
        "mailto:desk@example.org",
        "data:image/png;base64,AA",
    ],
)
def test_links_that_lead_elsewhere(written: str) -> None:
    assert resolve("index.html", written, PAGES) is None


@pytest.mark.parametrize(
    ("page", "written", "reason"),
    [
        ("index.html", "../x/", "out of the site"),
        ("topics/x/index.html", "../../..", "out of the site"),
        ("index.html", "/topics/", "base path"),
        ("index.html", "a//b/", "two slashes"),
        ("index.html", "javascript:alert(1)", "script"),
        ("index.html", " JavaScript:alert(1)", "script"),
        ("index.html", "a b/", "blanks"),
        ("404.html", "topics/", "any depth"),
    ],
)
def test_links_that_cannot_be_right(page: str, written: str, reason: str) -> None:
    with pytest.raises(BadLinkError, match=reason):
        resolve(page, written, PAGES)


@pytest.mark.parametrize(
    ("written", "elsewhere"),
    [
        ("https://fonts.example.org/a.css", True),
        ("//fonts.example.org/a.css", True),
        ("wss://example.org/", True),
        ("https://desk.github.io/repo/a.css", False),
        ("data:image/png;base64,AA", False),
        ("blob:x", False),
        ("assets/a.css", False),
    ],
)
def test_requests_to_other_hosts(written: str, elsewhere: bool) -> None:  # noqa: FBT001
    assert is_elsewhere(written, PAGES) is elsewhere
