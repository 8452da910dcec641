from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator
from contextlib import suppress

import httpx
import pytest

from dossier.effects.body import read_start, read_whole
from dossier.errors import FetchError

PAGE = b"<p>Kim trifft Putin in Wostotschny.</p>" * 5000


class Stream(httpx.SyncByteStream):
    def __init__(self, parts: Iterable[bytes]) -> None:
        self.parts = parts
        self.taken = 0

    def __iter__(self) -> Iterator[bytes]:
        for part in self.parts:
            self.taken += len(part)
            yield part


def answer(
    data: bytes | Iterable[bytes], encoding: str = "gzip", step: int = 1000
) -> httpx.Response:
    parts = (
        [data[at : at + step] for at in range(0, len(data), step)]
        if isinstance(data, bytes)
        else data
    )
    return httpx.Response(200, headers={"content-encoding": encoding}, stream=Stream(parts))


@pytest.mark.parametrize("step", [1, 7, 1000, 1_000_000])
def test_gzip_is_unpacked_however_it_comes_in(step: int) -> None:
    packed = gzip.compress(PAGE)
    assert read_whole(answer(packed, step=step), 1_000_000) == PAGE
    assert read_whole(answer(packed + packed, step=step), 1_000_000) == PAGE * 2
    assert read_whole(answer(packed + b"\0" * 9, step=step), 1_000_000) == PAGE


def test_what_is_not_packed_stays_as_it_is() -> None:
    assert read_whole(answer(PAGE, "identity"), 1_000_000) == PAGE
    assert read_whole(answer(PAGE, ""), len(PAGE)) == PAGE
    assert read_whole(answer(b""), 10) == b""


def test_a_bomb_is_stopped_at_the_limit() -> None:
    bomb = gzip.compress(bytes(10_000_000))
    response = answer(bomb)
    with pytest.raises(FetchError, match="too large: more than 1 MB"):
        read_whole(response, 1_000_000)
    assert isinstance(response.stream, Stream)
    assert response.stream.taken < len(bomb) / 4


def test_packed_data_that_unpacks_to_nothing_is_stopped_too() -> None:
    empty = gzip.compress(b"")
    with pytest.raises(FetchError, match="too large"):
        read_whole(answer(empty for _ in iter(int, 1)), 10_000)


def test_a_body_over_the_limit_or_announced_so_is_stopped() -> None:
    with pytest.raises(FetchError, match="more than 500 bytes"):
        read_whole(answer(PAGE, ""), 500)
    response = httpx.Response(200, headers={"content-length": "9" * 50}, stream=Stream([b"x"]))
    with pytest.raises(FetchError, match="too large"):
        read_whole(response, 500)
    assert isinstance(response.stream, Stream)
    assert response.stream.taken == 0


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip", "x" * 99])
def test_what_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(FetchError, match="not asked for"):
        read_whole(answer(PAGE, encoding), 1_000_000)


def test_damage_is_a_reason() -> None:
    packed = gzip.compress(random.Random(1).randbytes(100_000))  # noqa: S311 - no secret
    broken = bytearray(packed)
    broken[50_000] ^= 0xFF
    for data in (packed[:-20], packed[:5], bytes(broken), PAGE, packed + packed[:-20]):
        with pytest.raises(FetchError, match="damaged"):
            read_whole(answer(data), 1_000_000)


def test_only_the_start_is_read_when_that_is_enough() -> None:
    response = answer((b"a" * 1000 for _ in iter(int, 1)), "")
    assert read_start(response, 2500) == b"a" * 2500
    assert isinstance(response.stream, Stream)
    assert response.stream.taken == 3000
    assert read_start(answer(b"ab", ""), 100) == b"ab"


def test_random_damage_ends_in_data_or_in_a_reason() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    packed = gzip.compress(PAGE)
    for _ in range(200):
        data = bytearray(packed)
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(FetchError):
            read_whole(answer(bytes(data)), 1_000_000)
