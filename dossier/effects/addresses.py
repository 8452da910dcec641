"""Which addresses of the network may be asked: those of the public internet, and no others.

A page on the web can name any address, also that of a printer in the newsroom or of the cloud's
own keys (server-side request forgery). The rule is therefore about the address that is connected
to, not about the name. Ranges: the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890).
They stand here because `ipaddress.is_global` changed its mind between versions of Python.
"""

from __future__ import annotations

import queue
import re
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from dossier.errors import FetchError

Resolver = Callable[[str, int], Sequence[str]]
"""From a host and a port to its addresses, the best first; raises `OSError` if there are none."""

_NETWORKS = {
    "0.0.0.0/8": "no address of a server",
    "10.0.0.0/8": "private",
    "100.64.0.0/10": "private (of a provider)",
    "127.0.0.0/8": "this machine itself",
    "168.63.129.16/32": "a cloud's own service",  # public by its number, yet only seen inside
    "169.254.0.0/16": "link-local (here clouds keep their keys)",
    "172.16.0.0/12": "private",
    "192.0.0.0/24": "reserved",
    "192.0.2.0/24": "reserved for examples",
    "192.88.99.0/24": "reserved",
    "192.168.0.0/16": "private",
    "198.18.0.0/15": "reserved for measurements",
    "198.51.100.0/24": "reserved for examples",
    "203.0.113.0/24": "reserved for examples",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
    "::/128": "no address of a server",
    "::1/128": "this machine itself",
    "::ffff:0:0/96": "an IPv4 address in disguise",
    "fc00::/7": "private",
    "fe80::/10": "link-local",
    "fec0::/10": "private",
    "ff00::/8": "multicast",
    "2001::/23": "reserved",
    "2001:db8::/32": "reserved for examples",
    "2002::/16": "an IPv4 address in disguise",
    "3fff::/20": "reserved for examples",
}
_REFUSED = tuple((ip_network(text), why) for text, why in _NETWORKS.items())
# Only this part of IPv6 is given out for use on the public internet.
_GLOBAL_V6 = IPv6Network("2000::/3")
# In networks without IPv4, every server that has only IPv4 is reached through these (RFC 6052).
_TRANSLATED_V6 = IPv6Network("64:ff9b::/96")
# A host whose last part is a number is read as an IPv4 address (URL Standard, "ends in a number").
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)")


class UnreachableError(FetchError):
    """A host, and so each of its pages, cannot be reached or must not be."""


def system_resolver(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of `host`; raises `OSError` (`gaierror`)."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def why_not(address: str) -> str:
    """Return what is wrong with connecting to `address`, "" if it is a public one.

    >>> why_not("169.254.169.254"), why_not("1.1.1.1")
    ('link-local (here clouds keep their keys)', '')
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return "no address"
    if isinstance(ip, IPv6Address) and ip in _TRANSLATED_V6:
        ip = IPv4Address(int(ip) & 0xFFFFFFFF)
    for network, reason in _REFUSED:
        if ip in network:
            return reason
    return "reserved" if isinstance(ip, IPv6Address) and ip not in _GLOBAL_V6 else ""


def is_disguised(host: str) -> bool:
    """Whether `host` is an IPv4 address written so that people do not see it: 0x7f.1, 2130706433.

    >>> is_disguised("2130706433"), is_disguised("127.0.0.1"), is_disguised("example.org")
    (True, False, False)
    """
    if not _NUMBER.fullmatch(host.removesuffix(".").rpartition(".")[2]):
        return False
    try:
        IPv4Address(host)  # it takes four plain decimal numbers without leading zeros only
    except ValueError:
        return True
    return False


def permitted(
    host: str, port: int, *, resolve: Resolver, seconds: float, allow_private: bool
) -> tuple[str, ...]:
    """Return the addresses of `host` that may be connected to; it is looked up once.

    `seconds` is how long that may take. Raises `UnreachableError` if the name is unknown, if the
    name service is silent, or if no address is permitted.
    """
    if is_disguised(host) and not allow_private:
        raise UnreachableError(
            f"the host {host} is a number in disguise",
            hint="write the name of the site as its readers know it",
        )
    addresses = _look_up(host, port, resolve, seconds)
    if allow_private:
        return addresses
    reasons = {address: why_not(address) for address in addresses}
    allowed = tuple(address for address in addresses if not reasons[address])
    if not allowed:
        address, reason = next(iter(reasons.items()))
        shown = address if address == host else f"{host} is at {address}, which"
        raise UnreachableError(
            f"the address is not public: {shown} is {reason}",
            hint="if this is a server of your own, allow it with --allow-private",
        )
    return allowed


def _look_up(host: str, port: int, resolve: Resolver, seconds: float) -> tuple[str, ...]:
    """Resolve in a thread of its own: the system's call knows no time limit."""
    answers: queue.SimpleQueue[tuple[str, ...] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(tuple(resolve(host, port)))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label of over 63 characters
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise UnreachableError(
            f"the name service did not find {host} in time",
            hint="check the connection to the internet",
        ) from None
    if isinstance(answer, Exception) or not answer:
        raise UnreachableError(
            f"there is no host {host}",
            hint="check the spelling, and the connection to the internet",
        ) from (answer if isinstance(answer, Exception) else None)
    return answer
