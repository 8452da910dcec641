from __future__ import annotations

import pytest

from dossier.model import Source
from dossier.understanding.outlets import address, host_of, same_outlet


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.org/a/?utm_source=x&id=2#top", "example.org/a?id=2"),
        ("http://m.example.org/a/amp", "example.org/a"),
        ("https://example.org", "example.org"),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_addresses_of_one_page_are_one(url: str, expected: str) -> None:
    assert address(url) == expected


def test_outlets_are_one_by_name_or_host() -> None:
    assert same_outlet(Source(name="Blatt"), Source(name="BLATT"))
    assert same_outlet(
        Source(name="Blatt", url="https://www.blatt.example/a"),
        Source(url="https://blatt.example/b"),
    )
    assert not same_outlet(Source(), Source())


def test_a_page_without_an_address_has_no_host() -> None:
    assert host_of(address("https://www.example.org?id=1")) == "example.org"
    assert host_of("") == ""
