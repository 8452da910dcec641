from __future__ import annotations

import socket
import threading

import pytest

from dossier.effects.addresses import is_disguised, permitted, system_resolver, why_not
from dossier.errors import FetchError


def ask(*answers: str, host: str = "news.example", allow_private: bool = False) -> tuple[str, ...]:
    return permitted(host, 443, resolve=lambda *_: answers, seconds=5, allow_private=allow_private)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104 - that is the point
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.168.178.1",
        "198.18.0.1",
        "224.0.0.251",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::808:808",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "4000::1",
        "not an address",
    ],
)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert why_not(address)
    with pytest.raises(FetchError, match="not public"):
        ask(address)
    assert ask(address, allow_private=True) == (address,)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808", "192.0.1.1"],
)
def test_what_is_public_is_permitted(address: str) -> None:
    assert why_not(address) == ""
    assert ask(address) == (address,)


def test_of_several_addresses_only_the_public_ones_are_left() -> None:
    assert ask("10.0.0.1", "1.1.1.1", "::1", "2606:4700::1111") == ("1.1.1.1", "2606:4700::1111")


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0x7f.1", "017700000001", "127.1", "0177.0.0.1", "127.0.0.1.",
     "1.2.3.4.5", "0x", "256.1.1.1", "a.1"],
)  # fmt: skip
def test_a_number_in_disguise_is_refused_wherever_it_leads(host: str) -> None:
    assert is_disguised(host)
    with pytest.raises(FetchError, match="disguise"):
        ask("1.1.1.1", host=host)


@pytest.mark.parametrize("host", ["1.1.1.1", "example.org", "4.example", "::1", "x0x1", "3sat.de"])
def test_names_and_plain_addresses_are_no_disguise(host: str) -> None:
    assert not is_disguised(host)


def test_a_refusal_says_where_the_name_leads_and_how_to_allow_it() -> None:
    with pytest.raises(FetchError) as caught:
        ask("192.168.1.5", host="intern.example")
    assert "intern.example is at 192.168.1.5, which is private" in caught.value.message
    assert "--allow-private" in caught.value.hint


def test_an_unknown_name_is_a_reason() -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, f"{host}:{port}")

    for resolve in (nobody, lambda *_: ()):
        with pytest.raises(FetchError, match=r"no host news\.example"):
            permitted("news.example", 80, resolve=resolve, seconds=5, allow_private=False)


def test_a_silent_name_service_does_not_hold_us_up() -> None:
    released = threading.Event()

    def silent(*_: object) -> list[str]:
        released.wait(5)
        return []

    with pytest.raises(FetchError, match="name service"):
        permitted("news.example", 80, resolve=silent, seconds=0.01, allow_private=False)
    released.set()


def test_the_system_is_asked_for_addresses() -> None:
    assert system_resolver("127.0.0.1", 80) == ["127.0.0.1"]
