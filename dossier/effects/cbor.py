"""The part of CBOR (RFC 8949) in which the search engine writes: integers, texts and lists."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"
NUMBER, NEGATIVE, TEXT, LIST = 0, 1, 3, 4  # the kinds


class ShapeError(Exception):
    """The bundle is not as we know it."""


def encode(value: Value) -> bytes:
    """Write integers, texts and lists, in the shortest form.

    >>> encode([1, "a"]).hex()
    '82016161'
    """
    if isinstance(value, int):
        return head(NUMBER, value) if value >= 0 else head(NEGATIVE, -1 - value)
    if isinstance(value, str):
        data = value.encode()
        return head(TEXT, len(data)) + data
    return b"".join([head(LIST, len(value)), *map(encode, value)])


def decode(data: bytes) -> Value:
    """Read what `encode` writes. Raises `ShapeError`.

    >>> decode(bytes.fromhex("82016161"))
    [1, 'a']
    """
    value, end = _decode(data, 0)
    if end != len(data):
        raise ShapeError("a value goes on after its end")
    return value


def head(kind: int, number: int) -> bytes:
    """Write what stands before a value: its kind, and the number itself or the value's length."""
    if number < 24:
        return bytes([kind << 5 | number])
    for form, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << 8 * size:
            return bytes([kind << 5 | form]) + number.to_bytes(size, "big")
    raise ShapeError("a number too large")


@cache
def number(value: int) -> bytes:
    """Write a number that is not negative; what was written once is remembered."""
    return head(NUMBER, value)


def read_head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the kind and the number of the head at `at`, and where its value begins.

    Raises `ShapeError`.
    """
    kind, number = data[at] >> 5, data[at] & 31
    if number < 24:
        return kind, number, at + 1
    if number > 27:
        raise ShapeError("a length that is not given")
    end = at + 1 + (1 << number - 24)
    return kind, int.from_bytes(data[at + 1 : end], "big"), end


def _decode(data: bytes, at: int) -> tuple[Value, int]:
    kind, number, at = read_head(data, at)
    if kind == NUMBER:
        return number, at
    if kind == NEGATIVE:
        return -1 - number, at
    if kind == TEXT:
        return data[at : at + number].decode(), at + number
    if kind != LIST:
        raise ShapeError(f"a value of kind {kind}")
    items: list[Value] = []
    for _ in range(number):
        item, at = _decode(data, at)
        items.append(item)
    return items, at
