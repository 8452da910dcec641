from __future__ import annotations

import time

import pytest

from dossier.effects.robots import MAX_BYTES, parse


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", "/a/b", False),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("User-agent: *\nDisallow:", "/b", True),
        ("User-agent: *\nDisallow: /", "/", False),
        ("user-AGENT : *\ndisallow : /a # why", "/a", False),
        ("User-agent: *\nDisallow: /\nAllow: /a", "/a/b", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /*?print", "/x?print=1", False),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: *", "/a", False),
        ("User-agent: *\nDisallow: /a*b*c", "/ac", True),
        ("User-agent: *\nDisallow: /a*b*c", "/axbxcx", False),
        ("User-agent: *\nDisallow: /größe", "/gr%c3%b6%C3%9Fe", False),
        ("User-agent: *\nDisallow: /%61b", "/ab", False),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("User-agent: other\nDisallow: /", "/", True),
        ("User-agent: Dossier/1.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("User-agent: *\nDisallow: /\nUser-agent: dossier\nDisallow:", "/b", True),
        ("User-agent: x\nUser-agent: dossier\nDisallow: /b", "/b", False),
        ("User-agent: dossier\nDisallow: /a\nUser-agent: dossier\nDisallow: /b", "/a", False),
        ("User-agent: *\nCrawl-delay: 9\nDisallow: /b", "/b", False),
        ("Disallow: /b", "/b", True),
        ("\ufeffUser-agent: *\r\nDisallow: /b\r\n", "/b", False),
        ("<!doctype html><p>Not found", "/b", True),
        ("", "", True),
    ],
)
def test_the_longest_rule_decides(rules: str, path: str, *, allowed: bool) -> None:
    assert parse(rules.encode()).allows(path) is allowed


def test_a_pattern_of_many_stars_costs_no_time() -> None:
    rules = parse(b"User-agent: *\nDisallow: /" + b"*a" * 400 + b"*b$")
    started = time.perf_counter()
    assert rules.allows("/" + "a" * 5000)
    assert time.perf_counter() - started < 30  # catastrophic, it would take hours


def test_bytes_that_are_no_text_and_what_is_too_long_are_ignored() -> None:
    assert parse(b"\xff\xfe\x00\nUser-agent: *\nDisallow: /a\xff").allows("/b")
    assert parse(b"#" * MAX_BYTES + b"\nUser-agent: *\nDisallow: /").allows("/b")
