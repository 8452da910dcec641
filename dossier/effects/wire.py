"""Connections that cannot be led astray: to checked addresses only, within a time limit.

A name is resolved once, its address checked, and the connection made to that very address, so
that a name service which answers differently the next time (DNS rebinding) gains nothing. All
above the connection still sees the name: the `Host` header and, in TLS, the certificate's check.
"""

from __future__ import annotations

import math
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from dossier.effects import addresses

SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)


class Deadline(threading.local):
    """When the request of this thread has to be over, by the clock given; endless at first.

    httpx limits each single read, which a server that sends a byte a second never exceeds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.at = math.inf

    @property
    def left(self) -> float:
        """Seconds that are left; negative when it is over."""
        return self.at - self.clock()

    def within(self, timeout: float | None, error: type[Exception]) -> float | None:
        """Return `timeout` cut to what is left; raises `error` if nothing is."""
        left = self.left
        if left <= 0:
            raise error("the time for the whole answer is over")
        if left == math.inf:
            return timeout
        return left if timeout is None else min(timeout, left)


class _TimedStream(httpcore.NetworkStream):
    """A connection on which every wait ends at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        timeout = self._deadline.within(timeout, httpcore.ReadTimeout)
        return self._inner.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        timeout = self._deadline.within(timeout, httpcore.WriteTimeout)
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        timeout = self._deadline.within(timeout, httpcore.ConnectTimeout)
        secure = self._inner.start_tls(ssl_context, server_hostname, timeout)
        return _TimedStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - the base's type
        return self._inner.get_extra_info(info)


class PinnedBackend(httpcore.NetworkBackend):
    """Opens connections to addresses that were checked; `inner` is replaced in tests."""

    def __init__(
        self,
        *,
        resolve: addresses.Resolver,
        deadline: Deadline,
        allow_private: bool,
        inner: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._resolve = resolve
        self._deadline = deadline
        self._allow_private = allow_private
        self._inner = inner or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first permitted address that answers; raises `FetchError` if none is."""
        seconds = self._deadline.within(timeout, httpcore.ConnectTimeout)
        permitted = addresses.permitted(
            host,
            port,
            resolve=self._resolve,
            seconds=threading.TIMEOUT_MAX if seconds is None else seconds,
            allow_private=self._allow_private,
        )
        failure: Exception = httpcore.ConnectError("no address")
        for address in permitted:
            seconds = self._deadline.within(timeout, httpcore.ConnectTimeout)
            try:
                stream = self._inner.connect_tcp(
                    address, port, seconds, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return _TimedStream(stream, self._deadline)
        raise failure


class PinnedTransport(httpx.BaseTransport):
    """Carries httpx's requests over a `PinnedBackend`, a new connection for each.

    Connections are not kept: requests to a host are seconds apart, and each is checked anew.
    Errors are those of httpcore, and `FetchError` for an address that is refused.
    """

    def __init__(self, backend: PinnedBackend, tls: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls,
            network_backend=backend,
            max_connections=None,  # how many at a time is not decided here
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request` (without a body) and return its answer, the body not yet read."""
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status, headers=response.headers, stream=_Body(response.stream)
        )

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come in."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401 - httpcore has no public name for it
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()
