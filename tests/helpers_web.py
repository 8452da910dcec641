"""A web server of our own on 127.0.0.1, with pages as a test wants them."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
from msgspec import Struct

# Made for these tests and of no use elsewhere: for the name news.example, until 2126.
TLS_PAIR = """\
-----BEGIN EC PRIVATE KEY-----
MHcCAQEEII9N22BDVpNDbBr33ZtuiDPRkQTXj0LBvqzt/443oLT8oAoGCCqGSM49
AwEHoUQDQgAEKghrA4Jqru2Y2HssENOb89+K1mpDudlKnT2e5AWHHospKGw8zKrI
nE6bhMHh41qmxfPYCimAVh6E7+S2Lm+RTg==
-----END EC PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUK8Ziy0nCowBFxyF1whIGR395BTUwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMbmV3cy5leGFtcGxlMCAXDTI2MTEyMjEyNDU1NVoYDzIxMjYx
MDI5MTI0NTU1WjAXMRUwEwYDVQQDDAxuZXdzLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAQqCGsDgmqu7ZjYeywQ05vz34rWakO52UqdPZ7kBYceiyko
bDzMqsicTpuEweHjWqbF89gKKYBWHoTv5LYub5FOo2wwajAdBgNVHQ4EFgQUR6Ki
ZEa4RFMk4uuWu8EMxQZwDh0wHwYDVR0jBBgwFoAUR6KiZEa4RFMk4uuWu8EMxQZw
Dh0wDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxuZXdzLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIhAO6AtzJS7bLCNeqAVD4iYRidOAN0FGgVyeBqqVzqnnXy
AiAn8AH4tT0nkwePV6Ykf6umwvJuo/QO5+oywOID5OHcYw==
-----END CERTIFICATE-----
"""
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Answer(Struct, frozen=True):
    """What a page answers; `body` may never end, and its length is sent only if in `headers`."""

    body: bytes | Iterable[bytes] = b"<!doctype html><p>Kim trifft Putin."
    status: int = 200
    headers: Mapping[str, str] = msgspec.field(default_factory=lambda: HTML)


def moved(to: str, status: int = 302) -> Answer:
    return Answer(b"", status, {"Location": to, "Content-Length": "0"})


@dataclass
class Site:
    """A running server: `pages` by path, and what was asked."""

    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    port: int = 0
    secure: bool = False

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http{'s' if self.secure else ''}://{host}:{self.port}{path}"


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            answer = site.pages.get(self.path, Answer(b"not here", 404))
            with suppress(OSError):  # the client has heard enough
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                parts = [answer.body] if isinstance(answer.body, bytes) else answer.body
                for part in parts:
                    self.wfile.write(part)
                    self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            pass

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # a client that hangs up is what many tests are about


@contextmanager
def running(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a site until the block ends."""
    site = Site(secure=tls is not None)
    server = _Server(("127.0.0.1", 0), _handler(site))
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.005}, daemon=True
    )
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def tls_contexts(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return the server's context and that of a client which trusts it."""
    pair = folder / "pair.pem"
    pair.write_text(TLS_PAIR, encoding="ascii")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pair)
    return server, ssl.create_default_context(cafile=str(pair))


def slowly(pieces: Iterable[bytes], wait: Callable[[], object]) -> Iterator[bytes]:
    """Yield `pieces`, waiting before each."""
    for piece in pieces:
        wait()
        yield piece
