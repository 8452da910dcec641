"""The body of an answer: unpacked as it streams in, and stopped where it grows too large.

Only gzip is asked for and unpacked, in small steps, so that a bomb (1 MB that becomes 1 GB) is
noticed at the limit and not in memory. Whoever packs otherwise unasked is refused.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

import httpx

from dossier.errors import FetchError

ENCODINGS = "gzip"
"""What the request's `Accept-Encoding` says."""

_STEP = 65_536  # bytes unpacked at a time
_GZIP = 31  # zlib's word for: a gzip header, the largest window


def read_whole(response: httpx.Response, limit: int) -> bytes:
    """Return the body; `limit` is in bytes, of what is sent and of what it unpacks to.

    Raises `FetchError` if it is larger, damaged, or packed otherwise.
    """
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:20]) > limit:
        raise _too_large(limit)
    parts: list[bytes] = []
    size = 0
    for part in _unpacked(response, limit):
        size += len(part)
        if size > limit:
            raise _too_large(limit)
        parts.append(part)
    return b"".join(parts)


def read_start(response: httpx.Response, limit: int) -> bytes:
    """Return the first `limit` bytes of the body, and leave the rest unread.

    Raises `FetchError` as `read_whole` does, but not for the size.
    """
    start = b""
    for part in _unpacked(response, limit + _STEP):
        start += part
        if len(start) >= limit:
            break
    return start[:limit]


def _unpacked(response: httpx.Response, limit: int) -> Iterator[bytes]:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding in ("", "identity"):
        return response.iter_raw()
    if encoding in ("gzip", "x-gzip"):
        return _unzipped(_counted(response.iter_raw(), limit))
    raise FetchError(
        f"the answer is packed as “{encoding[:40]}”, which was not asked for",
        hint="save the page in a browser, and add that file",
    )


def _counted(pieces: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Stop packed data that is itself too large, as it may unpack to nothing at all."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        yield piece


def _unzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack gzip, also several files one after the other (RFC 1952, 2.2)."""
    unzip, begun, files = zlib.decompressobj(_GZIP), False, 0
    for piece in pieces:
        rest, more = piece, False
        while rest or more:
            try:
                part = unzip.decompress(rest, _STEP)
            except zlib.error as error:
                if files and not begun:
                    return  # padding after the last file, which browsers ignore as well
                raise _damaged() from error
            yield part
            begun = begun or bool(part) or not files
            rest, more = unzip.unconsumed_tail, len(part) == _STEP
            if unzip.eof:
                rest, more = unzip.unused_data, False
                unzip, begun, files = zlib.decompressobj(_GZIP), False, files + 1
    if begun:
        raise _damaged()


def _damaged() -> FetchError:
    return FetchError(
        "the answer is damaged: it cannot be unpacked",
        hint="try again later; if it stays so, save the page in a browser and add that file",
    )


def _too_large(limit: int) -> FetchError:
    size = f"{limit / 1e6:.0f} MB" if limit >= 1_000_000 else f"{limit} bytes"
    return FetchError(
        f"the answer is too large: more than {size}",
        hint="this is no article; if it is a list, add the addresses in it one by one",
    )
