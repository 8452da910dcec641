from __future__ import annotations

import pytest
from msgspec import msgpack

from dossier.effects.packed import Packed


def again(name: str) -> list[int]:
    return [len(name)]


def test_each_result_is_unpacked_when_it_is_asked_for() -> None:
    held = Packed(list[int], {"a": msgpack.encode([1])}, {"b": [2]}, again)
    assert (list(held), len(held), "a" in held, "c" in held) == (["a", "b"], 2, True, False)
    assert held["a"] is held["a"]
    assert dict(held) == {"a": [1], "b": [2]} == held
    with pytest.raises(KeyError):
        held["c"]
    assert held.get("c") is None


def test_what_cannot_be_unpacked_is_computed_again() -> None:
    held = Packed(list[int], {"abc": b"\xc1", "d": msgpack.encode(["x"])}, {}, again)
    assert (held["abc"], held["d"]) == ([3], [1])
