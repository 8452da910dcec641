from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import httpcore
import pytest

from dossier.effects.wire import Deadline, PinnedBackend
from dossier.errors import FetchError


class Wires(httpcore.NetworkBackend):
    """Notes to where connections are opened; those to `dead` fail."""

    def __init__(self, dead: Sequence[str] = ()) -> None:
        self.dead = dead
        self.opened: list[tuple[str, int, float | None]] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - the base's signature
        socket_options: Iterable[object] | None = None,  # noqa: ARG002 - likewise
    ) -> httpcore.NetworkStream:
        self.opened.append((host, port, timeout))
        if host in self.dead:
            raise httpcore.ConnectError("dead")
        return httpcore.MockStream([b"answer"])


def backend(
    wires: Wires, answers: Iterator[Sequence[str]], *, deadline: Deadline | None = None
) -> PinnedBackend:
    return PinnedBackend(
        resolve=lambda *_: next(answers),
        deadline=deadline or Deadline(lambda: 0),
        allow_private=False,
        inner=wires,
    )


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    wires = Wires()
    answers = iter([["1.1.1.1"], ["127.0.0.1"]])  # a name service that changes its mind
    pinned = backend(wires, answers)
    pinned.connect_tcp("news.example", 443, 5)
    assert [host for host, *_ in wires.opened] == ["1.1.1.1"]
    assert next(answers) == ["127.0.0.1"], "the name was looked up once"


def test_an_address_that_is_not_public_is_never_connected_to() -> None:
    wires = Wires()
    with pytest.raises(FetchError, match="not public"):
        backend(wires, iter([["127.0.0.1", "::1"]])).connect_tcp("news.example", 80)
    assert wires.opened == []


def test_the_next_address_is_tried_when_one_is_dead() -> None:
    wires = Wires(dead=["2606:4700::1"])
    backend(wires, iter([["2606:4700::1", "1.1.1.1"]])).connect_tcp("news.example", 80)
    assert [host for host, *_ in wires.opened] == ["2606:4700::1", "1.1.1.1"]
    with pytest.raises(httpcore.ConnectError):
        backend(wires, iter([["2606:4700::1"]])).connect_tcp("news.example", 80)


def test_every_wait_ends_at_the_deadline() -> None:
    now = [0.0]
    deadline = Deadline(lambda: now[0])
    assert deadline.within(10, httpcore.ReadTimeout) == 10
    assert deadline.within(None, httpcore.ReadTimeout) is None
    assert deadline.left == math.inf
    deadline.at = 12
    assert deadline.within(10, httpcore.ReadTimeout) == 10
    now[0] = 9
    assert deadline.within(10, httpcore.ReadTimeout) == 3
    assert deadline.within(None, httpcore.ReadTimeout) == 3
    wires = Wires()
    stream = backend(wires, iter([["1.1.1.1"]]), deadline=deadline).connect_tcp("a.example", 80, 10)
    assert wires.opened == [("1.1.1.1", 80, 3)]
    assert stream.read(100, 10) == b"answer"
    now[0] = 12
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(100, 10)
    with pytest.raises(httpcore.WriteTimeout):
        stream.write(b"x", 10)
